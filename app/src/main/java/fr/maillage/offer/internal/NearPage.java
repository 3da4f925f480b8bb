package fr.maillage.offer.internal;

import fr.maillage.web.FormView.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who answers a need near a commune.
///
/// @param commune as it was typed, or as it is called
/// @param wrong said of what was asked; null when it is understood
/// @param asked what was looked for, in words; null before
/// @param room offers that have room
/// @param note address where the need is noted as not met
public record NearPage(
        List<Group> needs,
        String commune,
        List<Group> distances,
        @Nullable String wrong,
        @Nullable String asked,
        @Nullable String summary,
        boolean room,
        List<Line> offers,
        List<Others> professionals,
        List<Structure> structures,
        @Nullable String professionalLabel,
        int waiting,
        @Nullable String note,
        @Nullable String table,
        String speed) {

    /// An offer.
    ///
    /// @param places « 3 places sur 12 », « complet », « places non dites »
    /// @param tone class of the badge
    /// @param said when the places were said; null when they were not
    /// @param stale said too long ago to be counted on
    public record Line(
            String name,
            @Nullable String structure,
            String where,
            String way,
            String places,
            String tone,
            @Nullable String said,
            boolean stale,
            String detail,
            @Nullable String phone,
            @Nullable String phoneWords,
            @Nullable String mssante) {}

    /// Professionals of a commune.
    public record Others(String commune, int people, String way) {}

    /// A structure whose offer nobody told.
    public record Structure(
            String name, String kind, @Nullable String commune, @Nullable String phone) {}
}

package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of an entry and of a return home.
///
/// @param expected « Sortie prévue le 4 juin 2026 »
public record ReturnPage(
        Banner banner,
        String stay,
        String hospital,
        String expected,
        String progress,
        @Nullable String left,
        List<Group> groups,
        List<Option> states,
        Sent form,
        @Nullable String conflict,
        int version) {

    /// The lines of a moment, in their order.
    public record Group(String title, List<Line> lines) {}

    /// @param state its code
    public record Line(
            String id, String label, String who, String due, String state, @Nullable String said) {}

    /// The structure's own list.
    public record Model(List<Field> fields, List<Option> moments, Sent form) {
        /// @param moment its code
        public record Field(int number, String label, String moment) {}
    }
}

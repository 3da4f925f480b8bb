package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of a return home.
///
/// @param expected « Sortie prévue le 4 juin 2026 »
public record ReturnPage(
        Banner banner,
        String stay,
        String hospital,
        String expected,
        String progress,
        @Nullable String left,
        List<Line> lines,
        List<Option> states,
        Sent form,
        @Nullable String conflict,
        int version) {

    /// @param before to be there before the return
    /// @param state its code
    public record Line(
            String id,
            String label,
            boolean before,
            String who,
            String due,
            String state,
            @Nullable String said) {}

    /// The structure's own list.
    public record Model(List<Field> fields, Sent form) {
        public record Field(int number, String label, boolean before) {}
    }
}

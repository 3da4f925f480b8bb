package fr.maillage.desk.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rights page: the three acts and the two informations, what is missing, and everything that
/// was said.
///
/// @param missing what must still be asked, in sentences; empty when nothing is
public record RightsPage(
        Banner banner,
        List<String> missing,
        List<ActLine> acts,
        List<Opposition> oppositions,
        @Nullable String doctorNotTold,
        boolean mayWrite) {

    /// One act and where it stands.
    ///
    /// @param slug its place in addresses
    /// @param rule when it is asked, and why
    /// @param tone `is-done`, `is-due` or `is-late`
    /// @param current what was said last, in words
    public record ActLine(
            String slug,
            String label,
            String rule,
            String tone,
            String icon,
            String current,
            List<Said> history) {}

    /// One line, as people read it.
    public record Said(
            String what,
            String when,
            String how,
            @Nullable String scope,
            @Nullable String reason) {}

    /// Somebody the person does not want in the file.
    public record Opposition(String who, String since) {}
}

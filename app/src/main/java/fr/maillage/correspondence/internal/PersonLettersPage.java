package fr.maillage.correspondence.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The letters of a person.
///
/// @param mayWrite whether who looks may begin one
/// @param error why nothing was done
public record PersonLettersPage(
        Banner banner,
        String id,
        boolean mayWrite,
        List<Line> lines,
        int page,
        boolean more,
        @Nullable String error) {

    /// A letter.
    ///
    /// @param href null when its text is not for who looks
    public record Line(
            String kind,
            @Nullable String href,
            String recipient,
            String quality,
            String state,
            String tone,
            String icon,
            String when,
            String exact,
            @Nullable String detail,
            @Nullable String address) {}

    /// The address of another page of the list.
    public String at(int other) {
        return "/dossiers/" + id + "/courriers?page=" + other;
    }
}

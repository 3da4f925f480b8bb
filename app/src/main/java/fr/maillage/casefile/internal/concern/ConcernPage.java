package fr.maillage.casefile.internal.concern;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.ConcernPapers;
import fr.maillage.casefile.internal.Option;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One concern, what became of it, and what may be done now.
///
/// @param act the act whose form was refused, its part opened again: complement, transmission,
///   decision, lecteurs, levee, cloture; empty when none was
/// @param readers names of those who read, with why
public record ConcernPage(
        Banner banner,
        String id,
        Sent form,
        FormErrors errors,
        @Nullable String conflict,
        String act,
        boolean mayWrite,
        boolean closed,
        boolean restricted,
        String nature,
        String status,
        String tone,
        String icon,
        @Nullable String review,
        boolean overdue,
        List<String> facts,
        List<String> impressions,
        List<String> concerned,
        String since,
        List<String> decided,
        String written,
        List<Step> steps,
        List<Reader> readers,
        List<ConcernPapers.Piece> papers,
        List<Option> addressees,
        List<AddresseesPage.Proposed> proposed,
        List<Option> candidates,
        List<String> named,
        List<Option> closings,
        boolean minor,
        int version) {

    /// @param words paragraphs
    public record Step(
            String title,
            String when,
            String exact,
            String who,
            String icon,
            List<String> words,
            List<String> impressions,
            @Nullable String review) {}

    /// @param why « auteur », « par règle », « nommé »
    public record Reader(String name, String why) {}
}

package fr.maillage.careplan.internal.cowriting;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a plan: what it says, what is said of it, what is proposed.
///
/// @param open comments that wait
/// @param resolve where the thread is ended; null for who does not write the plan
/// @param change null when nothing may be proposed
/// @param remove null for a text
public record LinePage(
        Banner banner,
        boolean person,
        String here,
        String kind,
        String title,
        String words,
        List<Said> thread,
        int open,
        @Nullable String resolve,
        FormView say,
        @Nullable FormView change,
        @Nullable FormView remove,
        List<Card> suggestions) {

    /// A comment.
    ///
    /// @param resolved « Traité par Claire DUMONT, hier »; null while it waits
    public record Said(String who, String when, String words, @Nullable String resolved) {}
}

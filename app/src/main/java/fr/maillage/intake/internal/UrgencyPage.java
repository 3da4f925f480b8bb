package fr.maillage.intake.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The urgent circuit of a request.
///
/// @param opened null when it is not open yet
/// @param whyNot what stops the entry in a level, in words
public record UrgencyPage(
        String id,
        String title,
        @Nullable String detail,
        String call15,
        @Nullable String opened,
        boolean aboutNobody,
        boolean relayToName,
        @Nullable String answer,
        @Nullable String partner,
        @Nullable String answeredAt,
        List<Evaluation> evaluations,
        @Nullable String ended,
        List<String> whyNot,
        List<Choice> means,
        String now,
        FormErrors errors,
        Typed typed) {

    /// @param key `24` or `48`
    /// @param who who evaluates, and that the team does not work that day when it is so
    public record Evaluation(
            String key,
            String label,
            String due,
            String who,
            boolean weekend,
            boolean late,
            @Nullable String done) {}

    public record Typed(
            String answer,
            String partner,
            String relay,
            String by,
            String at,
            String how,
            String note,
            String key) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "", "", "");
    }
}

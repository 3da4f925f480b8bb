package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A score as the definition reads it. A class is a screening hint, never a diagnosis: the page
/// shows cut-off and source with it.
///
/// `value` is exact and null unless `state` is `DONE`; `text` is what to show (« 30,17 », «
/// incomplet », « non fait »…). `reason` says why it was not done or does not apply. `missing` are
/// the linkIds still to answer.
public record Score(
        String code,
        String linkId,
        String label,
        State state,
        @Nullable BigDecimal value,
        String text,
        @Nullable String bandLabel,
        @Nullable String severity,
        @Nullable String meaning,
        String cutOff,
        String source,
        @Nullable String note,
        @Nullable String reason,
        List<String> missing) {

    /// `INCOMPLETE`: begun or waited for, an answer is missing. `NOT_DONE`: set aside or not asked.
    public enum State {
        DONE,
        INCOMPLETE,
        NOT_DONE,
        NOT_APPLICABLE
    }

    @Override
    public String toString() {
        return "Score[" + code + ", " + state + "]";
    }
}

package fr.maillage.assessment.internal;

import java.util.Locale;

/// A problem that the findings suggest, with the finding and the document the rule comes from.
///
/// `label` and `reason` may quote an answer: they are health data. `source` begins with «
/// proposition Maillage » where no document gives the rule.
public record ProblemProposal(
        String rule,
        String code,
        String label,
        Domain domain,
        String reason,
        String source,
        boolean urgent) {

    /// Where the problem belongs in the list of problems.
    public enum Domain {
        MEDICAL,
        PSYCHOLOGICAL,
        SOCIAL,
        AUTONOMY,
        ENVIRONMENT,
        CARER;

        static Domain of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// True when Maillage proposes the rule and no official document gives it: the page says so.
    public boolean house() {
        return source.startsWith("proposition Maillage");
    }

    @Override
    public String toString() {
        return "ProblemProposal[" + rule + "]";
    }
}

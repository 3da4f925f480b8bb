package fr.maillage.assessment.internal;

import fr.maillage.web.FormErrors;

/// The list of problems: what a finding proposes is retained or set aside by somebody, who says how
/// grave it is or why not; what was seen otherwise is added by hand; what is over is resolved.
final class Problems {

    static final int LABEL_MAX = 200;
    static final int WORDS_MAX = 5000;

    private Problems() {}

    /// A problem typed by hand.
    record New(String label, String domain, String severity, String because) {

        /// What is wrong with it, beside each field.
        FormErrors errors() {
            var errors = new FormErrors();
            if (label.isBlank()) errors.add("label", AssessmentText.LABEL_MISSING);
            if (label.length() > LABEL_MAX) errors.add("label", AssessmentText.LABEL_LONG);
            if (!AssessmentText.DOMAINS.containsKey(domain))
                errors.add("domain", AssessmentText.DOMAIN_MISSING);
            if (!AssessmentText.SEVERITIES.containsKey(severity))
                errors.add("severity", AssessmentText.SEVERITY_MISSING);
            if (because.length() > WORDS_MAX) errors.add("because", AssessmentText.WHY_LONG);
            return errors;
        }
    }

    /// What somebody decides about a problem: `retenir`, `ecarter` or `resolu`.
    record Decision(String what, String severity, String words) {

        /// The status it leads to; empty when nothing was chosen.
        String status() {
            return switch (what) {
                case "retenir" -> "RETENU";
                case "ecarter" -> "ECARTE";
                case "resolu" -> "RESOLU";
                default -> "";
            };
        }

        /// What is wrong with it: retained without a severity, set aside or resolved without words.
        FormErrors errors() {
            var errors = new FormErrors();
            if (words.length() > WORDS_MAX) errors.add("words", AssessmentText.WHY_LONG);
            switch (status()) {
                case "RETENU" -> {
                    if (!AssessmentText.SEVERITIES.containsKey(severity))
                        errors.add("severity", AssessmentText.SEVERITY_MISSING);
                }
                case "ECARTE" -> {
                    if (words.isBlank()) errors.add("words", AssessmentText.REASON_MISSING);
                }
                case "RESOLU" -> {
                    if (words.isBlank()) errors.add("words", AssessmentText.OUTCOME_MISSING);
                }
                default -> errors.add("words", AssessmentText.DECISION_MISSING);
            }
            return errors;
        }
    }
}

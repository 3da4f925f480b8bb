package fr.maillage.assessment.internal;

import fr.maillage.kernel.Typography;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Why a question, a group or a whole tool could not be assessed: a coded reason and the words said
/// beside it. It stands in the place of an answer: nothing is missing any more, and nothing is
/// counted either.
///
/// Among the answers of a form it is posted as `<linkId>#motif` and `<linkId>#precision`, the whole
/// tool having the empty linkId.
record Absence(Reason reason, String words) {

    static final String REASON = "#motif";
    static final String WORDS = "#precision";
    static final int LONGEST = 500;

    /// The linkId under which the whole questionnaire is set aside.
    static final String WHOLE = "";

    /// Reasons, with the code FHIR has for them (`data-absent-reason`).
    enum Reason {
        REFUS("refus", "La personne refuse", "asked-declined"),
        NE_SAIT_PAS("ne-sait-pas", "La personne ne sait pas", "asked-unknown"),
        ETAT("etat", "Son état ne le permet pas", "not-performed"),
        INDISPONIBLE("indisponible", "Information indisponible", "temp-unknown"),
        SANS_OBJET("sans-objet", "Sans objet pour cette personne", "not-applicable"),
        AUTRE("autre", "Autre raison", "unknown");

        final String code;
        final String label;
        final String fhir;

        Reason(String code, String label, String fhir) {
            this.code = code;
            this.label = label;
            this.fhir = fhir;
        }

        static Optional<Reason> of(String code) {
            return List.of(values()).stream().filter(one -> one.code.equals(code)).findFirst();
        }
    }

    /// « La personne refuse », « Autre raison : trop fatiguée ».
    String said() {
        return words.isEmpty() ? reason.label : reason.label + Typography.NBSP + ": " + words;
    }

    /// As a form would post it.
    void posted(String linkId, Map<String, List<String>> into) {
        into.put(linkId + REASON, List.of(reason.code));
        if (!words.isEmpty()) into.put(linkId + WORDS, List.of(words));
    }

    /// The linkIds for which a reason or words were posted, each with what was.
    static void each(Map<String, List<String>> posted, BiConsumer<String, String> found) {
        posted.forEach((key, values) -> {
            if (key.endsWith(REASON) && !values.isEmpty() && !values.getFirst().isBlank())
                found.accept(key.substring(0, key.length() - REASON.length()), values.getFirst());
        });
    }

    static boolean isKey(String key) {
        return key.endsWith(REASON) || key.endsWith(WORDS);
    }

    @Override
    public String toString() {
        return "Absence[" + reason + "]";
    }
}

package fr.maillage.assessment.internal;

import fr.maillage.kernel.Typography;
import java.math.BigDecimal;

/// French sentences of the questionnaires. U+00A0 before : ; ? !
final class QuestionnaireText {

    static final String INCOMPLETE = "incomplet";
    static final String NOT_DONE = "non fait";
    static final String NOT_APPLICABLE = "sans objet";
    static final String ONE_ANSWER = "Une seule réponse est attendue.";
    static final String YES_OR_NO = "Répondez par oui ou par non.";
    static final String INTEGER = "Entrez un nombre entier, par exemple 3.";
    static final String DECIMAL = "Entrez un nombre, par exemple 62,5.";
    static final String DATE = "Entrez une date qui existe, par exemple 02/06/2026.";
    static final String OPTION = "Choisissez une réponse de la liste.";
    static final String REASON_WORDS = "Dites en quelques mots pourquoi.";
    static final String CUT =
            "Le calcul a été interrompu\u00a0: une formule de ce questionnaire échoue ou dure trop longtemps. Les réponses sont gardées.";
    static final String GONE = "Cette question n’existe plus.";
    static final String OPTION_GONE = "Cette réponse n’existe plus.";
    static final String OPTION_REWORDED = "Cette réponse a changé de sens ou de formulation.";
    static final String REASON_MISSING = "motif à préciser";
    static final String UNKNOWN =
            "Cette question n’existe pas dans ce questionnaire\u00a0; la réponse est gardée à part.";

    private QuestionnaireText() {}

    /// A class of a score whose chosen cut-off is reached.
    static String reached(String label) {
        return label + ", seuil atteint";
    }

    /// « seuil retenu : 12 s – repérage ; moins de 10 normal… ».
    static String chosenCutOff(String chosen, String cutOffs) {
        return "seuil retenu" + Typography.NBSP + ": " + chosen + Typography.NBSP + "; " + cutOffs;
    }

    static String tooLong(int limit, int length) {
        return "%d caractères au plus\u00A0; le texte en compte %d. Rien n’est perdu\u00a0: raccourcissez-le."
                .formatted(limit, length);
    }

    static String tooSmall(BigDecimal limit) {
        return "Entrez au moins %s.".formatted(number(limit));
    }

    static String tooLarge(BigDecimal limit) {
        return "Entrez au plus %s.".formatted(number(limit));
    }

    /// « « Toilette » : la personne refuse ».
    static String notAssessed(String question, Absence why) {
        return question.isEmpty()
                ? why.said()
                : "«\u00a0%s\u00a0»\u00a0: %s".formatted(question, why.said());
    }

    /// Exact, with a decimal comma, without trailing zeros: 30.170 → « 30,17 ».
    static String number(BigDecimal value) {
        var plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return plain.replace('.', ',').replace("-", "−");
    }
}

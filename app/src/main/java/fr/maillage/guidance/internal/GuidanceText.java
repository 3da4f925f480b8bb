package fr.maillage.guidance.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.assessment.Assessments;
import fr.maillage.kernel.FrenchDates;
import java.math.BigDecimal;

/// French words of the facts that rules quote. U+00A0 before : ; ? !
final class GuidanceText {

    static final String LIVES_ALONE = "vit seule";
    static final String VULNERABLE = "vulnérabilité sociale notée au dossier";
    static final String CARER = "un aidant principal";

    private GuidanceText() {}

    static String age(int years) {
        return years + " ans";
    }

    static String ald(int count) {
        return count == 1 ? "1 ALD ouverte" : count + " ALD ouvertes";
    }

    static String unplanned(int count) {
        return (count == 1 ? "1 séjour non programmé" : count + " séjours non programmés")
                + " en douze mois";
    }

    static String professionals(int count) {
        return count < 2 ? count + " intervenant" : count + " intervenants";
    }

    static String pathologies(int count) {
        return count < 2 ? count + " pathologie" : count + " pathologies";
    }

    static String severe(int count) {
        return count == 1 ? "dont 1 sévère" : "dont " + count + " sévères";
    }

    /// « GIR 3, 2 juin 2026 ».
    static String score(Assessments.LastScore score) {
        var value =
                score.classLabel() != null && score.classLabel().startsWith(score.label())
                        ? score.classLabel()
                        : score.label() + NBSP + decimal(score.value());
        return value + ", " + FrenchDates.date(score.onDate());
    }

    private static String decimal(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}

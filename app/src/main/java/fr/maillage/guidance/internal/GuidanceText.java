package fr.maillage.guidance.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.assessment.Assessments;
import fr.maillage.kernel.FrenchDates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/// French words of the facts that rules quote. U+00A0 before : ; ? !
final class GuidanceText {

    private static final String COLON = NBSP + ": ";

    static final String LIVES_ALONE = "vit seule";
    static final String VULNERABLE = "vulnérabilité sociale notée au dossier";
    static final String CARER = "un aidant principal";

    static final String NO_CARER = "aucun aidant principal au cercle";
    static final String NO_DOCTOR = "sans médecin traitant déclaré";
    static final String UNREADABLE =
            "Cette condition ne se lit pas comme du FHIRPath"
                    + COLON
                    + "vérifiez les parenthèses, les guillemets et le % devant chaque fait.";
    static final String FAILS =
            "Cette condition échoue quand on l’évalue"
                    + COLON
                    + "un nombre se compare à un nombre, un mot à un mot.";
    static final String NO_YES_OR_NO =
            "Cette condition ne dit ni oui ni non"
                    + COLON
                    + "comparez le fait à une valeur, %gir <= 4.";

    private GuidanceText() {}

    static String unknownFact(String name) {
        return "«\u00A0%"
                + name
                + "\u00A0» n’est pas un fait connu"
                + COLON
                + "choisissez-le dans la liste.";
    }

    static String home(LocalDate on) {
        return "sortie d’hôpital le " + FrenchDates.date(on);
    }

    static String eyes(LocalDate on) {
        return "dernier dépistage de la rétine le " + FrenchDates.date(on);
    }

    static String eyesFound(String conclusion, LocalDate on) {
        return "dépistage de la rétine"
                + COLON
                + conclusion.toLowerCase(Locale.ROOT).replace('_', ' ')
                + ", "
                + FrenchDates.date(on);
    }

    static String ends(String right, LocalDate on) {
        return right + " jusqu’au " + FrenchDates.date(on);
    }

    static String theme(String label) {
        return "thème" + COLON + label;
    }

    /// « Chutes répétées : 3 chutes en douze mois (2 juin 2026) »
    static String finding(FactReader.Finding finding) {
        return finding.label()
                + (finding.because() == null || finding.because().isBlank()
                        ? ""
                        : COLON + finding.because())
                + " ("
                + FrenchDates.date(finding.since())
                + ")";
    }

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

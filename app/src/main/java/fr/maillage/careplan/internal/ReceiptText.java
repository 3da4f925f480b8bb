package fr.maillage.careplan.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;

/// The French of the « accusé de réception ».
final class ReceiptText {

    private static final String S = Typography.NBSP;

    static final String WAY = "Dites comment vous le savez.";
    static final String LATER = "Ce jour n’est pas encore venu.";
    static final String NOT_ASKED =
            "Aucun avis n’est attendu sur cette version" + S + ": il n’y a rien à recevoir.";
    static final String DOCTOR = "Médecin traitant";
    static final String NOTED = "Réception notée" + S + ": l’avis reste attendu.";
    static final String TAKEN_BACK = "Ligne retirée" + S + ": elle reste dans l’historique.";
    static final String SENT = "Envoyé au médecin traitant";
    static final String RECEIVED = "Reçu";
    static final String OPINION = "Avis";
    static final String WITH_OPINION = "avec l’avis";
    static final String AWAITED = "attendu";
    static final String NO_RECEIPT = "Pas d’accusé de réception";

    private ReceiptText() {}

    static String before(LocalDate asked) {
        return "Le plan n’a été envoyé que le " + FrenchDates.date(asked) + ".";
    }

    static String received(int number) {
        return "PPS v" + number + " reçu par le médecin traitant";
    }

    static String withdrawn(int number) {
        return "PPS v" + number + S + ": accusé de réception retiré";
    }

    /// « le 4 juin 2026, confirmé par téléphone, Dr Anne MOREL ».
    static String sentence(LocalDate on, ReceiptWay way, String by) {
        return "le " + FrenchDates.date(on) + ", " + way.label() + ", " + by;
    }

    static String silent(long days) {
        return NO_RECEIPT + " depuis " + days + S + (days > 1 ? "jours" : "jour");
    }

    /// What to try when nothing says that the doctor has the plan.
    static String otherWay(String phone) {
        return phone.isEmpty() ? "essayer une autre voie, le téléphone" : "appeler le " + phone;
    }
}

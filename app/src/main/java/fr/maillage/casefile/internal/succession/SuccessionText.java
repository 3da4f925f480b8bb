package fr.maillage.casefile.internal.succession;

import fr.maillage.casefile.internal.succession.Succession.Kind;
import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Sentences about professionals who replace one another.
final class SuccessionText {

    static final String NOTED =
            "Remplacement noté\u00A0: à partir de ce jour, courriers et avis vont à la personne qui"
                    + " remplace.";
    static final String ENDED =
            "Remplacement terminé\u00A0: chacun retrouve sa place dans les cercles.";
    static final String SAME = "C’est la personne remplacée\u00A0: choisissez quelqu’un d’autre.";
    static final String PAST =
            "Un remplacement commence aujourd’hui ou plus tard\u00A0: ce qui est parti est parti.";
    static final String UNTIL =
            "Un remplacement a un dernier jour\u00A0; un successeur n’en a pas.";
    static final String ORDER = "La fin précède le début\u00A0: le même jour, ou plus tard.";
    static final String ALREADY = "Cette personne est déjà remplacée sur ces jours.";
    static final String NAME = "Dites qui remplace.";
    static final String RPPS =
            "L’annuaire ne connaît pas ce numéro RPPS\u00A0: vérifiez-le, ou laissez-le vide.";
    static final String NOBODY = "Aucun professionnel des cercles ne porte ce nom.";
    static final String OVER = "Fin du remplacement";

    private SuccessionText() {}

    /// In the line of life of each person.
    static String begins(String replaced, String by) {
        return replaced + ", remplacé par " + by;
    }

    static String ends(String replaced, String by) {
        return "Fin du remplacement de " + replaced + " par " + by;
    }

    /// Why the former line ended.
    static String gaveWay(String by) {
        return "Remplacé par " + by;
    }

    /// « du 2 au 9 juin 2026 », « à partir du 2 juin 2026 ».
    static String dates(Kind kind, LocalDate since, @Nullable LocalDate until) {
        return kind == Kind.SUCCESSEUR || until == null
                ? "à partir du " + FrenchDates.date(since)
                : "du " + FrenchDates.date(since) + " au " + FrenchDates.date(until);
    }

    static String persons(int count) {
        return count == 1 ? "1 personne" : count + " personnes";
    }
}

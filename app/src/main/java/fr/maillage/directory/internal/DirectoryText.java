package fr.maillage.directory.internal;

import fr.maillage.directory.Finder;
import fr.maillage.kernel.Rpps;
import fr.maillage.kernel.Typography;
import java.util.Locale;

/// Every French sentence of the directory.
final class DirectoryText {

    /// An offer that says nothing of what it is.
    static final String OFFER = "Offre de soins ou d’aide";

    private DirectoryText() {}

    static String nobody(String typed) {
        return Rpps.parse(typed).isPresent()
                ? "Ce numéro RPPS n’est pas dans l’annuaire"
                        + Typography.NBSP
                        + ": vérifiez-le, ou écrivez le nom."
                : "Personne de ce nom dans l’annuaire. Le nom saisi sera gardé tel quel.";
    }

    static String noStructure() {
        return "Aucune structure de ce nom dans l’annuaire. Le nom saisi sera gardé tel quel.";
    }

    /// « Dr Anne MOREL » for a physician, « Lucie PETIT » for anybody else.
    static String name(String given, String family, String profession) {
        return (profession.startsWith("MEDECIN") ? "Dr " : "")
                + (given + " " + family.toUpperCase(Locale.FRENCH)).strip();
    }

    /// « numéro RPPS 10100000017 ».
    static String number(String number, boolean rpps) {
        return (rpps ? "numéro RPPS " : "numéro FINESS ") + number;
    }

    /// « et 15 km », « dans la commune ».
    static String within(int km) {
        return km == 0 ? "dans la commune" : "à moins de " + km + Typography.NBSP + "km";
    }

    /// « nom proche de « dupon » ».
    static String near(String name) {
        return "nom proche de «" + Typography.NBSP + name + Typography.NBSP + "»";
    }

    static String said(Finder.Sort sort, String words) {
        return switch (sort) {
            case PERSON -> "autour de la personne";
            case FREE -> "avec une place libre";
            case OURS -> "déjà dans notre réseau";
            case HOME -> "à domicile";
            case MODE -> words.startsWith("l") ? "libéral" : "salarié";
            default -> words;
        };
    }
}

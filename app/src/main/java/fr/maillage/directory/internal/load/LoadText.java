package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Unusable.Why;
import fr.maillage.directory.internal.load.Editions.Edition;
import fr.maillage.directory.internal.load.Editions.Step;
import fr.maillage.kernel.Typography;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Every French sentence about the national files.
final class LoadText {

    static final String OPERATOR = "Exploitant";

    private LoadText() {}

    /// Where an import stands.
    static String standing(Edition e) {
        return "Annuaire"
                + Typography.NBSP
                + ": "
                + step(e.step())
                + (e.lines() > 0 ? ", " + count(e.lines()) + " lignes" : "");
    }

    private static String step(@Nullable Step step) {
        return switch (step) {
            case null -> "ouverture du fichier";
            case READING -> "lecture";
            case COMPARING -> "comparaison avec l’annuaire en service";
            case TAKING_CHANGES -> "reprise des changements";
            case INDEXING -> "préparation de la recherche";
            case SWITCHING -> "mise en service";
        };
    }

    /// What became of an edition.
    static String told(Edition e) {
        var what =
                switch (e.state()) {
                    case "FAITE" ->
                            "en service, "
                                    + count(e.added())
                                    + " lignes venues, "
                                    + count(e.removed())
                                    + " parties sur "
                                    + count(e.lines());
                    case "IDENTIQUE" -> "rien n’a changé, " + count(e.lines()) + " lignes lues";
                    case "REFUSEE" -> "fichier refusé, rien n’a changé. " + refused(e);
                    default -> "arrêté avant la fin, rien n’a changé";
                };
        return "Annuaire"
                + Typography.NBSP
                + ": "
                + what
                + (e.wrong() > 0 ? ". Lignes écartées : " + count(e.wrong()) : "")
                + (e.warned() > 0 ? ". Remarques : " + count(e.warned()) : "")
                + ".";
    }

    private static String refused(Edition e) {
        var detail = e.detail() == null ? "" : e.detail();
        if (e.why() == null) return "";
        return switch (Why.valueOf(e.why())) {
            case EMPTY -> "Il est vide";
            case UNREADABLE -> "Il ne peut pas être lu";
            case NOT_ONE_FILE ->
                    "L’archive ne contient pas un seul fichier dont le nom porte « "
                            + detail
                            + " »";
            case TOO_LARGE ->
                    "Il dépasse la taille acceptée ("
                            + detail
                            + ", réglage maillage.directory.most)";
            case BOMB -> "L’archive se déplie sans mesure (" + detail + " déjà lus)";
            case CUT -> "Il est coupé (" + detail + ")";
            case NO_HEADER ->
                    "Ce n’est pas cette extraction : aucune colonne connue, « "
                            + detail
                            + " » était attendue";
            case COLUMNS_MISSING -> "Il manque des colonnes : " + detail;
            case COLUMN_TWICE -> "La colonne « " + detail + " » y est deux fois";
            case LINE_TOO_LONG -> "La ligne " + detail + " est trop longue pour être une ligne";
            case NO_LINE -> "Aucune ligne n’a pu être lue";
            case SHRUNK ->
                    "Il a au moins un cinquième de lignes de moins que l’annuaire en service ("
                            + detail.replace(" ", " contre ")
                            + "). S’il est bien le bon, ajoutez --maillage.directory.confirmed=true";
        };
    }

    private static String count(long n) {
        return String.format(Locale.FRENCH, "%,d", n).replace(' ', Typography.NBSP.charAt(0));
    }
}

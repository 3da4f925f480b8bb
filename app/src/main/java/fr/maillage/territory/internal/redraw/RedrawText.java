package fr.maillage.territory.internal.redraw;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// French sentences about redraws.
final class RedrawText {

    static final String CODE =
            "Code de zone manquant ou mal écrit (lettres, chiffres et tirets, 20 au plus).";
    static final String REGION = "La région elle-même ne se redécoupe pas.";
    static final String ELSEWHERE =
            "Ce code est déjà celui d’une zone d’un autre découpage, ou d’une zone fermée.";
    static final String NO_LABEL = "Une nouvelle zone doit avoir un libellé.";
    static final String NO_FILE = "Choisissez un fichier, ou décrivez une zone.";
    static final String NO_CODE = "Donnez le code de la zone, nouveau ou existant.";
    static final String NO_POPULATIONS = "Choisissez un fichier de populations.";
    static final String NOT_A_COUNT = "la population n’est pas un nombre entier.";
    static final String NOTHING = "Ce découpage ne change rien au jour demandé.";
    static final String ALREADY = "Ce découpage est déjà appliqué.";
    static final String NOT_YOURS = "Ce découpage est celui d’une autre région.";
    static final String PREPARED = "Rien n’est encore changé\u00A0: relisez ce qui le sera.";
    static final String APPLIED = "Découpage appliqué.";
    static final String DISCARDED = "Découpage abandonné.";
    static final String TOO_LONG = "Ce fichier dépasse 4 Mo.";
    static final String OVERTAKEN =
            "Le découpage a changé depuis que cette page a été ouverte\u00A0: relisez ce qui changerait maintenant.";

    static final String PAST =
            "Ce jour est passé\u00A0: les chiffres déjà lus à des dates plus récentes changeront.";
    static final String OUT = "hors du découpage";

    private RedrawText() {}

    static String noHeader(List<String> needed) {
        return "La première ligne doit nommer les colonnes "
                + String.join(", ", needed).replace("libelle", "libellé")
                + ".";
    }

    static String line(int number, String why) {
        return "Ligne " + number + "\u00A0: " + why;
    }

    static String twiceHere(String code) {
        return "la commune " + code + " est déjà dans ce fichier.";
    }

    static String wrongPopulations(int wrong, List<String> first) {
        return wrong
                + (wrong == 1 ? " ligne fausse. " : " lignes fausses. ")
                + String.join(" ", first)
                + (wrong > first.size() ? " …" : "")
                + " Corrigez le fichier, ou demandez de les laisser de côté.";
    }

    static String populations(int communes) {
        return Typography.number(communes) + " populations de communes enregistrées.";
    }

    static String created(String under) {
        return "nouvelle zone, sous " + under;
    }

    static String changed(@Nullable String former, @Nullable String under) {
        return (former == null ? "" : "s’appelait «\u00A0" + former + "\u00A0»")
                + (former != null && under != null ? "\u00A0; " : "")
                + (under == null ? "" : "passe sous " + under);
    }

    static String twice(String code) {
        return "La zone " + code + " est décrite deux fois\u00A0; la première ligne est gardée.";
    }

    static String kind(String kind, Set<String> kinds) {
        return "Type de zone inconnu\u00A0: «\u00A0"
                + kind
                + "\u00A0» (connus\u00A0: "
                + String.join(", ", new java.util.TreeSet<>(kinds))
                + ").";
    }

    static String parent(String parent) {
        return "Zone parente inconnue\u00A0: " + parent + ".";
    }

    static String loop(String code) {
        return "La zone " + code + " serait sous elle-même.";
    }

    static String commune(String typed) {
        return "Commune inconnue, par son code actuel, son ancien code ou son nom\u00A0: «\u00A0"
                + typed
                + "\u00A0».";
    }

    static String inTwo(String commune, String zone) {
        return "La commune " + commune + " est déjà placée dans " + zone + " par une autre ligne.";
    }

    static String people(long people) {
        return Typography.number(people) + " habitants";
    }

    static String state(@Nullable String appliedBy, LocalDate day, String by) {
        return appliedBy != null
                ? "Appliqué par " + appliedBy + ", en vigueur le " + FrenchDates.date(day)
                : "Préparé par " + by + " pour le " + FrenchDates.date(day);
    }
}

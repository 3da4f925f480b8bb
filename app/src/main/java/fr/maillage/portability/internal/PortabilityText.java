package fr.maillage.portability.internal;

import fr.maillage.kernel.Typography;
import fr.maillage.portability.internal.reading.Limits;
import fr.maillage.portability.internal.reading.Unreadable;
import org.jspecify.annotations.Nullable;

/// Every sentence of the module about files and their columns; those about lines are in [LineText].
final class PortabilityText {

    /// Heading of the column that our file of refused lines adds.
    static final String REASON = "Motif du refus";

    static final String NO_FILE = "Choisissez le fichier à reprendre.";
    static final String UNNAMED = "fichier sans nom";
    static final String OPEN_DOCUMENT =
            "Les classeurs OpenDocument (.ods) ne sont pas lus\u00A0: enregistrez-le au format Excel (.xlsx) ou en CSV, puis redonnez-le.";
    static final String NOT_A_TABLE =
            "Ce fichier n’est pas un tableau. Sont lus\u00A0: les classeurs Excel (.xlsx) et les fichiers CSV.";
    static final String NO_LONGER_OPEN =
            "Cette reprise est commencée ou finie\u00A0: ses colonnes ne changent plus. Redonnez le fichier pour une autre reprise.";
    static final String ONE_SHEET_OF_PERSONS =
            "Une feuille, et une seule, doit contenir les personnes\u00A0: choisissez laquelle.";
    static final String NAMES_MISSING =
            "Il manque les noms\u00A0: dites quelles colonnes sont le nom de naissance et les prénoms, ou celle qui contient «\u00A0NOM Prénom\u00A0».";
    static final String READ = "Fichier lu. Dites maintenant ce que contient chaque colonne.";
    static final String SAVED = "Correspondances gardées.";
    static final String ABANDONED = "Reprise abandonnée\u00A0: rien n’a été repris.";

    private PortabilityText() {}

    static String of(Unreadable.Why why) {
        return switch (why) {
            case EMPTY -> "Ce fichier est vide\u00A0: il n’y a rien à reprendre.";
            case HEADINGS_ONLY ->
                    "Ce fichier n’a qu’une ligne d’intitulés et aucune personne. Vérifiez que l’export de l’ancien outil est complet.";
            case OLD_EXCEL ->
                    "C’est un ancien classeur Excel (.xls), ou un classeur protégé par un mot de passe. Ouvrez-le, «\u00A0Enregistrer sous\u00A0» au format .xlsx sans mot de passe, puis redonnez-le.";
            case OPEN_DOCUMENT -> OPEN_DOCUMENT;
            case DAMAGED ->
                    "Ce fichier est abîmé et ne se lit pas en entier. Enregistrez-le de nouveau depuis le tableur, puis redonnez-le.";
            case NOT_A_TABLE -> NOT_A_TABLE;
            case TOO_MANY_LINES ->
                    "Ce fichier a plus de "
                            + Typography.number(Limits.LINES)
                            + " lignes. Coupez-le en plusieurs fichiers, à reprendre l’un après l’autre.";
            case TOO_MANY_COLUMNS ->
                    "Ce fichier a plus de "
                            + Limits.COLUMNS
                            + " colonnes. Ne gardez que celles qui servent à la reprise.";
            case CELL_TOO_LONG ->
                    "Une cellule de ce fichier contient plus de "
                            + Typography.number(Limits.TEXT)
                            + " caractères. Déposez ce texte en document dans le dossier, et raccourcissez la cellule.";
        };
    }

    static String tooHeavy(String limit) {
        return "Ce fichier est trop lourd\u00A0: la limite est de "
                + limit
                + ". Un classeur de 5\u202F000 personnes pèse moins de 5\u00A0Mo\u00A0: retirez les images et les colonnes inutiles, ou coupez-le en plusieurs fichiers.";
    }

    static String twice(String first, String second, String target) {
        return "Les colonnes «\u00A0"
                + first
                + "\u00A0» et «\u00A0"
                + second
                + "\u00A0» donnent toutes deux «\u00A0"
                + target
                + "\u00A0»\u00A0: gardez-en une, et laissez l’autre de côté.";
    }

    static String numberMissing(String sheet) {
        return "La feuille «\u00A0"
                + sheet
                + "\u00A0» doit avoir une colonne «\u00A0N° de dossier\u00A0»\u00A0: c’est elle qui relie les feuilles.";
    }

    static String columnMissing(String sheet, String field) {
        return "Sur la feuille «\u00A0"
                + sheet
                + "\u00A0», dites quelle colonne est «\u00A0"
                + field
                + "\u00A0».";
    }

    static String practitioner(String name, String profession, @Nullable String commune) {
        return name + " · " + profession + (commune == null ? "" : " · " + commune);
    }

    static String received(int persons) {
        return persons == 1
                ? "Fichier lu\u00A0: une ligne."
                : "Fichier lu\u00A0: " + Typography.number(persons) + " lignes.";
    }
}

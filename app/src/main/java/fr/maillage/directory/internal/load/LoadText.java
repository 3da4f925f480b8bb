package fr.maillage.directory.internal.load;

import fr.maillage.directory.Source;
import fr.maillage.directory.internal.files.Words;
import fr.maillage.directory.internal.load.Editions.Edition;
import fr.maillage.directory.internal.load.Editions.Step;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.Mark;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every French sentence about the national files.
final class LoadText {

    static final String OPERATOR = "Exploitant";
    static final String FOLDER = "Dossier de dépôt";
    static final String NO_FILE = "Choisissez le fichier à charger.";
    static final String EMPTY_FILE =
            "Ce fichier est vide" + Typography.NBSP + ": téléchargez-le à nouveau.";
    static final String NO_SOURCE = "Dites de quel fichier il s’agit.";
    static final String RECEIVED = "Fichier reçu, il est en cours de lecture.";
    static final String NOT_KEPT =
            "Ce fichier n’a pas pu être gardé ici (le disque est peut-être plein). Rien n’a changé\u00A0; prévenez la personne qui exploite le serveur, puis donnez-le à nouveau.";
    static final String UNNAMED = "fichier sans nom";
    static final String GONE =
            "Ce fichier n’est plus gardé ici. Donnez-le à nouveau, en cochant «\u00A0le fichier est bien plus petit\u00A0».";
    static final String UPLOAD =
            "L’archive telle qu’elle est publiée (zip), ou son fichier texte, %s au plus. Au-delà, elle se charge au lancement.";

    static final String LINES = "Lignes écartées ou à relire";
    static final String LEFT_OUT = "écartée";
    static final String TAKEN = "prise, avec une remarque";
    static final List<String> LINE_HEADS =
            List.of("Ligne", "Ce qu’elle devient", "Motif", "Détail");
    static final List<String> MOVEMENT_HEADS = List.of("Numéro", "Nom", "Mouvement");

    private static final String COLON = Typography.NBSP + ": ";

    private LoadText() {}

    /// The file, as people speak of it.
    static String source(Source source) {
        return switch (source) {
            case PERSONNES -> "Professionnels et activités";
            case SAVOIR_FAIRE -> "Savoir-faire";
            case DIPLOMES -> "Diplômes et autorisations";
            case MSSANTE -> "Messageries sécurisées";
            case FINESS -> "Établissements (FINESS)";
            case ROR -> "Offres (ROR)";
            case ANNUAIRE_FHIR -> "Annuaire Santé, chaque nuit";
            case ROR_FHIR -> "ROR, chaque nuit";
            case COMMUNES -> "Communes";
            case FUSIONS -> "Communes fusionnées";
            case POPULATIONS -> "Populations des communes";
        };
    }

    /// What the file looks like.
    static String pattern(Source source) {
        return switch (source) {
            case PERSONNES -> "PS_LibreAcces_Personne_activite_….txt";
            case SAVOIR_FAIRE -> "PS_LibreAcces_SavoirFaire_….txt";
            case DIPLOMES -> "PS_LibreAcces_Dipl_AutExerc_….txt";
            case MSSANTE -> "Extraction_Correspondance_MSSante_….txt";
            case FINESS -> "etalab-cs1100502-stock-….csv";
            case ROR -> "Bundle FHIR (JSON) ou NDJSON";
            case ANNUAIRE_FHIR, ROR_FHIR -> "";
            case COMMUNES -> "v_commune_2026.csv";
            case FUSIONS -> "v_mvt_commune_2026.csv";
            case POPULATIONS -> "donnees_communes_2023.csv";
        };
    }

    static String limit(String weight) {
        return UPLOAD.formatted(weight);
    }

    static String tooHeavy(String weight) {
        return "Ce fichier dépasse "
                + weight
                + ". Donnez l’archive zip telle qu’elle est publiée, ou chargez-le au lancement"
                + COLON
                + "--maillage.directory.persons=…";
    }

    /// Where an import stands: « Annuaire : lecture, 42 %, 900 000 lignes ».
    static String standing(Edition e) {
        return "Annuaire" + COLON + source(e.source()) + ", " + where(e);
    }

    /// « lecture, 42 %, 900 000 lignes ».
    static String where(Edition e) {
        var percent = percent(e);
        return step(e.step())
                + (percent < 0 ? "" : ", " + percent + Typography.NBSP + "%")
                + (e.lines() > 0 ? ", " + count(e.lines()) + " lignes" : "");
    }

    /// How much of the text was read in this step; −1 when it reads none or nobody knows.
    static int percent(Edition e) {
        return e.bytes() <= 0 || e.done() <= 0
                ? -1
                : (int) Math.min(100, e.done() * 100 / e.bytes());
    }

    private static String step(@Nullable Step step) {
        return switch (step) {
            case null -> "en attente de son tour";
            case READING -> "lecture";
            case COMPARING -> "comparaison avec ce qui est en service";
            case TAKING_CHANGES -> "reprise des changements";
            case INDEXING -> "préparation de la recherche";
            case SWITCHING -> "mise en service";
        };
    }

    /// What became of an edition, on one line.
    static String told(Edition e) {
        return "Annuaire"
                + COLON
                + source(e.source())
                + ", "
                + outcome(e)
                + (e.wrong() > 0 ? ". Lignes écartées" + COLON + count(e.wrong()) : "")
                + (e.warned() > 0 ? ". Remarques" + COLON + count(e.warned()) : "")
                + ".";
    }

    /// What became of it.
    static String outcome(Edition e) {
        return switch (e.state()) {
            case "FAITE" ->
                    "en service"
                            + COLON
                            + several(e.added(), "ligne nouvelle", "lignes nouvelles")
                            + ", "
                            + several(e.removed(), "disparue", "disparues")
                            + (e.changed() > 0
                                    ? ", " + several(e.changed(), "modifiée", "modifiées")
                                    : "")
                            + ", "
                            + count(e.lines())
                            + " en tout";
            case "IDENTIQUE" ->
                    "rien n’a changé, " + several(e.lines(), "ligne lue", "lignes lues");
            case "REFUSEE" -> "fichier refusé, rien n’a changé. " + FaultText.refused(e);
            case "EN_COURS" -> where(e);
            default -> "arrêté avant la fin, rien n’a changé" + because(e);
        };
    }

    private static String because(Edition e) {
        return e.why() == null ? "" : ". " + FaultText.refused(e);
    }

    /// What became of it, beside the word that says its state.
    static String brief(Edition e) {
        return switch (e.state()) {
            case "FAITE" -> outcome(e).substring(("en service" + COLON).length());
            case "IDENTIQUE" ->
                    several(e.lines(), "ligne lue", "lignes lues") + ", rien n’a changé";
            case "REFUSEE" ->
                    "SHRUNK".equals(e.why()) && e.detail() != null
                            ? "Un cinquième de lignes de moins"
                                    + COLON
                                    + FaultText.shrunk(e.detail())
                            : FaultText.refused(e);
            case "EN_COURS" -> where(e);
            default -> "Rien n’a changé" + because(e);
        };
    }

    /// « 4 écartées, 3 remarques ».
    static String remarked(Edition e) {
        return Stream.of(
                        e.wrong() == 0 ? "" : several(e.wrong(), "écartée", "écartées"),
                        e.warned() == 0 ? "" : several(e.warned(), "remarque", "remarques"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static Mark mark(Edition e) {
        return switch (e.state()) {
            case "FAITE" -> new Mark("En service", "is-done", "circle-check");
            case "IDENTIQUE" -> new Mark("Identique", "", "circle-check");
            case "REFUSEE" -> new Mark("Refusé", "is-late", "alert-circle");
            case "EN_COURS" -> new Mark("En cours", "is-info", "refresh");
            default -> new Mark("Arrêté", "is-due", "alert-triangle");
        };
    }

    /// The last file of a source is not the one in use.
    static String notTaken(Edition e, LocalDate today) {
        return "Le dernier fichier «\u00A0"
                + source(e.source())
                + "\u00A0», donné "
                + FrenchDates.relative(e.begunAt(), today)
                + ", "
                + (e.state().equals("REFUSEE") ? "a été refusé" : "n’a pas été lu jusqu’au bout")
                + COLON
                + "ce qui est en service n’a pas changé.";
    }

    static String old(Edition e, LocalDate today) {
        return "Les professionnels en service sont ceux du fichier donné "
                + FrenchDates.relative(e.begunAt(), today)
                + ". Une extraction paraît chaque jour"
                + COLON
                + "donnez la dernière.";
    }

    static String unknown(List<String> names) {
        return (names.size() == 1
                        ? "Un fichier du dossier de dépôt ne se reconnaît pas à son nom"
                        : names.size()
                                + " fichiers du dossier de dépôt ne se reconnaissent pas à leur nom")
                + COLON
                + Words.plain(String.join(", ", names), 200)
                + ". Gardez les noms sous lesquels ils sont publiés.";
    }

    /// What the folder is, for who runs the installation.
    static String folder(String path, LocalTime at, int waiting) {
        return "Le dossier "
                + path
                + " est lu chaque nuit à "
                + at.getHour()
                + Typography.NBSP
                + "h"
                + (at.getMinute() == 0 ? "" : Typography.NBSP + "%02d".formatted(at.getMinute()))
                + (waiting == 0
                        ? ", rien n’y attend."
                        : waiting == 1
                                ? ", un fichier y attend."
                                : ", " + waiting + " fichiers y attendent.");
    }

    static final String NO_FOLDER =
            "Pour les charger sans personne, l’exploitant désigne un dossier de dépôt par le réglage maillage.directory.folder.";

    static Mark movement(String kind) {
        return switch (kind) {
            case "NOUVEAU" -> new Mark("Arrivés", "is-done", "user-plus");
            case "PARTI" -> new Mark("Partis", "is-due", "logout");
            case "DEMENAGE" -> new Mark("Lieu d’exercice changé", "is-info", "map-pin");
            default -> new Mark("Autre changement", "", "edit");
        };
    }

    /// « 1 ligne », « 0 ligne », « 2 lignes ».
    private static String several(long n, String one, String many) {
        return count(n) + " " + (n > 1 ? many : one);
    }

    static String count(long n) {
        return Typography.number(n);
    }
}

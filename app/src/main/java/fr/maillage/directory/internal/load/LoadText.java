package fr.maillage.directory.internal.load;

import fr.maillage.directory.Source;
import fr.maillage.directory.internal.files.Unusable.Why;
import fr.maillage.directory.internal.load.Editions.Edition;
import fr.maillage.directory.internal.load.Editions.Step;
import fr.maillage.kernel.Typography;
import fr.maillage.web.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every French sentence about the national files.
final class LoadText {

    static final String OPERATOR = "Exploitant";
    static final String NO_FILE = "Choisissez le fichier à charger.";
    static final String NO_SOURCE = "Dites de quel fichier il s’agit.";
    static final String RECEIVED = "Fichier reçu, il est en cours de lecture.";
    static final String UNNAMED = "fichier sans nom";
    static final String GONE =
            "Ce fichier n’est plus gardé ici. Donnez-le à nouveau, en cochant « le fichier est bien plus petit ».";
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
            case FUSIONS -> "v_mvtcommune_2026.csv";
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
            case null -> "en attente";
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
                            + count(e.added())
                            + " lignes venues, "
                            + count(e.removed())
                            + " parties"
                            + (e.changed() > 0 ? ", " + count(e.changed()) + " modifiées" : "")
                            + " sur "
                            + count(e.lines());
            case "IDENTIQUE" -> "rien n’a changé, " + count(e.lines()) + " lignes lues";
            case "REFUSEE" -> "fichier refusé, rien n’a changé. " + refused(e);
            case "EN_COURS" -> where(e);
            default -> "arrêté avant la fin, rien n’a changé";
        };
    }

    /// What became of it, beside the word that says its state.
    static String brief(Edition e) {
        return switch (e.state()) {
            case "FAITE" -> outcome(e).substring(("en service" + COLON).length());
            case "IDENTIQUE" -> count(e.lines()) + " lignes lues, rien n’a changé";
            case "REFUSEE" ->
                    "SHRUNK".equals(e.why()) && e.detail() != null
                            ? "Un cinquième de lignes de moins" + COLON + shrunk(e.detail())
                            : refused(e);
            case "EN_COURS" -> where(e);
            default -> "Rien n’a changé";
        };
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

    /// Why a file was refused, and what to do.
    static String refused(Edition e) {
        var detail = e.detail() == null ? "" : e.detail();
        if (e.why() == null) return "";
        return switch (Why.valueOf(e.why())) {
            case EMPTY -> "Il est vide";
            case UNREADABLE ->
                    "Son encodage ("
                            + detail
                            + ") n’est pas lu"
                            + COLON
                            + "enregistrez-le en UTF-8";
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
                    "Ce n’est pas cette extraction"
                            + COLON
                            + "aucune colonne connue, « "
                            + detail
                            + " » était attendue";
            case COLUMNS_MISSING -> "Il manque des colonnes" + COLON + detail;
            case COLUMN_TWICE -> "La colonne « " + detail + " » y est deux fois";
            case LINE_TOO_LONG -> "La ligne " + detail + " est trop longue pour être une ligne";
            case MALFORMED -> "Il est mal écrit après la ressource " + detail;
            case NOT_FHIR -> "Ce n’est pas un lot de ressources FHIR (Bundle ou NDJSON)";
            case NO_YEAR ->
                    "Son nom ne dit pas son année ("
                            + detail
                            + ")"
                            + COLON
                            + "gardez le nom sous lequel il est publié, ou ajoutez l’année";
            case OLDER ->
                    "Il est de "
                            + detail.split(" ")[0]
                            + ", et ce qui est en service est de "
                            + detail.split(" ")[1]
                            + COLON
                            + "il rendrait aux communes leurs noms et leurs codes d’alors";
            case NO_LINE -> "Aucune ligne n’a pu être lue";
            case SHRUNK ->
                    "Il a au moins un cinquième de lignes de moins que ce qui est en service ("
                            + shrunk(detail)
                            + "). S’il est bien le bon, confirmez-le, ou ajoutez --maillage.directory.confirmed=true au lancement";
        };
    }

    /// « 7 contre 10 ».
    private static String shrunk(String detail) {
        var both = detail.split(" ");
        return both.length == 2
                ? count(Long.parseLong(both[0])) + " contre " + count(Long.parseLong(both[1]))
                : detail;
    }

    /// What is said of a line.
    static String reason(Reason reason) {
        return switch (reason) {
            case COLUMNS -> "Pas autant de colonnes que l’en-tête";
            case ENCODING -> "Caractères illisibles";
            case IDENTIFIER -> "Identifiant absent ou mal formé";
            case IDENTIFIER_TYPE -> "Type d’identifiant inconnu";
            case NAME -> "Pas de nom";
            case CODE -> "Code absent";
            case ADDRESS -> "Adresse sécurisée mal formée";
            case DAY -> "Date absente ou mal formée";
            case POPULATION -> "Population absente ou mal formée";
            case FORMER_COMMUNE -> "Commune fusionnée, lue sous son code d’aujourd’hui";
            case TWICE -> "Ligne répétée";
            case RPPS_KEY -> "Clé du RPPS fausse";
            case NATIONAL_ID -> "Identification nationale différente du numéro";
            case COMMUNE -> "Commune inconnue";
            case RESOURCE_TYPE -> "Ressource d’un autre type, ou absente";
            case UNREADABLE -> "Ressource illisible";
            case SENSITIVE -> "Offre sensible, non gardée";
            case REFERENCE -> "Personne ou lieu que le service n’a pas donné";
            case COORDINATES -> "Coordonnées hors de France";
            case PLACES -> "Places impossibles";
            case UNKNOWN_NAMED -> "Structure ou lieu nommé, mais absent";
            case TOTAL -> "Le service annonçait un autre nombre";
        };
    }

    /// What a remark names beside its line, in words.
    static String detail(Reason reason, @Nullable String detail) {
        if (detail == null) return "";
        return reason == Reason.COLUMNS ? detail + " colonnes" : detail;
    }

    static Mark movement(String kind) {
        return switch (kind) {
            case "NOUVEAU" -> new Mark("Arrivés", "is-done", "user-plus");
            case "PARTI" -> new Mark("Partis", "is-due", "logout");
            case "DEMENAGE" -> new Mark("Lieu d’exercice changé", "is-info", "map-pin");
            default -> new Mark("Autre changement", "", "edit");
        };
    }

    static String kept(int kept) {
        return "Les "
                + kept
                + " premières lignes de chaque motif sont gardées ; toutes sont comptées.";
    }

    static String count(long n) {
        return Typography.number(n);
    }
}

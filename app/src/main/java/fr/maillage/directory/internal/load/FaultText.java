package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Unusable.Why;
import fr.maillage.directory.internal.load.Editions.Edition;
import fr.maillage.kernel.Typography;
import org.jspecify.annotations.Nullable;

/// French of what is wrong with a file, with one of its lines, or with what stopped it.
final class FaultText {

    private static final String COLON = Typography.NBSP + ": ";

    private FaultText() {}

    /// Why a file was refused, and what to do.
    static String refused(Edition e) {
        var detail = e.detail() == null ? "" : e.detail();
        if (e.why() == null) return "";
        if (e.state().equals("ECHEC")) return stopped(Stop.valueOf(e.why()));
        return switch (Why.valueOf(e.why())) {
            case EMPTY -> "Il est vide";
            case ABSENT ->
                    "Il n’est pas là où il est dit, ou ne peut pas être lu par l’application ("
                            + detail
                            + ")";
            case WORKBOOK ->
                    "C’est un classeur (Excel), pas le fichier publié"
                            + COLON
                            + "donnez l’archive ou le texte tels qu’ils sont téléchargés, sans les ouvrir dans un tableur";
            case RESOURCE_TOO_LONG ->
                    "La ressource " + detail + " est trop longue pour en être une";
            case UNREADABLE ->
                    "Son encodage ("
                            + detail
                            + ") n’est pas lu"
                            + COLON
                            + "enregistrez-le en UTF-8";
            case NOT_ONE_FILE ->
                    "L’archive ne contient pas un seul fichier dont le nom porte «\u00A0"
                            + detail
                            + "\u00A0»";
            case TOO_LARGE ->
                    "Il dépasse la taille acceptée ("
                            + detail
                            + ", réglage maillage.directory.most)";
            case BOMB ->
                    "L’archive se déplie sans mesure ("
                            + detail
                            + " déjà lus)"
                            + COLON
                            + "reprenez-la au site qui la publie";
            case LOCKED ->
                    "L’archive est protégée par un mot de passe"
                            + COLON
                            + "dépliez-la, puis donnez le fichier qu’elle contient";
            case CUT -> cut(detail);
            case NO_HEADER ->
                    "Ce n’est pas cette extraction"
                            + COLON
                            + "aucune colonne connue, «\u00A0"
                            + detail
                            + "\u00A0» était attendue";
            case COLUMNS_MISSING -> "Il manque des colonnes" + COLON + detail;
            case COLUMN_TWICE -> "La colonne «\u00A0" + detail + "\u00A0» y est deux fois";
            case LINE_TOO_LONG -> "La ligne " + detail + " est trop longue pour être une ligne";
            case MALFORMED -> "Il est mal écrit après la ressource " + detail;
            case NOT_FHIR -> "Ce n’est pas un lot de ressources FHIR (Bundle ou NDJSON)";
            case NO_YEAR ->
                    "Son nom ne dit pas son année ("
                            + detail
                            + ")"
                            + COLON
                            + "ajoutez-la, par exemple donnees_communes_2023.csv";
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
                            + "). S’il est bien le bon, donnez-le à nouveau en cochant «\u00A0Le fichier est bien plus petit\u00A0», ou avec --maillage.directory.confirmed=true au lancement";
        };
    }

    /// Where it is cut, told by the number of a line or of a resource, else by the name of the
    /// file.
    private static String cut(String detail) {
        return "Il est coupé"
                + (detail.matches("\\d+")
                        ? " après la ligne ou la ressource "
                                + LoadText.count(Long.parseLong(detail))
                        : "")
                + COLON
                + "téléchargez-le à nouveau";
    }

    /// What stopped an import that the file is not to blame for, and what to do.
    private static String stopped(Stop why) {
        return switch (why) {
            case APPLICATION ->
                    "L’application s’est arrêtée pendant la lecture"
                            + COLON
                            + "donnez-le à nouveau";
            case NO_ROOM ->
                    "Le disque est plein" + COLON + "faites de la place, puis donnez-le à nouveau";
            case DATABASE ->
                    "La base de données a interrompu la lecture"
                            + COLON
                            + "donnez-le à nouveau, et si cela revient, lisez le journal de l’application";
            case DISK ->
                    "Le fichier reçu n’a pas pu être relu sur le disque"
                            + COLON
                            + "donnez-le à nouveau";
            case BUG ->
                    "C’est une faute de Maillage"
                            + COLON
                            + "le journal de l’application dit laquelle";
        };
    }

    /// « 7 contre 10 ».
    static String shrunk(String detail) {
        var both = detail.split(" ");
        return both.length == 2
                ? LoadText.count(Long.parseLong(both[0]))
                        + " contre "
                        + LoadText.count(Long.parseLong(both[1]))
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

    static String kept(int kept) {
        return "Les "
                + kept
                + " premières lignes de chaque motif sont gardées\u00A0; toutes sont comptées.";
    }
}

package fr.maillage.assessment.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.Typography;
import java.util.LinkedHashMap;
import java.util.Map;

/// French sentences about questionnaires a structure brings by file, and what is wrong with them.
final class ImportText {

    static final String TOO_HEAVY = "Le fichier dépasse 2" + NBSP + "Mo.";
    static final String NO_FILE = "Choisissez un fichier.";
    static final String NOT_TEXT = "Ce fichier n’est pas du texte en UTF-8.";
    static final String NOT_JSON =
            "Ce n’est pas du JSON"
                    + NBSP
                    + ": la lecture s’arrête ici (virgule, guillemet ou accolade).";
    static final String SAID_TWICE = "Ce champ est écrit deux fois dans le même objet.";
    static final String MIXED_EXTENSION =
            "Une extension a soit une valeur, soit d’autres extensions, pas les deux.";
    static final String REFUSED =
            "Le fichier est refusé"
                    + NBSP
                    + ": rien n’a été gardé. Corrigez ce qui suit, puis envoyez-le de nouveau.";

    // What was done.
    static final String RECEIVED = "Questionnaire reçu. Essayez-le avant de le publier.";
    static final String PUBLISHED = "Questionnaire publié" + NBSP + ": l’équipe peut le remplir.";
    static final String WITHDRAWN =
            "Questionnaire retiré" + NBSP + ": les évaluations déjà faites restent lisibles.";
    static final String REMOVED = "Questionnaire supprimé" + NBSP + ": il n’avait pas été publié.";
    static final String RESPONSE_RECEIVED =
            "Réponses reprises du fichier" + NBSP + ": relisez-les, puis terminez l’évaluation.";

    // Rules.
    static final String URL =
            "L’adresse du questionnaire (url) commence par https:// ou urn: et compte 300 caractères au plus.";
    static final String RESERVED =
            "Cette adresse (url) est celle des questionnaires livrés avec Maillage"
                    + NBSP
                    + ": donnez au vôtre une adresse de votre structure.";
    static final String VERSION =
            "La version commence par un chiffre et s’écrit avec des chiffres, des lettres, des points et des tirets, 30 caractères au plus (exemple"
                    + NBSP
                    + ": 1.2.0).";
    static final String TITLE = "Le titre (title) est obligatoire, 200 caractères au plus.";
    static final String CODE =
            "La fin de l’adresse (url), après le dernier «\u00A0/\u00A0», sert de nom court"
                    + NBSP
                    + ": minuscules, chiffres et tirets, 60 caractères au plus.";
    static final String CODE_TAKEN =
            "Un autre questionnaire porte déjà ce nom court (la fin de l’adresse)"
                    + NBSP
                    + ": changez-la.";
    static final String EXISTS =
            "Cette version est déjà publiée et ne change plus"
                    + NBSP
                    + ": augmentez le champ «\u00A0version\u00A0».";
    static final String NO_QUESTION = "Ce questionnaire ne pose aucune question.";
    static final String RIGHT_NEEDED = "Dites d’où vient le droit d’utiliser ce questionnaire.";
    static final String HOLDER_NEEDED = "Nommez le titulaire des droits.";
    static final String REFERENCE_NEEDED =
            "Donnez la référence" + NBSP + ": licence, courrier, contrat, où le retrouver.";
    static final String DAY_NEEDED = "Donnez le jour de l’autorisation.";
    static final String DAY_AHEAD = "Ce jour est à venir.";
    static final String CUT_OFF = "Choisissez un des seuils que la source donne.";
    static final String CUT_OFF_CHOSEN =
            "Seuil retenu. Les évaluations déjà faites gardent le leur.";
    static final String CUT_OFF_DEFAULT = "Seuil par défaut" + NBSP + ": aucun n’a été choisi";
    static final String WHY_NEEDED = "Dites en quelques mots pourquoi il est retiré.";

    // A response from a file.
    static final String WHO_MISSING =
            "Ces réponses ne disent pas de qui il s’agit (subject)"
                    + NBSP
                    + ": elles ne peuvent être rangées dans aucun dossier.";
    static final String OTHER_PERSON =
            "Ces réponses concernent une autre personne" + NBSP + ": rien n’a été repris.";
    static final String QUESTIONNAIRE_MISSING =
            "Ces réponses ne nomment pas leur questionnaire et sa version (questionnaire"
                    + NBSP
                    + ": url|version).";
    static final String QUESTIONNAIRE_UNKNOWN =
            "Le questionnaire de ces réponses n’est pas connu de la structure, dans cette version.";
    static final String DAY_UNREADABLE = "La date de ces réponses (authored) est à venir.";

    static final Map<String, String> RIGHTS = rights();

    private ImportText() {}

    private static Map<String, String> rights() {
        var words = new LinkedHashMap<String, String>();
        words.put("PROPRE", "La structure l’a écrit elle-même");
        words.put("LIBRE", "Il est libre de droits, ou sous licence libre");
        words.put("AUTORISATION", "La structure détient l’autorisation du titulaire des droits");
        return words;
    }

    static String status(String status) {
        return switch (status) {
            case "A_ESSAYER" -> "À essayer";
            case "PUBLIE" -> "Publié";
            default -> "Retiré";
        };
    }

    static String otherKind(String expected, String found) {
        return found.isEmpty()
                ? "Il manque «\u00A0resourceType\u00A0»"
                        + NBSP
                        + ": «\u00A0"
                        + expected
                        + "\u00A0» est attendu."
                : "Ce fichier est un «\u00A0"
                        + cut(found)
                        + "\u00A0»"
                        + NBSP
                        + ": un «\u00A0"
                        + expected
                        + "\u00A0» est attendu.";
    }

    static String unknownField(String name) {
        return "Le champ «\u00A0" + cut(name) + "\u00A0» n’existe pas ici en FHIR R4.";
    }

    static String repeated(String name) {
        return "Le champ «\u00A0" + cut(name) + "\u00A0» n’est attendu qu’une fois.";
    }

    static String missingField(String name) {
        return "Il manque le champ «\u00A0" + cut(name) + "\u00A0».";
    }

    static String wrongShape(String name) {
        return "Le champ «\u00A0"
                + cut(name)
                + "\u00A0» n’a pas la forme attendue (texte, nombre, liste ou objet).";
    }

    static String badValue(String value) {
        return value.isEmpty()
                ? "Une valeur n’est pas admise par FHIR R4."
                : "La valeur «\u00A0" + cut(value) + "\u00A0» n’est pas admise ici par FHIR R4.";
    }

    static String restricted(String tool, String owner) {
        return tool
                + " est protégé ("
                + owner
                + ")"
                + NBSP
                + ": seule une autorisation de son titulaire permet de le publier.";
    }

    /// « Question « toilette » : deux questions portent cet identifiant. »
    static String fault(Fault fault) {
        var what = sentence(fault.kind(), cut(fault.detail()));
        return fault.linkId().isEmpty() || fault.linkId().startsWith("%")
                ? (fault.linkId().isEmpty()
                                ? ""
                                : "Variable «\u00A0" + fault.linkId() + "\u00A0»" + NBSP + ": ")
                        + (fault.linkId().isEmpty() ? what : Typography.inSentence(what))
                : "Question «\u00A0"
                        + cut(fault.linkId())
                        + "\u00A0»"
                        + NBSP
                        + ": "
                        + Typography.inSentence(what);
    }

    private static String sentence(Fault.Kind kind, String detail) {
        return switch (kind) {
            case IDENTITY -> "Il manque le champ «\u00A0" + detail + "\u00A0».";
            case TOO_MANY ->
                    "Le questionnaire compte "
                            + detail
                            + " questions et groupes"
                            + NBSP
                            + ": la limite est de "
                            + SourceChecks.MOST_ITEMS
                            + ".";
            case TOO_DEEP -> "Les groupes s’emboîtent sur plus de " + detail + " niveaux.";
            case TOO_LONG_TEXT -> "Le texte dépasse " + detail + " caractères.";
            case NO_LINK_ID -> "Une question n’a pas d’identifiant (linkId).";
            case LINK_ID ->
                    "Cet identifiant (linkId) ne convient pas"
                            + NBSP
                            + ": ni espace ni «\u00A0#\u00A0», 255 caractères au plus.";
            case LINK_ID_TWICE -> "Deux questions portent cet identifiant (linkId).";
            case ALIKE ->
                    "Cet identifiant se confond à l’écran avec «\u00A0"
                            + detail
                            + "\u00A0»"
                            + NBSP
                            + ": changez l’un des deux.";
            case TYPE ->
                    "Le type «\u00A0"
                            + detail
                            + "\u00A0» n’est pas pris en charge (group, display, boolean, decimal, integer, date, string, text, choice, open-choice).";
            case VALUE_SET ->
                    "Les réponses se donnent dans le fichier (answerOption), non par une liste extérieure (answerValueSet).";
            case REPEATING_GROUP -> "Un groupe ne peut pas être répété (repeats).";
            case NESTED ->
                    "Seule une question à une réponse peut en contenir d’autres"
                            + NBSP
                            + ": ni une note, ni une valeur calculée, ni une question à plusieurs réponses.";
            case NO_OPTION -> "Une question à choix n’a aucune réponse (answerOption).";
            case OPTION -> "Une réponse proposée n’a ni code ni texte.";
            case OPTION_TWICE -> "La réponse «\u00A0" + detail + "\u00A0» est proposée deux fois.";
            case TOO_MANY_OPTIONS ->
                    detail
                            + " réponses sont proposées"
                            + NBSP
                            + ": la limite est de "
                            + SourceChecks.MOST_OPTIONS
                            + ".";
            case EXTENSION_VALUE ->
                    "La valeur de l’extension «\u00A0"
                            + detail
                            + "\u00A0» n’est pas du type attendu.";
            case EXTENSION ->
                    "L’extension «\u00A0"
                            + detail
                            + "\u00A0» changerait le questionnaire et n’est pas prise en charge.";
            case LANGUAGE ->
                    "Une expression s’écrit en «\u00A0text/fhirpath\u00A0»"
                            + (detail.isEmpty() ? "." : ", non en «\u00A0" + detail + "\u00A0».");
            case NOT_FHIRPATH -> "Cette expression n’est pas du FHIRPath" + NBSP + ": " + detail;
            case LONG_EXPRESSION ->
                    "Une expression compte plus de "
                            + SourceChecks.LONGEST_EXPRESSION
                            + " caractères.";
            case VARIABLE_TWICE ->
                    "La variable «\u00A0%"
                            + detail
                            + "\u00A0» n’a pas de nom, ou est déclarée deux fois.";
            case SCORE -> "Le score n’a pas de «\u00A0" + detail + "\u00A0».";
            case SCORE_OVER -> "Le score porte sur «\u00A0" + detail + "\u00A0», qui n’existe pas.";
            case CONDITION ->
                    "Une condition (enableWhen) est incomplète"
                            + NBSP
                            + ": question, opérateur, réponse.";
            case UNKNOWN_QUESTION ->
                    "La condition (enableWhen) porte sur «\u00A0"
                            + detail
                            + "\u00A0», qui n’existe pas.";
            case UNKNOWN_OPTION ->
                    "La condition (enableWhen) attend la réponse «\u00A0"
                            + detail
                            + "\u00A0», que personne ne peut donner.";
            case CONDITION_CYCLE ->
                    "Cette question ne s’affiche que si l’on y a déjà répondu"
                            + NBSP
                            + ": ses conditions tournent en rond.";
            case UNKNOWN_VARIABLE ->
                    "L’expression demande «\u00A0" + detail + "\u00A0», qui n’est pas déclarée.";
            case EXPRESSION_CYCLE ->
                    "Une expression a besoin de son propre résultat" + NBSP + ": " + detail + ".";
            case UNSETTLED ->
                    "Des valeurs calculées changent sans cesse l’une par l’autre"
                            + NBSP
                            + ": "
                            + detail
                            + ".";
            case FAILS -> "Une expression échoue sur des réponses vides ou ordinaires.";
            case SLOW -> "Une expression dure trop longtemps" + NBSP + ": elle a été interrompue.";
            case REFUSED -> "Le moteur refuse ce questionnaire.";
        };
    }

    private static String cut(String words) {
        return words.length() <= 160
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 150)) + "…";
    }
}

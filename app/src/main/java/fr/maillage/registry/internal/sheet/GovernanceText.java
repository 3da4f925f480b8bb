package fr.maillage.registry.internal.sheet;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.registry.internal.Choices;
import java.util.Map;

/// The French words of governance: bodies, meetings, decisions, the reform, watch, calls.
public final class GovernanceText {

    static final String REGIONAL_PROJECT =
            "Un projet de santé dit ce qu’il reprend du projet régional de santé.";
    static final String NUMBER = "Donnez ce numéro.";
    static final String ONE_NUMBER =
            "Un numéro unique est déjà en service à ces dates"
                    + NBSP
                    + ": donnez-lui d’abord une fin.";
    static final String DUE = "Donnez le jour pour lequel c’est à faire.";
    static final String OWNER = "Dites qui s’en charge, par sa fonction.";
    static final String FUTURE = "Ce jour n’est pas encore venu.";
    static final String TOO_LATE = "La réponse est déposée après la date limite.";
    static final String BEFORE_FOUND = "La réponse est déposée avant que l’appel soit repéré.";
    static final String SUBMITTED = "Donnez le jour du dépôt.";
    static final String STATE_OF_ANSWER =
            "Un jour de dépôt est donné" + NBSP + ": la réponse est déposée.";
    static final String LEAD = "Dites qui répond, par sa fonction.";
    static final String REVIEWED_ON = "Donnez le jour de l’état des lieux.";
    static final String REVIEW_NOT_DONE =
            "Un jour est donné" + NBSP + ": l’état des lieux est fait.";
    static final String OUTCOME = "Dites la conclusion de l’état des lieux.";
    static final String REVIEW_FIRST = "L’état des lieux vient avant le contrat.";
    static final String BEARS_SUPPORT =
            "Le contrat se négocie avec les réseaux qui portent l’appui à la coordination.";
    static final String SIGNED_ON = "Donnez le jour de la signature.";
    static final String NOT_SIGNED =
            "Un jour de signature est donné" + NBSP + ": le contrat est signé.";
    static final String BEFORE_MEETING = "Cette échéance est avant la réunion.";
    static final String NOT_HELD =
            "La réunion n’a pas encore eu lieu" + NBSP + ": la personne est attendue ou excusée.";
    static final String NOT_OF_BODY = "Ce collège n’est pas de cette instance.";
    static final String FOLLOWS_NOBODY =
            "Cette structure n’inclut pas directement des personnes"
                    + NBSP
                    + ": elle n’en suit pas.";
    static final String NO_ENTRANCE =
            "Cette structure n’inclut pas directement des personnes"
                    + NBSP
                    + ": elle ne répond pas au guichet.";
    static final String SUPPORT_ONLY =
            "Un réseau régional n’a que des missions d’appui"
                    + NBSP
                    + ": dites pour quelle pathologie très particulière il suit des personnes.";
    static final String NOT_OF_THIS_KIND = "Ce type de structure n’a pas cette liste.";
    static final String HOLDS_OTHERS =
            "Cette ligne en porte d’autres"
                    + NBSP
                    + ": retirez-les d’abord, ou donnez-lui un dernier jour.";
    public static final String SEATS_TAKEN =
            "Les sièges d’aujourd’hui sont repris parmi les attendus.";
    public static final String NO_SEAT = "Aucun siège n’est à reprendre.";

    public static final Map<String, String> AUDIENCES =
            Choices.of(
                    "AGENCE", "La structure et l’agence",
                    "INTERNE", "La structure seule",
                    "TRAVAIL", "Toutes les structures qui travaillent ici",
                    "PUBLIC", "Tout le monde");
    public static final Map<String, String> REPRESENTED =
            Choices.of(
                    "STRUCTURE", "La structure elle-même",
                    "PREMIER_RECOURS", "Professionnels de premier recours",
                    "URPS", "URPS",
                    "ETABLISSEMENT", "Établissements de santé",
                    "MEDICO_SOCIAL", "Services médico-sociaux",
                    "HEBERGEMENT", "Établissements d’hébergement",
                    "SOCIAL", "Services sociaux",
                    "USAGERS", "Usagers",
                    "COLLECTIVITE", "Collectivités territoriales",
                    "CONFERENCE", "Conférence de territoire",
                    "CRSA", "CRSA",
                    "RESEAU_TERRITORIAL", "Réseau territorial",
                    "RESEAU_REGIONAL", "Réseau régional",
                    "FEDERATION", "Représentants régionaux des réseaux",
                    "AGENCE", "Agence régionale de santé",
                    "ASSURANCE_MALADIE", "Assurance maladie",
                    "AUTRE", "Autre");
    public static final Map<String, String> PROFESSIONS =
            Choices.of(
                    "MEDECIN", "Médecin",
                    "INFIRMIER", "Infirmier",
                    "PHARMACIEN", "Pharmacien",
                    "REEDUCATEUR", "Professionnel de rééducation",
                    "SAGE_FEMME", "Sage-femme",
                    "PSYCHOLOGUE", "Psychologue",
                    "SOCIAL", "Travailleur social",
                    "AUTRE_SOIGNANT", "Autre soignant",
                    "DIRECTION", "Direction, gestion",
                    "ELU", "Élu",
                    "USAGER", "Représentant des usagers",
                    "AUTRE", "Autre");
    public static final Map<String, String> MODES =
            Choices.of(
                    "PRESENCE", "En présence",
                    "DISTANCE", "À distance",
                    "MIXTE", "En présence et à distance",
                    "ECRIT", "Par écrit");
    public static final Map<String, String> AXES =
            Choices.of(
                    "STRATEGIE", "Stratégie",
                    "PROSPECTIVE", "Prospective",
                    "EVALUATION", "Évaluation");
    public static final Map<String, String> PRESENCES =
            Choices.of(
                    "ATTENDU", "attendu",
                    "PRESENT", "présent",
                    "EXCUSE", "excusé",
                    "ABSENT", "absent");
    public static final Map<String, String> OPINIONS =
            Choices.of(
                    "FAVORABLE", "favorable",
                    "RESERVES", "favorable avec réserves",
                    "DEFAVORABLE", "défavorable",
                    "SANS_AVIS", "sans avis");
    public static final Map<String, String> WATCHES =
            Choices.of(
                    "REGLEMENTAIRE", "Réglementaire",
                    "JURIDIQUE", "Juridique",
                    "INFORMATION", "Informative");
    public static final Map<String, String> CALLS =
            Choices.of(
                    "REPERE", "repéré",
                    "EN_PREPARATION", "réponse en préparation",
                    "DEPOSE", "réponse déposée",
                    "RETENU", "retenu",
                    "NON_RETENU", "non retenu",
                    "ECARTE", "écarté");
    public static final Map<String, String> REVIEWS =
            Choices.of("A_FAIRE", "à faire", "EN_COURS", "en cours", "FAIT", "fait");
    public static final Map<String, String> OUTCOMES =
            Choices.of(
                    "POURSUITE", "poursuite",
                    "REGROUPEMENT", "regroupement",
                    "TRANSFORMATION", "transformation",
                    "ARRET", "arrêt");
    public static final Map<String, String> CONTRACTS =
            Choices.of(
                    "A_NEGOCIER", "à négocier",
                    "EN_NEGOCIATION", "en négociation",
                    "SIGNE", "signé",
                    "SANS_OBJET", "sans objet");

    private GovernanceText() {}

    /// As [SheetText#options].
    static Map<String, String> options(String name) {
        return switch (name) {
            case "AUDIENCES" -> AUDIENCES;
            case "AXES" -> AXES;
            case "CALLS" -> CALLS;
            case "CONTRACTS" -> CONTRACTS;
            case "MODES" -> MODES;
            case "OPINIONS" -> OPINIONS;
            case "OUTCOMES" -> OUTCOMES;
            case "PRESENCES" -> PRESENCES;
            case "PROFESSIONS" -> PROFESSIONS;
            case "REPRESENTED" -> REPRESENTED;
            case "REVIEWS" -> REVIEWS;
            case "WATCHES" -> WATCHES;
            default -> throw new IllegalArgumentException(name);
        };
    }
}

package fr.maillage.registry.internal.sheet;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.registry.internal.Choices;
import fr.maillage.registry.internal.RegistryText;
import java.time.LocalTime;
import java.util.Map;

/// The French words of a sheet.
public final class SheetText {

    static final String REQUIRED = "Ce champ est nécessaire.";
    static final String CHOICE = "Choisissez dans la liste.";
    static final String LINK =
            "Cette adresse n’en est pas une" + NBSP + ": www.exemple.fr ou https://exemple.fr.";
    static final String TIME = "Donnez une heure, 9" + NBSP + "h ou 09:30.";
    static final String MONEY = "Donnez un montant en euros, 12 345,67.";
    static final String COMMUNE =
            "Aucune commune, ou plusieurs, ont ce nom" + NBSP + ": ajoutez le code postal.";
    static final String PLACE = "Donnez une zone ou une commune, l’une des deux.";
    static final String UNTIL = "Cette fin est avant le début.";
    static final String AGES = "Le second âge est avant le premier.";
    static final String PARTNER = "Choisissez la structure, ou écrivez son nom.";
    static final String ENTRANCE =
            "Une entrée du guichet donne un téléphone et dit ce qu’elle fait.";
    static final String SAVED = "La fiche est à jour.";
    static final String REMOVED = "La ligne est retirée de la fiche.";
    static final String TWICE = "Cette ligne existe déjà sur la fiche.";
    static final String YEAR = "Donnez une année depuis 1990.";
    static final String ABOVE_ZERO = "Donnez plus que zéro.";
    static final String ITSELF = "Une structure n’est pas issue d’elle-même.";

    static final Map<String, String> LEVELS =
            Choices.of(
                    "REGIONAL",
                    "régional",
                    "TERRITORIAL",
                    "territorial",
                    "INFRA",
                    "infra-territorial");
    static final Map<String, String> LEGAL_FORMS =
            Choices.of(
                    "ASSOCIATION",
                    "Association loi 1901",
                    "GCS",
                    "Groupement de coopération sanitaire (GCS)",
                    "GCSMS",
                    "Groupement de coopération sociale et médico-sociale (GCSMS)",
                    "GIE",
                    "Groupement d’intérêt économique (GIE)",
                    "GIP",
                    "Groupement d’intérêt public (GIP)",
                    "SISA",
                    "Société interprofessionnelle de soins ambulatoires (SISA)",
                    "SCM",
                    "Société civile de moyens (SCM)",
                    "SCP",
                    "Société civile professionnelle (SCP)",
                    "SEL",
                    "Société d’exercice libéral (SEL)",
                    "SCI",
                    "Société civile immobilière (SCI)",
                    "FONDATION",
                    "Fondation",
                    "ETABLISSEMENT",
                    "Établissement de santé",
                    "COLLECTIVITE",
                    "Collectivité",
                    "SANS",
                    "Sans personne morale propre");
    static final Map<String, String> PROVENANCES =
            Choices.of(
                    "DECLAREE",
                    "déclarée par la structure",
                    "DOCUMENT",
                    "lue dans un document public",
                    "FICTIVE",
                    "fictive, pour la démonstration");
    static final Map<String, String> STATUSES =
            Choices.of("COUVERT", "couvert", "EMERGENT", "en émergence", "ILLISIBLE", "illisible");
    static final Map<String, String> CERTAINTIES =
            Choices.of("CERTAIN", "certain", "PROBABLE", "probable", "INCERTAIN", "incertain");
    static final Map<String, String> PARTS = Choices.of("POLE", "Pôle", "ANTENNE", "Antenne");
    public static final Map<String, String> FUNCTIONS =
            Choices.of(
                    "DIRECTION",
                    "Direction",
                    "GESTION",
                    "Gestion",
                    "COMPTABILITE",
                    "Comptabilité",
                    "RH",
                    "Ressources humaines",
                    "QUALITE",
                    "Qualité",
                    "LOCAUX",
                    "Locaux",
                    "ACCUEIL",
                    "Accueil",
                    "SECRETARIAT",
                    "Secrétariat",
                    "NUMERO",
                    "Numéro d’appel",
                    "SI",
                    "Système d’information",
                    "COMMUNICATION",
                    "Communication",
                    "PARCOURS",
                    "Parcours patient",
                    "FORMATION",
                    "Formation",
                    "LOGISTIQUE",
                    "Logistique");
    static final Map<String, String> DOCUMENTS =
            Choices.of(
                    "STATUTS",
                    "Statuts",
                    "CONVENTION_CONSTITUTIVE",
                    "Convention constitutive (D.6321-5)",
                    "DOSSIER_PROMOTEUR",
                    "Dossier promoteur (D.6321-6)",
                    "PROJET_SANTE",
                    "Projet de santé",
                    "REGLEMENT",
                    "Règlement intérieur",
                    "CHARTE",
                    "Charte",
                    "CPOM",
                    "Contrat (CPOM)",
                    "RAPPORT_ACTIVITE",
                    "Rapport d’activité",
                    "EVALUATION",
                    "Évaluation",
                    "AUTRE",
                    "Autre");
    static final Map<String, String> STAFF =
            Choices.of(
                    "SALARIE",
                    "salarié",
                    "LIBERAL",
                    "libéral",
                    "HOSPITALIER",
                    "hospitalier",
                    "MIS_A_DISPOSITION",
                    "mis à disposition",
                    "BENEVOLE",
                    "bénévole");
    public static final Map<String, String> BODIES =
            Choices.of(
                    "ASSEMBLEE",
                    "Assemblée générale",
                    "CONSEIL",
                    "Conseil d’administration",
                    "BUREAU",
                    "Bureau",
                    "DIRECTION",
                    "Direction",
                    "PILOTAGE",
                    "Comité de pilotage",
                    "SCIENTIFIQUE",
                    "Conseil scientifique",
                    "USAGERS",
                    "Représentation des usagers",
                    "GROUPE_TRAVAIL",
                    "Groupe de travail",
                    "GROUPE_OPERATIONNEL",
                    "Groupe opérationnel",
                    "CONCERTATION",
                    "Concertation");
    static final Map<String, String> AGREEMENTS =
            Choices.of(
                    "ARTICULATION",
                    "Articulation (HAD, SSIAD, EMSP, EHPAD, MAIA…)",
                    "PREMIER_RECOURS",
                    "Premier recours",
                    "ROLES",
                    "Répartition des rôles (CPOM, annexe 3)",
                    "MOYENS",
                    "Mise en commun de moyens",
                    "APPUI_REGIONAL",
                    "Appui d’un réseau régional",
                    "AUTRE",
                    "Autre");

    /// Who of the first line expects something, and what.
    public static final Map<String, String> FIRST_LINE_GROUPS =
            Choices.of(
                    "GENERALISTES",
                    "Médecins généralistes",
                    "INFIRMIERS",
                    "Infirmiers",
                    "PHARMACIENS",
                    "Pharmaciens",
                    "KINES",
                    "Masseurs-kinésithérapeutes",
                    "AUTRES",
                    "Autres libéraux",
                    "MAISON",
                    "Maison ou pôle de santé",
                    "CENTRE",
                    "Centre de santé",
                    "CPTS",
                    "CPTS",
                    "ENSEMBLE",
                    "Plusieurs professions ensemble");

    public static final Map<String, String> EXPECTATIONS =
            Choices.of(
                    "EXPERTISE",
                    "Un avis, une expertise",
                    "EDUCATION",
                    "L’éducation thérapeutique",
                    "COMPETENCES",
                    "Des compétences qui manquent (diététique, psychologie…)",
                    "LIEN",
                    "La mise en lien avec les autres acteurs",
                    "LOGISTIQUE",
                    "Une aide logistique et administrative",
                    "RETOUR",
                    "La préparation des retours à domicile",
                    "INFORMATION",
                    "Un retour d’information",
                    "SIMPLICITE",
                    "Un seul interlocuteur, moins de démarches",
                    "AUTRE",
                    "Autre chose");
    public static final Map<String, String> HEARD =
            Choices.of(
                    "REUNION",
                    "En réunion",
                    "ENQUETE",
                    "Par une enquête",
                    "ENTRETIEN",
                    "En entretien",
                    "COURRIER",
                    "Par écrit");
    public static final Map<String, String> ANSWERS =
            Choices.of(
                    "A_ETUDIER",
                    "À étudier",
                    "RETENUE",
                    "Retenue",
                    "EN_PLACE",
                    "En place",
                    "ECARTEE",
                    "Écartée");
    static final String ANSWER = "Dites ce qui a été répondu, ou pourquoi elle est écartée.";
    static final String ANSWERED = "Dites depuis quel jour.";
    static final String BEFORE_HEARD = "La réponse précède l’attente.";
    static final Map<String, String> MEASURES =
            Choices.of(
                    "FILE_ACTIVE",
                    "File active",
                    "NOUVEAUX_PPS",
                    "Nouveaux PPS",
                    "SALARIES",
                    "Salariés",
                    "ETP",
                    "Équivalents temps plein",
                    "ANTENNES",
                    "Antennes",
                    "COMMUNES",
                    "Communes",
                    "REUNIONS",
                    "Réunions");
    static final Map<String, String> FIRST_LINE =
            Choices.of(
                    "PERMANENCE",
                    "Permanence des soins",
                    "STAGES",
                    "Terrain de stage",
                    "COOPERATION",
                    "Protocole de coopération (HPST, art. 51)",
                    "TELEMEDECINE",
                    "Télémédecine (HPST, art. 78)");
    public static final Map<String, String> GUIDE_TYPES =
            Choices.of(
                    "PROXIMITE",
                    "Coordination de proximité",
                    "REGIONAL_CANCER_PERINATALITE",
                    "Régional de cancérologie ou de périnatalité (hors périmètre du guide)",
                    "TRES_SPECIALISE",
                    "Très spécialisé",
                    "AUTRE",
                    "Autre");
    public static final Map<String, String> FUNDS =
            Choices.of(
                    "FAQSV",
                    "FAQSV",
                    "DRDR",
                    "DRDR",
                    "FIQCS",
                    "FIQCS",
                    "FIR",
                    "FIR",
                    "MIGAC",
                    "MIGAC",
                    "COLLECTIVITE",
                    "Collectivité",
                    "ASSURANCE_MALADIE",
                    "Assurance maladie",
                    "AUTRE",
                    "Autre");
    static final Map<String, String> TRANSFORMATIONS =
            Choices.of(
                    "FUSION",
                    "fusion",
                    "INTEGRATION",
                    "intégration dans la structure",
                    "TRANSFORMATION",
                    "transformation",
                    "SCISSION",
                    "scission");
    static final Map<String, String> WEEKDAYS =
            Choices.of(
                    "1",
                    "lundi",
                    "2",
                    "mardi",
                    "3",
                    "mercredi",
                    "4",
                    "jeudi",
                    "5",
                    "vendredi",
                    "6",
                    "samedi",
                    "7",
                    "dimanche");
    static final Map<String, String> KNOWN = Choices.of("oui", "oui", "non", "non");

    private SheetText() {}

    static String decimal(int most) {
        return "Donnez un nombre jusqu’à "
                + most
                + ", avec deux décimales au plus"
                + NBSP
                + ": 3,5.";
    }

    static String time(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /// The choices of a field, by their name in the description of the lists. Throws for another.
    static Map<String, String> options(String name) {
        return switch (name) {
            case "" -> Map.of();
            case "AGREEMENTS" -> AGREEMENTS;
            case "ANSWERS" -> ANSWERS;
            case "BODIES" -> BODIES;
            case "CERTAINTIES" -> CERTAINTIES;
            case "DOCUMENTS" -> DOCUMENTS;
            case "EXPECTATIONS" -> EXPECTATIONS;
            case "FIRST_LINE" -> FIRST_LINE;
            case "FIRST_LINE_GROUPS" -> FIRST_LINE_GROUPS;
            case "FUNCTIONS" -> FUNCTIONS;
            case "FUNDS" -> FUNDS;
            case "GUIDE_TYPES" -> GUIDE_TYPES;
            case "HEARD" -> HEARD;
            case "KNOWN" -> KNOWN;
            case "MEASURES" -> MEASURES;
            case "MISSIONS" -> RegistryText.MISSIONS;
            case "PARTS" -> PARTS;
            case "STAFF" -> STAFF;
            case "STATUSES" -> STATUSES;
            case "TRANSFORMATIONS" -> TRANSFORMATIONS;
            case "WEEKDAYS" -> WEEKDAYS;
            default -> GovernanceText.options(name);
        };
    }
}

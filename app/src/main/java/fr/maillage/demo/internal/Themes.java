package fr.maillage.demo.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What situations of a theme look like: ages, problems, goals and interventions in the words of
/// the field. Invented and plain: nobody's file was looked at.
final class Themes {

    /// @param women share of women, in hundredths
    record Pattern(
            int youngest,
            int oldest,
            int women,
            List<String> pathologies,
            List<Problem> problems,
            List<Goal> goals,
            List<Planned> acts,
            List<String> motives,
            String words,
            String project) {}

    record Problem(String label, String domain) {}

    /// @param problem the label of the problem it answers
    record Goal(
            String domain,
            String kind,
            String title,
            @Nullable String indicator,
            @Nullable String target,
            String problem) {}

    /// @param actor who does it: a profession of the directory, a specialty, or SAD, SSIAD, HAD,
    ///   CCAS, CSAPA
    /// @param after days from the start of the plan
    /// @param goal rank of the goal it serves
    record Planned(
            String volet,
            String type,
            String title,
            String actor,
            int after,
            @Nullable Integer every,
            @Nullable String unit,
            @Nullable Integer times,
            Set<Integer> weekdays,
            int window,
            int tolerance,
            int goal) {

        Planned serving(int rank) {
            return new Planned(
                    volet, type, title, actor, after, every, unit, times, weekdays, window,
                    tolerance, rank);
        }
    }

    private static Planned every(
            String volet,
            String type,
            String title,
            String actor,
            int after,
            int n,
            String unit,
            int window,
            int tolerance) {
        return new Planned(
                volet, type, title, actor, after, n, unit, null, Set.of(), window, tolerance, 0);
    }

    private static Planned series(
            String type, String title, String actor, int after, Set<Integer> weekdays, int times) {
        return new Planned(
                "SOINS", type, title, actor, after, 1, "SEMAINE", times, weekdays, 2, 5, 0);
    }

    private static Planned once(
            String volet, String type, String title, String actor, int after, int window) {
        return new Planned(
                volet, type, title, actor, after, null, null, null, Set.of(), window, 14, 0);
    }

    private static final Planned DOCTOR =
            every(
                    "SOINS",
                    "EVALUATION",
                    "Consultation du médecin traitant",
                    "MEDECIN_GENERALISTE",
                    14,
                    3,
                    "MOIS",
                    10,
                    10);
    private static final Planned NURSE =
            every(
                    "SOINS",
                    "PRESCRIPTION_NON_MEDICAMENTEUSE",
                    "Passage infirmier, surveillance et pilulier",
                    "INFIRMIER",
                    3,
                    2,
                    "SEMAINE",
                    2,
                    4);
    private static final Planned HELP =
            every(
                    "AIDE",
                    "SERVICE_A_LA_PERSONNE",
                    "Point avec l’aide à domicile",
                    "SAD",
                    7,
                    1,
                    "MOIS",
                    4,
                    7);
    private static final Planned SOCIAL =
            once("AIDE", "BILAN_SOCIAL", "Bilan social et ouverture de droits", "CCAS", 10, 21);

    private static final Pattern OLD_AGE =
            new Pattern(
                    75,
                    97,
                    66,
                    List.of(
                            "Maladie d’Alzheimer",
                            "Hypertension artérielle",
                            "Arthrose invalidante"),
                    List.of(
                            new Problem("Chutes répétées", "AUTONOMIE"),
                            new Problem("Aidant fatigué", "AIDANT"),
                            new Problem("Isolement", "SOCIAL")),
                    List.of(
                            new Goal(
                                    "MEDICAL",
                                    "BIOMEDICAL",
                                    "Ne plus tomber",
                                    "Chutes en 3 mois",
                                    "0",
                                    "Chutes répétées"),
                            new Goal(
                                    "SOCIAL",
                                    "QUALITATIF",
                                    "Rester à domicile en sécurité",
                                    null,
                                    null,
                                    "Isolement")),
                    List.of(
                            NURSE.serving(1),
                            series(
                                    "PRESCRIPTION_NON_MEDICAMENTEUSE",
                                    "Rééducation de la marche et de l’équilibre",
                                    "MASSEUR_KINE",
                                    10,
                                    Set.of(2, 5),
                                    16),
                            HELP.serving(1),
                            DOCTOR.serving(1),
                            once(
                                            "SOINS",
                                            "CONSULTATION",
                                            "Consultation mémoire",
                                            "Gériatrie",
                                            30,
                                            60)
                                    .serving(1)),
                    List.of("MAINTIEN_DOMICILE", "AIDANT_EPUISE"),
                    "« Je veux rester chez moi. »",
                    "Rester chez soi le plus longtemps possible.");

    private static final Map<String, Pattern> PATTERNS =
            Map.ofEntries(
                    Map.entry("GERONTOLOGIE", OLD_AGE),
                    Map.entry(
                            "SOINS_PALLIATIFS",
                            new Pattern(
                                    48,
                                    92,
                                    50,
                                    List.of(
                                            "Cancer métastatique",
                                            "Insuffisance cardiaque terminale"),
                                    List.of(
                                            new Problem("Douleur à soulager", "MEDICAL"),
                                            new Problem("Proches inquiets", "AIDANT")),
                                    List.of(
                                            new Goal(
                                                    "MEDICAL",
                                                    "BIOMEDICAL",
                                                    "Douleur soulagée",
                                                    "Échelle numérique",
                                                    "moins de 4",
                                                    "Douleur à soulager"),
                                            new Goal(
                                                    "PSYCHOLOGIQUE",
                                                    "QUALITATIF",
                                                    "Vivre la fin de vie chez soi, entouré",
                                                    null,
                                                    null,
                                                    "Proches inquiets")),
                                    List.of(
                                            every(
                                                    "SOINS",
                                                    "EVALUATION",
                                                    "Évaluation de la douleur et du confort",
                                                    "INFIRMIER",
                                                    1,
                                                    1,
                                                    "SEMAINE",
                                                    1,
                                                    2),
                                            every(
                                                    "SOINS",
                                                    "CONSULTATION",
                                                    "Visite du médecin traitant",
                                                    "MEDECIN_GENERALISTE",
                                                    4,
                                                    2,
                                                    "SEMAINE",
                                                    3,
                                                    4),
                                            once(
                                                            "SOINS",
                                                            "DECISION_RCP",
                                                            "Concertation avec l’équipe de soins palliatifs",
                                                            "HAD",
                                                            7,
                                                            10)
                                                    .serving(1),
                                            HELP.serving(1)),
                                    List.of("FIN_DE_VIE", "RETOUR_DOMICILE"),
                                    "« Je ne veux pas retourner à l’hôpital. »",
                                    "Rester à la maison jusqu’au bout, entouré des siens.")),
                    Map.entry(
                            "DIABETOLOGIE",
                            new Pattern(
                                    42,
                                    82,
                                    52,
                                    List.of(
                                            "Diabète de type 2",
                                            "Obésité",
                                            "Insuffisance rénale chronique"),
                                    List.of(
                                            new Problem("Diabète mal équilibré", "MEDICAL"),
                                            new Problem("Renoncement aux soins", "SOCIAL")),
                                    List.of(
                                            new Goal(
                                                    "MEDICAL",
                                                    "BIOMEDICAL",
                                                    "Équilibrer le diabète",
                                                    "HbA1c",
                                                    "moins de 7,5 %",
                                                    "Diabète mal équilibré"),
                                            new Goal(
                                                    "EDUCATIF",
                                                    "QUALITATIF",
                                                    "Comprendre son traitement",
                                                    null,
                                                    null,
                                                    "Renoncement aux soins")),
                                    List.of(
                                            every(
                                                    "SOINS",
                                                    "EXAMEN",
                                                    "HbA1c",
                                                    "MEDECIN_GENERALISTE",
                                                    30,
                                                    3,
                                                    "MOIS",
                                                    14,
                                                    14),
                                            once(
                                                    "SOINS",
                                                    "EXAMEN",
                                                    "Photographie de la rétine",
                                                    "Ophtalmologie",
                                                    45,
                                                    60),
                                            every(
                                                            "EDUCATION",
                                                            "SEANCE_EDUCATION",
                                                            "Éducation thérapeutique",
                                                            "DIETETICIEN",
                                                            14,
                                                            1,
                                                            "MOIS",
                                                            7,
                                                            10)
                                                    .serving(1),
                                            DOCTOR,
                                            NURSE),
                                    List.of("RUPTURE_SOINS", "ISOLEMENT_PRECARITE"),
                                    "« Les rendez-vous sont loin, je n’y vais plus. »",
                                    "Reprendre la marche et revoir ses amis.")),
                    Map.entry(
                            "ADDICTOLOGIE",
                            new Pattern(
                                    28,
                                    66,
                                    30,
                                    List.of("Trouble de l’usage de l’alcool", "Cirrhose"),
                                    List.of(
                                            new Problem("Consommations à risque", "PSYCHOLOGIQUE"),
                                            new Problem("Logement instable", "SOCIAL")),
                                    List.of(
                                            new Goal(
                                                    "MEDICAL",
                                                    "QUALITATIF",
                                                    "Reprendre un suivi régulier",
                                                    "Rendez-vous honorés",
                                                    "trois sur quatre",
                                                    "Consommations à risque"),
                                            new Goal(
                                                    "SOCIAL",
                                                    "QUALITATIF",
                                                    "Retrouver un logement stable",
                                                    null,
                                                    null,
                                                    "Logement instable")),
                                    List.of(
                                            every(
                                                    "SOINS",
                                                    "CONSULTATION",
                                                    "Rendez-vous au CSAPA",
                                                    "CSAPA",
                                                    7,
                                                    2,
                                                    "SEMAINE",
                                                    3,
                                                    7),
                                            DOCTOR,
                                            once(
                                                    "SOINS",
                                                    "CONSULTATION",
                                                    "Consultation d’hépatologie",
                                                    "Hépato-gastro-entérologie",
                                                    20,
                                                    45),
                                            SOCIAL.serving(1)),
                                    List.of("HOSPITALISATIONS", "RUPTURE_SOINS"),
                                    "« Il faut que ça s’arrête. »",
                                    "Retrouver un logement et revoir ses enfants.")),
                    Map.entry(
                            "CANCEROLOGIE",
                            new Pattern(
                                    38,
                                    84,
                                    58,
                                    List.of("Cancer du sein", "Anxiété"),
                                    List.of(
                                            new Problem("Fatigue du traitement", "MEDICAL"),
                                            new Problem(
                                                    "Inquiétude pour les enfants",
                                                    "PSYCHOLOGIQUE")),
                                    List.of(
                                            new Goal(
                                                    "MEDICAL",
                                                    "QUALITATIF",
                                                    "Aller au bout du traitement",
                                                    null,
                                                    null,
                                                    "Fatigue du traitement"),
                                            new Goal(
                                                    "PSYCHOLOGIQUE",
                                                    "QUALITATIF",
                                                    "Être soutenue pendant les soins",
                                                    null,
                                                    null,
                                                    "Inquiétude pour les enfants")),
                                    List.of(
                                            every(
                                                    "SOINS",
                                                    "CONSULTATION",
                                                    "Consultation d’oncologie",
                                                    "Oncologie médicale",
                                                    10,
                                                    1,
                                                    "MOIS",
                                                    5,
                                                    7),
                                            every(
                                                            "SOINS",
                                                            "CONSULTATION",
                                                            "Entretien avec la psychologue",
                                                            "PSYCHOLOGUE",
                                                            14,
                                                            3,
                                                            "SEMAINE",
                                                            4,
                                                            7)
                                                    .serving(1),
                                            DOCTOR,
                                            SOCIAL.serving(1)),
                                    List.of("RETOUR_DOMICILE", "ACCES_DROITS"),
                                    "« Je dois tenir pour mes enfants. »",
                                    "Reprendre le travail après les traitements.")),
                    Map.entry(
                            "HANDICAP",
                            new Pattern(
                                    4,
                                    58,
                                    45,
                                    List.of("Polyhandicap", "Épilepsie"),
                                    List.of(
                                            new Problem("Parcours de soins éclaté", "MEDICAL"),
                                            new Problem("Épilepsie mal équilibrée", "MEDICAL")),
                                    List.of(
                                            new Goal(
                                                    "SOCIAL",
                                                    "QUALITATIF",
                                                    "Un projet partagé entre l’école, les soins et la maison",
                                                    null,
                                                    null,
                                                    "Parcours de soins éclaté"),
                                            new Goal(
                                                    "MEDICAL",
                                                    "BIOMEDICAL",
                                                    "Moins de crises",
                                                    "Crises par mois",
                                                    "moins de 2",
                                                    "Épilepsie mal équilibrée")),
                                    List.of(
                                            every(
                                                    "SOINS",
                                                    "PRESCRIPTION_NON_MEDICAMENTEUSE",
                                                    "Orthophonie",
                                                    "ORTHOPHONISTE",
                                                    7,
                                                    2,
                                                    "SEMAINE",
                                                    3,
                                                    7),
                                            every(
                                                            "SOINS",
                                                            "CONSULTATION",
                                                            "Consultation de neurologie",
                                                            "Neurologie",
                                                            30,
                                                            6,
                                                            "MOIS",
                                                            30,
                                                            30)
                                                    .serving(1),
                                            once(
                                                    "AIDE",
                                                    "AIDE_FINANCIERE_OU_SOCIALE",
                                                    "Dossier MDPH",
                                                    "CCAS",
                                                    20,
                                                    45),
                                            DOCTOR.serving(1)),
                                    List.of("ACCES_DROITS", "AIDANT_EPUISE"),
                                    "« On répète tout à chaque rendez-vous. »",
                                    "Vivre à la maison, sortir, voir du monde.")),
                    Map.entry(
                            "PERINATALITE",
                            new Pattern(
                                    18,
                                    41,
                                    100,
                                    List.of("Suites de couches difficiles"),
                                    List.of(
                                            new Problem(
                                                    "Vulnérabilité psychosociale", "PSYCHOLOGIQUE"),
                                            new Problem("Logement précaire", "SOCIAL")),
                                    List.of(
                                            new Goal(
                                                    "PSYCHOLOGIQUE",
                                                    "QUALITATIF",
                                                    "Soutenir le lien mère-enfant",
                                                    null,
                                                    null,
                                                    "Vulnérabilité psychosociale"),
                                            new Goal(
                                                    "SOCIAL",
                                                    "QUALITATIF",
                                                    "Un logement et des droits stables",
                                                    null,
                                                    null,
                                                    "Logement précaire")),
                                    List.of(
                                            every(
                                                    "SOINS",
                                                    "CONSULTATION",
                                                    "Visite de la sage-femme",
                                                    "SAGE_FEMME",
                                                    5,
                                                    2,
                                                    "SEMAINE",
                                                    3,
                                                    5),
                                            DOCTOR,
                                            SOCIAL.serving(1)),
                                    List.of("ISOLEMENT_PRECARITE", "ACCES_DROITS"),
                                    "« Je ne connais personne ici. »",
                                    "Un logement à soi pour élever son enfant.")),
                    Map.entry(
                            "PRECARITE",
                            new Pattern(
                                    22,
                                    68,
                                    42,
                                    List.of("Hépatite B chronique", "État dentaire dégradé"),
                                    List.of(
                                            new Problem("Droits non ouverts", "SOCIAL"),
                                            new Problem("Sans médecin traitant", "MEDICAL")),
                                    List.of(
                                            new Goal(
                                                    "SOCIAL",
                                                    "QUALITATIF",
                                                    "Ouvrir les droits",
                                                    null,
                                                    null,
                                                    "Droits non ouverts"),
                                            new Goal(
                                                    "MEDICAL",
                                                    "QUALITATIF",
                                                    "Avoir un médecin traitant",
                                                    null,
                                                    null,
                                                    "Sans médecin traitant")),
                                    List.of(
                                            SOCIAL,
                                            NURSE.serving(1),
                                            once(
                                                            "SOINS",
                                                            "EXAMEN",
                                                            "Bilan biologique",
                                                            "INFIRMIER",
                                                            10,
                                                            14)
                                                    .serving(1),
                                            DOCTOR.serving(1)),
                                    List.of("RECHERCHE_MT", "ACCES_DROITS"),
                                    "« Je ne sais pas où aller. »",
                                    "Des papiers, un toit, un médecin.")),
                    Map.entry(
                            "CARDIOVASCULAIRE",
                            new Pattern(
                                    62,
                                    90,
                                    45,
                                    List.of("Insuffisance cardiaque", "BPCO"),
                                    List.of(
                                            new Problem("Réhospitalisations", "MEDICAL"),
                                            new Problem("Traitement complexe", "MEDICAL")),
                                    List.of(
                                            new Goal(
                                                    "MEDICAL",
                                                    "BIOMEDICAL",
                                                    "Poids stable",
                                                    "Poids",
                                                    "± 2 kg en une semaine",
                                                    "Réhospitalisations"),
                                            new Goal(
                                                    "EDUCATIF",
                                                    "QUALITATIF",
                                                    "Reconnaître les signes d’alerte",
                                                    null,
                                                    null,
                                                    "Traitement complexe")),
                                    List.of(
                                            NURSE,
                                            every(
                                                    "SOINS",
                                                    "CONSULTATION",
                                                    "Consultation de cardiologie",
                                                    "Cardiologie",
                                                    20,
                                                    3,
                                                    "MOIS",
                                                    14,
                                                    14),
                                            DOCTOR,
                                            every(
                                                            "EDUCATION",
                                                            "SEANCE_EDUCATION",
                                                            "Éducation : poids, sel, essoufflement",
                                                            "INFIRMIER",
                                                            10,
                                                            1,
                                                            "MOIS",
                                                            5,
                                                            7)
                                                    .serving(1)),
                                    List.of("HOSPITALISATIONS", "RETOUR_DOMICILE"),
                                    "« Je m’essouffle dans l’escalier. »",
                                    "Remonter l’escalier sans s’arrêter, retourner au jardin.")),
                    Map.entry(
                            "SANTE_MENTALE",
                            new Pattern(
                                    19,
                                    72,
                                    52,
                                    List.of("Trouble schizo-affectif", "Diabète de type 2"),
                                    List.of(
                                            new Problem("Suivi interrompu", "PSYCHOLOGIQUE"),
                                            new Problem("Isolement", "SOCIAL")),
                                    List.of(
                                            new Goal(
                                                    "PSYCHOLOGIQUE",
                                                    "QUALITATIF",
                                                    "Un suivi psychiatrique sans rupture",
                                                    null,
                                                    null,
                                                    "Suivi interrompu"),
                                            new Goal(
                                                    "SOCIAL",
                                                    "QUALITATIF",
                                                    "Sortir de chez soi une fois par semaine",
                                                    null,
                                                    null,
                                                    "Isolement")),
                                    List.of(
                                            every(
                                                    "SOINS",
                                                    "CONSULTATION",
                                                    "Consultation de psychiatrie",
                                                    "Psychiatrie",
                                                    14,
                                                    1,
                                                    "MOIS",
                                                    5,
                                                    7),
                                            NURSE,
                                            DOCTOR,
                                            SOCIAL.serving(1)),
                                    List.of("RUPTURE_SOINS", "ISOLEMENT_PRECARITE"),
                                    "« Je préfère rester tranquille. »",
                                    "Garder son appartement, retrouver un rythme.")));

    private Themes() {}

    /// The pattern of a theme; poly-pathology, like most of what is left, looks like old age.
    static Pattern of(String theme) {
        return PATTERNS.getOrDefault(
                theme,
                switch (theme) {
                    case "PATHOLOGIES_RESPIRATOIRES", "NEPHROLOGIE" ->
                            PATTERNS.getOrDefault("CARDIOVASCULAIRE", OLD_AGE);
                    case "MALADIES_INFECTIEUSES" -> PATTERNS.getOrDefault("PRECARITE", OLD_AGE);
                    default -> OLD_AGE;
                });
    }

    /// The words of an exit.
    static String exitLabel(@Nullable String reason) {
        return switch (String.valueOf(reason)) {
            case "DECES" -> "décès";
            case "RELAIS" -> "relais";
            case "OBJECTIFS_ATTEINTS" -> "objectifs atteints";
            case "ENTREE_ETABLISSEMENT" -> "entrée en établissement";
            case "SOUHAIT" -> "souhait de la personne";
            case "DEMENAGEMENT" -> "déménagement";
            case "PERDUE_DE_VUE" -> "perdue de vue";
            default -> "décision du professionnel";
        };
    }
}

package fr.maillage.demo.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    static Planned every(
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

    static Planned series(
            String type, String title, String actor, int after, Set<Integer> weekdays, int times) {
        return new Planned(
                "SOINS", type, title, actor, after, 1, "SEMAINE", times, weekdays, 2, 5, 0);
    }

    static Planned once(
            String volet, String type, String title, String actor, int after, int window) {
        return new Planned(
                volet, type, title, actor, after, null, null, null, Set.of(), window, 14, 0);
    }

    static final Planned DOCTOR =
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
    static final Planned NURSE =
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
    static final Planned HELP =
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
    static final Planned SOCIAL =
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
            Stream.of(
                            Map.of("GERONTOLOGIE", OLD_AGE),
                            ThemesOfIllness.PATTERNS,
                            ThemesOfLife.PATTERNS)
                    .flatMap(patterns -> patterns.entrySet().stream())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

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

package fr.maillage.demo.internal;

import static fr.maillage.demo.internal.Themes.DOCTOR;
import static fr.maillage.demo.internal.Themes.NURSE;
import static fr.maillage.demo.internal.Themes.SOCIAL;
import static fr.maillage.demo.internal.Themes.every;
import static fr.maillage.demo.internal.Themes.once;

import fr.maillage.demo.internal.Themes.Goal;
import fr.maillage.demo.internal.Themes.Pattern;
import fr.maillage.demo.internal.Themes.Problem;
import java.util.List;
import java.util.Map;

/// Situations of the other themes: an age, a handicap, a way of life.
final class ThemesOfLife {

    static final Map<String, Pattern> PATTERNS =
            Map.ofEntries(
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

    private ThemesOfLife() {}
}

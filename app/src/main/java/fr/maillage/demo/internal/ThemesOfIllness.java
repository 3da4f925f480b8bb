package fr.maillage.demo.internal;

import static fr.maillage.demo.internal.Themes.DOCTOR;
import static fr.maillage.demo.internal.Themes.HELP;
import static fr.maillage.demo.internal.Themes.NURSE;
import static fr.maillage.demo.internal.Themes.SOCIAL;
import static fr.maillage.demo.internal.Themes.every;
import static fr.maillage.demo.internal.Themes.once;

import fr.maillage.demo.internal.Themes.Goal;
import fr.maillage.demo.internal.Themes.Pattern;
import fr.maillage.demo.internal.Themes.Problem;
import java.util.List;
import java.util.Map;

/// Situations of the themes that bear the name of an illness.
final class ThemesOfIllness {

    static final Map<String, Pattern> PATTERNS =
            Map.ofEntries(
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
                                    "Reprendre le travail après les traitements.")));

    private ThemesOfIllness() {}
}

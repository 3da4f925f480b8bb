package fr.maillage.indicators.internal;

import static java.util.Map.entry;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Every French sentence of the module, but the definitions themselves, which stand beside their
/// SQL.
final class IndicatorsText {

    static final String NO_ZONE = "Hors des zones décrites";
    static final String NAME_RESERVED = "Nom réservé aux cliniciens";
    static final String ABOUT_NOBODY = "Sans usager désigné";
    static final String NO_COORDINATOR = "Sans référent";
    static final String THEME_LIST =
            "Le thème dit de quoi une personne souffre\u00A0: cette liste montre le statut de chaque situation sans son nom. Les coordonnateurs et le médecin la voient entière.";
    static final String PROTOCOL_LIST =
            "Un protocole dit de quoi une personne souffre\u00A0: cette liste se lit sans noms. Les coordonnateurs et le médecin la voient entière.";
    static final String ALREADY_SIGNED =
            "Une publication au %s est déjà signée\u00A0: une seule par jour quitte la structure. Préparez la suivante un autre jour.";
    static final String IS_SIGNED = "Cette publication est signée\u00A0: elle ne change plus.";
    static final String PREPARED =
            "Photographie préparée. Relisez-la\u00A0: seules ces lignes partiront.";
    static final String SIGNED = "Publication signée, visible de l’agence de votre région.";
    static final String DISCARDED = "Brouillon de publication abandonné.";
    static final String TOO_SMALL = "nombre inférieur à 11";
    static final String WITHHELD =
            "non communiqué\u00A0: avec les autres nombres de la page, il permettrait de retrouver un nombre inférieur à 11";

    /// Age brackets, exit reasons, states; the order is the one of the tables that have one.
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    entry("EN_COURS", "En cours"),
                    entry("EN_PAUSE", "En pause"),
                    entry("EN_VEILLE", "En veille"),
                    entry("SORTIE", "Sortie"),
                    entry("REVUE_EN_RETARD", "Revue en retard"),
                    entry("PPS_EN_VIGUEUR", "PPS en vigueur"),
                    entry("AUCUN_PPS", "Aucun PPS"),
                    entry("EDUCATION_SEULE", "Plan d’éducation seul"),
                    entry("BROUILLON", "PPS en brouillon"),
                    entry("SOUMIS", "PPS soumis pour avis"),
                    entry("ATTENDU", "Avis attendu"),
                    entry("VALIDE", "Validé en l’état"),
                    entry("VALIDE_APRES_AMENDEMENT", "Validé après amendement"),
                    entry("MODIFICATION_DEMANDEE", "Modification demandée"),
                    entry("SANS_OBJET", "Pas de médecin traitant"),
                    entry("SUIVI_REPRIS", "Suivi repris, pas encore de PPS"),
                    entry("A_ANALYSER", "À analyser"),
                    entry("EN_ATTENTE", "En attente d’informations"),
                    entry("A1", "moins de 2 j"),
                    entry("A2", "2 à 5 j"),
                    entry("A3", "6 à 15 j"),
                    entry("A4", "plus de 15 j"),
                    entry("B1", "moins de 3 j"),
                    entry("B2", "3 à 7 j"),
                    entry("B3", "8 à 15 j"),
                    entry("B4", "plus de 15 j"),
                    entry("DECES", "Décès"),
                    entry("RELAIS", "Relais"),
                    entry("OBJECTIFS_ATTEINTS", "Objectifs atteints"),
                    entry("ENTREE_ETABLISSEMENT", "Entrée en établissement"),
                    entry("SOUHAIT", "Souhait de la personne"),
                    entry("DEMENAGEMENT", "Déménagement"),
                    entry("PERDUE_DE_VUE", "Perdue de vue"),
                    entry("PROFESSIONNEL", "À l’initiative d’un professionnel"),
                    entry("REFUS", "Refus de la personne"),
                    entry("INJOIGNABLE", "Injoignable"),
                    entry("DEJA_ACCOMPAGNEE", "Déjà accompagnée"),
                    entry("BESOIN_COUVERT", "Besoin couvert par le 1er recours"),
                    entry("HORS_TERRITOIRE", "Hors territoire, relayée"),
                    entry("DOUBLON", "Doublon"),
                    entry("CONSEIL", "Conseil donné"),
                    entry("ORIENTEE", "Orientée ailleurs"),
                    entry("ACTE_NON_FAIT", "Intervention non faite"),
                    entry("CONSULTATION_NON_FAITE", "Consultation recommandée non faite"),
                    entry("PPS_SANS_ACCUSE", "Plan sans accusé de réception du médecin traitant"),
                    entry("MT_SILENCIEUX", "Médecin traitant sans réponse"),
                    entry("REEVALUATION", "Réévaluation due"),
                    entry("URGENCE_24H", "Évaluation d’urgence à 24 h"),
                    entry("URGENCE_48H", "Évaluation d’urgence à 48 h"),
                    entry("SANS_CONTACT", "Sans contact"),
                    entry("SANS_ACTEUR", "Intervention sans acteur"),
                    entry("NIVEAU_3_SANS_RCP", "Niveau 3 sans RCP"),
                    entry("RELAIS_SANS_ACCUSE", "Relais sans accusé de réception"),
                    entry(Axis.NONE, "Non renseigné"));

    private static final Map<String, String> LEVELS =
            Map.of(
                    "0",
                    "Niveau 0 · veille",
                    "1",
                    "Niveau 1 · risque de complexification",
                    "2",
                    "Niveau 2 · complexe, court terme",
                    "3",
                    "Niveau 3 · complexe, long terme");

    private static final List<String> MONTHS =
            List.of(
                    "janvier",
                    "février",
                    "mars",
                    "avril",
                    "mai",
                    "juin",
                    "juillet",
                    "août",
                    "septembre",
                    "octobre",
                    "novembre",
                    "décembre");

    private IndicatorsText() {}

    /// Words of a state, reason or age bracket. A code of another module without words here is
    /// shown readable, not hidden.
    static String of(String code) {
        if (code.matches("0[1-9]|1[0-2]")) return MONTHS.get(Integer.parseInt(code) - 1);
        var words = WORDS.get(code);
        if (words != null) return words;
        var plain = code.replace('_', ' ').toLowerCase(Locale.FRENCH);
        return Typography.capital(plain);
    }

    /// Which set of definitions figures were counted by: « Définitions du 1er janvier 2026 ».
    static String definitions(String version) {
        return version.equals(Definitions1.VERSION)
                ? "Définitions du " + FrenchDates.date(Definitions1.SINCE)
                : version;
    }

    /// Above the chart of the file active by theme.
    static String lowFile(int percent) {
        return "Moyenne et médiane nationales par réseau\u00A0: rapports d’activité 2010 (guide DGOS 2012, fiche L1 §2). «\u00A0Faible\u00A0»\u00A0: sous 150 en gérontologie (plancher du guide), sous "
                + percent
                + " % de la moyenne ailleurs (réglable). C’est une invitation à regarder la complexité des situations, pas un jugement.";
    }

    /// « moy. 292 · méd. 217 · faible, sous 150 ».
    static String national(
            long mean, long median, @org.jspecify.annotations.Nullable Long lowUnder) {
        return "moy. "
                + Typography.number(mean)
                + " · méd. "
                + Typography.number(median)
                + (lowUnder == null ? "" : " · faible, sous " + Typography.number(lowUnder));
    }

    /// « 2 tâches pour vous d’ici 30 jours, dont 1 en retard »; null when there is none.
    static @org.jspecify.annotations.Nullable String tasks(int all, int late, int days) {
        if (all == 0) return null;
        return all
                + (all == 1 ? " tâche" : " tâches")
                + " pour vous d’ici "
                + days
                + " jours"
                + (late == 0 ? "" : ", dont " + late + " en retard");
    }

    /// « Niveau 2 · complexe, court terme ».
    static String level(String code) {
        return LEVELS.getOrDefault(code, of(Axis.NONE));
    }
}

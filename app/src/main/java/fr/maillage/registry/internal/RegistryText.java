package fr.maillage.registry.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The French sentences of the register.
public final class RegistryText {

    public static final Map<String, String> TABS =
            Choices.of(
                    "identite",
                    "Identité et territoire",
                    "services",
                    "Services et lieux",
                    "conventions",
                    "Conventions et textes",
                    "equipe",
                    "Équipe",
                    "gouvernance",
                    "Gouvernance",
                    "histoire",
                    "Histoire et chiffres");
    public static final Map<String, String> MISSIONS =
            Choices.of(
                    "FORMATION",
                    "Formation",
                    "EXPERTISE",
                    "Expertise",
                    "EVALUATION",
                    "Évaluation",
                    "BONNES_PRATIQUES",
                    "Bonnes pratiques");
    public static final Map<String, String> STATES =
            Choices.of(
                    "DEMANDEE",
                    "Demandée",
                    "ACCEPTEE",
                    "Acceptée",
                    "REPONDUE",
                    "Répondue",
                    "DECLINEE",
                    "Déclinée",
                    "RETIREE",
                    "Retirée");
    public static final String AS_PRINTED = "Telle que le document la décrit, sans suite connue";
    public static final String OUTSIDE_GUIDE = "Hors périmètre du guide, gardée au registre";
    public static final String INSIDE = "Noms lus dans la structure seulement.";
    public static final String BY_THE_AGENCY = "Tenu par l’agence.";
    public static final String CREATED = "La fiche est ouverte" + NBSP + ": complétez ses parties.";
    public static final String NEW_SHEET = "Nouvelle structure";
    public static final String HANDED_OVER = "La fiche est confiée à la structure.";
    public static final String CENTRE_MET =
            "Les trois critères principaux sont réunis"
                    + NBSP
                    + ": missions d’un centre de référence.";
    public static final String CENTRE_NOT_MET =
            "Un critère principal manque"
                    + NBSP
                    + ": structure spécialisée ou correspondante plutôt que centre de référence.";
    public static final String CENTRE_UNKNOWN = "Un critère principal n’est pas renseigné.";
    public static final String ASKED = "La demande est envoyée au réseau régional.";
    public static final String ANSWERED = "La réponse est enregistrée.";
    public static final String WITHDRAWN = "La demande est retirée.";
    public static final String ANSWER = "Écrivez la réponse.";
    public static final String NO_SHEET =
            "Votre structure n’a pas de fiche au registre" + NBSP + ": ouvrez-la d’abord.";
    public static final String STATE = "Cette demande n’attend plus cela.";
    public static final String NAMES =
            "Ne nommez pas la personne"
                    + NBSP
                    + ": l’avis porte sur une situation décrite sans identité.";

    public static final String FOLLOWS_NOBODY =
            "Appuie les professionnels, n’inclut pas directement des personnes";
    public static final String NO_INCLUSION = "Sans inclusion directe";
    public static final String FOLLOWS_WITHOUT_REASON =
            "Suit des personnes, sans dire pour quelle pathologie très particulière";
    public static final String SUPPORT = "Missions d’appui";
    public static final String SUPPORT_SOURCE = "Guide DGOS 2012, fiche D4 §2 et §4-2";
    public static final String CORE_SOURCE = "SROS NPdC, annexe réseaux, §3.3";
    public static final String FEDERATION = "Moyens communs aux structures adhérentes";
    public static final String FEDERATION_SOURCE =
            "Guide DGOS 2012, fiche D4 §4-2" + NBSP + "; SROS NPdC §3.3";
    public static final String NO_SINGLE_NUMBER = "Pas encore de numéro unique";
    public static final String TEXTS = "Textes attendus";
    public static final String TEXTS_SOURCE =
            "CSP D.6321-5 et D.6321-6" + NBSP + "; loi HPST pour l’exercice regroupé";
    public static final String NOT_OFFERED =
            "Ce réseau ne déclare pas cette mission parmi celles qu’il assure.";

    private RegistryText() {}

    public static String note(String label, String words) {
        return label + NBSP + ": " + words;
    }

    public static String core(int there, int all) {
        return "Noyau commun" + NBSP + ": " + there + " fonctions sur " + all;
    }

    public static String singleNumber(String phone) {
        return "Numéro unique" + NBSP + ": " + phone;
    }

    public static String members(int count) {
        return switch (count) {
            case 0 -> "Aucune structure adhérente";
            case 1 -> "Une seule structure adhérente";
            default -> count + " structures adhérentes";
        };
    }

    public static String follows(String why) {
        return "Suit des personnes" + NBSP + ": " + why;
    }

    public static String missing(String text) {
        return text + NBSP + ": manque";
    }

    public static String overSince(String text, String day) {
        return text + NBSP + ": échu depuis le " + day;
    }

    public static String withoutFile(String text) {
        return text + NBSP + ": sans son fichier";
    }

    public static String sharedBy(String federation) {
        return "Par " + federation;
    }

    /// « Numéro d’appel : 03 20 00 00 00, en journée ».
    public static String shared(String function, @Nullable String phone, @Nullable String words) {
        return function
                + (phone == null ? "" : NBSP + ": " + phone)
                + (words == null ? "" : ", " + words);
    }

    public static String fte(String sum) {
        return "Aujourd’hui" + NBSP + ": " + sum + NBSP + "ETP";
    }

    public static String takenOver(String maker) {
        return "repris de " + maker;
    }

    public static String financed(String fund) {
        return "Financement " + fund;
    }

    public static String became(String kind, LocalDate on, boolean approximate) {
        var how =
                switch (kind) {
                    case "FUSION" -> "Fusionnée";
                    case "INTEGRATION" -> "Intégrée";
                    case "SCISSION" -> "Scindée";
                    default -> "Transformée";
                };
        return how
                + (approximate
                        ? " en " + FrenchDates.date(on).replaceFirst("^\\S+?\u00A0", "")
                        : " le " + FrenchDates.date(on));
    }
}

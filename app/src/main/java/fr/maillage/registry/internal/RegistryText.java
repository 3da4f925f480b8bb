package fr.maillage.registry.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// The French sentences of the register.
public final class RegistryText {

    public static final Map<String, String> TABS =
            map(
                    "identite",
                    "Identité et territoire",
                    "services",
                    "Services et lieux",
                    "conventions",
                    "Conventions et textes",
                    "equipe",
                    "Équipe et instances",
                    "histoire",
                    "Histoire et chiffres");
    public static final Map<String, String> MISSIONS =
            map(
                    "FORMATION",
                    "Formation",
                    "EXPERTISE",
                    "Expertise",
                    "EVALUATION",
                    "Évaluation",
                    "BONNES_PRATIQUES",
                    "Bonnes pratiques");
    public static final Map<String, String> STATES =
            map(
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

    private RegistryText() {}

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

    private static Map<String, String> map(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return java.util.Collections.unmodifiableMap(map);
    }
}

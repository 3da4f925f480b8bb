package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// The French sentences of the module that several of its pages say: the head of a file, its tabs,
/// days.
final class CaseFileText {

    static final String UNMET = "Besoins non couverts";
    static final String CRISIS = "Consignes de crise";
    static final String VISIT_TO_PLAN = "Visite à prévoir";
    static final String OFFLINE_VISIT = "Préparer une visite hors connexion";
    static final String CONCERNS = "Préoccupation à accès restreint";

    /// On the banner, for those who may read it: the page may be open in front of the family.
    static final String RESTRICTED = "Accès restreint";

    static final String CONCERN = "Préoccupation";
    static final String OPPOSED = "Opposition au partage";
    static final String PARTLY_OPPOSED = "Opposition au partage avec un professionnel";
    static final String DOCTOR_SOUGHT = "Médecin traitant à rechercher";
    static final String DOCTOR_UNDECLARED = "Médecin traitant à déclarer";
    static final String AGREEMENT_AWAITED = "Accord à recueillir";
    static final String DOCTOR_NOT_TOLD = "S’oppose à l’information du médecin traitant";
    static final String VULNERABLE = "Vulnérabilité sociale";
    static final Map<String, String> LEVELS =
            ordered(
                    "3",
                    "Niveau\u00A03\u00A0: complexe, long terme",
                    "2",
                    "Niveau\u00A02\u00A0: complexe, court terme",
                    "1",
                    "Niveau\u00A01\u00A0: risque de complexification",
                    "0",
                    "Niveau\u00A00\u00A0: veille, sans inclusion");
    static final Map<String, String> INTENSITIES =
            ordered(
                    "PONCTUEL",
                    "Ponctuel",
                    "SOUTENU",
                    "Soutenu",
                    "INTENSIF",
                    "Intensif (gestion de cas)");
    static final String DAY_MISSING = "Donnez une date.";
    static final String DAY_IN_FUTURE = "Cette date est dans le futur.";
    static final Map<String, String> REQUESTS =
            ordered(
                    "A_ANALYSER",
                    "À analyser",
                    "EN_ATTENTE",
                    "En attente d’informations",
                    "CONSEIL",
                    "Conseil donné",
                    "ORIENTEE",
                    "Orientée",
                    "ACCOMPAGNEMENT",
                    "Accompagnement proposé",
                    "SANS_SUITE",
                    "Sans suite");

    private static final String S = Typography.NBSP;

    static final String MERGE = "Fusionner avec une autre fiche";

    /// First step of a right taken over.
    static final String TAKEN_OVER = "Repris de l’ancien outil";

    private CaseFileText() {}

    /// Tabs in their order on screen.
    static Map<Part, String> tabs() {
        var tabs = new LinkedHashMap<Part, String>();
        tabs.put(Part.SYNTHESE, "Synthèse");
        tabs.put(Part.PPS, "PPS");
        tabs.put(Part.SUIVI, "Suivi");
        tabs.put(Part.LIGNE_DE_VIE, "Ligne de vie");
        tabs.put(Part.EVALUATIONS, "Évaluations");
        tabs.put(Part.CERCLE, "Cercle");
        tabs.put(Part.DOCUMENTS, "Documents");
        tabs.put(Part.COURRIERS, "Courriers");
        tabs.put(Part.DROITS, "Droits");
        tabs.put(Part.DEMANDES, "Demandes");
        tabs.put(Part.IDENTITE, "Identité");
        return tabs;
    }

    static final String NOTEBOOK = "Cahier de liaison";
    static final String POINTS = "Points de coordination";
    static final String ADVERSE = "Événements indésirables";
    static final String MEETINGS = "RCP et expertises";
    static final String REGISTERS = "Registres de pathologie";
    static final String HELPS = "Appuis, soins à réévaluer";
    static final String WEEK = "La semaine à domicile";
    static final String FIGURES = "Indicateurs de la situation";
    static final String WRITE = "Écrire un courrier";

    static String born(String sex, @Nullable LocalDate birth) {
        if (birth == null) return "date de naissance inconnue";
        return agreed(sex, "né", "née") + " le" + S + FrenchDates.numeric(birth);
    }

    static String ins(String status) {
        return switch (status) {
            case "QUALIFIEE" -> "INS qualifiée";
            case "VALIDEE" -> "Identité validée, INS à qualifier";
            case "RECUPEREE" -> "INS récupérée, identité à valider";
            default -> "Identité provisoire";
        };
    }

    /// @param exit why the last accompaniment ended, for those who may know
    static String situation(
            @Nullable String status,
            @Nullable Integer level,
            @Nullable LocalDate closedOn,
            @Nullable String exit) {
        if (status == null || level == null) {
            if (closedOn == null) return "Sans accompagnement";
            var why = exit == null ? "" : SupportText.exit(exit);
            return "Clos le"
                    + S
                    + FrenchDates.date(closedOn)
                    + (why.isEmpty() ? "" : ", " + why.toLowerCase(java.util.Locale.FRENCH));
        }
        return status.equals("VEILLE") ? "Niveau" + S + level + ", veille" : "Niveau" + S + level;
    }

    static String include(@Nullable String status, boolean closed) {
        if (status != null) return "Réactiver l’accompagnement";
        return closed ? "Reprendre l’accompagnement" : "Inclure";
    }

    static String doctor(String state, @Nullable String name) {
        return switch (state) {
            case "DECLARE" -> name == null ? "déclaré" : name;
            case "A_DECLARER" -> name == null ? "à déclarer" : name + ", à déclarer";
            case "NE_PARTICIPE_PAS" ->
                    (name == null ? "" : name + ", ") + "ne souhaite pas participer";
            default -> "à rechercher";
        };
    }

    static String died(String sex, LocalDate day) {
        return agreed(sex, "Décédé", "Décédée") + " le" + S + FrenchDates.date(day);
    }

    static String interpreter(@Nullable String language) {
        return language == null || language.isBlank()
                ? "Interprète"
                : "Interprète" + S + ": " + language;
    }

    static String inHospital(String sex, LocalDate since, LocalDate today) {
        return agreed(sex, "Hospitalisé", "Hospitalisée")
                + " depuis le"
                + S
                + FrenchDates.shortDay(since, today);
    }

    static String paused(LocalDate from, @Nullable LocalDate until, LocalDate today) {
        if (from.isAfter(today))
            return "Alertes en pause à partir du" + S + FrenchDates.shortDay(from, today);
        return until == null
                ? "Alertes en pause"
                : "Alertes en pause jusqu’au" + S + FrenchDates.shortDay(until, today);
    }

    static String relay(LocalDate until, LocalDate today) {
        return "Accompagnement terminé"
                + S
                + ": lecture jusqu’au "
                + FrenchDates.shortDay(until, today);
    }

    /// « Droit : AME jusqu’au jeu. 2 juil. », « Droit : AME échu depuis le… ».
    static String ends(String right, LocalDate ends, LocalDate today) {
        return "Droit"
                + S
                + ": "
                + right
                + (ends.isBefore(today) ? ", échu depuis le" : " jusqu’au")
                + S
                + FrenchDates.shortDay(ends, today);
    }

    static String alone(String sex) {
        return agreed(sex, "Isolé", "Isolée");
    }

    private static String agreed(String sex, String masculine, String feminine) {
        return switch (sex) {
            case "F" -> feminine;
            case "M" -> masculine;
            default -> masculine + "(e)";
        };
    }

    /// Codes and labels, in order.
    static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return java.util.Collections.unmodifiableMap(map);
    }
}

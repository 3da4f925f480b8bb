package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The French sentences of the module.
final class CaseFileText {

    static final String CRISIS = "Consignes de crise";
    static final String OPPOSED = "Opposition au partage";
    static final String PARTLY_OPPOSED = "Opposition au partage avec un professionnel";
    static final String DOCTOR_SOUGHT = "Médecin traitant à rechercher";
    static final String DOCTOR_UNDECLARED = "Médecin traitant à déclarer";
    static final String DOCTOR_NOT_TOLD = "S’oppose à l’information du médecin traitant";
    static final String VULNERABLE = "Vulnérabilité sociale";

    private static final String S = Typography.NBSP;

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
        tabs.put(Part.DROITS, "Droits");
        tabs.put(Part.DEMANDES, "Demandes");
        tabs.put(Part.IDENTITE, "Identité");
        return tabs;
    }

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

    static String situation(@Nullable String status, @Nullable Integer level, boolean closed) {
        if (status == null || level == null) return closed ? "Clos" : "Sans accompagnement";
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
            case "NE_PARTICIPE_PAS" -> (name == null ? "" : name + ", ") + "ne souhaite pas participer";
            default -> "à rechercher";
        };
    }

    static String died(String sex, LocalDate day) {
        return agreed(sex, "Décédé", "Décédée") + " le" + S + FrenchDates.date(day);
    }

    static String interpreter(@Nullable String language) {
        return language == null || language.isBlank() ? "Interprète" : "Interprète" + S + ": " + language;
    }

    static String inHospital(String sex, LocalDate since, LocalDate today) {
        return agreed(sex, "Hospitalisé", "Hospitalisée") + " depuis le" + S + FrenchDates.shortDay(since, today);
    }

    static String paused(LocalDate from, @Nullable LocalDate until, LocalDate today) {
        if (from.isAfter(today)) return "Alertes en pause à partir du" + S + FrenchDates.shortDay(from, today);
        return until == null ? "Alertes en pause" : "Alertes en pause jusqu’au" + S + FrenchDates.shortDay(until, today);
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
}

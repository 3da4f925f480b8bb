package fr.maillage.careplan.internal;

import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a file or its plan still lacks, in the order in which a team does it. Those that `count`
/// are what the indicators ask: guide DGOS 2012, fiche L1 §2 a (a PPS for 100 % of the persons, the
/// attending doctor's part in it) and fiche O1 §3; the list as a whole is « proposition Maillage ».
enum Gap {
    CONSENT("Accord à l’accompagnement", "Accord de la personne à noter", false),
    EVALUATION("Évaluation", "Aucune évaluation terminée", false),
    SYSTEMATIC("Évaluations du thème", "Une évaluation demandée par le thème est en retard", false),
    PLAN("Plan à commencer", "Le plan n’est pas commencé", true),
    GOAL("Objectif", "Aucun objectif", true),
    ACT("Intervention", "Aucune intervention", true),
    EDUCATION_ALONE(
            "Éducation seule",
            "Un plan d’éducation thérapeutique ne constitue pas à lui seul un PPS",
            true),
    ACTOR("Sans acteur", "Une intervention n’a pas d’acteur", false),
    REASSESSMENT("Date de réévaluation", "Aucune date de réévaluation", true),
    GRADES("Objectifs à noter", "Un objectif échu n’est pas noté", false),
    SUBMISSION("À soumettre", "Le brouillon n’est pas soumis au médecin traitant", true),
    OPINION("Avis du médecin", "Le médecin traitant n’a pas donné son avis", true),
    OVERDUE("À réévaluer", "La date de réévaluation est passée", true),
    HANDING("Remise à la personne", "Le plan n’est pas remis à la personne", false);

    private final String label;
    private final String sentence;
    private final boolean counts;

    Gap(String label, String sentence, boolean counts) {
        this.label = label;
        this.sentence = sentence;
        this.counts = counts;
    }

    /// A few words, for a filter.
    String label() {
        return label;
    }

    /// What is missing.
    ///
    /// @param n how many, for what is counted
    String sentence(int n) {
        return n < 2
                ? sentence
                : switch (this) {
                    case ACTOR -> n + Typography.NBSP + "interventions n’ont pas d’acteur";
                    case SYSTEMATIC ->
                            n
                                    + Typography.NBSP
                                    + "évaluations demandées par le thème sont en retard";
                    case GRADES -> n + Typography.NBSP + "objectifs échus ne sont pas notés";
                    default -> sentence;
                };
    }

    /// Without it the plan counts nowhere, or not as validated.
    boolean counts() {
        return counts;
    }

    /// Its name in an address.
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// The place where it is filled.
    ///
    /// @param pps the version concerned; null while there is none
    /// @param draft whether it may still be written
    String href(PatientId patient, @Nullable UUID pps, boolean draft) {
        var file = "/dossiers/" + patient;
        var plans = file + "/pps";
        if (pps == null)
            return switch (this) {
                case CONSENT -> file + "/droits";
                case EVALUATION -> file + "/evaluations";
                case SYSTEMATIC -> file + "/evaluations#systematiques";
                default -> plans;
            };
        var plan = plans + "/" + pps;
        var write = draft ? plan + "/modifier" : plan;
        return switch (this) {
            case CONSENT -> file + "/droits";
            case EVALUATION -> file + "/evaluations";
            case SYSTEMATIC -> file + "/evaluations#systematiques";
            case PLAN, SUBMISSION -> plan;
            case GOAL -> write + "#objectifs";
            case ACT, EDUCATION_ALONE, ACTOR -> write + (draft ? "#interventions" : "");
            case REASSESSMENT -> write + "#conduite";
            case GRADES -> draft ? plan + "/bilan" : plan + "#suite";
            case OPINION -> plan + "/avis";
            case OVERDUE -> plan + "#suite";
            case HANDING -> plan + "#remise";
        };
    }
}

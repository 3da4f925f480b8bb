package fr.maillage.careplan.internal;

/// Types of interventions, each of one of the three plans. Source: guide DGOS 2012, fiche O1 §3.
enum InterventionType {
    EVALUATION("SOINS"),
    PRESCRIPTION_NON_MEDICAMENTEUSE("SOINS"),
    PRESCRIPTION_MEDICAMENTEUSE("SOINS"),
    EXAMEN("SOINS"),
    CONSULTATION("SOINS"),
    HOSPITALISATION("SOINS"),
    DECISION_RCP("SOINS"),
    SEANCE_EDUCATION("EDUCATION"),
    BILAN_SOCIAL("AIDE"),
    SIGNALEMENT("AIDE"),
    SERVICE_A_LA_PERSONNE("AIDE"),
    AIDE_FINANCIERE_OU_SOCIALE("AIDE");

    private final String volet;

    InterventionType(String volet) {
        this.volet = volet;
    }

    /// SOINS, EDUCATION or AIDE: also the part of the plan it belongs to.
    String volet() {
        return volet;
    }
}

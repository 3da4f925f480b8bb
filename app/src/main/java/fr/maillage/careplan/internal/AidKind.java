package fr.maillage.careplan.internal;

/// What a line of the aid plan asks for. Source: guide DGOS 2012, fiche O1 §3, « plan d’aide »
/// (services à la personne, aides financières ou sociales); the list is « proposition Maillage ».
enum AidKind {
    APA("APA (allocation personnalisée d’autonomie)"),
    PCH("PCH (prestation de compensation du handicap)"),
    AIDE_TECHNIQUE("Aide technique"),
    AMENAGEMENT("Aménagement du logement"),
    EQUIPEMENT("Équipement"),
    AIDE_FINANCIERE("Aide financière"),
    AIDE_HUMAINE("Aide humaine, service à la personne"),
    AUTRE("Autre aide");

    private final String label;

    AidKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

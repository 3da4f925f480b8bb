package fr.maillage.rcp.internal;

/// Of whom an expertise is asked.
enum Addressee {
    MEDECIN_EQUIPE("Médecin de l’équipe"),
    STRUCTURE_EXPERTE("Structure experte"),
    RESEAU_REGIONAL("Réseau régional");

    final String label;

    Addressee(String label) {
        this.label = label;
    }
}

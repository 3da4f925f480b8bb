package fr.maillage.followup.internal;

import java.util.List;

/// How people spoke to each other.
enum Channel {
    TELEPHONE("Téléphone"),
    COURRIEL("Courriel"),
    TELECOPIE("Télécopie"),
    COURRIER("Courrier"),
    VISITE("Visite, passage"),
    MSSANTE("MSSanté"),
    REUNION("Réunion, point d’équipe");

    final String label;

    Channel(String label) {
        this.label = label;
    }

    static List<Choice> choices(String chosen) {
        return Choice.of(values(), v -> v.label, chosen);
    }
}

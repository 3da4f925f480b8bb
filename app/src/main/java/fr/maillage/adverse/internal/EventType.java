package fr.maillage.adverse.internal;

import fr.maillage.web.FormView.Option;

import java.util.Arrays;
import java.util.List;

/// What happened. Source: guide DGOS 2012, fiche L1 §2 a.
enum EventType {
    HOSPITALISATION("Hospitalisation non programmée", "bed"),
    RUPTURE("Rupture de prise en charge", "heartbeat"),
    SORTIE_PATIENT("Sortie volontaire d’un patient", "logout"),
    SORTIE_PROFESSIONNEL("Sortie volontaire d’un professionnel", "user"),
    INCIDENT("Autre incident", "alert-circle"),
    ACCIDENT("Autre accident", "ambulance");

    final String label;
    final String icon;

    EventType(String label, String icon) {
        this.label = label;
        this.icon = icon;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(t -> new Option(t.name(), t.label, false)).toList();
    }
}

package fr.maillage.web.internal;

import static java.util.Map.entry;

import fr.maillage.kernel.Typography;
import java.util.Map;

/// French of the page of work that failed.
final class FailedText {

    static final String NO_MORE = "Plus de reprise automatique";
    static final String RETRIED =
            "Relancé"
                    + Typography.NBSP
                    + ": la ligne disparaît d’ici quelques secondes si cela réussit.";
    static final String GONE = "Ce traitement n’est plus en échec, ou il est déjà relancé.";

    private static final Map<String, String> EVENTS =
            Map.ofEntries(
                    entry("PpsInForce", "Un PPS est entré en vigueur"),
                    entry("PpsChanged", "Un PPS a changé d’état"),
                    entry("PlanDiscussed", "Un plan a été commenté"),
                    entry("CirclesToCheck", "L’annuaire national a changé"),
                    entry("SupportOpened", "Un accompagnement a commencé"),
                    entry("SupportClosed", "Un accompagnement s’est terminé"),
                    entry("LevelChanged", "Un niveau a changé"),
                    entry("PauseChanged", "Une pause a commencé ou pris fin"),
                    entry("AppointmentKept", "Un rendez-vous a eu lieu"),
                    entry("UrgencyChanged", "Un circuit d’urgence a changé"),
                    entry("HandoverChanged", "Un passage de relais a changé"));
    private static final Map<String, String> LISTENERS =
            Map.of(
                    "SweepWhenSomethingChanges",
                    "Actes datés et alertes à mettre à jour. La ronde des alertes les rattrape toutes les dix minutes, sauf les actes d’un nouveau plan.");

    private FailedText() {}

    /// An event without words here is named as the code names it: it is for a technician to read.
    static String event(String name) {
        return EVENTS.getOrDefault(name, name);
    }

    static String listener(String name) {
        return LISTENERS.getOrDefault(name, name);
    }
}

package fr.maillage.followup.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The French of the pages of alerts and of their rules.
final class AlertText {

    private static final String S = Typography.NBSP;

    /// Why an alert waits, by code.
    static final Map<String, String> PAUSES =
            ordered(
                    "HOSPITALISATION",
                    "Hospitalisation",
                    "VACANCES",
                    "Vacances",
                    "ATTENTE_REPONSE",
                    "Réponse attendue",
                    "AUTRE",
                    "Autre raison");

    /// Whom a rule goes to, by code; a member of the team is named beside.
    static final Map<String, String> GOES_TO =
            ordered("REFERENT", "Référent de la personne", "EQUIPE", "Toute l’équipe");

    private static final Map<String, String> EVENTS =
            ordered(
                    "LEVEE",
                    "Levée",
                    "CHANGEE",
                    "Changée",
                    "PAUSE",
                    "Mise en pause",
                    "REPRISE",
                    "Reprise",
                    "CLOSE",
                    "Close",
                    "RESOLUE",
                    "Résolue d’elle-même, la cause a disparu",
                    "ROUVERTE",
                    "Rouverte");

    private static final Map<String, String> OUTCOMES =
            ordered("CAUSE_DISPARUE", "la cause a disparu", "SORTIE", "accompagnement terminé");

    static final String CHOOSE_ALERTS = "Cochez au moins une alerte.";
    static final String PAUSE_REASON = "Dites pourquoi elles attendent.";
    static final String PAUSE_UNTIL = "Choisissez un jour à partir d’aujourd’hui, dans l’année.";
    static final String NOT_PAUSED =
            "Une évaluation d’urgence, ou une réévaluation de plus de douze mois, ne se met pas en pause"
                    + S
                    + ": rien n’a changé.";
    static final String RESUMED = "Les alertes parlent de nouveau.";
    static final String RULE_CHOSEN = "Choisissez une règle.";
    static final String THRESHOLD_MISSING =
            "Écrivez le seuil de la personne, ou choisissez «\u00A0pas pour cette personne\u00A0».";
    static final String UNTIL_PAST = "Ce jour est passé.";
    static final String OVERRIDE_SET = "Réglage enregistré pour cette personne.";
    static final String OVERRIDE_ENDED = "La règle de la structure vaut de nouveau.";
    static final String RULES_SAVED = "Règles enregistrées" + S + ": elles valent dès maintenant.";
    static final String OVERRIDDEN = "Réglage des alertes de la personne";
    static final String PAUSED_TITLE = "Alertes en pause";
    static final String ALL_LEVELS = "Toutes";
    static final String NOBODY = "Sans coordonnateur";

    private AlertText() {}

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return java.util.Collections.unmodifiableMap(map);
    }

    static String paused(int n, LocalDate until, LocalDate today) {
        return (n == 1 ? "Une alerte attend" : n + " alertes attendent")
                + " jusqu’au "
                + FrenchDates.shortDay(until, today)
                + ".";
    }

    static String pausedDetail(int n, String reason, LocalDate until) {
        return (n == 1 ? "Une alerte" : n + " alertes")
                + " jusqu’au "
                + FrenchDates.date(until)
                + ", "
                + PAUSES.getOrDefault(reason, reason).toLowerCase(java.util.Locale.FRENCH);
    }

    static String pausedUntil(@Nullable LocalDate until, @Nullable String reason, LocalDate today) {
        if (until == null) return "En pause avec le dossier";
        return "En pause jusqu’au "
                + FrenchDates.shortDay(until, today)
                + (reason == null
                        ? ""
                        : ", "
                                + PAUSES.getOrDefault(reason, reason)
                                        .toLowerCase(java.util.Locale.FRENCH));
    }

    static String event(String kind) {
        return EVENTS.getOrDefault(kind, kind);
    }

    /// The codes of a detail written by the database, in words.
    static @Nullable String detail(String kind, @Nullable String detail) {
        if (detail == null || detail.isEmpty() || kind.equals("RESOLUE")) return null;
        var parts = detail.split(" · ", 2);
        var rest = parts.length > 1 ? " · " + parts[1] : "";
        return switch (kind) {
            case "PAUSE" ->
                    PAUSES.getOrDefault(parts[0], parts[0]) + rest.replace(" · ", ", jusqu’au ");
            case "CLOSE" -> outcome(parts[0]) + rest;
            default -> detail;
        };
    }

    static String outcome(String code) {
        for (var outcome : AlertOutcome.values())
            if (outcome.name().equals(code)) return outcome.label;
        return OUTCOMES.getOrDefault(code, code);
    }

    /// « Par défaut 60 · de 1 à 365 jours · proposition Maillage ».
    static String about(fr.maillage.network.Setting setting) {
        return "Par défaut "
                + setting.byDefault()
                + " · de "
                + setting.min()
                + " à "
                + setting.max()
                + " "
                + setting.unit()
                + " · "
                + setting.source();
    }

    /// « 21 jours », or that it does not hold.
    static String threshold(@Nullable Integer value, String unit) {
        return value == null ? "Pas pour cette personne" : value + S + unit;
    }
}

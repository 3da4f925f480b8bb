package fr.maillage.followup.internal;

import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.AlertPlaces;
import fr.maillage.followup.AlertRule;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of a person's alerts.
@Component
@Transactional // not read-only: opening the file leaves its line in the trail
class PersonAlertsScreens {

    private static final int MOST = 80;

    private final JdbcClient sql;
    private final CaseFiles files;
    private final Clock clock;

    PersonAlertsScreens(JdbcClient sql, CaseFiles files, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.clock = clock;
    }

    PersonAlertsPage page(PatientId patient, Sent form) {
        var file = files.open(patient, Part.SUIVI);
        var today = LocalDate.now(clock);
        var events = events(patient);
        var open = new ArrayList<PersonAlertsPage.Alert>();
        var past = new ArrayList<PersonAlertsPage.Alert>();
        sql.sql(
                        """
                        select id, rule, subject_id, title, due_on, status, urgency, weight, extra, forced, paused_until, pause_reason, closed_at, outcome
                        from followup.alert where patient_id = :patient
                        order by closed_at desc nulls first, followup.urgency(urgency, due_on, :today) desc, due_on, id limit :most
                        """)
                .param("patient", patient.value())
                .param("today", today)
                .param("most", MOST)
                .query(row -> {
                    var stillOpen = row.getTimestamp("closed_at") == null;
                    (stillOpen ? open : past).add(alert(row, patient, events, today));
                });
        return new PersonAlertsPage(
                file.banner(),
                form,
                open,
                past,
                overrides(patient, today),
                Arrays.stream(AlertRule.values())
                        .filter(AlertRule::mayWait)
                        .map(r ->
                                new Choice(r.name(), label(r), r.name().equals(form.value("rule"))))
                        .toList(),
                AlertText.PAUSES.entrySet().stream()
                        .map(e ->
                                new Choice(
                                        e.getKey(),
                                        e.getValue(),
                                        e.getKey().equals(form.value("reason"))))
                        .toList(),
                today.toString());
    }

    private static String label(AlertRule rule) {
        var setting = rule.threshold();
        return setting == null ? rule.label() : rule.label() + " (" + setting.unit() + ")";
    }

    private static PersonAlertsPage.Alert alert(
            ResultSet row,
            PatientId patient,
            Map<UUID, List<PersonAlertsPage.Event>> events,
            LocalDate today)
            throws SQLException {
        var rule = AlertRule.valueOf(row.getString("rule"));
        var due = row.getObject("due_on", LocalDate.class);
        var urgency = AlertListScreens.urgency(row, rule, due, today);
        var id = row.getObject("id", UUID.class);
        var paused = row.getString("status").equals("EN_PAUSE");
        var until = row.getObject("paused_until", LocalDate.class);
        var open = row.getTimestamp("closed_at") == null;
        return new PersonAlertsPage.Alert(
                id.toString(),
                rule.label(),
                paused ? "player-pause" : open ? rule.icon() : "circle-check",
                paused || !open ? "" : due.isAfter(today) ? "is-due" : "is-late",
                row.getString("title"),
                paused
                        ? AlertText.pausedUntil(until, row.getString("pause_reason"), today)
                        : open
                                ? FrenchDates.relative(due, today)
                                : AlertText.outcome(row.getString("outcome")),
                urgency.total(),
                urgency.words(),
                AlertPlaces.of(rule, patient.value(), row.getObject("subject_id", UUID.class)),
                open && rule.mayWait() && !row.getBoolean("forced"),
                until != null,
                events.getOrDefault(id, List.of()));
    }

    private Map<UUID, List<PersonAlertsPage.Event>> events(PatientId patient) {
        var found = new HashMap<UUID, List<PersonAlertsPage.Event>>();
        sql.sql(
                        """
                        select e.alert_id, e.at, e.kind, e.detail, e.by_name
                        from followup.alert_event e join followup.alert a on a.network_id = e.network_id and a.id = e.alert_id
                        where a.patient_id = :patient order by e.at desc, e.id desc limit 600
                        """)
                .param("patient", patient.value())
                .query(row -> {
                    var kind = row.getString("kind");
                    found.computeIfAbsent(
                                    row.getObject("alert_id", UUID.class), _ -> new ArrayList<>())
                            .add(
                                    new PersonAlertsPage.Event(
                                            FrenchDates.exact(row.getTimestamp("at").toInstant()),
                                            AlertText.event(kind),
                                            AlertText.detail(kind, row.getString("detail")),
                                            row.getString("by_name")));
                });
        return found;
    }

    private List<PersonAlertsPage.Override> overrides(PatientId patient, LocalDate today) {
        return sql.sql(
                        """
                        select id, rule, threshold, reason, until, set_at, set_by, ended_at, ended_by from followup.rule_override
                        where patient_id = :patient order by ended_at nulls first, set_at desc, id limit 40
                        """)
                .param("patient", patient.value())
                .query((row, _) -> {
                    var rule = AlertRule.valueOf(row.getString("rule"));
                    var setting = rule.threshold();
                    var until = row.getObject("until", LocalDate.class);
                    var ended = row.getTimestamp("ended_at");
                    return new PersonAlertsPage.Override(
                            row.getString("id"),
                            rule.label(),
                            AlertText.threshold(
                                    row.getObject("threshold", Integer.class),
                                    setting == null ? "" : setting.unit()),
                            row.getString("reason"),
                            "depuis "
                                    + FrenchDates.relative(
                                            row.getTimestamp("set_at").toInstant(), today)
                                    + ", par "
                                    + row.getString("set_by"),
                            until == null ? "sans fin" : "jusqu’au " + FrenchDates.date(until),
                            ended == null
                                    ? until != null && until.isBefore(today) ? "terminé" : null
                                    : "terminé "
                                            + FrenchDates.relative(ended.toInstant(), today)
                                            + " par "
                                            + row.getString("ended_by"));
                })
                .list();
    }
}

package fr.maillage.planning.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Visits asked for by hand: noted, withdrawn, and waiting until one is in the agenda.
@Service
@Transactional
class AskedVisits {

    private static final int SHOWN = 100;

    private final JdbcClient sql;
    private final CaseFiles files;
    private final Trail trail;
    private final Clock clock;

    AskedVisits(JdbcClient sql, CaseFiles files, Trail trail, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /// A visit that waits for a day.
    record Waiting(UUID id, UUID patient, String name, LocalDate due, String by) {
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    void ask(PatientId patient, Sent form) {
        files.openToWrite(patient, Part.CONTACTS);
        var today = LocalDate.now(clock);
        var first = form.day("first").orElse(today);
        var due = form.requiredDay("due", first);
        var minutes = form.number("minutes", 10, 240);
        if (form.errors().none() && due.isBefore(first))
            form.errors().add("due", PlanningText.DUE_BEFORE);
        if (form.errors().none() && first.isBefore(today))
            form.errors().add("first", PlanningText.PAST);
        FormRefused.unless(form.errors());
        var id = Ids.next();
        sql.sql(
                        """
                        insert into planning.asked (id, patient_id, not_before, due_on, minutes, asked_by, asked_at)
                        values (:id, :patient, :first, :due, :minutes, :by, :now)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("first", first)
                .param("due", due)
                .param("minutes", minutes, Types.INTEGER)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.wrote(Trail.Action.CREATE, patient, "VISITE DEMANDÉE", id);
    }

    /// Throws `NotFound`.
    void withdraw(UUID id) {
        var patient =
                sql.sql(
                                """
                                update planning.asked set withdrawn_at = :now where id = :id and withdrawn_at is null and appointment_id is null returning patient_id
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .query((row, _) -> new PatientId(row.getObject(1, UUID.class)))
                        .optional()
                        .orElseThrow(() -> new NotFound("visite demandée", id));
        files.openToWrite(patient, Part.CONTACTS);
        trail.wrote(Trail.Action.UPDATE, patient, "VISITE DEMANDÉE", id);
    }

    /// Home visits of a person that wait or stand in the agenda from today on, in words, at most
    /// five. The caller opened the file.
    List<String> known(PatientId patient) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select due_on as day, asked_by as who, false as planned from planning.asked where patient_id = :patient and withdrawn_at is null and appointment_id is null
                        union all
                        select (a.starts_at at time zone 'Europe/Paris')::date, m.given_name || ' ' || upper(m.family_name), true from agenda.planned a
                          join network.team_member m on m.network_id = a.network_id and m.id = a.member_id
                         where a.patient_id = :patient and a.kind = 'VISITE' and a.outcome is null and a.starts_at >= :from
                        order by day, who limit 5
                        """)
                .param("patient", patient.value())
                .param("from", Timestamp.from(today.atStartOfDay(FrenchDates.PARIS).toInstant()))
                .query((row, _) ->
                        PlanningText.known(
                                row.getObject("day", LocalDate.class),
                                row.getString("who"),
                                row.getBoolean("planned"),
                                today))
                .list();
    }

    /// Those that wait, by due date; the list leaves its trace.
    List<Waiting> waiting() {
        var all =
                sql.sql(
                                """
                                select q.id, q.patient_id, i.display_name, q.due_on, q.asked_by from planning.asked q
                                  join patient.identity i on i.network_id = q.network_id and i.id = q.patient_id
                                 where q.withdrawn_at is null and q.appointment_id is null order by q.due_on, q.id limit :shown
                                """)
                        .param("shown", SHOWN)
                        .query((row, _) ->
                                new Waiting(
                                        row.getObject("id", UUID.class),
                                        row.getObject("patient_id", UUID.class),
                                        row.getString("display_name"),
                                        row.getObject("due_on", LocalDate.class),
                                        row.getString("asked_by")))
                        .list();
        trail.listed("VISITES DEMANDÉES", all.stream().map(Waiting::patient).toList());
        return all;
    }
}

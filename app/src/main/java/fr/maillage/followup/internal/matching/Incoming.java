package fr.maillage.followup.internal.matching;

import fr.maillage.agenda.AppointmentKept;
import fr.maillage.agenda.AppointmentNotKept;
import fr.maillage.assessment.EvaluationCompleted;
import fr.maillage.casefile.ReturnedHome;
import fr.maillage.documents.DocumentOfPerson;
import fr.maillage.followup.Tasks;
import fr.maillage.intake.HandoverChanged;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what comes in about persons when it may be a planned act that was done, with the acts it
/// is proposed for. In the transaction of the act itself, so that the next page proposes it:
/// nothing here leaves the database. Come twice, it is kept once; refused once, it is not proposed
/// again.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Incoming {

    private static final int TITLE = 300;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Tasks tasks;
    private final Clock clock;

    Incoming(JdbcClient sql, JsonMapper json, Tasks tasks, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.tasks = tasks;
        this.clock = clock;
    }

    @EventListener
    void on(AppointmentKept event) {
        keep(
                event.appointment(),
                sql.sql(
                                """
                                select t.patient_id, 'VISITE' as event, t.kind as nature, cast(t.starts_at at time zone 'Europe/Paris' as date) as day,
                                       coalesce(t.title, '') as title, m.given_name || ' ' || m.family_name as who, true as of_team
                                  from agenda.kept t left join network.team_member m on m.network_id = t.network_id and m.id = t.member_id
                                 where t.id = :id
                                """)
                        .param("id", event.appointment())
                        .query((row, _) -> arrival(row))
                        .list());
    }

    @EventListener
    void on(AppointmentNotKept event) {
        gone(EventKind.VISITE, event.appointment(), event.patient());
    }

    @EventListener
    void on(DocumentOfPerson event) {
        if (!event.there()) {
            gone(EventKind.DOCUMENT, event.document(), event.patient());
            return;
        }
        keep(
                event.document(),
                sql.sql(
                                """
                                select d.patient_id, 'DOCUMENT' as event, d.type as nature,
                                       coalesce(d.dated_on, cast(d.deposited_at at time zone 'Europe/Paris' as date)) as day,
                                       d.title, d.source as who, false as of_team
                                  from documents.of_person d where d.id = :id and d.removed_at is null
                                """)
                        .param("id", event.document())
                        .query((row, _) -> arrival(row))
                        .list());
    }

    /// A contact was logged, about as many persons as it says.
    public void contact(UUID contact) {
        keep(
                contact,
                sql.sql(
                                """
                                select p.patient_id, 'CONTACT' as event, c.channel as nature, cast(c.at at time zone 'Europe/Paris' as date) as day,
                                       concat_ws(' · ', c.reason, left(c.note, 200)) as title, c.who, false as of_team
                                  from followup.contact c join followup.contact_patient p on p.network_id = c.network_id and p.contact_id = c.id
                                 where c.id = :id and c.reached = 'JOINT'
                                """)
                        .param("id", contact)
                        .query((row, _) -> arrival(row))
                        .list());
    }

    @EventListener
    void on(ReturnedHome event) {
        keep(
                event.stay(),
                sql.sql(
                                """
                                select h.patient_id, 'SEJOUR' as event, h.kind as nature, h.discharged_on as day, h.hospital as title, h.hospital as who,
                                       false as of_team
                                  from casefile.hospital_stay h where h.id = :id and h.discharged_on is not null
                                """)
                        .param("id", event.stay())
                        .query((row, _) -> arrival(row))
                        .list());
    }

    @EventListener
    void on(EvaluationCompleted event) {
        keep(
                event.evaluation(),
                sql.sql(
                                """
                                select e.patient_id, 'EVALUATION' as event, e.questionnaire_code as nature, e.on_date as day, e.title,
                                       e.author_name as who, true as of_team
                                  from assessment.completed e where e.id = :id
                                """)
                        .param("id", event.evaluation())
                        .query((row, _) -> arrival(row))
                        .list());
    }

    @EventListener
    void on(HandoverChanged event) {
        keep(
                event.handover(),
                sql.sql(
                                """
                                select h.patient_id, 'RELAIS' as event, '' as nature, cast(h.acknowledged_at at time zone 'Europe/Paris' as date) as day,
                                       h.to_name as title, h.to_name as who, false as of_team
                                  from intake.acknowledged_handover h where h.id = :id
                                """)
                        .param("id", event.handover())
                        .query((row, _) -> arrival(row))
                        .list());
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                EventKind.valueOf(row.getString("event")),
                row.getString("nature"),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("day", LocalDate.class),
                MatchingText.cut(row.getString("title"), TITLE),
                row.getString("who"),
                row.getBoolean("of_team"));
    }

    /// A line, as PostgreSQL reads it.
    private record Line(
            String incoming_id, String occurrence_id, int rank, int score, String why) {}

    private void keep(UUID event, List<Arrival> arrivals) {
        if (arrivals.isEmpty()) return;
        var acts = awaited(arrivals);
        var lines = new ArrayList<Line>();
        for (var arrival : arrivals) {
            var ranked = Ranking.of(arrival, acts);
            if (ranked.isEmpty()) continue;
            var id = save(event, arrival);
            for (int k = 0; k < ranked.size(); k++)
                lines.add(
                        new Line(
                                id.toString(),
                                ranked.get(k).act().id().toString(),
                                k + 1,
                                ranked.get(k).score(),
                                ranked.get(k).why()));
        }
        if (lines.isEmpty()) return;
        sql.sql(
                        """
                        insert into followup.proposal (incoming_id, occurrence_id, rank, score, why)
                        select l.incoming_id, l.occurrence_id, l.rank, l.score, l.why
                          from jsonb_to_recordset(cast(:lines as jsonb)) as l(incoming_id uuid, occurrence_id uuid, rank int, score int, why text)
                        on conflict do nothing
                        """)
                .param("lines", json.writeValueAsString(lines))
                .update();
    }

    /// Acts still to be done of these persons, around the day of what came in.
    private List<Planned> awaited(List<Arrival> arrivals) {
        var days = arrivals.stream().map(Arrival::day).sorted().toList();
        return sql.sql(
                        """
                        select o.id, o.intervention_id, o.patient_id, o.title, coalesce(k.type, '') as type, o.actor_name, o.status, o.due_on, o.due_until,
                               o.late_after
                          from followup.occurrence o
                          left join careplan.intervention_kind k
                            on k.network_id = o.network_id and k.pps_id = o.pps_id and k.intervention_id = o.intervention_id
                         where o.patient_id = any (:patients) and o.status = 'PREVU' and o.due_on <= :until and o.due_until >= :from
                         order by o.due_on, o.id limit 2000
                        """)
                .param(
                        "patients",
                        arrivals.stream().map(a -> a.patient().value()).toArray(UUID[]::new))
                .param("from", days.getFirst().minusDays(Ranking.DISTANCE))
                .param("until", days.getLast().plusDays(Ranking.DISTANCE))
                .query((row, _) ->
                        new Planned(
                                row.getObject("id", UUID.class),
                                row.getObject("intervention_id", UUID.class),
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                row.getString("title"),
                                row.getString("type"),
                                row.getString("actor_name"),
                                row.getString("status"),
                                row.getObject("due_on", LocalDate.class),
                                row.getObject("due_until", LocalDate.class),
                                row.getObject("late_after", LocalDate.class)))
                .list();
    }

    private UUID save(UUID event, Arrival arrival) {
        return Objects.requireNonNull(
                sql.sql(
                                """
                                insert into followup.incoming as i (id, patient_id, kind, event_id, nature, on_day, title, who, of_team, at)
                                values (:id, :patient, :kind, :event, :nature, :day, :title, :who, :ofTeam, :now)
                                on conflict (network_id, kind, event_id, patient_id) do update set gone_at = null
                                returning i.id
                                """)
                        .param("id", Ids.next())
                        .param("patient", arrival.patient().value())
                        .param("kind", arrival.kind().name())
                        .param("event", event)
                        .param("nature", arrival.nature())
                        .param("day", arrival.day())
                        .param("title", arrival.title())
                        .param("who", arrival.who(), java.sql.Types.VARCHAR)
                        .param("ofTeam", arrival.ofTeam())
                        .param("now", Timestamp.from(clock.instant()))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single());
    }

    /// What shows an act no longer stands: it is proposed no more, and when it was used, somebody
    /// is asked to look at the act again. The act stays as it was said: only a person takes that
    /// back.
    private void gone(EventKind kind, UUID event, PatientId patient) {
        var changed =
                sql.sql(
                                """
                                update followup.incoming set gone_at = :now
                                 where kind = :kind and event_id = :event and patient_id = :patient and gone_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("kind", kind.name())
                        .param("event", event)
                        .param("patient", patient.value())
                        .update();
        if (changed == 0) return;
        sql.sql(
                        """
                        select o.title, s.coordinator_id
                          from followup.incoming i
                          join followup.fulfilment f on f.network_id = i.network_id and f.incoming_id = i.id and f.undone_at is null
                          join followup.occurrence o on o.network_id = f.network_id and o.id = f.occurrence_id
                          left join casefile.open_support s on s.network_id = i.network_id and s.patient_id = i.patient_id
                         where i.kind = :kind and i.event_id = :event and i.patient_id = :patient
                        """)
                .param("kind", kind.name())
                .param("event", event)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Used(
                                row.getString("title"),
                                row.getObject("coordinator_id", UUID.class)))
                .optional()
                .ifPresent(used ->
                        tasks.create(
                                patient,
                                MatchingText.toCheck(kind, used.act()),
                                LocalDate.ofInstant(clock.instant(), FrenchDates.PARIS),
                                used.coordinator()));
    }

    private record Used(String act, @Nullable UUID coordinator) {}
}

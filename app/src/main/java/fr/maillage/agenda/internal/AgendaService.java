package fr.maillage.agenda.internal;

import fr.maillage.agenda.Outcome;
import fr.maillage.agenda.Visits;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.agenda.AppointmentKept;
import fr.maillage.agenda.AppointmentNotKept;
import fr.maillage.careplan.Recurrence;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Families;
import fr.maillage.patient.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Appointments of the team: made, then what became of them.
@Service
@Transactional
class AgendaService implements Visits {

    private final JdbcClient sql;
    private final CaseFiles files;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Families families;
    private final Clock clock;

    AgendaService(
            JdbcClient sql,
            CaseFiles files,
            Networks networks,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Families families,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.families = families;
        this.clock = clock;
    }

    /// One line in the file of each person it is for, and one appointment for each date when it
    /// repeats. Throws `NotFound` for a member or a person of another structure, and for somebody
    /// who is not of the household; colleagues and rooms that are not there are left out. Returns
    /// the first.
    UUID create(Wanted wanted) {
        networks.member(wanted.member());
        var family =
                wanted.patient() == null || wanted.together().isEmpty()
                        ? List.<PatientId>of()
                        : families.of(wanted.patient()).stream().map(Families.Link::other).toList();
        for (var other : wanted.together())
            if (!family.contains(other)) throw new NotFound("dossier", other.value());
        var series = wanted.series() == null ? null : series(wanted.series());
        var together =
                wanted.together().isEmpty()
                        ? null
                        : wanted.spans().stream().map(_ -> Ids.next()).toList();
        var people = new ArrayList<@Nullable PatientId>();
        people.add(wanted.patient());
        people.addAll(wanted.together());
        var made = people.stream().map(p -> insert(wanted, p, series, together)).toList();
        take(made.stream().flatMap(List::stream).toList(), wanted.others(), wanted.resources());
        return made.getFirst().getFirst();
    }

    private UUID series(Recurrence recurrence) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into agenda.series (id, starts_on, ends_on, every_n, unit, times, weekdays, made_by, made_at)
                        values (:id, :start, :end, :every, :unit, :times, cast(:weekdays as int[]), :by, :now)
                        """)
                .param("id", id)
                .param("start", recurrence.startsOn())
                .param("end", recurrence.endsOn(), Types.DATE)
                .param("every", recurrence.everyN())
                .param("unit", recurrence.unit())
                .param("times", recurrence.times(), Types.INTEGER)
                .param(
                        "weekdays",
                        recurrence.weekdays().stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "{", "}")))
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    private List<UUID> insert(
            Wanted wanted,
            @Nullable PatientId person,
            @Nullable UUID series,
            @Nullable List<UUID> together) {
        var ids = wanted.spans().stream().map(_ -> Ids.next()).toList();
        if (person != null) {
            files.openToWrite(person, Part.CONTACTS);
            trail.wrote(Trail.Action.CREATE, person, "RENDEZ-VOUS", ids.getFirst());
        }
        sql.sql(
                        """
                        insert into agenda.appointment (id, kind, patient_id, member_id, starts_at, ends_at, title, commune_name, created_by, together, series_id)
                        select w.id, :kind, :patient, :member, w.s, w.e, :title, :place, :by, w.together, :series
                          from unnest(cast(:ids as uuid[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[]), cast(:together as uuid[])) w(id, s, e, together)
                        """)
                .param("ids", SqlArrays.of(ids))
                .param(
                        "starts",
                        SqlArrays.ofInstants(wanted.spans().stream().map(Span::start).toList()))
                .param(
                        "ends",
                        SqlArrays.ofInstants(wanted.spans().stream().map(Span::end).toList()))
                .param("together", SqlArrays.of(together == null ? List.of() : together))
                .param("kind", wanted.kind().name())
                .param("patient", person == null ? null : person.value(), Types.OTHER)
                .param("member", wanted.member())
                .param("title", wanted.title())
                .param("place", wanted.place())
                .param("by", SignedIn.current().displayName())
                .param("series", series, Types.OTHER)
                .update();
        return ids;
    }

    /// Who comes too, and what is booked, for all of these appointments, in place of what was.
    void take(List<UUID> appointments, List<UUID> members, List<UUID> resources) {
        var ids = SqlArrays.of(appointments);
        sql.sql("delete from agenda.participant where appointment_id = any (cast(:ids as uuid[]))")
                .param("ids", ids)
                .update();
        sql.sql("delete from agenda.booking where appointment_id = any (cast(:ids as uuid[]))")
                .param("ids", ids)
                .update();
        sql.sql(
                        """
                        insert into agenda.participant (appointment_id, member_id)
                        select a.id, m.id from agenda.appointment a join network.team_member m on m.network_id = a.network_id
                         where a.id = any (cast(:ids as uuid[])) and m.id = any (cast(:members as uuid[])) and m.id <> a.member_id
                        """)
                .param("ids", ids)
                .param("members", SqlArrays.of(members))
                .update();
        sql.sql(
                        """
                        insert into agenda.booking (appointment_id, resource_id)
                        select a.id, r.id from unnest(cast(:ids as uuid[])) a(id) cross join agenda.resource r
                         where r.id = any (cast(:resources as uuid[]))
                        """)
                .param("ids", ids)
                .param("resources", SqlArrays.of(resources))
                .update();
    }

    private static final String PLANNED =
            "select id, patient_id, member_id, starts_at, ends_at, title, commune_name, outcome, outcome_note from agenda.appointment";

    @Override
    @Transactional(readOnly = true)
    public List<Planned> toMake(PatientId patient, Instant from, Instant until) {
        return sql.sql(
                        PLANNED
                                + """
                                 where patient_id = :patient and member_id = :member and kind = 'VISITE' and outcome is null
                                   and starts_at >= :from and starts_at < :until order by starts_at, id
                                """)
                .param("patient", patient.value())
                .param("member", SignedIn.current().member())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, _) -> planned(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Planned get(UUID appointment) {
        return sql.sql(PLANNED + " where id = :id and patient_id is not null")
                .param("id", appointment)
                .query((row, _) -> planned(row))
                .optional()
                .orElseThrow(() -> new NotFound("rendez-vous", appointment));
    }

    private static Planned planned(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Planned(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("member_id", UUID.class),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("title"),
                row.getString("commune_name"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("outcome_note"));
    }

    @Override
    public UUID plan(PatientId patient, Instant start) {
        return create(
                Wanted.one(
                        Kind.VISITE,
                        patient,
                        SignedIn.current().member(),
                        new Span(start, start.plusSeconds(60L * Kind.VISITE.minutes))));
    }

    private record Held(
            Kind kind,
            @Nullable UUID patient,
            @Nullable Outcome outcome,
            @Nullable UUID together) {}

    /// Says what became of it, once; a visit or a call that took place is a line of the person's
    /// life, and a contact. Empty when this was noted; else what had been said of it already.
    @Override
    public Optional<Outcome> close(UUID id, Outcome outcome, @Nullable String note) {
        return told(id, outcome, note, false);
    }

    @Override
    public void correct(UUID id, Outcome outcome, @Nullable String note) {
        told(id, outcome, note, true);
    }

    private Optional<Outcome> told(
            UUID id, Outcome outcome, @Nullable String note, boolean instead) {
        var held =
                sql.sql(
                                "select kind, patient_id, outcome, together from agenda.appointment where id = :id for update")
                        .param("id", id)
                        .query((row, _) ->
                                new Held(
                                        Kind.valueOf(row.getString("kind")),
                                        row.getObject("patient_id", UUID.class),
                                        row.getString("outcome") == null
                                                ? null
                                                : Outcome.valueOf(row.getString("outcome")),
                                        row.getObject("together", UUID.class)))
                        .optional()
                        .orElseThrow(() -> new NotFound("rendez-vous", id));
        var person = held.patient() == null ? null : new PatientId(held.patient());
        if (person != null) files.openToWrite(person, Part.CONTACTS);
        if (held.outcome() != null && !instead) return Optional.of(held.outcome());
        sql.sql(
                        "update agenda.appointment set outcome = :outcome, outcome_note = :note where id = :id")
                .param("outcome", outcome.name())
                .param("note", note)
                .param("id", id)
                .update();
        if (held.together() != null) theOthers(id, held.together(), outcome, note);
        if (person == null) return Optional.empty();
        timeline.add(
                person,
                Timeline.Kind.VISITE,
                AgendaText.line(held.kind(), outcome, held.outcome() != null),
                note,
                null,
                note != null);
        trail.wrote(Trail.Action.UPDATE, person, "RENDEZ-VOUS", id);
        if (outcome == Outcome.HONORE && held.kind().withThePerson())
            events.publishEvent(
                    new AppointmentKept(SignedIn.current().network(), id, person, clock.instant()));
        else if (held.outcome() == Outcome.HONORE)
            events.publishEvent(new AppointmentNotKept(SignedIn.current().network(), id, person));
        return Optional.empty();
    }

    /// What became of it is the same for everybody it was for.
    private void theOthers(UUID id, UUID together, Outcome outcome, @Nullable String note) {
        sql.sql(
                        """
                        select id from agenda.appointment where together = :together and id <> :id and outcome is null order by id
                        """)
                .param("together", together)
                .param("id", id)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .forEach(other -> close(other, outcome, note));
    }
}

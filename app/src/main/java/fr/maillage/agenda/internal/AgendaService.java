package fr.maillage.agenda.internal;

import fr.maillage.agenda.Outcome;
import fr.maillage.agenda.Visits;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.agenda.AppointmentKept;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Families;
import fr.maillage.patient.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /// @param together persons of the household it is for as well
    /// @param member whose agenda
    record NewAppointment(
            Kind kind,
            @Nullable PatientId patient,
            UUID member,
            Instant start,
            Instant end,
            @Nullable String title,
            @Nullable String place,
            List<PatientId> together) {}

    /// What the same member already has at that time, in words; two that touch do not overlap.
    @Transactional(readOnly = true)
    Optional<String> conflict(NewAppointment wanted) {
        return sql.sql(
                        """
                        select kind, starts_at, ends_at from agenda.appointment
                        where member_id = :member and starts_at < :end and ends_at > :start and (outcome is null or outcome = 'HONORE')
                        order by starts_at limit 1
                        """)
                .param("member", wanted.member())
                .param("start", Timestamp.from(wanted.start()))
                .param("end", Timestamp.from(wanted.end()))
                .query((row, _) ->
                        AgendaText.conflict(
                                time(row.getTimestamp("starts_at"))
                                        + " – "
                                        + time(row.getTimestamp("ends_at")),
                                Kind.valueOf(row.getString("kind")).label))
                .optional();
    }

    private static String time(Timestamp at) {
        return FrenchDates.time(LocalDateTime.ofInstant(at.toInstant(), FrenchDates.PARIS));
    }

    /// One line in the file of each person it is for. Throws `NotFound` for a member or a person of
    /// another structure, and for somebody who is not of the household.
    UUID create(NewAppointment appointment) {
        networks.member(appointment.member());
        var person = appointment.patient();
        if (person == null || appointment.together().isEmpty())
            return create(appointment, person, null);
        var family = families.of(person).stream().map(Families.Link::other).toList();
        var together = Ids.next();
        var first = create(appointment, person, together);
        for (var other : appointment.together()) {
            if (!family.contains(other)) throw new NotFound("dossier", other.value());
            create(appointment, other, together);
        }
        return first;
    }

    private UUID create(
            NewAppointment appointment, @Nullable PatientId person, @Nullable UUID together) {
        var id = Ids.next();
        if (person != null) {
            files.openToWrite(person, Part.CONTACTS);
            trail.wrote(Trail.Action.CREATE, person, "RENDEZ-VOUS", id);
        }
        sql.sql(
                        """
                        insert into agenda.appointment (id, kind, patient_id, member_id, starts_at, ends_at, title, commune_name, created_by, together)
                        values (:id, :kind, :patient, :member, :start, :end, :title, :place, :by, :together)
                        """)
                .param("id", id)
                .param("kind", appointment.kind().name())
                .param("patient", person == null ? null : person.value(), java.sql.Types.OTHER)
                .param("together", together, java.sql.Types.OTHER)
                .param("member", appointment.member())
                .param("start", Timestamp.from(appointment.start()))
                .param("end", Timestamp.from(appointment.end()))
                .param("title", appointment.title())
                .param("place", appointment.place())
                .param("by", SignedIn.current().displayName())
                .update();
        return id;
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
                new NewAppointment(
                        Kind.VISITE,
                        patient,
                        SignedIn.current().member(),
                        start,
                        start.plusSeconds(60L * Kind.VISITE.minutes),
                        null,
                        null,
                        List.of()));
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

package fr.maillage.agenda.internal;

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
import fr.maillage.patient.Timeline;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
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
class AgendaService {

    private final JdbcClient sql;
    private final CaseFiles files;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgendaService(
            JdbcClient sql,
            CaseFiles files,
            Networks networks,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// @param member whose agenda
    record NewAppointment(
            Kind kind,
            @Nullable PatientId patient,
            UUID member,
            Instant start,
            Instant end,
            @Nullable String title,
            @Nullable String place) {}

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

    /// Throws `NotFound` for a member or a person of another structure.
    UUID create(NewAppointment appointment) {
        networks.member(appointment.member());
        var id = Ids.next();
        if (appointment.patient() != null) {
            files.openToWrite(appointment.patient(), Part.CONTACTS);
            trail.wrote(Trail.Action.CREATE, appointment.patient(), "RENDEZ-VOUS", id);
        }
        sql.sql(
                        """
                        insert into agenda.appointment (id, kind, patient_id, member_id, starts_at, ends_at, title, commune_name, created_by)
                        values (:id, :kind, :patient, :member, :start, :end, :title, :place, :by)
                        """)
                .param("id", id)
                .param("kind", appointment.kind().name())
                .param(
                        "patient",
                        appointment.patient() == null ? null : appointment.patient().value())
                .param("member", appointment.member())
                .param("start", Timestamp.from(appointment.start()))
                .param("end", Timestamp.from(appointment.end()))
                .param("title", appointment.title())
                .param("place", appointment.place())
                .param("by", SignedIn.current().displayName())
                .update();
        return id;
    }

    private record Held(Kind kind, @Nullable UUID patient, @Nullable Outcome outcome) {}

    /// Says what became of it, once; a visit or a call that took place is a line of the person's
    /// life, and a contact. Empty when this was noted; else what had been said of it already.
    Optional<Outcome> close(UUID id, Outcome outcome, @Nullable String note) {
        var held =
                sql.sql(
                                "select kind, patient_id, outcome from agenda.appointment where id = :id for update")
                        .param("id", id)
                        .query((row, _) ->
                                new Held(
                                        Kind.valueOf(row.getString("kind")),
                                        row.getObject("patient_id", UUID.class),
                                        row.getString("outcome") == null
                                                ? null
                                                : Outcome.valueOf(row.getString("outcome"))))
                        .optional()
                        .orElseThrow(() -> new NotFound("rendez-vous", id));
        var person = held.patient() == null ? null : new PatientId(held.patient());
        if (person != null) files.openToWrite(person, Part.CONTACTS);
        if (held.outcome() != null) return Optional.of(held.outcome());
        sql.sql(
                        "update agenda.appointment set outcome = :outcome, outcome_note = :note where id = :id")
                .param("outcome", outcome.name())
                .param("note", note)
                .param("id", id)
                .update();
        if (person == null) return Optional.empty();
        timeline.add(
                person,
                Timeline.Kind.VISITE,
                held.kind().label + ", " + outcome.label.toLowerCase(java.util.Locale.FRENCH),
                note,
                null,
                note != null);
        trail.wrote(Trail.Action.UPDATE, person, "RENDEZ-VOUS", id);
        if (outcome == Outcome.HONORE && held.kind().withThePerson())
            events.publishEvent(
                    new AppointmentKept(SignedIn.current().network(), id, person, clock.instant()));
        return Optional.empty();
    }
}

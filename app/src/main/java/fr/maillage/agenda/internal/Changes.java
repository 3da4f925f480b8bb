package fr.maillage.agenda.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.agenda.Outcome;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Appointments moved and changed: alone, or with those of the series that follow; both persons of
/// one visit move together. What was moved is written, so that a second person who moves the same
/// one is told.
@Service
@Transactional
class Changes {

    private final JdbcClient sql;
    private final AgendaService agenda;
    private final HeldElsewhere elsewhere;
    private final Conflicts conflicts;
    private final CaseFiles files;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    Changes(
            JdbcClient sql,
            AgendaService agenda,
            HeldElsewhere elsewhere,
            Conflicts conflicts,
            CaseFiles files,
            Networks networks,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.agenda = agenda;
        this.elsewhere = elsewhere;
        this.conflicts = conflicts;
        this.files = files;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// An appointment held until the end of the transaction.
    record Held(
            UUID id,
            Kind kind,
            @Nullable PatientId patient,
            UUID member,
            Span span,
            @Nullable String title,
            @Nullable String place,
            boolean closed,
            @Nullable UUID together,
            @Nullable UUID series,
            int version,
            List<UUID> others,
            List<UUID> resources) {

        /// The same appointment with somebody else, at another time.
        Wanted at(UUID whom, Span when) {
            return new Wanted(
                    kind,
                    patient,
                    whom,
                    others,
                    resources,
                    List.of(when),
                    title,
                    place,
                    List.of(),
                    null);
        }
    }

    private record Moved(UUID id, Span span) {}

    /// Moves, and changes who comes and what is booked when the whole form was sent. Refuses by
    /// [FormRefused] with what stands against it, and by `OptimisticLockingFailureException` when a
    /// colleague changed it since.
    void change(UUID id, AppointmentForm form) {
        elsewhere.refuse(id);
        var held = hold(id);
        if (held.version() != version(form.text("version")))
            throw new OptimisticLockingFailureException("appointment");
        var errors = new FormErrors();
        if (held.closed()) errors.add("day", AgendaText.CLOSED);
        var when = form.when(errors, held.span().minutes());
        FormRefused.unless(errors);
        var member = Ids.parse(form.text("member")).orElse(held.member());
        networks.member(member);
        var whole = !form.text("whole").isEmpty();
        var moved = moved(held, when.orElseThrow(), form.text("scope").equals("suivantes"));
        var wanted =
                new Wanted(
                        held.kind(),
                        held.patient(),
                        member,
                        whole ? form.ids("others") : held.others(),
                        whole ? form.ids("resources") : held.resources(),
                        moved.stream().map(Moved::span).distinct().toList(),
                        whole ? AppointmentForm.orNull(form.text("title")) : held.title(),
                        whole ? AppointmentForm.orNull(form.text("place")) : held.place(),
                        List.of(),
                        null);
        if (!form.anyway()) {
            conflicts
                    .of(wanted, moved.stream().map(Moved::id).toList())
                    .forEach(c -> errors.add("conflict-" + errors.all().size(), c));
            FormRefused.unless(errors);
        }
        write(wanted, moved);
        if (whole)
            agenda.take(
                    moved.stream().map(Moved::id).toList(), wanted.others(), wanted.resources());
        if (held.patient() != null)
            trail.wrote(Trail.Action.UPDATE, held.patient(), "RENDEZ-VOUS", id);
    }

    /// Puts it back where it was before the change that made this version. Refuses as [#change].
    void undo(UUID id, int version) {
        var held = hold(id);
        if (held.version() != version || held.closed())
            throw new OptimisticLockingFailureException("appointment");
        var before =
                sql.sql(
                                """
                                select from_starts, from_ends, from_member from agenda.change where appointment_id = :id and version = :version
                                """)
                        .param("id", id)
                        .param("version", version)
                        .query((row, _) ->
                                held.at(
                                        row.getObject("from_member", UUID.class),
                                        new Span(
                                                row.getTimestamp("from_starts").toInstant(),
                                                row.getTimestamp("from_ends").toInstant())))
                        .optional()
                        .orElseThrow(() -> new NotFound("changement", id));
        var span = before.spans().getFirst();
        write(before, siblings(held).stream().map(one -> new Moved(one, span)).toList());
    }

    /// Cancels it and those of its series that follow; one line in the person's life.
    int cancelFrom(UUID id) {
        var held = hold(id);
        if (held.series() == null || held.closed()) throw new NotFound("série", id);
        var cancelled =
                sql.sql(
                                """
                                update agenda.appointment set outcome = 'ANNULE', version = version + 1
                                 where series_id = :series and starts_at >= :start and outcome is null
                                """)
                        .param("series", held.series())
                        .param("start", Timestamp.from(held.span().start()))
                        .update();
        if (held.patient() != null) {
            timeline.add(
                    held.patient(),
                    Timeline.Kind.VISITE,
                    AgendaText.line(held.kind(), Outcome.ANNULE, false),
                    AgendaText.cancelledFrom(held.span().day(), cancelled),
                    null,
                    false);
            trail.wrote(Trail.Action.UPDATE, held.patient(), "RENDEZ-VOUS", id);
        }
        return cancelled;
    }

    private static int version(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    private Held hold(UUID id) {
        var held =
                sql.sql(
                                """
                                select a.id, a.kind, a.patient_id, a.member_id, a.starts_at, a.ends_at, a.title, a.commune_name, a.outcome,
                                       a.together, a.series_id, a.version,
                                       array(select p.member_id from agenda.participant p where p.network_id = a.network_id and p.appointment_id = a.id) as others,
                                       array(select b.resource_id from agenda.booking b where b.network_id = a.network_id and b.appointment_id = a.id) as resources
                                  from agenda.appointment a where a.id = :id for update
                                """)
                        .param("id", id)
                        .query((row, _) -> {
                            var patient = row.getObject("patient_id", UUID.class);
                            return new Held(
                                    id,
                                    Kind.valueOf(row.getString("kind")),
                                    patient == null ? null : new PatientId(patient),
                                    row.getObject("member_id", UUID.class),
                                    new Span(
                                            row.getTimestamp("starts_at").toInstant(),
                                            row.getTimestamp("ends_at").toInstant()),
                                    row.getString("title"),
                                    row.getString("commune_name"),
                                    row.getString("outcome") != null,
                                    row.getObject("together", UUID.class),
                                    row.getObject("series_id", UUID.class),
                                    row.getInt("version"),
                                    List.of((UUID[]) row.getArray("others").getArray()),
                                    List.of((UUID[]) row.getArray("resources").getArray()));
                        })
                        .optional()
                        .orElseThrow(() -> new NotFound("rendez-vous", id));
        if (held.patient() != null) files.openToWrite(held.patient(), Part.CONTACTS);
        return held;
    }

    /// The appointments that move with it, each with its new time: a series keeps its days of the
    /// week apart and takes the new hour.
    private List<Moved> moved(Held held, AppointmentForm.When when, boolean following) {
        if (!following || held.series() == null)
            return siblings(held).stream().map(id -> new Moved(id, when.span())).toList();
        var days = ChronoUnit.DAYS.between(held.span().day(), when.day());
        return sql.sql(
                        """
                        select id, starts_at from agenda.appointment
                         where series_id = :series and starts_at >= :start and outcome is null order by starts_at, id for update
                        """)
                .param("series", held.series())
                .param("start", Timestamp.from(held.span().start()))
                .query((row, _) ->
                        new Moved(
                                row.getObject("id", UUID.class),
                                shifted(
                                        row.getTimestamp("starts_at").toInstant(),
                                        days,
                                        when.time(),
                                        when.minutes())))
                .list();
    }

    private static Span shifted(Instant start, long days, LocalTime time, int minutes) {
        return Span.of(start.atZone(FrenchDates.PARIS).toLocalDate().plusDays(days), time, minutes);
    }

    private List<UUID> siblings(Held held) {
        if (held.together() == null) return List.of(held.id());
        return sql.sql(
                        "select id from agenda.appointment where together = :together and outcome is null order by id for update")
                .param("together", held.together())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private void write(Wanted wanted, List<Moved> moved) {
        sql.sql(
                        """
                        with moved as (
                          select * from unnest(cast(:ids as uuid[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[])) m(id, s, e)),
                        written as (
                          insert into agenda.change (id, appointment_id, at, by_name, version, from_starts, from_ends, from_member, to_starts, to_ends, to_member)
                          select uuidv7(), a.id, :now, :by, a.version + 1, a.starts_at, a.ends_at, a.member_id, m.s, m.e, :member
                            from moved m join agenda.appointment a on a.id = m.id)
                        update agenda.appointment a
                           set starts_at = m.s, ends_at = m.e, member_id = :member, title = :title, commune_name = :place, version = a.version + 1
                          from moved m where a.id = m.id
                        """)
                .param("ids", SqlArrays.of(moved.stream().map(Moved::id).toList()))
                .param(
                        "starts",
                        SqlArrays.ofInstants(moved.stream().map(m -> m.span().start()).toList()))
                .param(
                        "ends",
                        SqlArrays.ofInstants(moved.stream().map(m -> m.span().end()).toList()))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("member", wanted.member())
                .param("title", wanted.title())
                .param("place", wanted.place())
                .update();
    }
}

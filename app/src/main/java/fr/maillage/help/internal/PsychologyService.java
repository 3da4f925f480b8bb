package fr.maillage.help.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.help.internal.Course.Place;
import fr.maillage.help.internal.Course.Session;
import fr.maillage.help.internal.Course.State;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Psychological support paid by the structure: so many sessions are granted under an agreement
/// that runs, noted one by one as they take place, never more than were granted, nor than the
/// agreement allows for one person.
@Service
@Transactional
class PsychologyService {

    private static final String PART = "SOUTIEN PSYCHOLOGIQUE";

    private final JdbcClient sql;
    private final Relatives relatives;
    private final Timeline timeline;
    private final Trail trail;
    private final JsonMapper json;
    private final Clock clock;

    PsychologyService(
            JdbcClient sql,
            Relatives relatives,
            Timeline timeline,
            Trail trail,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.relatives = relatives;
        this.timeline = timeline;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /// An agreement that runs.
    ///
    /// @param most sessions for one person; null when it sets none
    record Agreement(String ref, String name, Money amount, @Nullable Integer most) {}

    /// Agreements that run on `day`, by name.
    @Transactional(readOnly = true)
    public List<Agreement> agreements(LocalDate day) {
        return sql.sql(
                        """
                        select ref, name, amount, sessions from partners.psychology_agreement
                         where starts_on <= :day and (last_on is null or last_on >= :day) order by name, ref
                        """)
                .param("day", day)
                .query((row, _) ->
                        new Agreement(
                                row.getString("ref"),
                                row.getString("name"),
                                new Money(row.getBigDecimal("amount")),
                                row.getObject("sessions", Integer.class)))
                .list();
    }

    private Optional<Agreement> agreement(String ref, LocalDate day) {
        return agreements(day).stream().filter(a -> a.ref().equals(ref)).findFirst();
    }

    /// Those that run first, then the latest.
    @Transactional(readOnly = true)
    public List<Course> of(PatientId patient) {
        return sql.sql(
                        """
                        select c.id, c.relative_name, c.ref, c.psychologist, c.granted, c.starts_on, c.reason, c.ended_on, c.ended_why, c.opened_by, c.version,
                               (select coalesce(jsonb_agg(jsonb_build_object('on', s.on_date, 'place', s.place, 'state', s.state, 'amount', s.amount, 'by', s.noted_by)
                                                order by s.on_date desc), '[]')
                                  from help.session s where s.network_id = c.network_id and s.course_id = c.id) as sessions
                          from help.psychology c where c.patient_id = :patient order by c.ended_on is not null, c.starts_on desc, c.id desc
                        """)
                .param("patient", patient.value())
                .query(this::read)
                .list();
    }

    private record Line(LocalDate on, Place place, State state, BigDecimal amount, String by) {}

    private Course read(ResultSet row, int ignored) throws SQLException {
        return new Course(
                row.getObject("id", UUID.class),
                row.getString("relative_name"),
                row.getString("ref"),
                row.getString("psychologist"),
                row.getInt("granted"),
                row.getObject("starts_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_why"),
                List.of(json.readValue(row.getString("sessions"), Line[].class)).stream()
                        .map(l ->
                                new Session(
                                        l.on(),
                                        l.place(),
                                        l.state(),
                                        new Money(l.amount()),
                                        l.by()))
                        .toList(),
                row.getString("opened_by"),
                row.getInt("version"));
    }

    /// Grants sessions. Throws `FormRefused`, also beyond what the agreement allows one person.
    void open(PatientId patient, Typed typed) {
        var errors = new FormErrors();
        var forWhom = relatives.read(patient, typed, errors);
        var starts = FormFields.date(typed, "startsOn", true, errors);
        var found =
                starts == null ? Optional.<Agreement>empty() : agreement(typed.text("ref"), starts);
        if (starts != null && found.isEmpty()) errors.add("ref", HelpText.NO_AGREEMENT);
        var granted = granted(typed, "granted", errors);
        if (typed.text("reason").length() > 1_000) errors.add("reason", WebText.tooLong(1_000));
        FormRefused.unless(errors);
        var agreement = found.orElseThrow();
        within(patient, agreement, forWhom.name(), granted, "granted");
        var id = Ids.next();
        sql.sql(
                        """
                        insert into help.psychology (id, patient_id, for_whom, relative_id, relative_name, ref, psychologist, granted, starts_on, reason, opened_by, opened_at)
                        values (:id, :patient, :forWhom, :relative, :relativeName, :ref, :name, :granted, :starts, :reason, :by, :now)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("forWhom", forWhom.code())
                .param("relative", forWhom.relative(), Types.OTHER)
                .param("relativeName", forWhom.name(), Types.VARCHAR)
                .param("ref", agreement.ref())
                .param("name", agreement.name())
                .param("granted", granted)
                .param("starts", starts)
                .param("reason", typed.orNull("reason"), Types.VARCHAR)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                HelpText.sessionsGranted(granted, forWhom.name() != null),
                null,
                "/dossiers/" + patient + "/appuis#psychologie",
                true);
        trail.wrote(Trail.Action.CREATE, patient, PART, id);
    }

    private static int granted(Typed typed, String field, FormErrors errors) {
        if (typed.text(field).isEmpty()) errors.add(field, WebText.REQUIRED);
        return FormFields.number(typed, field, 1, 1, 200, errors);
    }

    /// What one person or one relative was granted with this psychologist, and this besides, stays
    /// within the agreement: what was ended counts for the sessions that took place.
    private void within(
            PatientId patient,
            Agreement agreement,
            @Nullable String relative,
            int more,
            String field) {
        var most = agreement.most();
        if (most == null) return;
        var already =
                of(patient).stream()
                        .filter(c -> c.ref().equals(agreement.ref()))
                        .filter(c -> Objects.equals(c.relativeName(), relative))
                        .mapToInt(c -> c.runs() ? c.granted() : c.done())
                        .sum();
        if (already + more > most) throw FormRefused.because(field, HelpText.beyond(most, already));
    }

    /// More sessions for a course that runs; throws as [#open], and when a colleague was first.
    void extend(PatientId patient, UUID id, Typed typed) {
        var course = get(patient, id);
        var errors = new FormErrors();
        var more = granted(typed, "more", errors);
        var agreement = agreement(course.ref(), LocalDate.now(clock));
        if (agreement.isEmpty()) errors.add("more", HelpText.NO_AGREEMENT);
        if (course.granted() + more > 200) errors.add("more", WebText.between(1, 200));
        FormRefused.unless(errors);
        within(patient, agreement.orElseThrow(), course.relativeName(), more, "more");
        moved(
                sql.sql(
                                "update help.psychology set granted = granted + :more, version = version + 1 where id = :id and version = :version and ended_on is null")
                        .param("more", more)
                        .param("id", id)
                        .param("version", typed.version())
                        .update(),
                id);
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
    }

    /// Notes a session. Throws `FormRefused`: every one that was granted took place, the agreement
    /// did not run that day, one is noted that day already.
    void session(PatientId patient, UUID id, Typed typed) {
        // one at a time, so that two hands do not go beyond what was granted
        sql.sql("select 1 from help.psychology where id = :id for update")
                .param("id", id)
                .query((_, _) -> 1)
                .list();
        var course = get(patient, id);
        var errors = new FormErrors();
        var on = FormFields.date(typed, "onDate", true, errors);
        if (on != null && on.isAfter(LocalDate.now(clock))) errors.add("onDate", HelpText.TO_COME);
        if (on != null && on.isBefore(course.startsOn())) errors.add("onDate", HelpText.BEFORE);
        if (!course.runs()) errors.add("onDate", HelpText.COURSE_OVER);
        var place = GivenForm.chosen(Place.values(), typed.text("place"));
        if (place.isEmpty()) errors.add("place", WebText.CHOOSE);
        var state = GivenForm.chosen(State.values(), typed.text("state"));
        if (state.isEmpty()) errors.add("state", WebText.CHOOSE);
        var done = state.equals(Optional.of(State.FAITE));
        if (done && course.done() >= course.granted())
            errors.add("state", HelpText.allDone(course.granted()));
        var agreement = on == null ? Optional.<Agreement>empty() : agreement(course.ref(), on);
        if (on != null && agreement.isEmpty()) errors.add("onDate", HelpText.NO_AGREEMENT);
        FormRefused.unless(errors);
        try {
            sql.sql(
                            """
                            insert into help.session (id, course_id, on_date, place, state, amount, noted_by, noted_at)
                            values (:id, :course, :on, :place, :state, :amount, :by, :now)
                            """)
                    .param("id", Ids.next())
                    .param("course", id)
                    .param("on", on)
                    .param("place", place.orElseThrow().name())
                    .param("state", state.orElseThrow().name())
                    .param(
                            "amount",
                            (done ? agreement.orElseThrow().amount() : Money.ZERO).amount())
                    .param("by", SignedIn.current().displayName())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw FormRefused.because("onDate", HelpText.SESSION_THERE);
        }
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
    }

    /// It is over, with why. Throws `FormRefused`, `NotFound`, and when a colleague was first.
    void end(PatientId patient, UUID id, Typed typed) {
        var course = get(patient, id);
        var ending = GivenForm.ending(typed, course.startsOn(), LocalDate.now(clock));
        moved(
                sql.sql(
                                "update help.psychology set ended_on = :on, ended_why = :why, version = version + 1 where id = :id and version = :version and ended_on is null")
                        .param("on", ending.on())
                        .param("why", ending.why())
                        .param("id", id)
                        .param("version", typed.version())
                        .update(),
                id);
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
    }

    private static void moved(int rows, UUID id) {
        if (rows == 0) throw new OptimisticLockingFailureException("psychology " + id);
    }

    private Course get(PatientId patient, UUID id) {
        return of(patient).stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("soutien", id));
    }
}

package fr.maillage.casefile.internal.crisis;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CrisisPlans;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Crisis plans: a change is a new version, the former ones stay.
@Service
@Transactional
public class CrisisService implements CrisisPlans {

    /// Versions a page lists.
    static final int SHOWN = 50;

    private static final String COLUMNS =
            """
            select id, call_first, actions, medical, directives, directives_where, directives_asked_on, allergies, allergies_on, allergies_from,
                   treatments, treatments_on, treatments_from, habits, written_by, written_at
              from casefile.crisis_plan where patient_id = :patient
            """;

    private final JdbcClient sql;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    CrisisService(JdbcClient sql, Timeline timeline, Trail trail, Clock clock) {
        this.sql = sql;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CrisisPlan> current(PatientId patient) {
        return versions(patient, 1).stream().findFirst();
    }

    /// The latest first.
    @Transactional(readOnly = true)
    List<CrisisPlan> versions(PatientId patient, int most) {
        return sql.sql(COLUMNS + " order by written_at desc, id desc limit :most")
                .param("patient", patient.value())
                .param("most", most)
                .query((row, _) -> plan(row))
                .list();
    }

    private static CrisisPlan plan(ResultSet row) throws SQLException {
        return new CrisisPlan(
                row.getObject("id", UUID.class),
                row.getString("call_first"),
                row.getString("actions"),
                row.getString("medical"),
                Directives.valueOf(row.getString("directives")),
                row.getString("directives_where"),
                row.getObject("directives_asked_on", LocalDate.class),
                known(row, "allergies"),
                known(row, "treatments"),
                row.getString("habits"),
                row.getString("written_by"),
                row.getTimestamp("written_at").toInstant());
    }

    private static Known known(ResultSet row, String what) throws SQLException {
        return new Known(
                row.getString(what),
                row.getObject(what + "_on", LocalDate.class),
                row.getString(what + "_from"));
    }

    /// The next version, as the form says. Throws [FormRefused], and
    /// `OptimisticLockingFailureException` when a colleague wrote one since the form was opened
    /// (hidden field `previous`).
    void write(PatientId patient, Sent form) {
        var written = read(form);
        if (written.words() == null) form.errors().add("actions", CrisisText.SOMETHING);
        FormRefused.unless(form.errors());
        alone(patient);
        var last = current(patient).map(CrisisPlan::id).orElse(null);
        if (!Objects.equals(last, form.id("previous").orElse(null)))
            throw new OptimisticLockingFailureException("crisis plan changed");
        insert(patient, written);
    }

    /// What inclusion learns of it: whom to call and what to do, the rest of the last version
    /// staying as it is. Nothing when it says nothing new.
    public void say(PatientId patient, String actions) {
        var text = Sent.orNull(actions.strip());
        alone(patient);
        var last = current(patient).orElse(null);
        if (text == null || last != null && text.equals(last.actions())) return;
        var nothing = new Known(null, null, null);
        insert(
                patient,
                last == null
                        ? new CrisisPlan(
                                Ids.next(),
                                null,
                                text,
                                null,
                                Directives.INCONNU,
                                null,
                                null,
                                nothing,
                                nothing,
                                null,
                                SignedIn.current().displayName(),
                                clock.instant())
                        : new CrisisPlan(
                                Ids.next(),
                                last.callFirst(),
                                text,
                                last.medical(),
                                last.directives(),
                                last.directivesWhere(),
                                last.directivesAskedOn(),
                                last.allergies(),
                                last.treatments(),
                                last.habits(),
                                SignedIn.current().displayName(),
                                clock.instant()));
    }

    /// Two who write about one person wait for each other.
    private void alone(PatientId patient) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('crisis ' || :patient, 0))")
                .param("patient", patient.toString())
                .query((_, _) -> 0)
                .list();
    }

    private CrisisPlan read(Sent form) {
        var errors = form.errors();
        var directives =
                form.choice(
                        "directives", Arrays.stream(Directives.values()).map(Enum::name).toList());
        return new CrisisPlan(
                Ids.next(),
                form.orNull("callFirst", 2000),
                form.orNull("actions", 4000),
                form.orNull("medical", 4000),
                errors.of("directives") == null
                        ? Directives.valueOf(directives)
                        : Directives.INCONNU,
                form.orNull("directivesWhere", 500),
                past(form, "directivesAskedOn", errors),
                known(form, "allergies", errors),
                known(form, "treatments", errors),
                form.orNull("habits", 2000),
                SignedIn.current().displayName(),
                clock.instant());
    }

    private Known known(Sent form, String what, FormErrors errors) {
        return new Known(
                form.orNull(what, 4000),
                past(form, what + "On", errors),
                form.orNull(what + "From", 200));
    }

    private @Nullable LocalDate past(Sent form, String field, FormErrors errors) {
        var day = form.day(field).orElse(null);
        if (day != null && day.isAfter(LocalDate.now(clock)))
            errors.add(field, CrisisText.IN_FUTURE);
        return day;
    }

    private void insert(PatientId patient, CrisisPlan plan) {
        sql.sql(
                        """
                        insert into casefile.crisis_plan (id, patient_id, call_first, actions, medical, directives, directives_where, directives_asked_on,
                            allergies, allergies_on, allergies_from, treatments, treatments_on, treatments_from, habits, written_by, written_at)
                        values (:id, :patient, :callFirst, :actions, :medical, :directives, :where, :askedOn, :allergies, :allergiesOn, :allergiesFrom,
                            :treatments, :treatmentsOn, :treatmentsFrom, :habits, :by, :at)
                        """)
                .param("id", plan.id())
                .param("patient", patient.value())
                .param("callFirst", plan.callFirst(), Types.VARCHAR)
                .param("actions", plan.actions(), Types.VARCHAR)
                .param("medical", plan.medical(), Types.VARCHAR)
                .param("directives", plan.directives().name())
                .param("where", plan.directivesWhere(), Types.VARCHAR)
                .param("askedOn", plan.directivesAskedOn(), Types.DATE)
                .param("allergies", plan.allergies().text(), Types.VARCHAR)
                .param("allergiesOn", plan.allergies().on(), Types.DATE)
                .param("allergiesFrom", plan.allergies().from(), Types.VARCHAR)
                .param("treatments", plan.treatments().text(), Types.VARCHAR)
                .param("treatmentsOn", plan.treatments().on(), Types.DATE)
                .param("treatmentsFrom", plan.treatments().from(), Types.VARCHAR)
                .param("habits", plan.habits(), Types.VARCHAR)
                .param("by", plan.writtenBy())
                .param("at", Timestamp.from(plan.writtenAt()))
                .update();
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                CrisisText.CHANGED,
                null,
                "/dossiers/" + patient + "/consignes",
                true);
        trail.wrote(Trail.Action.CREATE, patient, "CONSIGNES", plan.id());
    }
}

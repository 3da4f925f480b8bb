package fr.maillage.followup.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.Tasks;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Tasks and call-backs of the team: made, done with what happened, or put off.
@Service
@Transactional
class TaskService implements Tasks {

    /// Who made what nobody asked for.
    static final String NOBODY = "Maillage";

    private final JdbcClient sql;
    private final CaseFiles files;
    private final Trail trail;
    private final Clock clock;

    TaskService(JdbcClient sql, CaseFiles files, Trail trail, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param kind TACHE, RAPPEL or INFORMATION
    /// @param assignee line of the team; null: whoever takes it
    record NewTask(
            @Nullable PatientId patient,
            String kind,
            String title,
            @Nullable String who,
            @Nullable String phone,
            LocalDate dueOn,
            @Nullable LocalTime dueAt,
            @Nullable UUID assignee,
            @Nullable UUID contact) {}

    UUID create(NewTask task) {
        if (task.patient() != null) files.openToWrite(task.patient(), Part.CONTACTS);
        var id = insert(task, by());
        if (task.patient() != null) trail.wrote(Trail.Action.CREATE, task.patient(), "TACHE", id);
        return id;
    }

    @Override
    public UUID create(PatientId patient, String title, LocalDate dueOn, @Nullable UUID assignee) {
        return create(
                new NewTask(patient, "TACHE", title, null, null, dueOn, null, assignee, null));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> outcomes(Collection<UUID> tasks) {
        var words = new HashMap<UUID, String>();
        sql.sql(
                        "select id, outcome from followup.task where id = any (:ids) and done_at is"
                                + " not null")
                .param("ids", tasks.toArray(UUID[]::new))
                .query((row, _) -> {
                    var outcome = row.getString("outcome");
                    return words.put(
                            row.getObject("id", UUID.class),
                            outcome == null ? FollowUpText.TASK_OVER : outcome);
                })
                .list();
        return words;
    }

    @Override
    public UUID follow(PatientId patient, String title, LocalDate dueOn, @Nullable UUID assignee) {
        var id =
                insert(
                        new NewTask(
                                patient, "TACHE", title, null, null, dueOn, null, assignee, null),
                        by());
        trail.wrote(Trail.Action.CREATE, patient, "TACHE", id);
        return id;
    }

    /// Records a task nobody asked for: no file is opened, since nobody is there.
    UUID remind(NewTask task) {
        return insert(task, by());
    }

    @Override
    public UUID remind(String title, LocalDate dueOn, @Nullable UUID assignee) {
        return insert(
                new NewTask(null, "TACHE", title, null, null, dueOn, null, assignee, null), NOBODY);
    }

    private UUID insert(NewTask task, String by) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into followup.task (id, patient_id, kind, title, who, phone, due_on, due_at, assigned_to, contact_id, created_at, created_by)
                        values (:id, :patient, :kind, :title, :who, :phone, :dueOn, cast(:dueAt as time), :assignee, :contact, :now, :by)
                        """)
                .param("id", id)
                .param("patient", task.patient() == null ? null : task.patient().value())
                .param("kind", task.kind())
                .param("title", task.title())
                .param("who", task.who())
                .param("phone", task.phone())
                .param("dueOn", task.dueOn())
                .param("dueAt", task.dueAt() == null ? null : task.dueAt().toString())
                .param("assignee", task.assignee())
                .param("contact", task.contact())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
        return id;
    }

    @Override
    public void done(UUID id, String outcome) {
        var person = person(id);
        sql.sql(
                        "update followup.task set done_at = :now, done_by = :by, outcome = :outcome"
                                + " where id = :id and done_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by())
                .param("outcome", outcome)
                .param("id", id)
                .update();
        if (person != null) trail.wrote(Trail.Action.UPDATE, person, "TACHE", id);
    }

    @Override
    public void postpone(UUID id, LocalDate day) {
        var person = person(id);
        sql.sql(
                        "update followup.task set due_on = :day, due_at = null where id = :id and"
                                + " done_at is null")
                .param("day", day)
                .param("id", id)
                .update();
        if (person != null) trail.wrote(Trail.Action.UPDATE, person, "TACHE", id);
    }

    private record Subject(@Nullable UUID patientId) {}

    /// Whom the task is about, when they may be written about; throws `NotFound`.
    private @Nullable PatientId person(UUID id) {
        var subject =
                sql.sql("select patient_id from followup.task where id = :id")
                        .param("id", id)
                        .query((row, _) -> new Subject(row.getObject("patient_id", UUID.class)))
                        .optional()
                        .orElseThrow(() -> new NotFound("tache", id));
        if (subject.patientId() == null) return null;
        var person = new PatientId(subject.patientId());
        files.openToWrite(person, Part.CONTACTS);
        return person;
    }

    private static String by() {
        return SignedIn.find().map(SignedIn::displayName).orElse(NOBODY);
    }
}

package fr.maillage.followup.internal.screening;

import fr.maillage.access.Trail;
import fr.maillage.assessment.EvaluationCompleted;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.Tasks;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// From a retinal screening to its end: a suspected disease is an urgent appointment, asked for
/// until somebody was seen and goes back to the usual care; anything else is a day to call back. A
/// step is a task like any other, so that it stands in everybody's day.
///
/// Source: bilan des réseaux du Nord – Pas-de-Calais 2011, diabète (urgent appointment, return to
/// the usual care). The delays in days are a « proposition Maillage ».
@Service
@Transactional
class ScreeningService {

    /// Days to get the urgent appointment, and between two attempts after a no-show.
    static final int APPOINTMENT_DAYS = 7;

    /// Days to read photographs.
    static final int READING_DAYS = 15;

    private final JdbcClient sql;
    private final Tasks tasks;
    private final CaseFiles files;
    private final Trail trail;
    private final Clock clock;

    ScreeningService(JdbcClient sql, Tasks tasks, CaseFiles files, Trail trail, Clock clock) {
        this.sql = sql;
        this.tasks = tasks;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    private record Screening(
            PatientId patient,
            LocalDate day,
            @Nullable Conclusion conclusion,
            @Nullable Integer recallMonths) {}

    /// A screening completed: what awaited it is over, what follows is awaited. In the transaction
    /// of who completes it.
    @EventListener
    public void on(EvaluationCompleted event) {
        var found =
                sql.sql(
                                """
                                select patient_id, on_date, conclusion, recall_months from assessment.retinal_screening where id = :id
                                """)
                        .param("id", event.evaluation())
                        .query((row, _) -> {
                            var conclusion = row.getString("conclusion");
                            return new Screening(
                                    new PatientId(row.getObject("patient_id", UUID.class)),
                                    row.getObject("on_date", LocalDate.class),
                                    conclusion == null ? null : Conclusion.valueOf(conclusion),
                                    row.getObject("recall_months", Integer.class));
                        })
                        .optional()
                        .orElse(null);
        if (found == null) return;
        for (var task : awaiting(found.patient()))
            end(
                    task,
                    "NOUVEAU_DEPISTAGE",
                    found.day(),
                    null,
                    ScreeningText.screenedAgain(found.day()));
        if (found.conclusion() == null) return;
        found.conclusion().next().ifPresent(kind -> await(event.evaluation(), found, kind));
    }

    /// Call-backs and readings that a new screening answers; an urgent appointment is not one.
    private List<UUID> awaiting(PatientId patient) {
        return sql.sql(
                        """
                        select s.task_id from followup.screening_step s
                          join followup.task t on t.network_id = s.network_id and t.id = s.task_id
                         where t.patient_id = :patient and s.ended is null and s.kind <> 'RENDEZ_VOUS'
                        """)
                .param("patient", patient.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private void await(UUID screening, Screening found, StepKind kind) {
        var due =
                switch (kind) {
                    case RENDEZ_VOUS -> LocalDate.now(clock).plusDays(APPOINTMENT_DAYS);
                    case LECTURE -> found.day().plusDays(READING_DAYS);
                    case RAPPEL ->
                            found.day()
                                    .plusMonths(
                                            found.recallMonths() == null
                                                    ? 12
                                                    : found.recallMonths());
                };
        var coordinator =
                files.current(found.patient()).map(CaseFiles.Support::coordinatorId).orElse(null);
        var task = tasks.create(found.patient(), kind.task(), due, coordinator);
        sql.sql(
                        """
                        insert into followup.screening_step (screening_id, kind, task_id) values (:screening, :kind, :task)
                        """)
                .param("screening", screening)
                .param("kind", kind.name())
                .param("task", task)
                .update();
    }

    /// Says what became of the open step of a screening. Throws `FormRefused`, and `NotFound` when
    /// nothing is awaited. The caller has opened the file.
    ///
    /// @param form `quoi` (vue, absente, refus), `jour`, `ophtalmologiste`
    public void say(PatientId patient, UUID screening, Sent form) {
        var step = open(patient, screening);
        var what = form.choice("quoi", List.of("vue", "absente", "refus"));
        var today = LocalDate.now(clock);
        var day = form.requiredDay("jour", today);
        if (day.isAfter(today)) form.errors().add("jour", ScreeningText.DAY_FUTURE);
        if (day.isBefore(step.screenedOn())) form.errors().add("jour", ScreeningText.DAY_EARLY);
        var whom = form.text("ophtalmologiste", 200);
        if (what.equals("vue") && whom.isEmpty())
            form.errors().add("ophtalmologiste", ScreeningText.WHOM_MISSING);
        FormRefused.unless(form.errors());
        switch (what) {
            case "vue" ->
                    end(step.task(), "DROIT_COMMUN", day, whom, ScreeningText.seen(day, whom));
            case "refus" -> end(step.task(), "REFUS", day, null, ScreeningText.refused(day));
            default -> missed(step.task(), day);
        }
        trail.wrote(Trail.Action.UPDATE, patient, "SUIVI", screening);
    }

    /// @param screenedOn day of the screening the step follows
    private record Open(UUID task, LocalDate screenedOn) {}

    private Open open(PatientId patient, UUID screening) {
        return sql.sql(
                        """
                        select s.task_id, r.on_date from followup.screening_step s
                          join assessment.retinal_screening r on r.network_id = s.network_id and r.id = s.screening_id
                         where s.screening_id = :screening and r.patient_id = :patient and s.ended is null
                           for update of s
                        """)
                .param("screening", screening)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Open(
                                row.getObject("task_id", UUID.class),
                                row.getObject("on_date", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new NotFound("depistage", screening));
    }

    private void end(UUID task, String how, LocalDate day, @Nullable String whom, String words) {
        tasks.done(task, words);
        sql.sql(
                        """
                        update followup.screening_step set ended = :how, ended_on = :day, with_whom = :whom where task_id = :task and ended is null
                        """)
                .param("how", how)
                .param("day", day)
                .param("whom", whom)
                .param("task", task)
                .update();
    }

    /// Not there: counted, and asked for again.
    private void missed(UUID task, LocalDate day) {
        sql.sql("update followup.screening_step set no_shows = no_shows + 1 where task_id = :task")
                .param("task", task)
                .update();
        var again = day.plusDays(APPOINTMENT_DAYS);
        var today = LocalDate.now(clock);
        tasks.postpone(task, again.isBefore(today) ? today : again);
    }
}

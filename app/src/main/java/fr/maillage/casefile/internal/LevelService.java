package fr.maillage.casefile.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail.Action;
import fr.maillage.access.Trail;
import fr.maillage.casefile.LevelAdvice;
import fr.maillage.casefile.LevelChanged;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The level of an accompaniment, its history, and its guided steps.
@Service
@Transactional
class LevelService {

    private final JdbcClient sql;
    private final Supports supports;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LevelAdvice advice;

    LevelService(
            JdbcClient sql,
            Supports supports,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock,
            LevelAdvice advice) {
        this.sql = sql;
        this.supports = supports;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
        this.advice = advice;
    }

    /// Another level from 1 to 3, another intensity, or both, with their day and reason; what the
    /// findings advised is kept beside. Level 0 is a watch, which has its own act.
    void change(PatientId patient, Sent sent) {
        var support = supports.required(patient);
        var errors = sent.errors();
        var level = sent.number("level");
        var intensity =
                sent.text("intensity").isEmpty() ? support.intensity() : sent.text("intensity");
        var since = sent.day("since");
        var reason = sent.text("reason", 2000);
        if (!support.active()) errors.add("level", SupportText.NOT_ACTIVE);
        if (level < 1 || level > 3) errors.add("level", SupportText.LEVEL_TO_CHOOSE);
        else if (level == support.level() && intensity.equals(support.intensity()))
            errors.add("level", SupportText.sameLevel(level));
        if (!CaseFileText.INTENSITIES.containsKey(intensity))
            errors.add("intensity", SupportText.INTENSITY_TO_CHOOSE);
        if (reason.isEmpty()) errors.add("reason", SupportText.LEVEL_REASON);
        since(patient, support, since.orElse(null), errors);
        FormRefused.unless(errors);
        supports.take(support, sent.number("version"));
        var day = since.orElseThrow();
        var advised = advice.of(patient);
        var change = level == support.level() ? null : level(support, patient, level, day, reason);
        supports.decided(support, patient, change, intensity, day, reason, advised);
        timeline.add(
                patient,
                Timeline.Kind.NIVEAU,
                SupportText.decided(support.level(), level, support.intensity(), intensity),
                reason,
                "/dossiers/" + patient + "/niveau",
                true);
        trail.wrote(Action.UPDATE, patient, "NIVEAU", support.id());
        if (change != null)
            events.publishEvent(
                    new LevelChanged(
                            SignedIn.current().network(), patient, level, clock.instant()));
    }

    private void since(
            PatientId patient, Supports.Row support, @Nullable LocalDate since, FormErrors errors) {
        if (since == null) {
            errors.add("since", CaseFileText.DAY_MISSING);
        } else if (since.isAfter(LocalDate.now(clock))) {
            errors.add("since", CaseFileText.DAY_IN_FUTURE);
        } else {
            var last =
                    supports.levels(patient).stream()
                            .filter(l -> l.supportId().equals(support.id()))
                            .findFirst()
                            .map(Supports.LevelLine::since)
                            .orElse(support.openedOn());
            if (since.isBefore(last)) errors.add("since", SupportText.beforeLast(last));
        }
    }

    private UUID level(
            Supports.Row support, PatientId patient, int level, LocalDate since, String reason) {
        sql.sql("update casefile.support set level = :level where id = :id")
                .param("level", level)
                .param("id", support.id())
                .update();
        return supports.levelSince(support.id(), patient, level, since, reason);
    }

    /// A step of the present level is done; only the next one may be.
    void done(PatientId patient, Sent sent) {
        var support = supports.required(patient);
        var errors = sent.errors();
        var day = sent.day("doneOn");
        var note = sent.text("note", 2000);
        var step = sent.number("step");
        FormRefused.unless(errors);
        var refusal =
                LevelSteps.refusal(
                        support.level(),
                        step,
                        day.orElse(null),
                        done(support.id(), support.level()),
                        LocalDate.now(clock));
        if (refusal != null) errors.add("doneOn", SupportText.of(refusal));
        FormRefused.unless(errors);
        supports.take(support, sent.number("version"));
        sql.sql(
                        """
                        insert into casefile.level_step (support_id, level, step, done_on, note, done_by) values (:support, :level, :step, :day, :note, :by)
                        """)
                .param("support", support.id())
                .param("level", support.level())
                .param("step", step)
                .param("day", day.orElseThrow())
                .param("note", InclusionService.blankAsNull(note), java.sql.Types.VARCHAR)
                .param("by", SignedIn.current().displayName())
                .update();
        var title =
                LevelSteps.of(support.level()).stream()
                        .filter(s -> s.step() == step)
                        .findFirst()
                        .orElseThrow()
                        .title();
        timeline.add(
                patient,
                Timeline.Kind.NIVEAU,
                SupportText.stepDone(support.level(), title),
                note.isEmpty() ? null : note,
                "/dossiers/" + patient + "/niveau",
                true);
        trail.wrote(Action.UPDATE, patient, "NIVEAU", support.id());
    }

    /// Steps of a level already done, with their days.
    @Transactional(readOnly = true)
    public Map<Integer, LocalDate> done(UUID support, int level) {
        var done = new LinkedHashMap<Integer, LocalDate>();
        sql.sql(
                        "select step, done_on from casefile.level_step where support_id = :support and level = :level order by step")
                .param("support", support)
                .param("level", level)
                .query(row -> {
                    done.put(row.getInt("step"), row.getObject("done_on", LocalDate.class));
                });
        return done;
    }
}

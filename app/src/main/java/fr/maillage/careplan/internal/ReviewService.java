package fr.maillage.careplan.internal;

import fr.maillage.access.Trail;
import fr.maillage.careplan.internal.Content.Goal;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.WebText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Grades the goals of the former version, all or nothing.
@Service
class ReviewService {

    private final PpsRepository plans;
    private final LineRepository lines;
    private final CaseFiles files;
    private final ChangeLog log;
    private final Trail trail;
    private final Clock clock;

    ReviewService(
            PpsRepository plans,
            LineRepository lines,
            CaseFiles files,
            ChangeLog log,
            Trail trail,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.files = files;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// Writes the grade of each goal and why. One left without a choice is not graded. Throws
    /// `FormRefused` when a reason is missing or the plan is no draft,
    /// `OptimisticLockingFailureException` when somebody changed one of them meanwhile.
    @Transactional
    public void grade(UUID id, Sent sent) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        if (!pps.draft())
            throw FormRefused.because("_tag", PpsText.of(new Obstacle.NotDraft(pps.status())));
        var former = plans.inForce(pps.patient()).orElse(null);
        if (!ReviewScreens.tag(former, pps).equals(sent.text("_tag")))
            throw new OptimisticLockingFailureException("pps " + id);
        var errors = new FormErrors();
        var graded = new ArrayList<Goal>();
        for (var goal : Review.of(former, pps.content())) {
            var result = sent.text("result-" + goal.id());
            var why = sent.text("why-" + goal.id());
            if (result.isEmpty()) continue;
            if (!Grade.ALL.contains(result)) errors.add("result-" + goal.id(), WebText.CHOOSE);
            if (why.length() > FormFields.LINE)
                errors.add("why-" + goal.id(), WebText.LINE_TOO_LONG);
            if (Grade.needsWhy(result) && why.isEmpty())
                errors.add("why-" + goal.id(), PpsText.WHY_NEEDED);
            graded.add(goal.graded(result, Sent.orNull(why), LocalDate.now(clock)));
        }
        FormRefused.unless(errors);
        // the rank of a line that exists is not written again
        graded.forEach(goal -> lines.save(id, goal, 0));
        log.note(pps);
        trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", id);
    }
}

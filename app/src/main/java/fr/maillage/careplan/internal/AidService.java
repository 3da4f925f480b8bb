package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.Rights;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes where an aid of a plan stands. The plan in force does not change: the step stands beside
/// it.
@Service
class AidService {

    private final PpsRepository plans;
    private final Aids aids;
    private final Rights rights;
    private final CaseFiles files;
    private final Trail trail;
    private final Timeline timeline;
    private final Clock clock;

    AidService(
            PpsRepository plans,
            Aids aids,
            Rights rights,
            CaseFiles files,
            Trail trail,
            Timeline timeline,
            Clock clock) {
        this.plans = plans;
        this.aids = aids;
        this.rights = rights;
        this.files = files;
        this.trail = trail;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Notes a step. Throws `NotFound` for an aid this version does not have, `FormRefused`.
    @Transactional
    public void note(UUID pps, UUID aid, Typed typed) {
        var plan = plans.get(pps);
        files.openToWrite(plan.patient(), CaseFiles.Part.PPS);
        var line = AidScreens.of(plan, aid);
        var linked =
                line.rightId() != null
                        && rights.of(plan.patient()).stream()
                                .anyMatch(r -> r.id().equals(line.rightId()));
        var errors = new FormErrors();
        var step =
                AidForms.readStep(
                        aid,
                        typed,
                        linked,
                        LocalDate.now(clock),
                        SignedIn.current().displayName(),
                        errors);
        FormRefused.unless(errors);
        var noted = step.orElseThrow();
        aids.add(noted, clock.instant());
        trail.wrote(Trail.Action.UPDATE, plan.patient(), "PPS", pps);
        timeline.add(
                plan.patient(),
                Timeline.Kind.PPS,
                "Plan d’aide" + PpsText.COLON + line.title() + ", " + noted.state().label(),
                noted.words(),
                PpsScreens.base(plan.patient()) + "/" + pps + "/aides/" + aid,
                true);
    }
}

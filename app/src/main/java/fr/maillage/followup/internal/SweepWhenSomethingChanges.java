package fr.maillage.followup.internal;

import fr.maillage.agenda.AppointmentKept;
import fr.maillage.assessment.EvaluationCompleted;
import fr.maillage.careplan.PpsChanged;
import fr.maillage.careplan.PpsInForce;
import fr.maillage.casefile.Admitted;
import fr.maillage.casefile.EntitlementChanged;
import fr.maillage.casefile.LevelChanged;
import fr.maillage.casefile.PauseChanged;
import fr.maillage.casefile.ReturnedHome;
import fr.maillage.casefile.SupportOpened;
import fr.maillage.intake.HandoverChanged;
import fr.maillage.intake.UrgencyChanged;
import fr.maillage.patient.PersonsMerged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// What happened to a person changes what is awaited. Delivered at least once: each may run again
/// without harm.
@Component
class SweepWhenSomethingChanges {

    private final Occurrences occurrences;
    private final Sweep sweep;

    SweepWhenSomethingChanges(Occurrences occurrences, Sweep sweep) {
        this.occurrences = occurrences;
        this.sweep = sweep;
    }

    /// Follow-up starts when the plan comes into force.
    @ApplicationModuleListener
    void on(PpsInForce event) {
        occurrences.follow(event.patient());
        sweep.person(event.patient());
    }

    @ApplicationModuleListener
    void on(PpsChanged event) {
        sweep.person(event.patient());
    }

    @ApplicationModuleListener
    void on(SupportOpened event) {
        sweep.person(event.patient());
    }

    @ApplicationModuleListener
    void on(LevelChanged event) {
        sweep.person(event.patient());
    }

    /// What falls due during a pause is suspended, and its alerts wait.
    @ApplicationModuleListener
    void on(PauseChanged event) {
        occurrences.pauses(event.patient());
        sweep.person(event.patient());
    }

    /// What waits for the return home has its days.
    @ApplicationModuleListener
    void on(ReturnedHome event) {
        occurrences.follow(event.patient());
        sweep.person(event.patient());
    }

    /// An unplanned stay is told at once.
    @ApplicationModuleListener
    void on(Admitted event) {
        sweep.person(event.patient());
    }

    /// A score says that a carer is worn out, or no longer.
    @ApplicationModuleListener
    void on(EvaluationCompleted event) {
        sweep.person(event.patient());
    }

    @ApplicationModuleListener
    void on(ContactLogged event) {
        sweep.person(event.patient());
    }

    /// A visit or a call that took place ends the silence.
    @ApplicationModuleListener
    void on(AppointmentKept event) {
        sweep.person(event.patient());
    }

    /// A right granted again, or a step taken, ends its warning.
    @ApplicationModuleListener
    void on(EntitlementChanged event) {
        sweep.person(event.patient());
    }

    @ApplicationModuleListener
    void on(UrgencyChanged event) {
        sweep.person(event.patient());
    }

    @ApplicationModuleListener
    void on(HandoverChanged event) {
        sweep.person(event.patient());
    }

    /// What one file awaited stands in the other.
    @ApplicationModuleListener
    void on(PersonsMerged event) {
        sweep.person(event.survivor());
        if (event.parted()) sweep.person(event.absorbed());
    }
}

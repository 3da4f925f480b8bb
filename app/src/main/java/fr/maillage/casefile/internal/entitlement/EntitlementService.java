package fr.maillage.casefile.internal.entitlement;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail.Action;
import fr.maillage.access.Trail;
import fr.maillage.casefile.EntitlementChanged;
import fr.maillage.casefile.Rights;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Rights and measures of a person. One open line a right: a second one is its renewal, linked to
/// the former. Nothing of what a right says about health goes to the line of life.
@Service
@Transactional
class EntitlementService implements Rights {

    private final EntitlementRepository rights;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntitlementService(
            EntitlementRepository rights,
            Networks networks,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rights = rights;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Named> of(PatientId patient) {
        return rights.all(patient).stream()
                .map(right ->
                        new Named(
                                right.id(),
                                right.title() + ", " + EntitlementText.standing(right),
                                right.state() == RightState.CLOS,
                                right.kind() == RightKind.PROTECTION,
                                right.state().name(),
                                right.amount(),
                                right.amountPer(),
                                right.startsOn(),
                                right.endsOn()))
                .toList();
    }

    /// Notes a right that the person has, asks for or was refused.
    UUID add(PatientId patient, Sent sent) {
        var errors = sent.errors();
        var typed =
                EntitlementForm.read(sent, Ids.next(), null, clinical(), team(), today(), errors);
        typed.ifPresent(right -> refuseDuplicate(patient, right, errors));
        FormRefused.unless(errors);
        var right = typed.orElseThrow();
        rights.insert(patient, right);
        rights.step(right.id(), today(), EntitlementText.stateStep(right), null, next(right));
        told(patient, right, Action.CREATE);
        return right.id();
    }

    /// Corrects it, or says where it stands now.
    void change(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var before = open(patient, id, errors);
        var typed = EntitlementForm.read(sent, id, before, clinical(), team(), today(), errors);
        typed.ifPresent(right -> refuseDuplicate(patient, right, errors));
        FormRefused.unless(errors);
        var right = typed.orElseThrow();
        rights.take(id, sent.number("version"));
        rights.update(right);
        if (!EntitlementText.standing(before).equals(EntitlementText.standing(right))) {
            rights.step(id, today(), EntitlementText.stateStep(right), null, next(right));
            line(patient, EntitlementText.line(right));
        }
        changed(patient, id);
    }

    /// A step was taken; the next one replaces what was to do.
    void step(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        open(patient, id, errors);
        var on = sent.day("stepOn");
        var what = sent.text("stepWhat", 2_000);
        var who = sent.orNull("stepBy", 300);
        if (on.isEmpty()) errors.add("stepOn", EntitlementText.STEP_DAY);
        else if (on.get().isAfter(today())) errors.add("stepOn", EntitlementText.IN_FUTURE);
        if (what.isEmpty()) errors.add("stepWhat", EntitlementText.STEP_MISSING);
        var next = EntitlementForm.next(sent, errors);
        FormRefused.unless(errors);
        rights.take(id, sent.number("version"));
        rights.next(id, next);
        rights.step(id, on.orElseThrow(), what, who, next);
        changed(patient, id);
    }

    /// Opens the line that will follow a granted right: to ask, by the same people. Returns it.
    UUID renew(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var former = open(patient, id, errors);
        if (former.state() != RightState.ACCORDE)
            errors.add("renew", EntitlementText.RENEW_GRANTED);
        if (rights.renewed(id)) errors.add("renew", EntitlementText.ALREADY_RENEWING);
        FormRefused.unless(errors);
        rights.take(id, sent.number("version"));
        var next =
                new Entitlement(
                        Ids.next(),
                        former.kind(),
                        former.name(),
                        former.detail(),
                        RightState.A_DEMANDER,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        former.body(),
                        null,
                        null,
                        null,
                        former.followedBy(),
                        null,
                        null,
                        null,
                        id,
                        null,
                        null,
                        null,
                        0);
        rights.insert(patient, next);
        rights.step(next.id(), today(), EntitlementText.stateStep(next), null, next(next));
        line(patient, former.title() + "\u00A0: renouvellement ouvert");
        trail.wrote(Action.CREATE, patient, "DROITS", next.id());
        changed(patient, id);
        return next.id();
    }

    /// It is followed no more, and why; its warnings end.
    void close(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var right = open(patient, id, errors);
        var why = sent.text("closedWhy", 500);
        if (why.isEmpty()) errors.add("closedWhy", EntitlementText.WHY_MISSING);
        FormRefused.unless(errors);
        rights.take(id, sent.number("version"));
        rights.close(id, today(), why);
        rights.step(
                id,
                today(),
                "Clos\u00A0: " + why,
                null,
                new EntitlementForm.Next(null, null, null));
        line(patient, EntitlementText.closedLine(right));
        changed(patient, id);
    }

    /// A right already followed is opened or renewed, not noted twice; two granted periods of the
    /// same right do not overlap.
    private void refuseDuplicate(PatientId patient, Entitlement right, FormErrors errors) {
        for (var other : rights.same(patient, right)) {
            var linked = other.id().equals(right.renews()) || right.id().equals(other.renews());
            if (right.open(today()) && other.open(today()) && !linked)
                errors.add(
                        errors.of("kind") == null ? "kind" : "state",
                        EntitlementText.duplicate(other));
            else if (right.state().pending() && other.state().pending())
                errors.add("kind", EntitlementText.duplicate(other));
            else if (right.state() == RightState.ACCORDE
                    && other.state() == RightState.ACCORDE
                    && meet(right, other)) errors.add("startsOn", EntitlementText.overlaps(other));
        }
    }

    private static boolean meet(Entitlement a, Entitlement b) {
        var aStart = Objects.requireNonNull(a.startsOn());
        var bStart = Objects.requireNonNull(b.startsOn());
        return (a.endsOn() == null || !bStart.isAfter(a.endsOn()))
                && (b.endsOn() == null || !aStart.isAfter(b.endsOn()));
    }

    private Entitlement open(PatientId patient, UUID id, FormErrors errors) {
        var right = rights.get(patient, id);
        if (right.state() == RightState.CLOS)
            FormRefused.unless(errors.add("state", EntitlementText.ALREADY_CLOSED));
        return right;
    }

    private static EntitlementForm.Next next(Entitlement right) {
        return new EntitlementForm.Next(right.nextOn(), right.nextWhat(), right.nextBy());
    }

    private void told(PatientId patient, Entitlement right, Action action) {
        line(patient, EntitlementText.line(right));
        trail.wrote(action, patient, "DROITS", right.id());
        publish(patient);
    }

    private void changed(PatientId patient, UUID id) {
        trail.wrote(Action.UPDATE, patient, "DROITS", id);
        publish(patient);
    }

    private void publish(PatientId patient) {
        events.publishEvent(
                new EntitlementChanged(SignedIn.current().network(), patient, clock.instant()));
    }

    private void line(PatientId patient, String title) {
        timeline.add(
                patient,
                Timeline.Kind.DROITS,
                title,
                null,
                "/dossiers/" + patient + "/mesures",
                false);
    }

    private Set<UUID> team() {
        return networks.coordinators(today()).stream()
                .map(Networks.Member::id)
                .collect(Collectors.toSet());
    }

    private static boolean clinical() {
        return SignedIn.current().role().clinical();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

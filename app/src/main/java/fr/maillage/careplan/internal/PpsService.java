package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.PpsChanged;
import fr.maillage.careplan.PpsInForce;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.platform.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The life of a version once it is written: submitted, answered, in force, given to the person,
/// closed. Each act is one transaction with its trail, its line of life, its letters and its event.
/// It is begun by [PlanBeginnings] and written by [DraftService].
@Service
class PpsService {

    private final PpsRepository plans;
    private final PlanHistory history;
    private final PlanBeginnings beginnings;
    private final DraftService drafts;
    private final PpsLetters letters;
    private final CaseFiles files;
    private final Patients patients;
    private final Networks networks;
    private final Trail trail;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PpsService(
            PpsRepository plans,
            PlanHistory history,
            PlanBeginnings beginnings,
            DraftService drafts,
            PpsLetters letters,
            CaseFiles files,
            Patients patients,
            Networks networks,
            Trail trail,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.history = history;
        this.beginnings = beginnings;
        this.drafts = drafts;
        this.letters = letters;
        this.files = files;
        this.patients = patients;
        this.networks = networks;
        this.trail = trail;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /// What stops a draft from being submitted now.
    @Transactional(readOnly = true)
    public List<Obstacle> obstaclesToSubmission(Pps pps) {
        return pps.obstaclesToSubmission(
                today(),
                drafts.latestReassessment(pps.patient()),
                plans.inForce(pps.patient()).orElse(null));
    }

    /// Submits a draft: a letter goes to the attending doctor, or the plan is in force at once
    /// where there is none.
    @Transactional
    public Pps.Submission submit(UUID id) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        var doctor = Doctor.of(patients.get(pps.patient()));
        var former = plans.inForce(pps.patient()).orElse(null);
        var submission =
                pps.submit(
                        doctor,
                        today(),
                        drafts.latestReassessment(pps.patient()),
                        former,
                        clock.instant(),
                        who());
        switch (submission) {
            case Pps.Submission.Asked(var asked, var known) -> {
                history.keepActors(id, pps.patient(), today());
                plans.saveLife(asked);
                letters.askOpinion(asked, known, former);
                trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", id);
                timeline.add(
                        pps.patient(),
                        Timeline.Kind.PPS,
                        "PPS v" + pps.number() + " soumis pour avis",
                        known.name(),
                        path(pps.patient(), id),
                        true);
                events.publishEvent(new PpsChanged(network(), id, pps.patient(), clock.instant()));
            }
            case Pps.Submission.InForce(var inForce) -> {
                history.keepActors(id, pps.patient(), today());
                comeIntoForce(
                        inForce,
                        former,
                        doctor instanceof Doctor.None(var why) ? PpsText.of(why) : null);
            }
            case Pps.Submission.Refused _ -> {}
        }
        return submission;
    }

    /// What stops the coordinator's decision now.
    @Transactional(readOnly = true)
    public List<Obstacle> obstaclesToForce(Pps pps, String reason) {
        return pps.obstaclesToForce(
                Doctor.of(patients.get(pps.patient())),
                today(),
                silenceDays(pps.patient()),
                reason);
    }

    /// Puts a submitted plan in force without the opinion, with the coordinator's reason.
    @Transactional
    public Pps.Decision force(UUID id, String reason) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        var decision =
                pps.force(
                        Doctor.of(patients.get(pps.patient())),
                        today(),
                        silenceDays(pps.patient()),
                        reason,
                        clock.instant(),
                        who());
        if (decision instanceof Pps.Decision.InForce(var inForce)) {
            comeIntoForce(
                    inForce, plans.inForce(pps.patient()).orElse(null), inForce.inForceReason());
        }
        return decision;
    }

    /// What taking a submitted plan back gives.
    sealed interface TakenBack {
        /// @param doctorTold the request was already posted: a letter says that it is withdrawn
        record Done(boolean doctorTold) implements TakenBack {}

        record Refused(List<Obstacle> obstacles) implements TakenBack {}
    }

    /// Makes a submitted plan a draft again, before any opinion. The request to the doctor is
    /// cancelled, or withdrawn by a letter when it had left.
    @Transactional
    public TakenBack takeBack(UUID id) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        return switch (pps.takeBack()) {
            case Pps.TakingBack.Refused(var obstacles) -> new TakenBack.Refused(obstacles);
            case Pps.TakingBack.Draft(var draft) -> {
                plans.saveLife(draft);
                var told =
                        letters.withdrawRequest(
                                pps, Doctor.of(patients.get(pps.patient())), today());
                trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", id);
                timeline.add(
                        pps.patient(),
                        Timeline.Kind.PPS,
                        "PPS v" + pps.number() + " repris en brouillon",
                        told ? PpsText.REQUEST_WITHDRAWN : PpsText.REQUEST_CANCELLED,
                        path(pps.patient(), id),
                        true);
                events.publishEvent(new PpsChanged(network(), id, pps.patient(), clock.instant()));
                yield new TakenBack.Done(told);
            }
        };
    }

    /// Records an opinion, whoever gave it and however; the caller has opened the file for writing.
    @Transactional
    public Pps.Answer answer(UUID id, Pps.Given given) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        var answer = pps.answer(given, today(), clock.instant());
        if (answer instanceof Pps.Answer.Refused) return answer;
        history.add(id, given, who(), clock.instant());
        var said =
                PpsText.of(given.opinion())
                        + " par "
                        + given.by()
                        + ", "
                        + PpsText.channel(given.channel());
        switch (answer) {
            case Pps.Answer.InForce(var inForce) ->
                    comeIntoForce(inForce, plans.inForce(pps.patient()).orElse(null), said);
            case Pps.Answer.BackToDraft(var draft) -> changed(draft, said, given.words());
            case Pps.Answer.Validated(var validated) -> changed(validated, said, given.words());
            case Pps.Answer.NextVersionAsked(var kept) -> {
                changed(kept, said, given.words());
                if (plans.inPreparation(pps.patient()).isEmpty()) {
                    beginnings.next(
                            kept,
                            "Modification demandée par "
                                    + given.by()
                                    + PpsText.COLON
                                    + given.words());
                }
            }
            case Pps.Answer.Refused _ -> throw new IllegalStateException();
        }
        return answer;
    }

    private void changed(Pps pps, String title, @Nullable String detail) {
        plans.saveLife(pps);
        trail.wrote(Trail.Action.SIGN, pps.patient(), "PPS", pps.id());
        timeline.add(
                pps.patient(),
                Timeline.Kind.PPS,
                "PPS v" + pps.number() + PpsText.COLON + title,
                detail,
                path(pps.patient(), pps.id()),
                true);
        events.publishEvent(new PpsChanged(network(), pps.id(), pps.patient(), clock.instant()));
    }

    private void comeIntoForce(Pps pps, @Nullable Pps former, @Nullable String why) {
        plans.replaceFormer(pps.patient(), pps.id(), clock.instant());
        plans.saveLife(pps);
        trail.wrote(Trail.Action.SIGN, pps.patient(), "PPS", pps.id());
        timeline.add(
                pps.patient(),
                Timeline.Kind.PPS,
                "PPS v" + pps.number() + " en vigueur",
                why,
                path(pps.patient(), pps.id()),
                true);
        var told = letters.tellCircle(pps, former, today());
        if (told > 0) {
            timeline.add(
                    pps.patient(),
                    Timeline.Kind.COURRIER,
                    "Cercle informé du changement de plan",
                    told == 1 ? "1 courrier à poster" : told + " courriers à poster",
                    "/courriers",
                    false);
        }
        events.publishEvent(new PpsInForce(network(), pps.id(), pps.patient(), clock.instant()));
    }

    /// Records that the plan in force was given to the person, by the doctor or the coordinator.
    @Transactional
    public List<Obstacle> handOver(UUID id, PlanHistory.Handing handing) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        if (pps.status() != Status.EN_VIGUEUR)
            return List.of(new Obstacle.NotInForce(pps.status()));
        if (handing.by().isBlank()) return List.of(new Obstacle.NobodySaid());
        if (handing.on().isAfter(today())) return List.of(new Obstacle.GivenInTheFuture());
        history.add(id, handing, clock.instant());
        trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", id);
        timeline.add(
                pps.patient(),
                Timeline.Kind.PPS,
                "PPS v" + pps.number() + " remis à " + PpsText.toWhom(handing.toWhom()),
                "par " + handing.by() + ", le " + FrenchDates.date(handing.on()),
                path(pps.patient(), id),
                true);
        return List.of();
    }

    /// The accompaniment ended: so do its plans, whatever their state.
    @Transactional
    public void closeWith(UUID support, NetworkId network, Instant at) {
        for (var pps : plans.openOf(support)) {
            plans.saveLife(pps.closed(at));
            events.publishEvent(new PpsChanged(network, pps.id(), pps.patient(), at));
        }
    }

    private int silenceDays(PatientId patient) {
        return networks.setting(Setting.SILENCE_DECISION_DAYS, level(patient));
    }

    private @Nullable Integer level(PatientId patient) {
        return files.current(patient).map(CaseFiles.Support::level).orElse(null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static NetworkId network() {
        return Objects.requireNonNull(Tenancy.current().acting(), "an act has its structure");
    }

    private static String who() {
        return SignedIn.find().map(SignedIn::displayName).orElse("Maillage");
    }

    private static String path(PatientId patient, UUID id) {
        return "/dossiers/" + patient + "/pps/" + id;
    }
}

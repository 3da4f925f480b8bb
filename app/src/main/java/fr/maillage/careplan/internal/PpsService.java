package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.assessment.Assessments;
import fr.maillage.careplan.PpsChanged;
import fr.maillage.careplan.PpsInForce;
import fr.maillage.careplan.internal.Content.Pathology;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CrisisPlans;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.platform.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Acts on plans: each is one transaction with its trail, its line of life, its letters and its
/// event.
@Service
class PpsService {

    private final PpsRepository plans;
    private final PpsLetters letters;
    private final CaseFiles files;
    private final Patients patients;
    private final Assessments assessments;
    private final Networks networks;
    private final Trail trail;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final CrisisPlans crises;
    private final Aids aids;
    private final ChangeLog log;
    private final Clock clock;

    PpsService(
            PpsRepository plans,
            PpsLetters letters,
            CaseFiles files,
            Patients patients,
            Assessments assessments,
            Networks networks,
            Trail trail,
            Timeline timeline,
            ApplicationEventPublisher events,
            CrisisPlans crises,
            Aids aids,
            ChangeLog log,
            Clock clock) {
        this.plans = plans;
        this.letters = letters;
        this.files = files;
        this.patients = patients;
        this.assessments = assessments;
        this.networks = networks;
        this.trail = trail;
        this.timeline = timeline;
        this.events = events;
        this.crises = crises;
        this.aids = aids;
        this.log = log;
        this.clock = clock;
    }

    /// What beginning a version gives.
    sealed interface Beginning {
        record Done(UUID pps) implements Beginning {}

        record Refused(List<Obstacle> obstacles) implements Beginning {}
    }

    /// What saving a piece of a draft gives.
    sealed interface Saving {
        record Saved() implements Saving {}

        /// Somebody saved the same piece first.
        record Conflict() implements Saving {}

        record Refused(Obstacle obstacle) implements Saving {}
    }

    /// What stops a first plan, or the next version, from being begun; empty when nothing does.
    @Transactional(readOnly = true)
    public List<Obstacle> obstaclesToBegin(PatientId patient, String reason) {
        var pending = plans.inPreparation(patient);
        if (pending.isPresent()) return List.of(new Obstacle.InPreparation(pending.get().number()));
        var support = files.current(patient);
        if (support.isEmpty()) return List.of(new Obstacle.NoSupport());
        // Levels 0 and 1 have no PPS: a person at risk is watched and oriented, not planned for.
        if (support.get().level() < 2)
            return List.of(new Obstacle.NoPlanAtThisLevel(support.get().level()));
        if (plans.inForce(patient).isPresent() && reason.isBlank())
            return List.of(new Obstacle.NoChangeReason());
        return List.of();
    }

    /// Begins the first plan, prefilled from what is known, or the next version, a copy of the plan
    /// in force.
    @Transactional
    public Beginning begin(PatientId patient, String reason) {
        var file = files.openToWrite(patient, CaseFiles.Part.PPS);
        var obstacles = obstaclesToBegin(file.patient(), reason);
        if (!obstacles.isEmpty()) return new Beginning.Refused(obstacles);
        var former = plans.inForce(patient);
        return new Beginning.Done(
                former.isPresent() ? next(former.get(), reason.strip()) : first(patient));
    }

    private UUID first(PatientId patient) {
        var support = files.current(patient).orElseThrow();
        var id = Ids.next();
        plans.insert(
                id, patient, support.id(), plans.nextNumber(patient), null, clock.instant(), who());
        var person = patients.get(patient);
        var problems = assessments.problems(patient);
        var texts = new EnumMap<Topic, String>(Topic.class);
        var found = new StringBuilder();
        for (var problem : problems) {
            found.append(problem.label())
                    .append(" (")
                    .append(PpsText.severity(problem.severity()))
                    .append(')');
            if (problem.because() != null) found.append(PpsText.COLON).append(problem.because());
            found.append('\n');
        }
        put(texts, Topic.MT_PROBLEMS, found.toString().strip());
        put(texts, Topic.DOCTOR_NAME, person.mtName());
        put(
                texts,
                Topic.DOCTOR_CONTACT,
                person.mtPhone() == null ? null : PhoneNumber.written(person.mtPhone()));
        put(
                texts,
                Topic.CRISIS,
                crises.current(patient)
                        .flatMap(plan -> Optional.ofNullable(plan.words()))
                        .orElse(null));
        var useful = new StringBuilder();
        for (var actor : files.circle(patient, today())) {
            if (actor.role().equals("COORDONNATEUR_DE_CAS"))
                put(texts, Topic.CASE_COORDINATOR, actor.name());
            if (actor.kind().equals("PROCHE") && actor.phone() != null) {
                useful.append(actor.name())
                        .append(PpsText.COLON)
                        .append(PhoneNumber.written(actor.phone()))
                        .append('\n');
            }
        }
        put(texts, Topic.USEFUL_CONTACTS, useful.toString().strip());
        var coordinator = support.coordinatorId();
        plans.saveTexts(
                id,
                new Content(
                        texts,
                        null,
                        coordinator,
                        coordinator == null ? null : networks.member(coordinator).name(),
                        List.of(),
                        List.of(),
                        List.of()));
        var rank = 0;
        for (var problem : problems) {
            if (problem.domain().equals("MEDICAL")) {
                plans.save(
                        id,
                        new Pathology(
                                Ids.next(), problem.label(), problem.severity(), false, rank == 0),
                        rank++);
            }
        }
        begun(patient, id, "PPS v" + plans.get(id).number() + " commencé", null);
        return id;
    }

    private UUID next(Pps former, String reason) {
        var id = Ids.next();
        var support =
                files.current(former.patient()).map(CaseFiles.Support::id).orElse(former.support());
        plans.insert(
                id,
                former.patient(),
                support,
                plans.nextNumber(former.patient()),
                former.id(),
                clock.instant(),
                who());
        var c = former.content();
        var texts = new EnumMap<Topic, String>(Topic.class);
        texts.putAll(c.texts());
        texts.put(Topic.CHANGE_REASON, reason);
        // The reassessment date is set anew with each version.
        plans.saveTexts(
                id,
                new Content(
                        texts,
                        null,
                        c.referentId(),
                        c.referentName(),
                        List.of(),
                        List.of(),
                        List.of()));
        plans.copy(former.id(), id);
        begun(former.patient(), id, "PPS v" + plans.get(id).number() + " commencé", reason);
        return id;
    }

    private void begun(PatientId patient, UUID id, String title, @Nullable String detail) {
        trail.wrote(Trail.Action.CREATE, patient, "PPS", id);
        timeline.add(patient, Timeline.Kind.PPS, title, detail, path(patient, id), true);
    }

    private static void put(EnumMap<Topic, String> texts, Topic topic, @Nullable String text) {
        if (text != null && !text.isBlank()) texts.put(topic, text);
    }

    /// Saves one section of a draft, unless somebody saved it since `tag`.
    @Transactional
    public Saving saveSection(UUID id, Topic.Section section, String tag, Content typed) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        if (!pps.draft()) return new Saving.Refused(new Obstacle.NotDraft(pps.status()));
        if (!Tags.of(section, pps.content()).equals(tag)) return new Saving.Conflict();
        var c = pps.content();
        var texts = new EnumMap<Topic, String>(Topic.class);
        texts.putAll(c.texts());
        for (var topic : Topic.values()) {
            if (topic.section() == section) texts.put(topic, typed.text(topic));
        }
        var steering = section == Topic.Section.CONDUITE;
        plans.saveTexts(
                id,
                new Content(
                        texts,
                        steering ? typed.reassessOn() : c.reassessOn(),
                        steering ? typed.referentId() : c.referentId(),
                        steering ? typed.referentName() : c.referentName(),
                        List.of(),
                        List.of(),
                        List.of()));
        log.note(pps);
        trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", id);
        return new Saving.Saved();
    }

    /// Saves one line of a draft (pathology, goal, intervention), unless somebody saved it since
    /// `tag`; an empty tag adds it.
    ///
    /// @param write told the locked plan and the rank of a new line
    @Transactional
    public Saving saveLine(
            UUID id,
            String tag,
            java.util.function.Function<Content, String> now,
            BiConsumer<Pps, Integer> write) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        if (!pps.draft()) return new Saving.Refused(new Obstacle.NotDraft(pps.status()));
        if (!now.apply(pps.content()).equals(tag)) return new Saving.Conflict();
        var c = pps.content();
        write.accept(
                pps,
                1
                        + c.pathologies().size()
                        + c.goals().size()
                        + c.interventions().size()
                        + c.aids().size());
        log.note(pps);
        trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", id);
        return new Saving.Saved();
    }

    /// See [#saveLine].
    @Transactional
    public Saving savePathology(
            UUID id, String tag, java.util.function.Function<Content, String> now, Pathology line) {
        return saveLine(id, tag, now, (pps, rank) -> plans.save(pps.id(), line, rank));
    }

    /// See [#saveLine].
    @Transactional
    public Saving saveGoal(
            UUID id,
            String tag,
            java.util.function.Function<Content, String> now,
            Content.Goal line) {
        return saveLine(id, tag, now, (pps, rank) -> plans.save(pps.id(), dated(pps, line), rank));
    }

    /// A goal whose grade is new is graded today.
    private Content.Goal dated(Pps pps, Content.Goal line) {
        var known =
                pps.content().goals().stream().filter(g -> g.id().equals(line.id())).findFirst();
        var same = known.filter(g -> g.result().equals(line.result())).isPresent();
        var on = same ? known.get().reviewedOn() : known.isPresent() ? today() : null;
        return on == null ? line : line.graded(line.result(), line.resultWhy(), on);
    }

    /// See [#saveLine].
    @Transactional
    public Saving saveAid(
            UUID id,
            String tag,
            java.util.function.Function<Content, String> now,
            Content.Aid line) {
        return saveLine(id, tag, now, (pps, rank) -> aids.save(pps.id(), line, rank));
    }

    /// See [#saveLine].
    @Transactional
    public Saving saveIntervention(
            UUID id,
            String tag,
            java.util.function.Function<Content, String> now,
            Content.Intervention line) {
        return saveLine(
                id, tag, now, (pps, rank) -> plans.save(pps.id(), pps.patient(), line, rank));
    }

    /// Takes a line away from a draft; what was done keeps its history. Nothing happens when it is
    /// already gone.
    @Transactional
    public Saving remove(UUID id, EditScreens.Line kind, UUID line) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        if (!pps.draft()) return new Saving.Refused(new Obstacle.NotDraft(pps.status()));
        switch (kind) {
            case PATHOLOGY -> plans.removePathology(id, line);
            case GOAL -> {
                var former = plans.inForce(pps.patient()).orElse(null);
                if (!Review.mayGo(former, line))
                    return new Saving.Refused(new Obstacle.GoalIsKept());
                plans.removeGoal(id, line);
            }
            case AID -> aids.remove(id, line);
            case INTERVENTION -> plans.removeIntervention(id, line);
        }
        log.note(pps);
        trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", id);
        return new Saving.Saved();
    }

    /// What stops a draft from being submitted now.
    @Transactional(readOnly = true)
    public List<Obstacle> obstaclesToSubmission(Pps pps) {
        return pps.obstaclesToSubmission(
                today(),
                latestReassessment(pps.patient()),
                plans.inForce(pps.patient()).orElse(null));
    }

    /// The furthest reassessment date of a plan submitted today.
    @Transactional(readOnly = true)
    public LocalDate latestReassessment(PatientId patient) {
        return today().plusMonths(networks.setting(Setting.REASSESS_MONTHS, level(patient)));
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
                        latestReassessment(pps.patient()),
                        former,
                        clock.instant(),
                        who());
        switch (submission) {
            case Pps.Submission.Asked(var asked, var known) -> {
                plans.keepActors(id, pps.patient(), today());
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
                plans.keepActors(id, pps.patient(), today());
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
        plans.add(id, given, who(), clock.instant());
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
                    next(
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
    public List<Obstacle> handOver(UUID id, PpsRepository.Handing handing) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        if (pps.status() != Status.EN_VIGUEUR)
            return List.of(new Obstacle.NotInForce(pps.status()));
        if (handing.by().isBlank()) return List.of(new Obstacle.NobodySaid());
        if (handing.on().isAfter(today())) return List.of(new Obstacle.GivenInTheFuture());
        plans.add(id, handing, clock.instant());
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

package fr.maillage.protocol.internal;

import static java.util.stream.Collectors.joining;

import fr.maillage.access.Trail;
import fr.maillage.careplan.PlanDrafts;
import fr.maillage.careplan.PlanDrafts.Draft;
import fr.maillage.careplan.PlanDrafts.Origin;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.protocol.Findings;
import fr.maillage.protocol.Findings.Cited;
import fr.maillage.protocol.Findings.Verdict;
import fr.maillage.protocol.internal.Merge.Effect;
import fr.maillage.protocol.internal.Merge.Proposal;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// From findings to a plan: the rules that hold for a person propose lines of their protocol,
/// merged with what the plan has as any protocol is ([Merge]); each is added, or set aside with a
/// reason. What was set aside is not proposed again while the same facts stand. The caller has
/// opened the file. « Proposition Maillage », see docs/interpretations.md.
@Service
class Suggestions {

    private static final int WORDS = 1000;

    private final ProtocolRepository protocols;
    private final Findings findings;
    private final ApplyService applying;
    private final PlanDrafts drafts;
    private final SetAsides asides;
    private final Timeline timeline;
    private final Trail trail;

    Suggestions(
            ProtocolRepository protocols,
            Findings findings,
            ApplyService applying,
            PlanDrafts drafts,
            SetAsides asides,
            Timeline timeline,
            Trail trail) {
        this.protocols = protocols;
        this.findings = findings;
        this.applying = applying;
        this.drafts = drafts;
        this.asides = asides;
        this.timeline = timeline;
        this.trail = trail;
    }

    /// A rule that holds for somebody.
    record Reason(Version version, Rule rule, List<Cited> because) {}

    /// A line that waits for a decision.
    ///
    /// @param reasons the rules that propose it, in their order
    /// @param before how it was set aside on other facts, or null
    record Waiting(Proposal proposal, List<Reason> reasons, @Nullable SetAside before) {

        /// Every fact that counted, to be compared with those of another day.
        String facts() {
            return reasons.stream()
                    .flatMap(r -> r.because().stream())
                    .map(Cited::mark)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .collect(joining(";"));
        }
    }

    /// What the rules say of somebody.
    ///
    /// @param rules how many serve in the structure; 0: none was published
    /// @param evaluated false before any evaluation
    /// @param preview what the rules that hold would add, merged
    /// @param aside lines set aside that would be proposed otherwise
    /// @param held how many of the lines proposed are in the plan already
    /// @param failing rules that could not be evaluated
    record Found(
            int rules,
            boolean evaluated,
            ApplyService.Preview preview,
            List<Waiting> waiting,
            List<SetAside> aside,
            int held,
            List<Rule> failing) {

        /// The preview, its goals answering the problems they were proposed for.
        ApplyService.Preview whole() {
            var proposals =
                    preview.proposals().all().stream()
                            .map(p -> waiting(p.id()).map(Waiting::proposal).orElse(p))
                            .toList();
            return new ApplyService.Preview(
                    preview.plan(),
                    preview.chosen(),
                    new Merge.Proposals(proposals, preview.proposals().quiet()),
                    preview.seen());
        }

        Optional<Waiting> waiting(String id) {
            return waiting.stream().filter(w -> w.proposal().id().equals(id)).findFirst();
        }
    }

    /// Rules over a person, before they are compared with a plan.
    record Judged(int rules, boolean evaluated, List<Reason> reasons, List<Rule> failing) {}

    /// What the rules of these versions say of a person.
    @Transactional(readOnly = true)
    public Judged judge(PatientId patient, List<Version> versions) {
        var conditions = new LinkedHashSet<String>();
        for (var version : versions)
            for (var rule : version.document().rules()) conditions.add(rule.condition());
        var rules = versions.stream().mapToInt(v -> v.document().rules().size()).sum();
        if (rules == 0) return new Judged(0, false, List.of(), List.of());
        var verdicts = findings.judge(patient, conditions);
        if (verdicts.isEmpty()) return new Judged(rules, false, List.of(), List.of());
        var reasons = new ArrayList<Reason>();
        var failing = new ArrayList<Rule>();
        for (var version : versions)
            for (var rule : version.document().rules())
                switch (Objects.requireNonNull(verdicts.get().get(rule.condition()))) {
                    case Verdict.Holds(var because) ->
                            reasons.add(new Reason(version, rule, because));
                    case Verdict.Failed _ -> failing.add(rule);
                    case Verdict.DoesNot _ -> {}
                }
        return new Judged(rules, true, List.copyOf(reasons), List.copyOf(failing));
    }

    /// What findings propose to a plan as it stands.
    @Transactional(readOnly = true)
    public Found of(Draft plan) {
        var judged = judge(plan.patient(), protocols.withRules());
        var proposedBy = new LinkedHashMap<String, List<Reason>>();
        for (var reason : judged.reasons())
            for (var key : reason.rule().lines())
                proposedBy
                        .computeIfAbsent(Merge.id(reason.version(), key), _ -> new ArrayList<>())
                        .add(reason);
        var serving = judged.reasons().stream().map(Reason::version).distinct().toList();
        var preview = applying.preview(plan, serving);
        var last = new HashMap<String, SetAside>();
        for (var aside : asides.of(plan.patient())) last.putIfAbsent(aside.line(), aside);
        var waiting = new ArrayList<Waiting>();
        var aside = new ArrayList<SetAside>();
        var held = held(plan, proposedBy.keySet());
        for (var proposal : preview.proposals().all()) {
            var reasons = reasons(proposal.origins(), proposedBy);
            if (reasons.isEmpty()) continue;
            if (proposal.effect() == Effect.DEJA) held++;
            if (proposal.effect() != Effect.AJOUTE && proposal.effect() != Effect.RESSERRE)
                continue;
            var before = last.get(proposal.id());
            if (before != null && before.reconsidered()) before = null;
            var line = new Waiting(answering(proposal, reasons), reasons, before);
            if (before != null && before.facts().equals(line.facts())) aside.add(before);
            else waiting.add(line);
        }
        return new Found(
                judged.rules(),
                judged.evaluated(),
                preview,
                List.copyOf(waiting),
                List.copyOf(aside),
                held,
                judged.failing());
    }

    /// A goal answers the first retained problem that proposes it.
    private static Proposal answering(Proposal proposal, List<Reason> reasons) {
        return reasons.stream()
                .flatMap(r -> r.because().stream())
                .map(Cited::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .map(proposal::answering)
                .orElse(proposal);
    }

    private static List<Reason> reasons(
            List<Origin> origins, Map<String, List<Reason>> proposedBy) {
        return origins.stream()
                .flatMap(o -> proposedBy.getOrDefault(Merge.id(o), List.of()).stream())
                .distinct()
                .toList();
    }

    private static int held(Draft plan, Set<String> proposed) {
        var origins = new ArrayList<Origin>();
        plan.goals().forEach(g -> origins.addAll(g.origins()));
        plan.acts().forEach(a -> origins.addAll(a.origins()));
        return (int) origins.stream().map(Merge::id).filter(proposed::contains).distinct().count();
    }

    /// The plan in which lines may be proposed: in preparation, else in force, else an empty one.
    @Transactional(readOnly = true)
    public Draft plan(PatientId patient) {
        return drafts.latest(patient)
                .orElseGet(() ->
                        new Draft(NO_PLAN, patient, 0, false, "", List.of(), List.of(), List.of()));
    }

    /// Id of the plan of who has none.
    static final UUID NO_PLAN = new UUID(0, 0);

    /// A line added.
    ///
    /// @param pps the draft
    /// @param goal whether it is a goal
    /// @param line of the plan
    record Added(UUID pps, boolean goal, UUID line) {}

    /// Adds lines to the draft, each with the goal it serves when that one waits too. Throws
    /// `OptimisticLockingFailureException` when the plan, a rule, a fact or a decision changed
    /// since `seen`; `FormRefused` without a draft. Returns the first line named.
    @Transactional
    public Added add(PatientId patient, Collection<String> ids, String seen) {
        var plan =
                drafts.inPreparation(patient)
                        .filter(Draft::draft)
                        .orElseThrow(() -> FormRefused.because("plan", SuggestionText.NO_DRAFT));
        var found = of(plan);
        var taken = new LinkedHashMap<String, List<String>>();
        taken.put("_seen", List.of(seen));
        for (var id : ids) {
            var waiting = waiting(found, id);
            taken.put("ok-" + id, List.of("on"));
            goal(found, waiting.proposal()).ifPresent(g -> taken.put("ok-" + g, List.of("on")));
        }
        if (ids.isEmpty()) throw FormRefused.because("plan", SuggestionText.NOTHING_CHOSEN);
        var written = applying.write(found.whole(), new Typed(taken));
        if (ids.size() > 1)
            timeline.add(
                    patient,
                    Timeline.Kind.PPS,
                    SuggestionText.added(plan.number()),
                    ProtocolText.lines(written),
                    "/dossiers/" + patient + "/pps/" + plan.id(),
                    true);
        var first = waiting(found, ids.iterator().next()).proposal();
        return new Added(plan.id(), first.goal() != null, line(first));
    }

    private static UUID line(Proposal proposal) {
        var goal = proposal.goal();
        return goal != null ? goal.id() : Objects.requireNonNull(proposal.act()).id();
    }

    /// The proposal of the goal that an act serves, when it waits too.
    private static Optional<String> goal(Found found, Proposal proposal) {
        var act = proposal.act();
        if (act == null || act.goal() == null) return Optional.empty();
        for (var waiting : found.waiting()) {
            var goal = waiting.proposal().goal();
            if (goal != null && goal.id().equals(act.goal()))
                return Optional.of(waiting.proposal().id());
        }
        return Optional.empty();
    }

    /// Sets a line aside, with why. Refused without a reason, and without words for « autre »;
    /// throws `OptimisticLockingFailureException` when it waits no more.
    @Transactional
    public void setAside(PatientId patient, String id, Typed typed) {
        var errors = new FormErrors();
        var reason = SetAside.Reason.of(typed.text("motif"));
        var words = typed.orNull("precision");
        if (reason.isEmpty()) errors.add("motif", SuggestionText.REASON);
        if (words != null && words.length() > WORDS)
            errors.add("precision", WebText.tooLong(WORDS));
        if (reason.equals(Optional.of(SetAside.Reason.AUTRE)) && words == null)
            errors.add("precision", SuggestionText.WHICH);
        FormRefused.unless(errors);
        var waiting = waiting(of(plan(patient)), id);
        var origin = own(waiting);
        var aside =
                asides.add(
                        patient,
                        origin.protocol(),
                        origin.version(),
                        origin.lineKey(),
                        reason.orElseThrow(),
                        words,
                        waiting.reasons().stream()
                                .map(SuggestionText::because)
                                .collect(joining(" · ")),
                        waiting.facts());
        trail.wrote(Trail.Action.CREATE, patient, "PPS", aside);
    }

    /// Where the proposal that gives the line its words comes from.
    private static Origin own(Waiting waiting) {
        return waiting.proposal().origins().stream()
                .filter(o -> waiting.proposal().id().equals(Merge.id(o)))
                .findFirst()
                .orElseThrow();
    }

    /// Proposes again what was set aside. Throws `OptimisticLockingFailureException` when somebody
    /// did already, or it is not theirs.
    @Transactional
    public void reconsider(PatientId patient, UUID id) {
        if (!asides.reconsider(patient, id))
            throw new OptimisticLockingFailureException("proposition " + id);
        trail.wrote(Trail.Action.UPDATE, patient, "PPS", id);
    }

    private static Waiting waiting(Found found, String id) {
        return found.waiting(id)
                .orElseThrow(() -> new OptimisticLockingFailureException("proposition"));
    }

    /// What was set aside for a person, latest first, with what the line said.
    @Transactional(readOnly = true)
    public Map<SetAside, String> trace(PatientId patient) {
        var all = asides.of(patient);
        var versions = new HashMap<UUID, Version>();
        for (var version :
                protocols.versions(all.stream().map(SetAside::version).distinct().toList()))
            versions.put(version.id(), version);
        var trace = new LinkedHashMap<SetAside, String>();
        for (var aside : all) trace.put(aside, title(versions.get(aside.version()), aside));
        return trace;
    }

    private static String title(@Nullable Version version, SetAside aside) {
        return Optional.ofNullable(version)
                .flatMap(v -> new Algorithms(v.document()).proposed(aside.lineKey()))
                .map(Document.Line::title)
                .orElse(aside.lineKey());
    }
}

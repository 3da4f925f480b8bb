package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanDrafts.ActLine;
import fr.maillage.careplan.PlanDrafts.Draft;
import fr.maillage.careplan.PlanDrafts.GoalLine;
import fr.maillage.careplan.PlanDrafts.Origin;
import fr.maillage.careplan.Recurrence;
import fr.maillage.careplan.RecurrenceWords;
import fr.maillage.kernel.PersonName;
import fr.maillage.protocol.internal.Document.Act;
import fr.maillage.protocol.internal.Document.Aim;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What protocols would add to a plan, line by line, before anything is written.
///
/// Two lines are the same act when they have the same code or, without codes, the same title. They
/// may be one line of the plan when they wait for the same thing: nothing, a discharge, one act.
/// Then the more often done is kept, and among equals the sooner; every origin is kept. A line of
/// the plan that is done as often already stays as it is. Lines that wait for different things stay
/// apart. « Proposition Maillage », see docs/interpretations.md.
final class Merge {

    private Merge() {}

    /// What a proposal does to the plan.
    enum Effect {
        /// A line that is not there.
        AJOUTE,
        /// The plan has the act, less often: it takes the rhythm of the protocol.
        RESSERRE,
        /// The plan has it as often already: it only remembers the protocol.
        DEJA,
        /// A newer version of the protocol says it otherwise.
        CHANGE,
        /// The newer version no longer asks for it.
        RETIRE
    }

    /// A line that is proposed.
    ///
    /// @param id of the proposal, the same when it is computed again
    /// @param existing line of the plan it is about, or null
    /// @param goal the goal, when it is one
    /// @param act the act, when it is one: as it would be written
    /// @param undated the source fixes no date: it would be done once
    /// @param role who the protocol has in mind
    /// @param ticked whether it is proposed to be taken
    /// @param because what was merged, in words; null when nothing was
    record Proposal(
            String id,
            Effect effect,
            @Nullable UUID existing,
            @Nullable GoalLine goal,
            @Nullable ActLine act,
            boolean undated,
            String role,
            String condition,
            Document.Source source,
            boolean ticked,
            @Nullable String because) {

        String title() {
            return goal != null ? goal.title() : act == null ? "" : act.title();
        }

        List<Origin> origins() {
            return goal != null ? goal.origins() : act == null ? List.of() : act.origins();
        }
    }

    /// @param quiet lines of the plan whose protocol has a newer version that says the same: their
    ///   origin moves on without a question
    record Proposals(List<Proposal> all, List<Proposal> quiet) {}

    /// @param chosen versions that serve
    /// @param former older versions that lines of the plan come from, by id
    /// @param start day from which what is added counts
    /// @param home latest discharge, so that what follows it is dated; null when there is none
    /// @param ids makes the id of a line that is added, the same for the same proposal
    static Proposals of(
            Draft plan,
            List<Version> chosen,
            Map<UUID, Version> former,
            LocalDate start,
            @Nullable LocalDate home,
            java.util.function.Function<String, UUID> ids) {
        var merge = new Work(plan, former, start, home, ids);
        chosen.forEach(merge::goals);
        chosen.forEach(merge::name);
        chosen.forEach(merge::acts);
        chosen.forEach(merge::gone);
        merge.groups();
        return new Proposals(List.copyOf(merge.proposals), List.copyOf(merge.quiet));
    }

    /// Words that tell an act: its code, or its title without accents and case.
    static String same(@Nullable String code, String title) {
        return code == null ? "=" + PersonName.searchKey(title) : code;
    }

    private record Candidate(Version version, Act line) {

        String id() {
            return version.protocol() + "." + line.key();
        }

        Origin origin() {
            return new Origin(
                    version.protocol(),
                    version.id(),
                    version.number(),
                    version.document().title(),
                    line.key(),
                    line.code());
        }

        /// Whether both are one line. Two lines of one protocol for different people are a choice,
        /// not one act asked twice.
        boolean joins(Candidate other) {
            return other.line.when().compatible(line.when())
                    && (!other.version.id().equals(version.id())
                            || other.line.condition().equals(line.condition()));
        }

        /// More often first, then sooner.
        boolean before(Candidate other) {
            var period = Integer.compare(line.when().period(), other.line.when().period());
            return period < 0 || (period == 0 && line.when().delay() < other.line.when().delay());
        }
    }

    private static final class Work {

        private final Draft plan;
        private final Map<UUID, Version> former;
        private final LocalDate start;
        private final @Nullable LocalDate home;
        private final java.util.function.Function<String, UUID> ids;
        private final List<Proposal> proposals = new ArrayList<>();
        private final List<Proposal> quiet = new ArrayList<>();
        private final Map<String, List<List<Candidate>>> groups = new LinkedHashMap<>();

        /// Acts of the chosen protocols, as the plan knows or would know them.
        private final Map<String, When.Following> followed = new HashMap<>();

        /// Goals, by protocol and key.
        private final Map<String, UUID> aims = new HashMap<>();

        Work(
                Draft plan,
                Map<UUID, Version> former,
                LocalDate start,
                @Nullable LocalDate home,
                java.util.function.Function<String, UUID> ids) {
            this.plan = plan;
            this.former = former;
            this.start = start;
            this.home = home;
            this.ids = ids;
        }

        // ── goals ──

        void goals(Version version) {
            for (var aim : version.document().aims()) {
                var id = version.protocol() + "." + aim.key();
                var origin =
                        new Origin(
                                version.protocol(),
                                version.id(),
                                version.number(),
                                version.document().title(),
                                aim.key(),
                                null);
                var own = ownGoal(version, aim.key());
                if (own != null) {
                    aims.put(id, own.id());
                    newer(version, aim, own, origin, id);
                    continue;
                }
                var alike =
                        plan.goals().stream()
                                .filter(g -> same(null, g.title()).equals(same(null, aim.title())))
                                .findFirst()
                                .orElse(null);
                var proposed =
                        proposals.stream()
                                .filter(p ->
                                        p.goal() != null
                                                && same(null, p.title())
                                                        .equals(same(null, aim.title())))
                                .findFirst();
                if (proposed.isPresent()) {
                    join(proposed.get(), origin);
                    aims.put(id, Objects.requireNonNull(proposed.get().goal()).id());
                    continue;
                }
                var line = alike == null ? ids.apply(id) : alike.id();
                aims.put(id, line);
                proposals.add(
                        goal(
                                id,
                                alike == null ? Effect.AJOUTE : Effect.DEJA,
                                alike,
                                goalLine(line, aim, alike, List.of(origin)),
                                aim.source(),
                                null));
            }
        }

        private void newer(Version version, Aim aim, GoalLine own, Origin origin, String id) {
            var before = former(own.origins(), version, aim.key());
            if (before == null) return;
            var was =
                    before.document().aims().stream()
                            .filter(a -> a.key().equals(aim.key()))
                            .findFirst()
                            .orElse(null);
            var same =
                    was != null
                            && was.title().equals(aim.title())
                            && Objects.equals(was.indicator(), aim.indicator())
                            && Objects.equals(was.target(), aim.target());
            var line = goalLine(own.id(), aim, same ? own : null, List.of(origin));
            var proposal =
                    goal(
                            id,
                            Effect.CHANGE,
                            own,
                            line,
                            aim.source(),
                            was == null ? null : ProtocolText.was(ProtocolText.measure(was)));
            (same ? quiet : proposals).add(proposal);
        }

        /// What the plan says of a goal it has stays, unless a newer version changes it.
        private static GoalLine goalLine(
                UUID id, Aim aim, @Nullable GoalLine kept, List<Origin> origins) {
            return kept != null
                    ? new GoalLine(
                            id,
                            kept.title(),
                            kept.domain(),
                            kept.kind(),
                            kept.indicator(),
                            kept.target(),
                            origins)
                    : new GoalLine(
                            id,
                            cut(aim.title()),
                            aim.domain(),
                            aim.kind(),
                            aim.indicator() == null ? null : cut(aim.indicator()),
                            aim.target() == null ? null : cut(aim.target()),
                            origins);
        }

        private static Proposal goal(
                String id,
                Effect effect,
                @Nullable GoalLine existing,
                GoalLine line,
                Document.Source source,
                @Nullable String because) {
            return new Proposal(
                    id,
                    effect,
                    existing == null ? null : existing.id(),
                    line,
                    null,
                    false,
                    "",
                    "",
                    source,
                    true,
                    because);
        }

        private @Nullable GoalLine ownGoal(Version version, String key) {
            for (var goal : plan.goals()) if (from(goal.origins(), version, key)) return goal;
            return null;
        }

        private void join(Proposal proposal, Origin origin) {
            var goal = Objects.requireNonNull(proposal.goal());
            var origins = new ArrayList<>(goal.origins());
            origins.add(origin);
            proposals.set(
                    proposals.indexOf(proposal),
                    goal(
                            proposal.id(),
                            proposal.effect(),
                            plan.goals().stream()
                                    .filter(g -> g.id().equals(proposal.existing()))
                                    .findFirst()
                                    .orElse(null),
                            new GoalLine(
                                    goal.id(),
                                    goal.title(),
                                    goal.domain(),
                                    goal.kind(),
                                    goal.indicator(),
                                    goal.target(),
                                    origins),
                            proposal.source(),
                            proposal.because()));
        }

        // ── acts ──

        /// What each act of the protocol is in the plan, so that another may follow it.
        void name(Version version) {
            for (var line : version.document().acts()) {
                var own = ownAct(version, line.key());
                var id = version.protocol() + "." + line.key();
                followed.put(
                        id,
                        new When.Following(
                                own == null ? ids.apply(id) : own.id(),
                                own == null ? line.title() : own.title()));
            }
        }

        void acts(Version version) {
            for (var line : version.document().acts()) {
                var own = ownAct(version, line.key());
                if (own != null) newer(new Candidate(version, line), own);
                else group(new Candidate(version, line));
            }
        }

        private void group(Candidate candidate) {
            var alike =
                    groups.computeIfAbsent(
                            same(candidate.line().code(), candidate.line().title()),
                            _ -> new ArrayList<>());
            for (var group : alike) {
                if (candidate.joins(group.getFirst())) {
                    if (candidate.before(group.getFirst())) group.addFirst(candidate);
                    else group.add(candidate);
                    return;
                }
            }
            alike.add(new ArrayList<>(List.of(candidate)));
        }

        void groups() {
            for (var alike : groups.values()) for (var group : alike) propose(group);
        }

        private void propose(List<Candidate> group) {
            var kept = group.getFirst();
            var when = on(kept);
            var held =
                    plan.acts().stream()
                            .filter(a -> sameAct(a, kept.line()) && compatible(a.when(), when))
                            .findFirst()
                            .orElse(null);
            var origins = group.stream().map(Candidate::origin).toList();
            for (var candidate : group)
                followed.put(
                        candidate.id(),
                        held == null
                                ? new When.Following(ids.apply(kept.id()), kept.line().title())
                                : new When.Following(held.id(), held.title()));
            if (held == null) {
                proposals.add(
                        proposal(
                                kept,
                                Effect.AJOUTE,
                                null,
                                line(ids.apply(kept.id()), kept, when, null, origins),
                                merged(group)));
                return;
            }
            var more = kept.line().when().dated() && when.period() < held.when().period();
            proposals.add(
                    proposal(
                            kept,
                            more ? Effect.RESSERRE : Effect.DEJA,
                            held.id(),
                            line(held.id(), kept, more ? when : held.when(), held, origins),
                            more
                                    ? ProtocolText.was(
                                            RecurrenceWords.of(held.when(), held.windowDays()))
                                    : ProtocolText.HELD));
        }

        private static @Nullable String merged(List<Candidate> group) {
            if (group.size() == 1) return null;
            var others = new ArrayList<String>();
            for (var other : group.subList(1, group.size()))
                others.add(
                        other.version().document().title()
                                + " ("
                                + other.line().when().sentence(null)
                                + ")");
            return ProtocolText.alsoAsked(others);
        }

        private static boolean sameAct(ActLine held, Act line) {
            var code = held.code();
            return code != null && line.code() != null
                    ? code.equals(line.code())
                    : same(null, held.title()).equals(same(null, line.title()));
        }

        private static boolean compatible(Recurrence a, Recurrence b) {
            var x = a.after();
            var y = b.after();
            return x == null || y == null
                    ? x == y
                    : x.what() == y.what() && Objects.equals(x.act(), y.act());
        }

        private void newer(Candidate candidate, ActLine own) {
            var before = former(own.origins(), candidate.version(), candidate.line().key());
            if (before == null) return;
            var was =
                    before.document().acts().stream()
                            .filter(a -> a.key().equals(candidate.line().key()))
                            .findFirst()
                            .orElse(null);
            var origins = List.of(candidate.origin());
            if (was != null && unchanged(was, candidate.line())) {
                quiet.add(
                        proposal(
                                candidate,
                                Effect.CHANGE,
                                own.id(),
                                line(own.id(), candidate, own.when(), own, origins),
                                null));
                return;
            }
            proposals.add(
                    proposal(
                            candidate,
                            Effect.CHANGE,
                            own.id(),
                            renamed(
                                    line(own.id(), candidate, on(candidate), own, origins),
                                    candidate.line().title()),
                            ProtocolText.was(RecurrenceWords.of(own.when(), own.windowDays()))));
        }

        private static boolean unchanged(Act was, Act is) {
            return was.title().equals(is.title())
                    && was.type().equals(is.type())
                    && was.when().equals(is.when())
                    && was.window() == is.window()
                    && was.tolerance() == is.tolerance();
        }

        /// Lines that the newer version no longer has, of this protocol alone.
        void gone(Version version) {
            for (var act : plan.acts()) {
                for (var origin : act.origins()) {
                    if (!origin.protocol().equals(version.protocol())
                            || origin.number() >= version.number()
                            || act.origins().size() > 1
                            || version.document()
                                    .line(Document.Kind.ACT, origin.lineKey())
                                    .isPresent()) continue;
                    proposals.add(
                            new Proposal(
                                    version.protocol() + "." + origin.lineKey(),
                                    Effect.RETIRE,
                                    act.id(),
                                    null,
                                    act,
                                    false,
                                    "",
                                    "",
                                    Document.Source.NONE,
                                    false,
                                    ProtocolText.noLongerAsked(version.number())));
                }
            }
        }

        private Recurrence on(Candidate candidate) {
            var when = candidate.line().when();
            var from = when.waits() && home != null ? home : start;
            return when.on(
                    from,
                    key -> {
                        var act = followed.get(candidate.version().protocol() + "." + key);
                        return act;
                    });
        }

        private Proposal proposal(
                Candidate candidate,
                Effect effect,
                @Nullable UUID existing,
                ActLine line,
                @Nullable String because) {
            var act = candidate.line();
            return new Proposal(
                    candidate.id(),
                    effect,
                    existing,
                    null,
                    line,
                    !act.when().dated(),
                    act.role(),
                    act.condition(),
                    act.source(),
                    effect != Effect.AJOUTE || (act.when().dated() && act.forEverybody()),
                    because);
        }

        private ActLine line(
                UUID id,
                Candidate candidate,
                Recurrence when,
                @Nullable ActLine held,
                List<Origin> origins) {
            var act = candidate.line();
            var kept = held != null && held.when().equals(when) ? held : null;
            return new ActLine(
                    id,
                    held != null
                            ? held.goal()
                            : act.aim() == null
                                    ? null
                                    : aims.get(candidate.version().protocol() + "." + act.aim()),
                    held != null ? held.type() : act.type(),
                    held != null ? held.title() : cut(act.title()),
                    held == null ? null : held.actorId(),
                    held == null ? null : held.actor(),
                    held == null ? null : held.profession(),
                    when,
                    kept != null
                            ? kept.windowDays()
                            : act.when().dated() ? act.window() : UNDATED_WINDOW,
                    kept != null ? kept.toleranceDays() : act.tolerance(),
                    held == null ? note(candidate) : held.note(),
                    origins);
        }

        private static ActLine renamed(ActLine a, String title) {
            return new ActLine(
                    a.id(),
                    a.goal(),
                    a.type(),
                    cut(title),
                    a.actorId(),
                    a.actor(),
                    a.profession(),
                    a.when(),
                    a.windowDays(),
                    a.toleranceDays(),
                    a.note(),
                    a.origins());
        }

        private static @Nullable String note(Candidate candidate) {
            var act = candidate.line();
            var words = new ArrayList<String>();
            var delegation = candidate.version().document().delegation();
            if (delegation.whole()) words.add(ProtocolText.delegated(delegation));
            if (!act.role().isBlank()) words.add(act.role());
            if (!act.forEverybody()) words.add(act.condition());
            return words.isEmpty() ? null : cut(String.join(" · ", words));
        }

        private @Nullable ActLine ownAct(Version version, String key) {
            for (var act : plan.acts()) if (from(act.origins(), version, key)) return act;
            return null;
        }

        private static boolean from(List<Origin> origins, Version version, String key) {
            return origins.stream()
                    .anyMatch(o ->
                            o.protocol().equals(version.protocol()) && o.lineKey().equals(key));
        }

        /// The older version a line comes from; null when it comes from this one already.
        private @Nullable Version former(List<Origin> origins, Version version, String key) {
            for (var origin : origins)
                if (origin.protocol().equals(version.protocol())
                        && origin.lineKey().equals(key)
                        && origin.number() < version.number()) return former.get(origin.version());
            return null;
        }
    }

    /// Days in which an act without a date in its source is proposed to be done.
    private static final int UNDATED_WINDOW = 90;

    private static final int LINE = 300;

    private static String cut(String text) {
        return text.length() <= LINE ? text : text.substring(0, LINE - 1) + "…";
    }
}

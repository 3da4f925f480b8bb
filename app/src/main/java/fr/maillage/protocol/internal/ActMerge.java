package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanDrafts.ActLine;
import fr.maillage.careplan.PlanDrafts.Origin;
import fr.maillage.careplan.Recurrence;
import fr.maillage.careplan.RecurrenceWords;
import fr.maillage.protocol.internal.Document.Act;
import fr.maillage.protocol.internal.Merge.Context;
import fr.maillage.protocol.internal.Merge.Effect;
import fr.maillage.protocol.internal.Merge.Proposal;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What protocols do to the interventions of a plan ([Merge]): those alike that wait for the same
/// thing are one line, as often as the most frequent.
final class ActMerge {

    /// Days in which an act without a date in its source is proposed to be done.
    private static final int UNDATED_WINDOW = 90;

    private final Context context;
    private final Map<String, UUID> aims;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Proposal> quiet = new ArrayList<>();
    private final Map<String, List<List<Candidate>>> groups = new LinkedHashMap<>();

    /// Acts of the chosen protocols, as the plan knows or would know them.
    private final Map<String, When.Following> followed = new HashMap<>();

    /// @param aims as [GoalMerge#known]
    ActMerge(Context context, Map<String, UUID> aims) {
        this.context = context;
        this.aims = aims;
    }

    List<Proposal> proposals() {
        return proposals;
    }

    List<Proposal> quiet() {
        return quiet;
    }

    private record Candidate(Version version, Act line) {

        String id() {
            return Merge.id(version, line.key());
        }

        Origin origin() {
            return Merge.origin(version, line.key(), line.code());
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

    /// What each act of the protocol is in the plan, so that another may follow it.
    void name(Version version) {
        for (var line : version.document().acts()) {
            var own = ownAct(version, line.key());
            var id = Merge.id(version, line.key());
            followed.put(
                    id,
                    new When.Following(
                            own == null ? context.ids().apply(id) : own.id(),
                            own == null ? line.title() : own.title()));
        }
    }

    /// Groups the acts of a protocol with those alike; those the plan took already are compared.
    void propose(Version version) {
        for (var line : version.document().acts()) {
            var own = ownAct(version, line.key());
            if (own != null) newer(new Candidate(version, line), own);
            else group(new Candidate(version, line));
        }
    }

    private void group(Candidate candidate) {
        var alike =
                groups.computeIfAbsent(
                        Merge.same(candidate.line().code(), candidate.line().title()),
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

    /// Proposes each group as one line, once every protocol was looked at.
    void propose() {
        for (var alike : groups.values()) for (var group : alike) propose(group);
    }

    private void propose(List<Candidate> group) {
        var kept = group.getFirst();
        var when = on(kept);
        var held =
                context.plan().acts().stream()
                        .filter(a -> sameAct(a, kept.line()) && compatible(a.when(), when))
                        .findFirst()
                        .orElse(null);
        var origins = group.stream().map(Candidate::origin).toList();
        for (var candidate : group)
            followed.put(
                    candidate.id(),
                    held == null
                            ? new When.Following(
                                    context.ids().apply(kept.id()), kept.line().title())
                            : new When.Following(held.id(), held.title()));
        if (held == null) {
            proposals.add(
                    proposal(
                            kept,
                            Effect.AJOUTE,
                            null,
                            line(context.ids().apply(kept.id()), kept, when, null, origins),
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
                : Merge.same(null, held.title()).equals(Merge.same(null, line.title()));
    }

    private static boolean compatible(Recurrence a, Recurrence b) {
        var x = a.after();
        var y = b.after();
        return x == null || y == null
                ? x == y
                : x.what() == y.what() && Objects.equals(x.act(), y.act());
    }

    private void newer(Candidate candidate, ActLine own) {
        var before = context.former(own.origins(), candidate.version(), candidate.line().key());
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
        for (var act : context.plan().acts()) {
            for (var origin : act.origins()) {
                if (!origin.protocol().equals(version.protocol())
                        || origin.number() >= version.number()
                        || act.origins().size() > 1
                        || version.document().line(Document.Kind.ACT, origin.lineKey()).isPresent())
                    continue;
                proposals.add(
                        new Proposal(
                                Merge.id(version, origin.lineKey()),
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
        var home = context.home();
        var from = when.waits() && home != null ? home : context.start();
        return when.on(from, key -> followed.get(Merge.id(candidate.version(), key)));
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
                                : aims.get(Merge.id(candidate.version(), act.aim())),
                held != null ? held.type() : act.type(),
                held != null ? held.title() : Merge.cut(act.title()),
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
                Merge.cut(title),
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
        return words.isEmpty() ? null : Merge.cut(String.join(" · ", words));
    }

    private @Nullable ActLine ownAct(Version version, String key) {
        for (var act : context.plan().acts())
            if (Merge.from(act.origins(), version, key)) return act;
        return null;
    }
}

package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanDrafts.GoalLine;
import fr.maillage.careplan.PlanDrafts.Origin;
import fr.maillage.protocol.internal.Document.Aim;
import fr.maillage.protocol.internal.Merge.Context;
import fr.maillage.protocol.internal.Merge.Effect;
import fr.maillage.protocol.internal.Merge.Proposal;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What protocols do to the goals of a plan ([Merge]): two of the same title are one.
final class GoalMerge {

    private final Context context;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Proposal> quiet = new ArrayList<>();

    /// Goals, by protocol and key.
    private final Map<String, UUID> aims = new HashMap<>();

    GoalMerge(Context context) {
        this.context = context;
    }

    List<Proposal> proposals() {
        return proposals;
    }

    List<Proposal> quiet() {
        return quiet;
    }

    /// The line of the plan that is, or would be, each goal of the protocols ([Merge#id]).
    Map<String, UUID> known() {
        return aims;
    }

    /// What the goals of a protocol add or change.
    void propose(Version version) {
        var targets =
                version.document().aims().stream()
                        .collect(Collectors.groupingBy(GoalMerge::measured, Collectors.counting()));
        for (var aim : version.document().aims()) {
            var id = Merge.id(version, aim.key());
            var origin = Merge.origin(version, aim.key(), null);
            var own = ownGoal(version, aim.key());
            if (own != null) {
                aims.put(id, own.id());
                newer(version, aim, own, origin, id);
                continue;
            }
            var alike =
                    context.plan().goals().stream()
                            .filter(g ->
                                    Merge.same(null, g.title())
                                            .equals(Merge.same(null, aim.title())))
                            .findFirst()
                            .orElse(null);
            var proposed =
                    proposals.stream()
                            .filter(p ->
                                    p.goal() != null
                                            && Merge.same(null, p.title())
                                                    .equals(Merge.same(null, aim.title())))
                            .findFirst();
            if (proposed.isPresent()) {
                join(proposed.get(), origin);
                aims.put(id, Objects.requireNonNull(proposed.get().goal()).id());
                continue;
            }
            var line = alike == null ? context.ids().apply(id) : alike.id();
            aims.put(id, line);
            var measured = measured(aim);
            var chosen =
                    alike != null || measured.isEmpty() || targets.getOrDefault(measured, 1L) == 1;
            proposals.add(
                    goal(
                            id,
                            alike == null ? Effect.AJOUTE : Effect.DEJA,
                            alike,
                            goalLine(line, aim, alike, List.of(origin)),
                            aim.source(),
                            chosen,
                            chosen ? null : ProtocolText.oneTarget(measured)));
        }
    }

    /// What a goal is measured by, its first measure when it has several. Goals of one protocol
    /// with the same are targets to choose among, according to the person (four of HbA1c): none is
    /// ticked for them.
    private static String measured(Aim aim) {
        var indicator = aim.indicator();
        return indicator == null ? "" : indicator.split(";", 2)[0].strip();
    }

    private void newer(Version version, Aim aim, GoalLine own, Origin origin, String id) {
        var before = context.former(own.origins(), version, aim.key());
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
                        true,
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
                        Merge.cut(aim.title()),
                        aim.domain(),
                        aim.kind(),
                        aim.indicator() == null ? null : Merge.cut(aim.indicator()),
                        aim.target() == null ? null : Merge.cut(aim.target()),
                        origins);
    }

    private static Proposal goal(
            String id,
            Effect effect,
            @Nullable GoalLine existing,
            GoalLine line,
            Document.Source source,
            boolean ticked,
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
                ticked,
                because);
    }

    private @Nullable GoalLine ownGoal(Version version, String key) {
        for (var goal : context.plan().goals())
            if (Merge.from(goal.origins(), version, key)) return goal;
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
                        context.plan().goals().stream()
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
                        proposal.ticked(),
                        proposal.because()));
    }
}

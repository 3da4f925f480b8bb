package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanDrafts.ActLine;
import fr.maillage.careplan.PlanDrafts.Draft;
import fr.maillage.careplan.PlanDrafts.GoalLine;
import fr.maillage.careplan.PlanDrafts.Origin;
import fr.maillage.kernel.PersonName;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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

        /// The same, its goal answering this problem.
        Proposal answering(String problem) {
            return goal == null
                    ? this
                    : new Proposal(
                            id,
                            effect,
                            existing,
                            goal.answering(problem),
                            act,
                            undated,
                            role,
                            condition,
                            source,
                            ticked,
                            because);
        }

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
            Function<String, UUID> ids) {
        var context = new Context(plan, former, start, home, ids);
        var goals = new GoalMerge(context);
        chosen.forEach(goals::propose);
        var acts = new ActMerge(context, goals.known());
        chosen.forEach(acts::name);
        chosen.forEach(acts::propose);
        chosen.forEach(acts::gone);
        acts.propose();
        return new Proposals(
                joined(goals.proposals(), acts.proposals()), joined(goals.quiet(), acts.quiet()));
    }

    private static List<Proposal> joined(List<Proposal> goals, List<Proposal> acts) {
        return Stream.concat(goals.stream(), acts.stream()).toList();
    }

    /// What a merge starts from, in the terms of [#of].
    record Context(
            Draft plan,
            Map<UUID, Version> former,
            LocalDate start,
            @Nullable LocalDate home,
            Function<String, UUID> ids) {

        /// The older version a line comes from; null when it comes from this one already.
        @Nullable Version former(List<Origin> origins, Version version, String key) {
            for (var origin : origins)
                if (from(origin, version, key) && origin.number() < version.number())
                    return former.get(origin.version());
            return null;
        }
    }

    /// Whether one of these origins is this line of the protocol, in any version.
    static boolean from(List<Origin> origins, Version version, String key) {
        return origins.stream().anyMatch(o -> from(o, version, key));
    }

    private static boolean from(Origin origin, Version version, String key) {
        return origin.protocol().equals(version.protocol()) && origin.lineKey().equals(key);
    }

    /// Where a line of this version comes from.
    static Origin origin(Version version, String key, @Nullable String code) {
        return new Origin(
                version.protocol(),
                version.id(),
                version.number(),
                version.document().title(),
                key,
                code);
    }

    /// Names a line among those of all protocols.
    static String id(Version version, String key) {
        return id(version.protocol(), key);
    }

    /// As [#id(Version, String)].
    static String id(UUID protocol, String key) {
        return protocol + "." + key;
    }

    /// As [#id(Version, String)], of where a line of a plan comes from.
    static String id(Origin origin) {
        return id(origin.protocol(), origin.lineKey());
    }

    private static final int LINE = 300;

    /// As long as a plan takes it.
    static String cut(String text) {
        return text.length() <= LINE ? text : text.substring(0, LINE - 1) + "…";
    }

    /// Words that tell an act: its code, or its title without accents and case.
    static String same(@Nullable String code, String title) {
        return code == null ? "=" + PersonName.searchKey(title) : code;
    }
}

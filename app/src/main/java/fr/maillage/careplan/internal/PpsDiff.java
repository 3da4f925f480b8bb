package fr.maillage.careplan.internal;

import fr.maillage.careplan.internal.Content.Goal;
import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.careplan.internal.Content.Pathology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What changed between two versions, in the order of the plan. Goals and interventions are
/// followed by their stable id, so that a new title is a change and not one removed and one added.
final class PpsDiff {

    private PpsDiff() {}

    /// @param what « Kinésithérapie, équilibre »
    /// @param kind « Plan de soins », « Objectif »…
    /// @param before null when it was not there
    /// @param after null when it is no longer there
    /// @param part whose it is to read, as the parts of a plan; TACHES is everybody's
    /// @param line its name in every version; null for what has none
    record Change(
            String what,
            String kind,
            @Nullable String before,
            @Nullable String after,
            String part,
            @Nullable String line) {}

    /// Changes from `before` to `after`; everything is new when there is no `before`. The reason of
    /// the version is not a change.
    static List<Change> between(@Nullable Content before, Content after) {
        var changes = new ArrayList<Change>();
        pairs(
                        before == null ? List.of() : before.pathologies(),
                        after.pathologies(),
                        p -> p.label().strip().toLowerCase(Locale.FRENCH))
                .forEach(pair ->
                        add(
                                changes,
                                pair,
                                Pathology::label,
                                _ -> "Pathologie",
                                PpsText::pathology,
                                _ -> "MEDICAL",
                                _ -> null));
        pairs(before == null ? List.of() : before.goals(), after.goals(), Goal::id)
                .forEach(pair ->
                        add(
                                changes,
                                pair,
                                Goal::title,
                                _ -> "Objectif",
                                PpsDiff::goal,
                                Goal::part,
                                g -> LineRef.of(LineRef.Kind.OBJECTIF, g.id()).toString()));
        pairs(
                        before == null ? List.of() : before.interventions(),
                        after.interventions(),
                        Intervention::id)
                .forEach(pair ->
                        add(
                                changes,
                                pair,
                                Intervention::title,
                                i ->
                                        PpsText.volet(i.type().volet())
                                                + ", "
                                                + PpsText.of(i.type()).toLowerCase(Locale.FRENCH),
                                PpsDiff::intervention,
                                i -> i.type().volet(),
                                i -> LineRef.of(LineRef.Kind.INTERVENTION, i.id()).toString()));
        pairs(before == null ? List.of() : before.aids(), after.aids(), Content.Aid::id)
                .forEach(pair ->
                        add(
                                changes,
                                pair,
                                Content.Aid::title,
                                _ -> "Plan d’aide",
                                AidText::line,
                                _ -> "AIDE",
                                a -> LineRef.of(LineRef.Kind.AIDE, a.id()).toString()));
        for (var topic : Topic.values()) {
            if (topic == Topic.CHANGE_REASON) continue;
            add(
                    changes,
                    PpsText.of(topic),
                    PpsText.of(topic.section()),
                    before == null ? "" : before.text(topic),
                    after.text(topic),
                    topic.part(),
                    LineRef.of(topic).toString());
        }
        add(
                changes,
                "Référent",
                PpsText.of(Topic.Section.CONDUITE),
                name(before == null ? null : before.referentName()),
                name(after.referentName()),
                "TACHES",
                null);
        add(
                changes,
                "Date de réévaluation",
                PpsText.of(Topic.Section.CONDUITE),
                before == null ? "" : PpsText.day(before.reassessOn()),
                PpsText.day(after.reassessOn()),
                "TACHES",
                null);
        return List.copyOf(changes);
    }

    private record Pair<T>(@Nullable T before, @Nullable T after) {}

    private static <T, K> List<Pair<T>> pairs(List<T> before, List<T> after, Function<T, K> key) {
        Map<K, T> left =
                before.stream()
                        .collect(Collectors.toMap(key, t -> t, (a, _) -> a, LinkedHashMap::new));
        var pairs = new ArrayList<Pair<T>>();
        for (var item : after) pairs.add(new Pair<>(left.remove(key.apply(item)), item));
        left.values().forEach(gone -> pairs.add(new Pair<>(gone, null)));
        return pairs;
    }

    private static <T> void add(
            List<Change> changes,
            Pair<T> pair,
            Function<T, String> what,
            Function<T, String> kind,
            Function<T, String> words,
            Function<T, String> part,
            Function<T, @Nullable String> line) {
        var before = pair.before();
        var after = pair.after();
        var shown = after == null ? before : after;
        if (shown == null) return;
        var was = before == null ? null : words.apply(before);
        var is = after == null ? null : words.apply(after);
        if (before != null && after != null && !what.apply(before).equals(what.apply(after))) {
            was = what.apply(before) + COLON + was;
            is = what.apply(after) + COLON + is;
        }
        if (was == null ? is != null : !was.equals(is))
            changes.add(
                    new Change(
                            what.apply(shown),
                            kind.apply(shown),
                            was,
                            is,
                            part.apply(shown),
                            line.apply(shown)));
    }

    private static void add(
            List<Change> changes,
            String what,
            String kind,
            String before,
            String after,
            String part,
            @Nullable String line) {
        if (before.equals(after)) return;
        changes.add(
                new Change(
                        what,
                        kind,
                        before.isEmpty() ? null : before,
                        after.isEmpty() ? null : after,
                        part,
                        line));
    }

    private static final String COLON = PpsText.COLON;

    private static String name(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static String goal(Goal g) {
        return PpsText.goal(g);
    }

    private static String intervention(Intervention i) {
        return PpsText.intervention(i);
    }

    /// A text cut so that only what differs is marked: what both begin with, what differs, what
    /// both end with. Cuts fall between words.
    record Marked(String same, String different, String end) {

        static Marked of(@Nullable String text, @Nullable String other) {
            if (text == null) return new Marked("", "", "");
            if (other == null) return new Marked("", text, "");
            var mine = text.split("(?<=\\s)");
            var theirs = other.split("(?<=\\s)");
            int head = 0;
            while (head < mine.length && head < theirs.length && mine[head].equals(theirs[head]))
                head++;
            int tail = 0;
            while (tail < mine.length - head
                    && tail < theirs.length - head
                    && mine[mine.length - 1 - tail].equals(theirs[theirs.length - 1 - tail]))
                tail++;
            return new Marked(
                    join(mine, 0, head),
                    join(mine, head, mine.length - tail),
                    join(mine, mine.length - tail, mine.length));
        }

        private static String join(String[] words, int from, int to) {
            return String.join("", List.of(words).subList(from, to));
        }
    }
}

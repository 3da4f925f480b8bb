package fr.maillage.protocol.internal;

import fr.maillage.protocol.internal.Document.Act;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What two documents say differently. Lines are paired by their key, which a copy keeps; between
/// documents written apart, by the code of the act or by the title.
final class DocumentDiff {

    private DocumentDiff() {}

    /// @param same how many lines say the same
    record Diff(List<ComparePage.Change> changes, int same) {}

    static Diff between(Document left, Document right) {
        var changes = new ArrayList<ComparePage.Change>();
        var same = 0;
        add(changes, "Titre", "En-tête", left.title(), right.title());
        add(changes, "Nature", "En-tête", left.nature().label(), right.nature().label());
        add(
                changes,
                "Proposé quand une pathologie contient",
                "En-tête",
                String.join(", ", left.pathologies()),
                String.join(", ", right.pathologies()));
        add(changes, "À quoi il sert", "En-tête", left.summary(), right.summary());
        add(changes, "Vérification", "En-tête", left.checking(), right.checking());
        add(
                changes,
                "Délégation",
                "En-tête",
                ProtocolText.delegation(left.delegation()),
                ProtocolText.delegation(right.delegation()));
        for (var kind : Kind.values()) {
            var others = new ArrayList<Line>(right.lines(kind));
            for (var line : left.lines(kind)) {
                var other = twin(line, others);
                if (other == null) {
                    changes.add(
                            new ComparePage.Change(
                                    line.title(),
                                    kind.label(),
                                    ProtocolReading.words(line, left),
                                    null));
                    continue;
                }
                others.remove(other);
                var before = said(line, other, left);
                var after = said(other, line, right);
                if (before.equals(after)) same++;
                else
                    changes.add(new ComparePage.Change(other.title(), kind.label(), before, after));
            }
            for (var line : others)
                changes.add(
                        new ComparePage.Change(
                                line.title(),
                                kind.label(),
                                null,
                                ProtocolReading.words(line, right)));
        }
        return new Diff(List.copyOf(changes), same);
    }

    /// With the title, where the two differ by it.
    static String said(Line line, Line other, Document document) {
        var words = ProtocolReading.words(line, document);
        return line.title().equals(other.title())
                ? words
                : line.title() + ProtocolText.COLON + words;
    }

    /// The line that says the same elsewhere: by its key, else by its words.
    static @Nullable Line twin(Line line, List<Line> others) {
        for (var other : others) if (other.key().equals(line.key())) return other;
        for (var other : others)
            if (Merge.same(code(line), line.title()).equals(Merge.same(code(other), other.title())))
                return other;
        return null;
    }

    private static @Nullable String code(Line line) {
        return line instanceof Act act ? act.code() : null;
    }

    private static void add(
            List<ComparePage.Change> changes,
            String what,
            String kind,
            String before,
            String after) {
        if (!before.equals(after))
            changes.add(
                    new ComparePage.Change(
                            what,
                            kind,
                            before.isEmpty() ? null : before,
                            after.isEmpty() ? null : after));
    }
}

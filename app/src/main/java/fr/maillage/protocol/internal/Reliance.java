package fr.maillage.protocol.internal;

import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Line;
import java.util.ArrayList;
import java.util.List;

/// What the lines of a document owe to one another.
final class Reliance {

    private Reliance() {}

    /// Lines that would say nothing any more without this one: they serve it, follow it, watch it,
    /// propose it or lead to it.
    static List<Line> on(Document document, Kind kind, String key) {
        var found = new ArrayList<Line>();
        if (kind == Kind.AIM)
            document.acts().stream().filter(a -> key.equals(a.aim())).forEach(found::add);
        if (kind == Kind.ACT) {
            document.acts().stream()
                    .filter(a -> key.equals(a.when().afterKey()))
                    .forEach(found::add);
            document.watches().stream().filter(w -> w.acts().contains(key)).forEach(found::add);
        }
        if (kind == Kind.AIM || kind == Kind.ACT) {
            document.decisions().stream().filter(d -> d.proposes(key)).forEach(found::add);
            document.rules().stream().filter(r -> r.lines().contains(key)).forEach(found::add);
        }
        if (kind == Kind.DECISION)
            document.decisions().stream()
                    .filter(d -> d.followers().contains(key))
                    .forEach(found::add);
        return found;
    }
}

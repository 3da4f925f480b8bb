package fr.maillage.careplan.internal;

import fr.maillage.kernel.Ids;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The name of a line that is the same in every version of a plan: « objectifs- » and its id, «
/// textes- » and its topic. Pathologies have none: each version writes its own.
public record LineRef(Kind kind, String key) {

    /// Lines that can be spoken of.
    public enum Kind {
        OBJECTIF("objectifs", "Objectif"),
        INTERVENTION("interventions", "Intervention"),
        AIDE("aides", "Aide"),
        TEXTE("textes", "Texte du plan");

        private final String path;
        private final String label;

        Kind(String path, String label) {
            this.path = path;
            this.label = label;
        }

        /// Its piece of an address.
        public String path() {
            return path;
        }

        /// What one is, on screen.
        public String label() {
            return label;
        }

        /// The line of a draft it is; texts are written by section.
        LineKind line() {
            return switch (this) {
                case OBJECTIF -> LineKind.GOAL;
                case INTERVENTION -> LineKind.INTERVENTION;
                case AIDE -> LineKind.AID;
                case TEXTE -> throw new IllegalStateException("a text is written with its section");
            };
        }
    }

    /// Of a goal, an intervention or an aid.
    static LineRef of(Kind kind, UUID id) {
        return new LineRef(kind, id.toString());
    }

    static LineRef of(Topic topic) {
        return new LineRef(Kind.TEXTE, topic.column());
    }

    /// The line an address names; empty when it names none.
    public static Optional<LineRef> parse(String text) {
        for (var kind : Kind.values()) {
            if (!text.startsWith(kind.path + "-")) continue;
            var key = text.substring(kind.path.length() + 1);
            return kind == Kind.TEXTE
                    ? Topic.written(key).map(LineRef::of)
                    : Ids.parse(key).map(id -> of(kind, id));
        }
        return Optional.empty();
    }

    /// The text it names; only for [Kind#TEXTE].
    Topic topic() {
        return Topic.valueOf(key.toUpperCase(Locale.ROOT));
    }

    /// Where it is written in a draft.
    Piece piece() {
        return kind == Kind.TEXTE
                ? new Piece.Section(topic().section())
                : new Piece.Line(kind.line(), UUID.fromString(key));
    }

    /// As it stands in an address and in the database.
    @Override
    public String toString() {
        return kind.path + "-" + key;
    }
}

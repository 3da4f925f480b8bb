package fr.maillage.careplan.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.web.FormFields.Typed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A piece of a draft that is written by itself: one form of the page. Two people who write in two
/// pieces never meet; in one piece they meet field by field.
sealed interface Piece {

    /// The texts of a section.
    record Section(Topic.Section section) implements Piece {
        @Override
        public String key() {
            return section.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Optional<Typed> in(Content content) {
            return Optional.of(PpsForms.typed(section, content));
        }
    }

    /// A line; its id is given before it is written.
    record Line(LineKind kind, UUID id) implements Piece {
        @Override
        public String key() {
            return kind.path() + "-" + id;
        }

        @Override
        public Optional<Typed> in(Content content) {
            return switch (kind) {
                case PATHOLOGY -> content.pathology(id).map(PpsForms::typed);
                case GOAL -> content.goal(id).map(PpsForms::typed);
                case INTERVENTION -> content.intervention(id).map(InterventionForms::typed);
                case AID -> content.aid(id).map(AidForms::typed);
            };
        }
    }

    /// Fields that say one thing together. A rhythm mixed from two hands would be nobody's: each of
    /// these is changed as one.
    List<Set<String>> TOGETHER =
            List.of(
                    Set.of("actor", "actor_name"),
                    Set.of("every_n", "unit", "weekdays", "ends_on", "times"),
                    Set.of("after_what", "after_n", "after_unit"),
                    Set.of("result", "result_why"));

    /// Its anchor on the page.
    String key();

    /// The piece of this anchor; empty for what is none. A line may not be there.
    static Optional<Piece> of(String key) {
        for (var section : Topic.Section.values()) {
            var piece = new Section(section);
            if (piece.key().equals(key)) return Optional.of(piece);
        }
        for (var kind : LineKind.values()) {
            var before = kind.path() + "-";
            if (key.startsWith(before))
                return Ids.parse(key.substring(before.length())).map(id -> new Line(kind, id));
        }
        return Optional.empty();
    }

    /// What stands there, as its form shows it; empty for a line that is not there, or no longer.
    Optional<Typed> in(Content content);
}

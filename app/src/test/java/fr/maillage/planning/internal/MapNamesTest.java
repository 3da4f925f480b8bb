package fr.maillage.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.planning.internal.MapNames.Name;
import fr.maillage.planning.internal.MapNames.Size;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Names on the map of rounds: none on another, nor on a mark, nor outside.
class MapNamesTest {

    private static final List<Name> NEAR =
            List.of(
                    new Name("Douai", 400, 200, true),
                    new Name("Lambres-lez-Douai", 396, 212, true),
                    new Name("Sin-le-Noble", 414, 207, true),
                    new Name("Waziers", 408, 188, true));

    private static List<RoundMap.Mark> marks(List<Name> names) {
        return names.stream()
                .map(n -> new RoundMap.Mark("rd-1", n.x(), n.y(), "1", n.words()))
                .toList();
    }

    @Test
    void near_communes_are_all_named_and_the_far_names_have_their_line() {
        for (var size : List.of(MapNames.SCREEN, MapNames.TELEPHONE)) {
            var labels = MapNames.placed(NEAR, marks(NEAR), 400, size);
            assertThat(labels).extracting(RoundMap.Label::name).hasSize(4);
            assertThat(labels).anyMatch(l -> l.leader() != null);
            var alone = NEAR.subList(0, 1);
            assertThat(MapNames.placed(alone, marks(alone), 400, size).getFirst().leader())
                    .as("alone, it is at its point")
                    .isNull();
            check(labels, marks(NEAR), 400, size);
            assertThat(MapNames.placed(NEAR, marks(NEAR), 400, size)).isEqualTo(labels);
        }
    }

    @Test
    void what_finds_no_room_is_left_out() {
        var random = new Random(3);
        var names = new ArrayList<Name>();
        for (int i = 0; i < 200; i++)
            names.add(
                    new Name(
                            "Commune-sur-Scarpe " + i,
                            20 + random.nextInt(760),
                            20 + random.nextInt(260),
                            true));
        var labels = MapNames.placed(names, marks(names.subList(0, 20)), 300, MapNames.SCREEN);
        assertThat(labels).hasSizeBetween(20, 199);
        check(labels, marks(names.subList(0, 20)), 300, MapNames.SCREEN);
    }

    /// With its own arithmetic: half a letter is narrower than any name is counted.
    private static void check(
            List<RoundMap.Label> labels, List<RoundMap.Mark> marks, int height, Size size) {
        record Box(double left, double top, double right, double bottom) {}
        var boxes = new ArrayList<Box>();
        for (var l : labels) {
            var wide = l.name().length() * size.font() * .55;
            var x = Double.parseDouble(l.x());
            var y = Double.parseDouble(l.y());
            var left =
                    switch (l.anchor()) {
                        case "start" -> x;
                        case "end" -> x - wide;
                        default -> x - wide / 2;
                    };
            var box = new Box(left, y - size.font() * .8, left + wide, y + size.font() * .1);
            assertThat(box.left()).isNotNegative();
            assertThat(box.right()).isLessThanOrEqualTo(RoundMap.WIDTH);
            assertThat(box.top()).isNotNegative();
            assertThat(box.bottom()).isLessThanOrEqualTo(height);
            assertThat(boxes)
                    .as(l.name())
                    .noneMatch(o ->
                            box.left() < o.right()
                                    && box.right() > o.left()
                                    && box.top() < o.bottom()
                                    && box.bottom() > o.top());
            assertThat(marks)
                    .as(l.name())
                    .noneMatch(m ->
                            m.x() > box.left() - size.mark() + 1
                                    && m.x() < box.right() + size.mark() - 1
                                    && m.y() > box.top()
                                    && m.y() < box.bottom());
            boxes.add(box);
        }
    }
}

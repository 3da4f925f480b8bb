package fr.maillage.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes names on a map so that none covers another, nor a mark. Each is tried around its point,
/// then farther, with a line that leads to it; one that finds no room is left out: the list under
/// the map says it. The same names always have the same places.
final class MapNames {

    /// How big names and marks are drawn, in units of a drawing 800 wide. As in the stylesheet.
    record Size(double font, double mark) {}

    static final Size SCREEN = new Size(11, 12);
    static final Size TELEPHONE = new Size(22, 17);

    /// Width of a letter, for a height of one: those of the widest weight, on average.
    private static final double LETTER = .6;

    /// Farther places are tried at these many heights of a letter.
    private static final double[] FARTHER = {1.6, 3.2, 5};

    private MapNames() {}

    /// A name and the point it is the name of.
    record Name(String words, double x, double y, boolean visited) {}

    /// What is taken.
    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right
                    && right > other.left
                    && top < other.bottom
                    && bottom > other.top;
        }

        boolean within(int height) {
            return left >= 2 && right <= RoundMap.WIDTH - 2 && top >= 2 && bottom <= height - 2;
        }
    }

    private record Place(Box box, String anchor, boolean apart) {}

    /// The names that find room.
    ///
    /// @param names the first are placed first
    /// @param height of the drawing
    static List<RoundMap.Label> placed(
            List<Name> names, List<RoundMap.Mark> marks, int height, Size size) {
        var taken = new ArrayList<Box>();
        for (var mark : marks) taken.add(around(mark.x(), mark.y(), size.mark()));
        var labels = new ArrayList<RoundMap.Label>();
        for (var name : names)
            free(name, taken, height, size)
                    .ifPresent(place -> {
                        taken.add(place.box());
                        labels.add(label(name, place, size));
                    });
        return labels;
    }

    private static Optional<Place> free(Name name, List<Box> taken, int height, Size size) {
        return Stream.concat(
                        tried(name, size.mark() + 2, size, false),
                        Stream.of(0, 1, 2)
                                .flatMap(i ->
                                        tried(
                                                name,
                                                size.mark() + FARTHER[i] * size.font(),
                                                size,
                                                true)))
                .filter(p -> p.box().within(height))
                .filter(p -> taken.stream().noneMatch(p.box()::meets))
                .findFirst();
    }

    /// Above, below, at the right, at the left, then at the corners.
    private static Stream<Place> tried(Name n, double away, Size size, boolean apart) {
        var wide = n.words().length() * LETTER * size.font();
        var high = size.font() * 1.2;
        var up = n.y() - away - high;
        var down = n.y() + away;
        var level = n.y() - high / 2;
        var slant = away * .7;
        return Stream.of(
                middle(n.x(), up, wide, high, apart),
                middle(n.x(), down, wide, high, apart),
                start(n.x() + away, level, wide, high, apart),
                end(n.x() - away, level, wide, high, apart),
                start(n.x() + slant, n.y() - slant - high, wide, high, apart),
                end(n.x() - slant, n.y() - slant - high, wide, high, apart),
                start(n.x() + slant, n.y() + slant, wide, high, apart),
                end(n.x() - slant, n.y() + slant, wide, high, apart));
    }

    private static Place middle(double x, double top, double wide, double high, boolean apart) {
        return new Place(new Box(x - wide / 2, top, x + wide / 2, top + high), "middle", apart);
    }

    private static Place start(double x, double top, double wide, double high, boolean apart) {
        return new Place(new Box(x, top, x + wide, top + high), "start", apart);
    }

    private static Place end(double x, double top, double wide, double high, boolean apart) {
        return new Place(new Box(x - wide, top, x, top + high), "end", apart);
    }

    private static Box around(double x, double y, double far) {
        return new Box(x - far, y - far, x + far, y + far);
    }

    private static RoundMap.Label label(Name name, Place place, Size size) {
        var box = place.box();
        var x =
                switch (place.anchor()) {
                    case "start" -> box.left();
                    case "end" -> box.right();
                    default -> (box.left() + box.right()) / 2;
                };
        return new RoundMap.Label(
                RoundMap.number(x),
                RoundMap.number(box.top() + size.font()),
                place.anchor(),
                name.words(),
                name.visited(),
                place.apart() ? leader(name, box) : null);
    }

    /// From the point to the nearest of the name.
    private static String leader(Name name, Box box) {
        return point(name.x(), name.y())
                + " "
                + point(
                        Math.clamp(name.x(), box.left(), box.right()),
                        Math.clamp(name.y(), box.top(), box.bottom()));
    }

    private static String point(double x, double y) {
        return RoundMap.number(x) + "," + RoundMap.number(y);
    }
}

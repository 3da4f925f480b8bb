package fr.maillage.registry.internal.sheet;

import fr.maillage.registry.internal.sheet.SheetPage.Drawing;
import fr.maillage.registry.internal.sheet.SheetStore.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The drawing of a structure: its bodies above its poles, what they share, its antennas below.
final class SheetDrawing {

    private SheetDrawing() {}

    /// Null for a structure without parts today.
    static @Nullable Drawing of(
            Structure structure,
            Map<Shape, List<Line>> lines,
            List<Line> bodies,
            Lookups known,
            LocalDate today) {
        var parts = TableView.today(lines.getOrDefault(Shape.PARTS, List.of()), today);
        if (parts.isEmpty()) return null;
        return new Drawing(
                structure.name(),
                TableView.today(bodies, today).stream()
                        .map(l -> String.valueOf(l.value("name")))
                        .toList(),
                boxes(parts, "POLE", known),
                words(lines, Shape.SHARED, "function", known, today),
                words(lines, Shape.SERVICES, "label", known, today),
                boxes(parts, "ANTENNE", known));
    }

    private static List<SheetPage.Box> boxes(List<Line> parts, String kind, Lookups known) {
        return parts.stream()
                .filter(l -> kind.equals(l.value("kind")))
                .map(l ->
                        new SheetPage.Box(
                                String.valueOf(l.value("name")),
                                kind.equals("POLE")
                                        ? (String) l.value("activities")
                                        : said(Shape.PARTS, "commune_code", l, known),
                                said(Shape.PARTS, "comes_from", l, known)))
                .toList();
    }

    private static @Nullable String said(Shape shape, String column, Line line, Lookups known) {
        var value = line.value(column);
        return value == null
                ? null
                : shape.fields().stream()
                        .filter(f -> f.column().equals(column))
                        .findFirst()
                        .orElseThrow()
                        .words(value, known);
    }

    private static List<String> words(
            Map<Shape, List<Line>> lines,
            Shape shape,
            String column,
            Lookups known,
            LocalDate today) {
        return TableView.today(lines.getOrDefault(shape, List.of()), today).stream()
                .map(l -> Objects.requireNonNullElse(said(shape, column, l, known), ""))
                .toList();
    }
}

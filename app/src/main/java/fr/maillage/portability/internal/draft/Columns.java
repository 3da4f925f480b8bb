package fr.maillage.portability.internal.draft;

import fr.maillage.portability.internal.draft.Problem.Severity;
import fr.maillage.portability.internal.reading.Cell;
import fr.maillage.portability.internal.reading.CodeSet;
import fr.maillage.portability.internal.reading.Field;
import fr.maillage.portability.internal.reading.Headings;
import fr.maillage.portability.internal.reading.Table;
import fr.maillage.portability.internal.reading.Target;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of a sheet, read by what its columns are: each value taken leaves what is wrong with it
/// among the problems.
final class Columns {

    private final String sheet;
    private final List<String> headings;
    private final Map<Target, Integer> places;
    private final Map<String, Map<String, String>> codes;
    private final Table.Line line;
    private final List<Problem> problems;
    private final LocalDate today;

    Columns(
            String sheet,
            List<String> headings,
            Map<Target, Integer> places,
            Map<String, Map<String, String>> codes,
            Table.Line line,
            List<Problem> problems,
            LocalDate today) {
        this.sheet = sheet;
        this.headings = headings;
        this.places = places;
        this.codes = codes;
        this.line = line;
        this.problems = problems;
        this.today = today;
    }

    /// Where each target stands on a sheet.
    static Map<Target, Integer> places(int sheet, int width, Map<String, String> columns) {
        var places = new HashMap<Target, Integer>();
        for (int column = 0; column < width; column++) {
            int at = column;
            Target.of(columns.getOrDefault(sheet + ":" + column, ""))
                    .ifPresent(target -> places.put(target, at));
        }
        return places;
    }

    int number() {
        return line.number();
    }

    boolean has(Field field, int rank) {
        return places.containsKey(new Target(field, rank));
    }

    private Cell cell(Field field, int rank) {
        var place = places.get(new Target(field, rank));
        return place == null || place >= line.cells().size() ? Cell.EMPTY : line.cells().get(place);
    }

    /// The text of a field; empty when there is none, or an error of the spreadsheet, which is
    /// said.
    String text(Field field, int rank) {
        var cell = cell(field, rank);
        if (cell.empty()) return "";
        if (cell.nature() == Cell.Nature.ERROR) {
            say(Severity.ERROR, field, rank, LineText.SPREADSHEET_ERROR);
            return "";
        }
        if (cell.formula()) say(Severity.INFO, field, rank, LineText.FORMULA);
        if (cell.merged()) say(Severity.WARNING, field, rank, LineText.MERGED);
        // an export of csv puts an apostrophe before what a spreadsheet would take for a formula
        var text = cell.text().strip();
        return text.matches("'[=+\\-@].*") ? text.substring(1) : text;
    }

    String text(Field field) {
        return text(field, 0);
    }

    @Nullable String orNull(Field field, int rank) {
        var text = text(field, rank);
        return text.isEmpty() ? null : text;
    }

    @Nullable String orNull(Field field) {
        return orNull(field, 0);
    }

    /// The day of a field; empty when there is none, or what stands there is none, which is said.
    Optional<LocalDate> day(Field field, int rank) {
        var text = text(field, rank);
        if (text.isEmpty()) return Optional.empty();
        return switch (Days.read(cell(field, rank), field == Field.BIRTH_DATE, today)) {
            case Days.Read.Day(var day, var doubt) -> {
                if (doubt != Days.Doubt.NONE)
                    say(Severity.WARNING, field, rank, LineText.of(doubt, day));
                yield Optional.of(day);
            }
            case Days.Read.Wrong(var fault) -> {
                say(Severity.ERROR, field, rank, LineText.of(fault));
                yield Optional.empty();
            }
        };
    }

    Optional<LocalDate> day(Field field) {
        return day(field, 0);
    }

    /// A day that has come.
    Optional<LocalDate> past(Field field, int rank) {
        var day = day(field, rank);
        if (day.isEmpty() || !day.get().isAfter(today)) return day;
        say(Severity.ERROR, field, rank, LineText.IN_FUTURE);
        return Optional.empty();
    }

    /// Our code of a value, as it was chosen on the page of values, for an empty one too; empty
    /// when it was left out.
    Optional<String> code(Field field, int rank) {
        var set = Objects.requireNonNull(field.codes());
        var text = text(field, rank);
        return code(set, text);
    }

    private Optional<String> code(CodeSet set, String text) {
        var chosen = codes.getOrDefault(set.name(), Map.of()).get(Headings.key(text));
        return chosen == null || chosen.isEmpty() ? Optional.empty() : Optional.of(chosen);
    }

    Optional<String> code(Field field) {
        return code(field, 0);
    }

    void say(Severity severity, Field field, int rank, String sentence) {
        var place = places.get(new Target(field, rank));
        problems.add(
                new Problem(
                        severity,
                        sheet,
                        line.number(),
                        place == null ? field.label() : headings.get(place),
                        cut(cell(field, rank).text()),
                        sentence));
    }

    void say(Severity severity, Field field, String sentence) {
        say(severity, field, 0, sentence);
    }

    private static String cut(String value) {
        return value.length() > 80 ? value.substring(0, 80) + "…" : value;
    }
}

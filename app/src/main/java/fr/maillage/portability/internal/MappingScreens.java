package fr.maillage.portability.internal;

import fr.maillage.portability.internal.ColumnsPage.Choice;
import fr.maillage.portability.internal.reading.Cell;
import fr.maillage.portability.internal.reading.CodeSet;
import fr.maillage.portability.internal.reading.Field;
import fr.maillage.portability.internal.reading.Part;
import fr.maillage.portability.internal.reading.Table;
import fr.maillage.portability.internal.reading.Target;
import fr.maillage.web.FormErrors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The pages where the columns and the values of a file are matched with ours.
@Component
@Transactional(readOnly = true)
class MappingScreens {

    private static final int EXAMPLES_AMONG = 40;
    private static final int LONGEST_EXAMPLE = 40;

    private final TakeoverRows rows;
    private final Matcher matcher;
    private final JdbcClient sql;

    MappingScreens(TakeoverRows rows, Matcher matcher, JdbcClient sql) {
        this.rows = rows;
        this.matcher = matcher;
        this.sql = sql;
    }

    public ColumnsPage columns(UUID id, FormErrors errors, @Nullable String conflict) {
        var takeover = rows.get(id);
        var known = rows.matching(takeover.signature(), id).orElse(null);
        var sheets = new ArrayList<ColumnsPage.Sheet>();
        int matched = 0;
        int columns = 0;
        for (var sheet : rows.sheets(id)) {
            var page = sheet(takeover, sheet);
            sheets.add(page);
            if (sheet.part() == null) continue;
            columns += page.columns().size();
            matched += (int) page.columns().stream().filter(c -> !c.target().isEmpty()).count();
        }
        return new ColumnsPage(
                id.toString(),
                takeover.fileName(),
                takeover.readAs(),
                takeover.version(),
                sheets,
                Arrays.stream(Part.values()).map(p -> new Choice(p.code(), p.sheet())).toList(),
                errors,
                conflict,
                known == null ? null : MappingText.known(known.name()),
                matched,
                columns);
    }

    private ColumnsPage.Sheet sheet(Takeover takeover, SheetRow sheet) {
        var lines = rows.lines(takeover.id(), sheet.rank(), EXAMPLES_AMONG);
        var columns = new ArrayList<ColumnsPage.Column>();
        int most = 0;
        for (int column = 0; column < sheet.headings().size(); column++) {
            var code = takeover.columns().getOrDefault(sheet.rank() + ":" + column, "");
            most = Math.max(most, Target.of(code).map(Target::rank).orElse(0));
            columns.add(
                    new ColumnsPage.Column(
                            "col-" + sheet.rank() + "-" + column,
                            sheet.headings().get(column),
                            examples(lines, column),
                            code,
                            !code.isEmpty()));
        }
        return new ColumnsPage.Sheet(
                sheet.rank(),
                sheet.name(),
                MappingText.lines(count(takeover.id(), sheet.rank())),
                sheet.part() == null ? "" : sheet.part().code(),
                sheet.notes(),
                sheet.part() == null
                        ? List.of()
                        : groups(sheet.part(), Math.min(most + 1, Target.MOST)),
                columns);
    }

    private int count(UUID takeover, int sheet) {
        return sql.sql(
                        "select count(*) from portability.line where takeover_id = :takeover and sheet = :sheet")
                .param("takeover", takeover)
                .param("sheet", sheet)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static List<String> examples(List<Table.Line> lines, int column) {
        var examples = new LinkedHashSet<String>();
        for (var line : lines) {
            if (column >= line.cells().size()) continue;
            var cell = line.cells().get(column);
            if (cell.empty()) continue;
            var text =
                    cell.nature() == Cell.Nature.DATE
                            ? fr.maillage.kernel.FrenchDates.numeric(LocalDate.parse(cell.text()))
                            : cell.text();
            examples.add(
                    text.length() > LONGEST_EXAMPLE
                            ? text.substring(0, LONGEST_EXAMPLE) + "…"
                            : text);
            if (examples.size() == 3) break;
        }
        return List.copyOf(examples);
    }

    private static List<ColumnsPage.Group> groups(Part part, int most) {
        var groups = new ArrayList<ColumnsPage.Group>();
        var own = new ArrayList<Choice>();
        if (part != Part.PERSON)
            own.add(new Choice(Field.FILE_NUMBER.name(), Field.FILE_NUMBER.label()));
        Field.of(part).forEach(f -> own.add(new Choice(f.name(), f.label())));
        groups.add(new ColumnsPage.Group(part.sheet(), own));
        if (part != Part.PERSON) return groups;
        for (var repeated : List.of(Part.CIRCLE, Part.ACT, Part.RIGHT))
            for (int rank = 1; rank <= most; rank++) {
                int of = rank;
                groups.add(
                        new ColumnsPage.Group(
                                repeated.one() + " " + rank,
                                Field.of(repeated).stream()
                                        .map(f -> new Target(f, of))
                                        .map(t -> new Choice(t.code(), t.words()))
                                        .toList()));
            }
        return groups;
    }

    public CodesPage codes(UUID id, @Nullable String conflict) {
        var takeover = rows.get(id);
        var sets = new ArrayList<CodesPage.Set>();
        int unknown = 0;
        for (var entry : matcher.values(takeover).entrySet()) {
            var set = set(takeover, entry.getKey(), entry.getValue());
            sets.add(set);
            unknown += set.unknown();
        }
        return new CodesPage(
                id.toString(), takeover.fileName(), takeover.version(), sets, conflict, unknown);
    }

    private CodesPage.Set set(Takeover takeover, CodeSet set, Map<String, Matcher.Value> found) {
        var names = set == CodeSet.PRACTITIONER;
        var shared = names ? Map.<String, String>of() : matcher.choices(set, "");
        var already = takeover.codes().getOrDefault(set.name(), Map.of());
        var values = new ArrayList<CodesPage.Value>();
        int unknown = 0;
        var keys = List.copyOf(found.keySet());
        for (int rank = 0; rank < keys.size(); rank++) {
            var key = keys.get(rank);
            var value = Objects.requireNonNull(found.get(key));
            var own =
                    names && rank < Matcher.MOST_NAMES
                            ? matcher.choices(set, value.words())
                            : shared;
            var chosen = already.get(key);
            if (chosen == null) chosen = matcher.proposed(set, value.words(), own).orElse("");
            var known = names || !chosen.isEmpty() || already.containsKey(key);
            if (!known) unknown++;
            values.add(
                    new CodesPage.Value(
                            "val-" + set.name() + "-" + rank,
                            value.words().isEmpty() ? MappingText.NOTHING : value.words(),
                            MappingText.times(value.times()),
                            names ? choices(own) : List.of(),
                            chosen,
                            known));
        }
        return new CodesPage.Set(
                set.label(), MappingText.leaveOut(set), choices(shared), values, unknown);
    }

    private static List<Choice> choices(Map<String, String> labels) {
        return labels.entrySet().stream().map(e -> new Choice(e.getKey(), e.getValue())).toList();
    }
}

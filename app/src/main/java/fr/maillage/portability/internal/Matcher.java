package fr.maillage.portability.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;
import fr.maillage.portability.internal.reading.Cell;
import fr.maillage.portability.internal.reading.CodeSet;
import fr.maillage.portability.internal.reading.Codes;
import fr.maillage.portability.internal.reading.Field;
import fr.maillage.portability.internal.reading.Headings;
import fr.maillage.portability.internal.reading.Limits;
import fr.maillage.portability.internal.reading.Part;
import fr.maillage.portability.internal.reading.Target;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Matches the columns of a file, then its coded values, with ours. What was chosen is kept as it
/// is typed, complete or not.
@Service
class Matcher {

    /// Names looked for in the directory; the others stay outside professionals.
    static final int MOST_NAMES = 200;

    private static final Set<CodeSet> EMPTY_MEANS =
            EnumSet.of(CodeSet.SITUATION, CodeSet.THEME, CodeSet.LEVEL);

    private final TakeoverRows rows;
    private final Networks networks;
    private final Practitioners practitioners;
    private final Clock clock;

    Matcher(TakeoverRows rows, Networks networks, Practitioners practitioners, Clock clock) {
        this.rows = rows;
        this.networks = networks;
        this.practitioners = practitioners;
        this.clock = clock;
    }

    /// Keeps what each column is, complete or not. Returns what stands in the way of going on.
    @Transactional
    public FormErrors columns(UUID id, Sent typed, boolean onward) {
        var takeover = rows.lock(id);
        if (!takeover.state().open()) throw refused("columns", PortabilityText.NO_LONGER_OPEN);
        var sheets = rows.sheets(id);
        var columns = new HashMap<String, String>();
        var parts = new HashMap<Integer, @Nullable Part>();
        for (var sheet : sheets) {
            var part = Part.of(typed.text("part-" + sheet.rank())).orElse(null);
            if (!typed.values().containsKey("part-" + sheet.rank())) part = sheet.part();
            parts.put(sheet.rank(), part);
            if (part != sheet.part()) rows.part(id, sheet.rank(), part);
            for (int column = 0; column < sheet.headings().size(); column++) {
                var key = sheet.rank() + ":" + column;
                Target.of(typed.text("col-" + sheet.rank() + "-" + column))
                        .ifPresent(target -> columns.put(key, target.code()));
            }
            // a sheet that changed its part is proposed anew
            if (part != null && part != sheet.part()) {
                var targets = Headings.propose(sheet.headings(), part);
                for (int column = 0; column < targets.size(); column++) {
                    var target = targets.get(column);
                    if (target == null) columns.remove(sheet.rank() + ":" + column);
                    else columns.put(sheet.rank() + ":" + column, target.code());
                }
            }
        }
        var errors = obstacles(rows.sheets(id), columns);
        rows.save(
                takeover,
                onward && errors.none() ? State.VALEURS : State.COLONNES,
                columns,
                takeover.codes(),
                typed.number("version"));
        name(id, typed.text("name"));
        return errors;
    }

    /// What stops these columns from giving a caseload.
    static FormErrors obstacles(List<SheetRow> sheets, Map<String, String> columns) {
        var errors = new FormErrors();
        var persons = sheets.stream().filter(s -> s.part() == Part.PERSON).toList();
        if (persons.size() != 1) errors.add("part-0", PortabilityText.ONE_SHEET_OF_PERSONS);
        for (var sheet : sheets) {
            if (sheet.part() == null) continue;
            var taken = new HashMap<String, Integer>();
            for (int column = 0; column < sheet.headings().size(); column++) {
                var code = columns.get(sheet.rank() + ":" + column);
                if (code == null) continue;
                var twin = taken.putIfAbsent(code, column);
                if (twin != null)
                    errors.add(
                            "col-" + sheet.rank() + "-" + column,
                            PortabilityText.twice(
                                    sheet.headings().get(twin),
                                    sheet.headings().get(column),
                                    Target.of(code).map(Target::words).orElse(code)));
            }
            var has = taken.keySet();
            if (sheet.part() == Part.PERSON
                    && !has.contains(Field.FULL_NAME.name())
                    && !(has.contains(Field.BIRTH_NAME.name())
                            && has.contains(Field.GIVEN_NAMES.name())))
                errors.add("col-" + sheet.rank() + "-0", PortabilityText.NAMES_MISSING);
            var linked = sheets.stream().anyMatch(s -> s.part() != null && s.part() != Part.PERSON);
            if (linked && !has.contains(Field.FILE_NUMBER.name()))
                errors.add(
                        "col-" + sheet.rank() + "-0", PortabilityText.numberMissing(sheet.name()));
            var first =
                    switch (sheet.part()) {
                        case PERSON -> null;
                        case CIRCLE -> Field.C_NAME;
                        case ACT -> Field.A_WHAT;
                        case RIGHT -> Field.R_KIND;
                    };
            if (first != null && !has.contains(first.name()))
                errors.add(
                        "col-" + sheet.rank() + "-0",
                        PortabilityText.columnMissing(sheet.name(), first.label()));
        }
        return errors;
    }

    /// Keeps what each value is, and the matching under its name.
    @Transactional
    public void codes(UUID id, Sent typed) {
        var takeover = rows.lock(id);
        if (!takeover.state().open()) throw refused("codes", PortabilityText.NO_LONGER_OPEN);
        var codes = new HashMap<String, Map<String, String>>();
        for (var entry : values(takeover).entrySet()) {
            var set = entry.getKey();
            var chosen =
                    new HashMap<String, String>(
                            takeover.codes().getOrDefault(set.name(), Map.of()));
            int rank = 0;
            for (var value : entry.getValue().keySet()) {
                var field = "val-" + set.name() + "-" + rank++;
                var code = typed.text(field);
                if (typed.values().containsKey(field) && code.length() <= 60)
                    chosen.put(value, code);
            }
            codes.put(set.name(), chosen);
        }
        rows.save(takeover, State.VALEURS, takeover.columns(), codes, typed.number("version"));
        name(id, typed.text("name"));
    }

    private void name(UUID id, String name) {
        if (name.isEmpty()) return;
        rows.keep(
                Ids.next(),
                name.length() > 100 ? name.substring(0, 100) : name,
                rows.get(id),
                clock.instant(),
                SignedIn.current().displayName());
    }

    /// A value of a coded column, and how often it comes.
    record Value(String words, int times) {}

    /// Values of the coded columns of a file by their compared form, in the order they come.
    @Transactional(readOnly = true)
    public Map<CodeSet, Map<String, Value>> values(Takeover takeover) {
        var values = new EnumMap<CodeSet, Map<String, Value>>(CodeSet.class);
        // what an empty cell means is for somebody to say, not for us
        for (var set : EMPTY_MEANS)
            values.computeIfAbsent(set, _ -> new LinkedHashMap<>()).put("", new Value("", 0));
        for (var sheet : rows.sheets(takeover.id())) {
            if (sheet.part() == null) continue;
            var coded = new LinkedHashMap<Integer, CodeSet>();
            for (int column = 0; column < sheet.headings().size(); column++) {
                var target =
                        Target.of(takeover.columns().getOrDefault(sheet.rank() + ":" + column, ""));
                if (target.isEmpty()) continue;
                var set = target.get().field().codes();
                if (set != null) coded.put(column, set);
            }
            if (coded.isEmpty()) continue;
            for (var line : rows.lines(takeover.id(), sheet.rank(), Limits.LINES)) {
                coded.forEach((column, set) -> {
                    var cell = column < line.cells().size() ? line.cells().get(column) : Cell.EMPTY;
                    if (cell.empty() && !EMPTY_MEANS.contains(set)
                            || cell.nature() == Cell.Nature.ERROR) return;
                    values.computeIfAbsent(set, _ -> new LinkedHashMap<>())
                            .merge(
                                    Headings.key(cell.text()),
                                    new Value(cell.text(), 1),
                                    (known, _) -> new Value(known.words(), known.times() + 1));
                });
            }
        }
        return values;
    }

    /// What a value may be: our codes with their words, those proposed first for names.
    @Transactional(readOnly = true)
    public Map<String, String> choices(CodeSet set, String value) {
        return switch (set) {
            case THEME -> {
                var themes = new LinkedHashMap<String, String>();
                networks.themes(today()).forEach(t -> themes.put(t.code(), t.label()));
                yield themes;
            }
            case MEMBER -> {
                var team = new LinkedHashMap<String, String>();
                networks.coordinators(today()).forEach(m -> team.put(m.id().toString(), m.name()));
                yield team;
            }
            case PRACTITIONER -> {
                var found = new LinkedHashMap<String, String>();
                for (var p : practitioners.near(bare(value), 4))
                    found.put(
                            p.rpps(),
                            PortabilityText.practitioner(
                                    p.displayName(), p.professionLabel(), p.communeName()));
                yield found;
            }
            default -> Codes.labels(set);
        };
    }

    /// What a value surely is, from its words alone; empty when somebody must say. A professional
    /// is never linked to the directory by their name alone without somebody seeing it: the page
    /// shows what is proposed.
    @Transactional(readOnly = true)
    public Optional<String> proposed(CodeSet set, String value, Map<String, String> choices) {
        var key = Headings.key(value);
        return switch (set) {
            case THEME, MEMBER -> {
                var same =
                        choices.entrySet().stream()
                                .filter(e -> sameWords(Headings.key(e.getValue()), key))
                                .map(Map.Entry::getKey)
                                .toList();
                if (same.size() == 1) yield Optional.of(same.getFirst());
                var begun =
                        choices.entrySet().stream()
                                .filter(e ->
                                        key.length() >= 4
                                                && (Headings.key(e.getValue()).contains(key)
                                                        || key.contains(
                                                                Headings.key(e.getValue()))))
                                .map(Map.Entry::getKey)
                                .toList();
                yield begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
            }
            case PRACTITIONER -> {
                var same =
                        choices.entrySet().stream()
                                .filter(e ->
                                        sameWords(
                                                Headings.key(bare(e.getValue().split(" · ")[0])),
                                                Headings.key(bare(value))))
                                .map(Map.Entry::getKey)
                                .toList();
                yield same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
            }
            // a person of whom nothing is said is followed; a right of another name is another one
            case SITUATION -> key.isEmpty() ? Optional.of("ACTIF") : Codes.recognise(set, value);
            case RIGHT -> Codes.recognise(set, value).or(() -> Optional.of("AUTRE"));
            default -> Codes.recognise(set, value);
        };
    }

    /// A name without the title that stands before it.
    static String bare(String name) {
        return name.replaceFirst("(?i)^\\s*(dr|docteur|pr|professeur|m\\.|mme|mlle|mr)\\.?\\s+", "")
                .strip();
    }

    private static boolean sameWords(String a, String b) {
        var words = new ArrayList<>(List.of(a.split(" ")));
        var others = new ArrayList<>(List.of(b.split(" ")));
        words.sort(null);
        others.sort(null);
        return words.equals(others);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static FormRefused refused(String field, String sentence) {
        return new FormRefused(new FormErrors().add(field, sentence));
    }
}

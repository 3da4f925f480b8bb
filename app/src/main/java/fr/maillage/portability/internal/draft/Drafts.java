package fr.maillage.portability.internal.draft;

import fr.maillage.kernel.BirthDate;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ins;
import fr.maillage.kernel.KernelText;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Rpps;
import fr.maillage.portability.internal.draft.Draft.Person;
import fr.maillage.portability.internal.draft.Draft.Situation;
import fr.maillage.portability.internal.draft.Problem.Severity;
import fr.maillage.portability.internal.reading.Field;
import fr.maillage.portability.internal.reading.Headings;
import fr.maillage.portability.internal.reading.Part;
import fr.maillage.portability.internal.reading.Table;
import fr.maillage.portability.internal.reading.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads every person of a file. The same file, columns, values and day give the same drafts.
public final class Drafts {

    /// A sheet with its lines.
    public record Sheet(
            int rank, String name, Part part, List<String> headings, List<Table.Line> lines) {}

    private final Map<String, String> columns;
    private final Map<String, Map<String, String>> codes;
    private final Known known;
    private final LocalDate today;
    private final Map<String, Integer> byKey = new HashMap<>();
    private final Map<String, Integer> byIns = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();

    private Drafts(
            Map<String, String> columns,
            Map<String, Map<String, String>> codes,
            Known known,
            LocalDate today) {
        this.columns = columns;
        this.codes = codes;
        this.known = known;
        this.today = today;
    }

    /// Reads them all, in the order of the file; those of the other sheets that belong to nobody
    /// come last, each with its error.
    public static List<Draft> read(
            List<Sheet> sheets,
            Map<String, String> columns,
            Map<String, Map<String, String>> codes,
            Known known,
            LocalDate today) {
        return new Drafts(columns, codes, known, today).all(sheets);
    }

    /// A line of another sheet, by the number of the file.
    private record Linked(Sheet sheet, Table.Line line, Map<Target, Integer> places) {}

    private List<Draft> all(List<Sheet> sheets) {
        var linked = new EnumMap<Part, Map<String, List<Linked>>>(Part.class);
        for (var sheet : sheets) {
            if (sheet.part() == Part.PERSON) continue;
            var places = Columns.places(sheet.rank(), sheet.headings().size(), columns);
            var of = linked.computeIfAbsent(sheet.part(), _ -> new HashMap<>());
            for (var line : sheet.lines()) {
                var number =
                        columns(sheet, places, line, new ArrayList<>()).text(Field.FILE_NUMBER);
                of.computeIfAbsent(Headings.key(number), _ -> new ArrayList<>())
                        .add(new Linked(sheet, line, places));
            }
        }
        var drafts = new ArrayList<Draft>();
        for (var sheet : sheets) {
            if (sheet.part() != Part.PERSON) continue;
            var places = Columns.places(sheet.rank(), sheet.headings().size(), columns);
            for (var line : sheet.lines()) drafts.add(person(sheet, places, line, linked));
        }
        linked.values()
                .forEach(of ->
                        of.values().forEach(lines -> lines.forEach(l -> drafts.add(orphan(l)))));
        return drafts;
    }

    private Columns columns(
            Sheet sheet, Map<Target, Integer> places, Table.Line line, List<Problem> problems) {
        return new Columns(sheet.name(), sheet.headings(), places, codes, line, problems, today);
    }

    private Draft person(
            Sheet sheet,
            Map<Target, Integer> places,
            Table.Line line,
            Map<Part, Map<String, List<Linked>>> linked) {
        var problems = new ArrayList<Problem>();
        var cells = columns(sheet, places, line, problems);
        var person = identity(cells);
        var situationCode = cells.code(Field.SITUATION).orElse("");
        var situation = situation(cells, situationCode);
        var key = key(person);
        twins(cells, person, key, line.number());

        var belongs = new Belongings(person, situation, known, today, problems);
        var consents = Agreements.read(cells, belongs, today);
        for (int rank = 1; rank <= Target.MOST; rank++) {
            belongs.member(cells, rank);
            belongs.right(cells, rank);
        }
        var number = person.fileNumber() == null ? "" : Headings.key(person.fileNumber());
        take(linked, Part.CIRCLE, number, problems, c -> belongs.member(c, 0));
        take(linked, Part.RIGHT, number, problems, c -> belongs.right(c, 0));
        // after the circle, whose members do what is to be done
        for (int rank = 1; rank <= Target.MOST; rank++) belongs.act(cells, rank);
        take(linked, Part.ACT, number, problems, c -> belongs.act(c, 0));
        consents = Agreements.byRepresentative(consents, belongs, cells);
        return new Draft(
                sheet.rank(),
                line.number(),
                key,
                belongs.person(),
                situation,
                consents,
                belongs.circle(),
                belongs.acts(),
                belongs.rights(),
                problems,
                LineText.out(situationCode));
    }

    private void take(
            Map<Part, Map<String, List<Linked>>> linked,
            Part part,
            String number,
            List<Problem> problems,
            Consumer<Columns> read) {
        var of = linked.get(part);
        var lines = of == null || number.isEmpty() ? null : of.remove(number);
        if (lines == null) return;
        for (var l : lines) read.accept(columns(l.sheet(), l.places(), l.line(), problems));
    }

    /// A line of the circle, of the interventions or of the rights whose number nobody bears.
    private Draft orphan(Linked of) {
        var problems = new ArrayList<Problem>();
        var cells = columns(of.sheet(), of.places(), of.line(), problems);
        var number = cells.text(Field.FILE_NUMBER);
        cells.say(Severity.ERROR, Field.FILE_NUMBER, LineText.NOBODY_BEARS);
        return new Draft(
                of.sheet().rank(),
                of.line().number(),
                "orphan:" + of.sheet().rank() + ":" + of.line().number(),
                new Person(
                        number,
                        LineText.orphan(number),
                        null,
                        "",
                        "I",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "A_DECLARER",
                        null,
                        null,
                        null,
                        null),
                new Situation(false, 0, "", today, null, null, null, null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                problems,
                null);
    }

    private Person identity(Columns cells) {
        var full = cells.text(Field.FULL_NAME);
        var birthName = cells.text(Field.BIRTH_NAME);
        var given = cells.text(Field.GIVEN_NAMES);
        var used = cells.text(Field.USED_NAME);
        if (birthName.isEmpty() && !full.isEmpty()) {
            birthName = PersonName.familyOf(full);
            given = given.isEmpty() ? PersonName.givenOf(full) : given;
            if (birthName.isEmpty() || given.isEmpty())
                cells.say(Severity.ERROR, Field.FULL_NAME, LineText.FULL_NAME);
        }
        if (birthName.isEmpty() && !used.isEmpty()) {
            birthName = used;
            used = "";
            cells.say(Severity.WARNING, Field.USED_NAME, LineText.BIRTH_NAME_UNKNOWN);
        }
        var family = birthName;
        KernelText.of(PersonName.check(family, given))
                .ifPresent(sentence ->
                        cells.say(
                                Severity.ERROR,
                                family.isEmpty() ? Field.BIRTH_NAME : Field.GIVEN_NAMES,
                                sentence));
        if (given.isEmpty() && !family.isEmpty() && full.isEmpty())
            cells.say(Severity.ERROR, Field.GIVEN_NAMES, LineText.GIVEN_MISSING);
        var name = PersonName.parse(family, given);
        var birth = cells.day(Field.BIRTH_DATE);
        if (birth.isEmpty() && cells.text(Field.BIRTH_DATE).isEmpty())
            cells.say(Severity.WARNING, Field.BIRTH_DATE, LineText.BIRTH_UNKNOWN);
        birth.ifPresent(day -> {
            if (!(BirthDate.check(day, today) instanceof BirthDate.Check.Valid))
                cells.say(
                        Severity.ERROR, Field.BIRTH_DATE, LineText.of(Days.Fault.BIRTH_TOO_EARLY));
        });
        var sex = cells.code(Field.SEX).orElse("");
        if (sex.isEmpty()) {
            cells.say(Severity.WARNING, Field.SEX, LineText.SEX_UNKNOWN);
            sex = "I";
        }
        var phone = phone(cells, Field.PHONE, 0);
        var mobile = phone(cells, Field.MOBILE, 0);
        var postcode = cells.orNull(Field.POSTCODE);
        if (postcode != null && postcode.matches("\\d{4}")) {
            postcode = "0" + postcode; // a spreadsheet took it for a number
            cells.say(Severity.INFO, Field.POSTCODE, LineText.POSTCODE);
        }
        var doctor = doctor(cells);
        return new Person(
                cells.orNull(Field.FILE_NUMBER),
                name.map(PersonName::family).orElse(family),
                used.isEmpty() || used.equalsIgnoreCase(family) ? null : used,
                name.map(PersonName::given).orElse(given),
                sex,
                birth.orElse(null),
                cells.orNull(Field.BIRTH_PLACE),
                ins(cells),
                phone,
                mobile,
                cells.orNull(Field.EMAIL),
                cells.orNull(Field.ADDRESS),
                postcode,
                cells.orNull(Field.COMMUNE),
                doctor.state(),
                doctor.rpps(),
                doctor.name(),
                doctor.phone(),
                cells.orNull(Field.NOTE));
    }

    private static @Nullable String ins(Columns cells) {
        var typed = cells.text(Field.INS);
        if (typed.isEmpty()) return null;
        var ins = Ins.parse(typed);
        if (ins.isEmpty())
            cells.say(
                    Severity.WARNING,
                    Field.INS,
                    LineText.insLeftOut(KernelText.of(Ins.check(typed)).orElse("")));
        return ins.map(Ins::value).orElse(null);
    }

    static @Nullable String phone(Columns cells, Field field, int rank) {
        var typed = cells.text(field, rank);
        if (typed.isEmpty()) return null;
        // a spreadsheet takes 03 27… for a number and drops the zero
        var digits = typed.matches("[1-9]\\d{8}") ? "0" + typed : typed;
        if (PhoneNumber.parse(digits).isEmpty())
            cells.say(Severity.WARNING, field, rank, LineText.PHONE);
        return digits;
    }

    private record Doctor(
            String state, @Nullable String rpps, @Nullable String name, @Nullable String phone) {}

    private Doctor doctor(Columns cells) {
        var typed = cells.text(Field.MT_NAME);
        var state = cells.code(Field.MT_STATE);
        var phone = phone(cells, Field.MT_PHONE, 0);
        var number = cells.text(Field.MT_RPPS).replaceAll("\\s", "");
        var found =
                number.isEmpty()
                        ? cells.code(Field.MT_NAME).flatMap(known.directory()::find)
                        : Rpps.parse(number).map(Rpps::value).flatMap(known.directory()::find);
        if (!number.isEmpty() && found.isEmpty())
            cells.say(Severity.WARNING, Field.MT_RPPS, LineText.UNKNOWN_RPPS);
        if (found.isPresent())
            return new Doctor(
                    "DECLARE",
                    found.get().rpps(),
                    found.get().displayName(),
                    phone == null ? found.get().phone() : phone);
        if (typed.isEmpty()) {
            var said = state.filter(s -> !s.equals("DECLARE")).orElse("A_DECLARER");
            return new Doctor(said, null, null, null);
        }
        cells.say(Severity.INFO, Field.MT_NAME, LineText.OUTSIDE);
        return new Doctor(state.orElse("DECLARE"), null, typed, phone);
    }

    private Situation situation(Columns cells, String code) {
        var level = cells.code(Field.LEVEL).map(Integer::valueOf);
        var watch = code.equals("VEILLE") || level.isPresent() && level.get() == 0;
        var out = LineText.out(code) != null;
        if (code.equals("VEILLE") && level.isPresent() && level.get() > 0)
            cells.say(Severity.WARNING, Field.LEVEL, LineText.WATCHED);
        if (!watch && !out && level.isEmpty())
            cells.say(Severity.ERROR, Field.LEVEL, LineText.LEVEL_MISSING);
        var theme = cells.code(Field.THEME).filter(known.themes()::contains).orElse("");
        if (theme.isEmpty() && !out) cells.say(Severity.ERROR, Field.THEME, LineText.THEME_MISSING);
        var included = cells.past(Field.INCLUDED_ON, 0);
        if (included.isEmpty() && !out && cells.text(Field.INCLUDED_ON).isEmpty())
            cells.say(Severity.WARNING, Field.INCLUDED_ON, LineText.INCLUSION_UNKNOWN);
        var referent = referent(cells);
        if (referent == null && !out)
            cells.say(Severity.WARNING, Field.REFERENT, LineText.NO_REFERENT);
        var last = cells.past(Field.LAST_REASSESSMENT, 0).orElse(null);
        var next = cells.day(Field.NEXT_REASSESSMENT).orElse(null);
        var furthest = today.plusMonths(12);
        if (next != null && next.isAfter(furthest)) {
            cells.say(
                    Severity.WARNING,
                    Field.NEXT_REASSESSMENT,
                    LineText.twelveMonths(FrenchDates.numeric(furthest)));
            next = furthest;
        } else if (next != null && next.isBefore(today)) {
            cells.say(Severity.WARNING, Field.NEXT_REASSESSMENT, LineText.REASSESSMENT_PAST);
        }
        return new Situation(
                watch,
                watch ? 0 : level.orElse(1),
                theme,
                included.orElse(today),
                cells.orNull(Field.MOTIVE),
                referent,
                last,
                next);
    }

    private @Nullable UUID referent(Columns cells) {
        var code = cells.code(Field.REFERENT);
        if (code.isEmpty()) return null;
        return known.team().keySet().stream()
                .filter(id -> id.toString().equals(code.get()))
                .findFirst()
                .orElse(null);
    }

    /// The number of the former tool; names and birth date when it gave none.
    static String key(Person person) {
        if (person.fileNumber() != null) return "n:" + Headings.key(person.fileNumber());
        return "p:"
                + Headings.key(person.birthName() + " " + person.givenNames())
                + ":"
                + Optional.ofNullable(person.birthDate()).map(LocalDate::toString).orElse("");
    }

    private void twins(Columns cells, Person person, String key, int line) {
        var same = byKey.putIfAbsent(key, line);
        if (same != null) {
            cells.say(
                    Severity.ERROR,
                    person.fileNumber() == null ? Field.BIRTH_NAME : Field.FILE_NUMBER,
                    LineText.sameAs(same));
            return;
        }
        if (person.ins() != null) {
            var ins = byIns.putIfAbsent(person.ins(), line);
            if (ins != null) cells.say(Severity.ERROR, Field.INS, LineText.sameIns(ins));
        }
        if (person.birthDate() == null) return;
        var name =
                Headings.key(person.birthName() + " " + person.givenNames()) + person.birthDate();
        var twin = byName.putIfAbsent(name, line);
        if (twin != null) cells.say(Severity.ERROR, Field.BIRTH_NAME, LineText.sameAs(twin));
    }
}

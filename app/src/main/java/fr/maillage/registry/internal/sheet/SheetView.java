package fr.maillage.registry.internal.sheet;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.registry.internal.sheet.Shape.Keeper;
import fr.maillage.registry.internal.sheet.SheetPage.Fact;
import fr.maillage.registry.internal.sheet.SheetPage.Mark;
import fr.maillage.registry.internal.sheet.SheetPage.Row;
import fr.maillage.registry.internal.sheet.SheetPage.Tab;
import fr.maillage.registry.internal.sheet.SheetPage.Table;
import fr.maillage.registry.internal.sheet.SheetStore.Line;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A sheet in words, part by part.
@Component
@Transactional(readOnly = true)
class SheetView {

    /// The parts of a sheet, and the lists of each.
    private static final Map<String, List<Shape>> TABS = new LinkedHashMap<>();

    static {
        TABS.put("identite", List.of(Shape.HOURS, Shape.THEMES, Shape.AREAS));
        TABS.put("services", List.of(Shape.PARTS, Shape.SHARED, Shape.SERVICES, Shape.FIRST_LINE));
        TABS.put("conventions", List.of(Shape.AGREEMENTS, Shape.EXPECTATIONS, Shape.DOCUMENTS));
        TABS.put(
                "equipe",
                List.of(Shape.STAFF, Shape.BODIES, Shape.COLLEGES, Shape.MEETINGS, Shape.MEMBERS));
        TABS.put(
                "histoire",
                List.of(
                        Shape.TRANSFORMATIONS,
                        Shape.FIGURES,
                        Shape.FINANCING,
                        Shape.CLASSIFICATION));
    }

    private final SheetStore store;
    private final Identity identity;
    private final SheetPast history;
    private final Clock clock;

    SheetView(SheetStore store, Identity identity, SheetPast history, Clock clock) {
        this.store = store;
        this.identity = identity;
        this.history = history;
        this.clock = clock;
    }

    static boolean isTab(String key) {
        return TABS.containsKey(key);
    }

    /// The part of a sheet where a list stands.
    static String tabOf(Shape shape) {
        return TABS.entrySet().stream()
                .filter(e -> e.getValue().contains(shape))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /// Throws `NotFound`.
    SheetPage page(UUID id, String tab) {
        var structure = store.structure(id);
        var who = SignedIn.current();
        var known = store.lookups(id);
        var today = LocalDate.now(clock);
        var lines = new LinkedHashMap<Shape, List<Line>>();
        for (var shape : Objects.requireNonNull(TABS.get(tab)))
            if (Rights.reads(who, structure, shape.keeper()))
                lines.put(shape, store.lines(shape, id));
        var mine = Rights.maySheet(who, structure);
        var services = tab.equals("services");
        var past = tab.equals("histoire");
        return new SheetPage(
                id.toString(),
                structure.name(),
                subtitle(structure),
                marks(structure, today, past ? lines.get(Shape.CLASSIFICATION) : null),
                TABS.keySet().stream()
                        .map(key ->
                                new Tab(
                                        key,
                                        "/registre/" + id + "?partie=" + key,
                                        RegistryText.TABS.getOrDefault(key, key)))
                        .toList(),
                tab,
                tab.equals("identite") ? facts(id, known) : List.of(),
                services
                        ? SheetDrawing.of(
                                structure, lines, store.lines(Shape.BODIES, id), known, today)
                        : null,
                lines.entrySet().stream()
                        .filter(e -> shown(e.getKey(), e.getValue(), structure, who))
                        .map(e -> table(e.getKey(), e.getValue(), structure, who, known, today))
                        .toList(),
                past ? history.successors(id) : List.of(),
                past ? history.past(id) : List.of(),
                tab.equals("conventions") ? history.parties(id) : List.of(),
                past
                        ? SheetPast.verdict(lines.getOrDefault(Shape.CLASSIFICATION, List.of()))
                        : null,
                mine && tab.equals("identite") ? "/registre/" + id + "/modifier" : null,
                tab.equals("identite")
                                && structure.owner() == null
                                && Rights.agency(who, structure.region())
                        ? identity.takers(structure.region())
                        : Map.of());
    }

    /// A list nobody filled is shown to those who may fill it; figures are told by their history.
    private static boolean shown(Shape shape, List<Line> lines, Structure structure, SignedIn who) {
        return !lines.isEmpty() || Rights.may(who, structure, shape.keeper());
    }

    private static String subtitle(Structure s) {
        return s.type()
                + (s.level() == null
                        ? ""
                        : " · niveau " + SheetText.LEVELS.getOrDefault(s.level(), ""))
                + " · fiche "
                + SheetText.PROVENANCES.getOrDefault(s.provenance(), "");
    }

    private static List<Mark> marks(
            Structure s, LocalDate today, @Nullable List<Line> classification) {
        var marks = new ArrayList<Mark>();
        if (s.closedOn() != null && !s.open(today))
            marks.add(new Mark("Fermée le " + FrenchDates.date(s.closedOn()), "is-late"));
        if (s.entrance()) marks.add(new Mark("Répond au guichet", "is-info"));
        if (s.provenance().equals("DOCUMENT"))
            marks.add(new Mark(RegistryText.AS_PRINTED, "is-due"));
        if (classification != null
                && classification.stream()
                        .anyMatch(
                                l -> "REGIONAL_CANCER_PERINATALITE".equals(l.value("guide_type"))))
            marks.add(new Mark(RegistryText.OUTSIDE_GUIDE, "is-due"));
        return marks;
    }

    private List<Fact> facts(UUID id, Lookups known) {
        var values = identity.values(id);
        var structure = store.structure(id);
        var facts = new ArrayList<Fact>();
        for (var field : Identity.FIELDS) {
            var value = values.get(field.column());
            if (field.column().equals("name") || value == null || Boolean.FALSE.equals(value))
                continue;
            var words = field.words(value, known);
            facts.add(new Fact(field.label(), words, link(field, words)));
        }
        if (structure.source() != null) facts.add(new Fact("Source", structure.source(), null));
        return facts;
    }

    private static @Nullable String link(Field field, String words) {
        return switch (field.kind()) {
            case PHONE -> "tel:" + words.replaceAll("[^0-9+]", "");
            case EMAIL -> "mailto:" + words;
            default -> null;
        };
    }

    private static Table table(
            Shape shape,
            List<Line> lines,
            Structure structure,
            SignedIn who,
            Lookups known,
            LocalDate today) {
        var mine = Rights.may(who, structure, shape.keeper());
        var columns =
                shape.fields().stream()
                        .filter(f -> lines.stream().anyMatch(l -> says(f, l.value(f.column()))))
                        .toList();
        var base = "/registre/" + structure.id() + "/" + shape.key();
        var now = new ArrayList<Row>();
        var over = new ArrayList<Row>();
        for (var line : lines)
            (over(line, today) ? over : now)
                    .add(
                            new Row(
                                    columns.stream()
                                            .map(f -> f.words(line.value(f.column()), known))
                                            .toList(),
                                    mine ? base + "/" + line.id() : null));
        return new Table(
                shape.key(),
                shape.title(),
                columns.stream().map(Field::label).toList(),
                now,
                over,
                mine ? base + "/nouveau" : null,
                shape == Shape.STAFF ? total(lines, today) : null,
                shape.keeper() == Keeper.INSIDE
                        ? RegistryText.INSIDE
                        : shape.keeper() == Keeper.AGENCY ? RegistryText.BY_THE_AGENCY : null);
    }

    /// A box left empty says nothing; a « no » that was answered does.
    private static boolean says(Field field, @Nullable Object value) {
        return value != null && !(field.kind() == Field.Kind.CHECK && value.equals(false));
    }

    static boolean over(Line line, LocalDate today) {
        for (var end : List.of("until", "valid_until"))
            if (line.values().get(end) instanceof LocalDate day && day.isBefore(today)) return true;
        return false;
    }

    /// Full-time equivalents of today, exact.
    private static @Nullable String total(List<Line> lines, LocalDate today) {
        var sum =
                lines.stream()
                        .filter(l -> !over(l, today))
                        .filter(l ->
                                !(l.value("since") instanceof LocalDate since
                                        && since.isAfter(today)))
                        .map(l -> (BigDecimal) Objects.requireNonNull(l.value("fte")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0
                ? null
                : RegistryText.fte(sum.stripTrailingZeros().toPlainString().replace('.', ','));
    }
}

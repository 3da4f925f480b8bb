package fr.maillage.registry.internal.sheet;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.registry.FileInspection;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.registry.internal.sheet.Field.Kind;
import fr.maillage.registry.internal.sheet.LineFiles.Version;
import fr.maillage.registry.internal.sheet.SheetPage.Fact;
import fr.maillage.registry.internal.sheet.SheetPage.Mark;
import fr.maillage.registry.internal.sheet.SheetPage.Panel;
import fr.maillage.registry.internal.sheet.SheetPage.Tab;
import fr.maillage.registry.internal.sheet.SheetStore.Line;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
        TABS.put(
                "services",
                List.of(
                        Shape.PARTS,
                        Shape.SHARED,
                        Shape.EQUIPMENT,
                        Shape.SERVICES,
                        Shape.FIRST_LINE,
                        Shape.MISSIONS,
                        Shape.MEMBERSHIP));
        TABS.put("conventions", List.of(Shape.AGREEMENTS, Shape.EXPECTATIONS, Shape.DOCUMENTS));
        TABS.put("equipe", List.of(Shape.STAFF));
        TABS.put(
                "gouvernance",
                List.of(
                        Shape.BODIES,
                        Shape.MEETINGS,
                        Shape.COLLEGES,
                        Shape.SEATS,
                        Shape.MEMBERS,
                        Shape.WATCH,
                        Shape.CALLS));
        TABS.put(
                "histoire",
                List.of(
                        Shape.TRANSFORMATIONS,
                        Shape.FIGURES,
                        Shape.FINANCING,
                        Shape.CLASSIFICATION,
                        Shape.REFORM));
    }

    private final SheetStore store;
    private final Identity identity;
    private final SheetPast history;
    private final LineFiles files;
    private final FileInspection inspection;
    private final Federations federations;
    private final Clock clock;

    SheetView(
            SheetStore store,
            Identity identity,
            SheetPast history,
            LineFiles files,
            FileInspection inspection,
            Federations federations,
            Clock clock) {
        this.store = store;
        this.identity = identity;
        this.history = history;
        this.files = files;
        this.inspection = inspection;
        this.federations = federations;
        this.clock = clock;
    }

    static boolean isTab(String key) {
        return TABS.containsKey(key);
    }

    /// Whether the page of a sheet shows it; what hangs on a meeting stands on the meeting's.
    static boolean onSheet(Shape shape) {
        return !shape.ofMeeting();
    }

    /// The part of a sheet where a list stands.
    static String tabOf(Shape shape) {
        return TABS.entrySet().stream()
                .filter(e -> e.getValue().contains(shape))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("gouvernance");
    }

    /// @param errors of a form of this page that was refused Throws `NotFound`.
    SheetPage page(UUID id, String tab, FormErrors errors) {
        var structure = store.structure(id);
        var who = SignedIn.current();
        var known = store.lookups(id);
        var today = LocalDate.now(clock);
        var lines = lines(structure, who, tab);
        known.learn(communes(lines));
        var kept =
                lines.keySet().stream().anyMatch(s -> s.files() != null)
                        ? files.of(structure)
                        : Map.<UUID, List<Version>>of();
        var tables = new TableView(structure, who, known, kept, inspection, today);
        var sorted =
                lines.getOrDefault(Shape.CLASSIFICATION, store.lines(Shape.CLASSIFICATION, id));
        var first = tab.equals("identite");
        var past = tab.equals("histoire");
        return new SheetPage(
                id.toString(),
                structure.name(),
                subtitle(structure),
                marks(structure, today, sorted),
                TABS.keySet().stream()
                        .map(key ->
                                new Tab(
                                        key,
                                        "/registre/" + id + "?partie=" + key,
                                        RegistryText.TABS.getOrDefault(key, key)))
                        .toList(),
                tab,
                first ? facts(structure, known) : List.of(),
                tab.equals("services")
                        ? SheetDrawing.of(
                                structure, lines, store.lines(Shape.BODIES, id), known, today)
                        : null,
                panels(structure, tab, lines, sorted, kept, today),
                lines.entrySet().stream()
                        .filter(e -> tables.shown(e.getKey(), e.getValue()))
                        .map(e -> tables.table(e.getKey(), e.getValue()))
                        .toList(),
                past ? history.successors(id) : List.of(),
                past ? history.past(id) : List.of(),
                tab.equals("conventions") ? history.parties(id) : List.of(),
                past ? SheetPast.verdict(sorted) : null,
                Rights.maySheet(who, structure) && first ? "/registre/" + id + "/modifier" : null,
                first && structure.owner() == null && Rights.agency(who, structure.region())
                        ? identity.takers(structure.region())
                        : Map.of(),
                errors);
    }

    /// The lines of a part that who is signed in reads.
    private Map<Shape, List<Line>> lines(Structure structure, SignedIn who, String tab) {
        var lines = new LinkedHashMap<Shape, List<Line>>();
        for (var shape : Objects.requireNonNull(TABS.get(tab)))
            if (Rights.reads(who, structure, shape.keeper()))
                lines.put(
                        shape,
                        store.lines(shape, structure.id()).stream()
                                .filter(l ->
                                        !(l.values().get("audience") instanceof String audience)
                                                || Rights.reads(who, structure, audience))
                                .toList());
        return lines;
    }

    private static Set<String> communes(Map<Shape, List<Line>> lines) {
        return lines.entrySet().stream()
                .flatMap(e ->
                        e.getKey().fields().stream()
                                .filter(f -> f.kind() == Kind.COMMUNE)
                                .flatMap(f ->
                                        e.getValue().stream().map(l -> l.values().get(f.column()))))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private List<Panel> panels(
            Structure structure,
            String tab,
            Map<Shape, List<Line>> lines,
            List<Line> sorted,
            Map<UUID, List<Version>> kept,
            LocalDate today) {
        var panels = new ArrayList<@Nullable Panel>();
        if (tab.equals("services")) {
            var shared = lines.getOrDefault(Shape.SHARED, List.of());
            panels.add(Expected.core(structure, shared, today));
            panels.add(
                    Expected.federation(
                            structure,
                            shared,
                            lines.getOrDefault(Shape.MEMBERSHIP, List.of()),
                            today));
            panels.add(
                    Expected.support(
                            structure,
                            lines.getOrDefault(Shape.MISSIONS, List.of()),
                            sorted,
                            today));
            panels.addAll(federations.of(structure.id(), today));
        }
        if (tab.equals("conventions"))
            panels.add(
                    Expected.texts(
                            structure,
                            lines.getOrDefault(Shape.DOCUMENTS, List.of()),
                            kept.entrySet().stream()
                                    .filter(e ->
                                            e.getValue().stream()
                                                    .anyMatch(v -> v.withdrawn() == null))
                                    .map(Map.Entry::getKey)
                                    .collect(Collectors.toSet()),
                            today));
        return panels.stream().filter(Objects::nonNull).<Panel>map(p -> p).toList();
    }

    private static String subtitle(Structure s) {
        return s.type()
                + (s.level() == null
                        ? ""
                        : " · niveau " + SheetText.LEVELS.getOrDefault(s.level(), ""))
                + " · fiche "
                + SheetText.PROVENANCES.getOrDefault(s.provenance(), "");
    }

    private static List<Mark> marks(Structure s, LocalDate today, List<Line> sorted) {
        var marks = new ArrayList<Mark>();
        var nobody =
                sorted.stream().anyMatch(l -> Boolean.FALSE.equals(l.value("includes_patients")));
        if (s.closedOn() != null && !s.open(today))
            marks.add(new Mark("Fermée le " + FrenchDates.date(s.closedOn()), "is-late"));
        if (nobody) marks.add(new Mark(RegistryText.NO_INCLUSION, "is-info"));
        else if (s.entrance()) marks.add(new Mark("Répond au guichet", "is-info"));
        if (s.provenance().equals("DOCUMENT"))
            marks.add(new Mark(RegistryText.AS_PRINTED, "is-due"));
        if (sorted.stream()
                .anyMatch(l -> "REGIONAL_CANCER_PERINATALITE".equals(l.value("guide_type"))))
            marks.add(new Mark(RegistryText.OUTSIDE_GUIDE, "is-due"));
        return marks;
    }

    private List<Fact> facts(Structure structure, Lookups known) {
        var values = identity.values(structure.id());
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
}

package fr.maillage.registry.internal.sheet;

import fr.maillage.access.SignedIn;
import fr.maillage.registry.FileInspection;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.registry.internal.sheet.LineFiles.Version;
import fr.maillage.registry.internal.sheet.Shape.Keeper;
import fr.maillage.registry.internal.sheet.SheetPage.Head;
import fr.maillage.registry.internal.sheet.SheetPage.Link;
import fr.maillage.registry.internal.sheet.SheetPage.Row;
import fr.maillage.registry.internal.sheet.SheetPage.Table;
import fr.maillage.registry.internal.sheet.SheetStore.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The lists of a sheet as its page shows them, to who is signed in.
final class TableView {

    private static final int MOST_COLUMNS = 7;
    private static final Set<String> ENDS = Set.of("until", "valid_until");

    private final Structure structure;
    private final SignedIn who;
    private final Lookups known;
    private final Map<UUID, List<Version>> files;
    private final FileInspection inspection;
    private final LocalDate today;

    TableView(
            Structure structure,
            SignedIn who,
            Lookups known,
            Map<UUID, List<Version>> files,
            FileInspection inspection,
            LocalDate today) {
        this.structure = structure;
        this.who = who;
        this.known = known;
        this.files = files;
        this.inspection = inspection;
        this.today = today;
    }

    /// A list that fits the structure; one that nobody filled is shown to those who may fill it.
    boolean shown(Shape shape, List<Line> lines) {
        return !lines.isEmpty()
                || shape.fits(structure) && Rights.may(who, structure, shape.keeper());
    }

    Table table(Shape shape, List<Line> lines) {
        var mine = Rights.may(who, structure, shape.keeper());
        var filled =
                shape.fields().stream()
                        .filter(f -> lines.stream().anyMatch(l -> says(f, l.value(f.column()))))
                        .toList();
        // a list too wide for a desk says its long texts under the title of the line
        var wide = filled.size() > MOST_COLUMNS;
        var columns = filled.stream().filter(f -> !wide || f.kind() != Field.Kind.AREA).toList();
        var under = filled.stream().filter(f -> wide && f.kind() == Field.Kind.AREA).toList();
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
                                    under.stream()
                                            .filter(f -> says(f, line.value(f.column())))
                                            .map(f ->
                                                    RegistryText.note(
                                                            f.label(),
                                                            f.words(line.value(f.column()), known)))
                                            .toList(),
                                    href(shape, line, mine ? base : null),
                                    files(line)));
        return new Table(
                shape.key(),
                shape.title(),
                columns.stream().map(f -> new Head(f.label(), f.number())).toList(),
                now,
                over,
                mine && shape.fits(structure) ? base + "/nouveau" : null,
                shape == Shape.STAFF ? total(lines) : null,
                shape.keeper() == Keeper.INSIDE
                        ? RegistryText.INSIDE
                        : shape.keeper() == Keeper.AGENCY ? RegistryText.BY_THE_AGENCY : null);
    }

    /// A body and a meeting have a page, for all who read; another line its form.
    private @Nullable String href(Shape shape, Line line, @Nullable String base) {
        var sheet = "/registre/" + structure.id();
        return switch (shape) {
            case BODIES -> sheet + "/instance/" + line.id();
            case MEETINGS -> sheet + "/reunion/" + line.id();
            default -> base == null ? null : base + "/" + line.id();
        };
    }

    private List<Link> files(Line line) {
        return files.getOrDefault(line.id(), List.of()).stream()
                .filter(v -> v.withdrawn() == null)
                .map(v ->
                        new Link(
                                "/registre/" + structure.id() + "/fichiers/" + v.id(),
                                FileText.link(v, inspection.label(v.mediaType()))))
                .toList();
    }

    /// A box left empty says nothing; a « no » that was answered does.
    private static boolean says(Field field, @Nullable Object value) {
        return value != null && !(field.kind() == Field.Kind.CHECK && value.equals(false));
    }

    static boolean over(Line line, LocalDate today) {
        for (var end : ENDS)
            if (line.values().get(end) instanceof LocalDate day && day.isBefore(today)) return true;
        return false;
    }

    /// Lines that have begun and are not over.
    static List<Line> today(List<Line> lines, LocalDate today) {
        return lines.stream()
                .filter(l -> !over(l, today))
                .filter(l ->
                        !(l.values().get("since") instanceof LocalDate since
                                && since.isAfter(today)))
                .toList();
    }

    /// Full-time equivalents of today, exact.
    private @Nullable String total(List<Line> lines) {
        var sum =
                today(lines, today).stream()
                        .map(l -> (BigDecimal) Objects.requireNonNull(l.value("fte")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0
                ? null
                : RegistryText.fte(sum.stripTrailingZeros().toPlainString().replace('.', ','));
    }
}

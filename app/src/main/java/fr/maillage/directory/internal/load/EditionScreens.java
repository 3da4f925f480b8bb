package fr.maillage.directory.internal.load;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.directory.Source;
import fr.maillage.directory.internal.load.EditionPage.Counted;
import fr.maillage.directory.internal.load.EditionPage.Fault;
import fr.maillage.directory.internal.load.EditionPage.Movement;
import fr.maillage.directory.internal.load.EditionPage.Tile;
import fr.maillage.directory.internal.load.Editions.Edition;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.territory.CommuneFiles;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of the editions show.
@Component
@Transactional(readOnly = true)
class EditionScreens {

    static final String HOME = "/reglages/annuaire";

    private static final int SHOWN = EditionLines.SHOWN;

    private final JdbcClient sql;
    private final EditionLines lines;
    private final Clock clock;
    private final Editions editions;
    private final CommuneFiles communes;
    private final Uploads uploads;
    private final List<Worries> worries;
    private final DropFolder folder;
    private final ImportProperties properties;
    private final String weight;

    EditionScreens(
            JdbcClient sql,
            EditionLines lines,
            Clock clock,
            Editions editions,
            CommuneFiles communes,
            Uploads uploads,
            List<Worries> worries,
            DropFolder folder,
            ImportProperties properties,
            MultipartProperties multipart) {
        this.editions = editions;
        this.communes = communes;
        this.lines = lines;
        this.worries = worries;
        this.folder = folder;
        this.properties = properties;
        this.sql = sql;
        this.clock = clock;
        this.uploads = uploads;
        this.weight = multipart.getMaxFileSize().toMegabytes() + " Mo";
    }

    /// The largest file a browser may give, in words.
    String weight() {
        return weight;
    }

    /// @param source code of the only source to show, or ""
    EditionsPage list(String source, int page, Sent form) {
        var today = LocalDate.now(clock);
        var only =
                Arrays.stream(Source.values()).anyMatch(s -> s.name().equals(source)) ? source : "";
        var found =
                sql.sql(
                                Editions.COLUMNS
                                        + " where :source = '' or source = :source order by begun_at desc, id desc limit :limit offset :offset")
                        .param("source", only)
                        .param("limit", SHOWN + 1)
                        .param("offset", (page - 1) * SHOWN)
                        .query(DataClassRowMapper.newInstance(Edition.class))
                        .list();
        var address = HOME + "?source=" + only + "&page=";
        return new EditionsPage(
                SignedIn.current().role() == Role.ADMIN,
                only,
                inUse(today, only),
                found.stream().limit(SHOWN).map(e -> line(e, today)).toList(),
                found.stream().anyMatch(Edition::running) ? address + page : null,
                page > 1 ? address + (page - 1) : null,
                found.size() > SHOWN ? address + (page + 1) : null,
                Sources.LOADED.stream()
                        .map(s ->
                                new EditionsPage.Choice(
                                        s.name(), LoadText.source(s), LoadText.pattern(s)))
                        .toList(),
                LoadText.limit(weight),
                folder(),
                worries.stream()
                        .flatMap(w -> w.worries().stream())
                        .sorted(Comparator.comparing(w -> !w.late()))
                        .toList(),
                form,
                form.errors());
    }

    /// Where files may be put for the night, said to who runs the machine.
    private String folder() {
        var set = properties.folder();
        return set == null
                ? LoadText.NO_FOLDER
                : LoadText.folder(
                        set.toString(),
                        folder.at(),
                        folder.waiting().map(DropFolder.Waiting::files).orElse(0));
    }

    /// The last edition taken of each source, even if it changed nothing; what came with the
    /// application where none was.
    private List<EditionsPage.InUse> inUse(LocalDate today, String only) {
        var last =
                editions.taken().stream()
                        .collect(Collectors.toMap(Edition::source, Function.identity()));
        var shipped = last.keySet().containsAll(ShippedText.SOURCES) ? null : communes.shipped();
        return Arrays.stream(Source.values())
                .map(s -> {
                    var e = last.get(s);
                    if (e != null)
                        return inUse(
                                s,
                                LoadText.count(e.lines()),
                                FrenchDates.relative(e.begunAt(), today),
                                only);
                    if (shipped != null && ShippedText.SOURCES.contains(s))
                        return inUse(
                                s,
                                LoadText.count(ShippedText.lines(s, shipped)),
                                ShippedText.edition(s, shipped),
                                only);
                    return inUse(s, "", "", only);
                })
                .toList();
    }

    private static EditionsPage.InUse inUse(
            Source source, String lines, String since, String only) {
        return new EditionsPage.InUse(
                source.name(), LoadText.source(source), lines, since, source.name().equals(only));
    }

    private static EditionsPage.Line line(Edition e, LocalDate today) {
        return new EditionsPage.Line(
                HOME + "/" + e.id(),
                e.fileName(),
                LoadText.source(e.source()),
                FrenchDates.relative(e.begunAt(), today),
                FrenchDates.exact(e.begunAt()),
                e.author(),
                LoadText.mark(e),
                LoadText.brief(e),
                LoadText.remarked(e));
    }

    private Edition get(UUID id) {
        return sql.sql(Editions.COLUMNS + " where id = :id")
                .param("id", id)
                .query(DataClassRowMapper.newInstance(Edition.class))
                .optional()
                .orElseThrow(() -> new NotFound("edition", id));
    }

    /// Where it stands; null when it is over.
    EditionPage.@Nullable Progress progress(UUID id) {
        return progress(get(id));
    }

    private static EditionPage.@Nullable Progress progress(Edition e) {
        return e.running()
                ? new EditionPage.Progress(LoadText.where(e), LoadText.percent(e))
                : null;
    }

    /// @param show `lignes` or a kind of movement (`NOUVEAU`…)
    EditionPage one(UUID id, String show, int page, @Nullable String error) {
        var e = get(id);
        var today = LocalDate.now(clock);
        var counts = lines.counts(id);
        var moved = lines.moved(id);
        boolean movements = moved.containsKey(show);
        var faults = movements ? List.<Fault>of() : lines.faults(id, page);
        var people = movements ? lines.movements(id, show, page) : List.<Movement>of();
        int found = Math.max(faults.size(), people.size());
        var address = HOME + "/" + id + "?voir=" + (movements ? show : "lignes") + "&page=";
        return new EditionPage(
                id.toString(),
                LoadText.source(e.source()),
                e.fileName(),
                FrenchDates.relative(e.begunAt(), today) + ", par " + e.author(),
                LoadText.mark(e),
                LoadText.brief(e),
                progress(e),
                e.why() == null ? null : FaultText.refused(e) + ".",
                e.state().equals("ECHEC"),
                "SHRUNK".equals(e.why())
                        && SignedIn.current().role() == Role.ADMIN
                        && uploads.keeps(id),
                error,
                movements ? show : "lignes",
                tiles(e, moved),
                counts,
                faults.stream().limit(SHOWN).toList(),
                people.stream().limit(SHOWN).toList(),
                more(e, movements, counts),
                page > 1 ? address + (page - 1) : null,
                found > SHOWN ? address + (page + 1) : null);
    }

    private static @Nullable String more(Edition e, boolean movements, List<Counted> counts) {
        return movements || counts.isEmpty() || e.wrong() + e.warned() <= Remarks.KEPT
                ? null
                : FaultText.kept(Remarks.KEPT);
    }

    private static List<Tile> tiles(Edition e, Map<String, Long> moved) {
        var home = HOME + "/" + e.id() + "?voir=";
        var tiles = new ArrayList<Tile>();
        tiles.add(
                new Tile(
                        home + "lignes",
                        LoadText.count(e.wrong() + e.warned()),
                        LoadText.LINES,
                        "list-check",
                        e.wrong() > 0 ? "is-due" : ""));
        for (var kind : List.of("NOUVEAU", "PARTI", "DEMENAGE", "CHANGE"))
            if (moved.containsKey(kind)) {
                var mark = LoadText.movement(kind);
                tiles.add(
                        new Tile(
                                home + kind,
                                LoadText.count(moved.get(kind)),
                                mark.label(),
                                mark.icon(),
                                ""));
            }
        return tiles;
    }

    /// Every line kept, for a spreadsheet.
    List<List<String>> lines(UUID id) {
        get(id);
        return lines.all(id);
    }

    /// Every movement, for a spreadsheet.
    List<List<String>> movements(UUID id) {
        get(id);
        return lines.movements(id);
    }
}

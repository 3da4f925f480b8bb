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
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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

    private static final int SHOWN = 40;

    private final JdbcClient sql;
    private final Clock clock;
    private final Editions editions;
    private final Uploads uploads;
    private final String weight;

    EditionScreens(
            JdbcClient sql,
            Clock clock,
            Editions editions,
            Uploads uploads,
            MultipartProperties multipart) {
        this.editions = editions;
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
                form,
                form.errors());
    }

    /// The last edition taken of each source, even if it changed nothing.
    private List<EditionsPage.InUse> inUse(LocalDate today, String only) {
        var last =
                editions.taken().stream()
                        .collect(Collectors.toMap(Edition::source, Function.identity()));
        return Arrays.stream(Source.values())
                .map(s -> {
                    var e = last.get(s);
                    return new EditionsPage.InUse(
                            s.name(),
                            LoadText.source(s),
                            e == null ? "" : LoadText.count(e.lines()),
                            e == null ? "" : FrenchDates.relative(e.begunAt(), today),
                            s.name().equals(only));
                })
                .toList();
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
                e.wrong() + e.warned() == 0
                        ? ""
                        : LoadText.count(e.wrong()) + " / " + LoadText.count(e.warned()));
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
        var counts = counts(id);
        var moved = moved(id);
        boolean movements = moved.containsKey(show);
        var faults = movements ? List.<Fault>of() : faults(id, page);
        var people = movements ? movements(id, show, page) : List.<Movement>of();
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
                e.why() == null ? null : LoadText.refused(e) + ".",
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
                : LoadText.kept(Remarks.KEPT);
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

    private Map<String, Long> moved(UUID id) {
        var moved = new HashMap<String, Long>();
        sql.sql(
                        "select kind, count(*) as people from directory.movement where edition_id = :id group by kind")
                .param("id", id)
                .query((row, _) -> moved.put(row.getString("kind"), row.getLong("people")))
                .list();
        return moved;
    }

    private List<Counted> counts(UUID id) {
        return sql.sql(
                        "select reason, lines from directory.edition_count where edition_id = :id order by lines desc, reason")
                .param("id", id)
                .query((row, _) -> {
                    var reason = Reason.valueOf(row.getString("reason"));
                    return new Counted(
                            LoadText.reason(reason),
                            LoadText.count(row.getLong("lines")),
                            reason.refused());
                })
                .list();
    }

    private List<Fault> faults(UUID id, int page) {
        return sql.sql(
                        "select line, reason, detail from directory.edition_fault where edition_id = :id order by line nulls last, rank limit :limit offset :offset")
                .param("id", id)
                .param("limit", SHOWN + 1)
                .param("offset", (page - 1) * SHOWN)
                .query((row, _) ->
                        fault(
                                row.getString("line"),
                                row.getString("reason"),
                                row.getString("detail")))
                .list();
    }

    private static Fault fault(@Nullable String line, String code, @Nullable String detail) {
        var reason = Reason.valueOf(code);
        return new Fault(
                line == null ? "" : line,
                LoadText.reason(reason),
                LoadText.detail(reason, detail),
                reason.refused());
    }

    private List<Movement> movements(UUID id, String kind, int page) {
        return sql.sql(
                        """
                        select pp_id, name, kind from directory.movement where edition_id = :id and kind = :kind
                         order by platform.search_key(coalesce(name, '')), pp_id limit :limit offset :offset
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("limit", SHOWN + 1)
                .param("offset", (page - 1) * SHOWN)
                .query((row, _) ->
                        movement(
                                row.getString("pp_id"),
                                row.getString("name"),
                                row.getString("kind")))
                .list();
    }

    private static Movement movement(String number, @Nullable String name, String kind) {
        return new Movement(number, name == null ? "" : name, LoadText.movement(kind).label());
    }

    /// Every line kept, for a spreadsheet.
    List<List<String>> lines(UUID id) {
        get(id);
        return sql.sql(
                        "select line, reason, detail from directory.edition_fault where edition_id = :id order by line nulls last, rank")
                .param("id", id)
                .query((row, _) -> {
                    var f =
                            fault(
                                    row.getString("line"),
                                    row.getString("reason"),
                                    row.getString("detail"));
                    return List.of(
                            f.line(),
                            f.refused() ? LoadText.LEFT_OUT : LoadText.TAKEN,
                            f.reason(),
                            f.detail());
                })
                .list();
    }

    /// Every movement, for a spreadsheet.
    List<List<String>> movements(UUID id) {
        get(id);
        return sql.sql(
                        "select pp_id, name, kind from directory.movement where edition_id = :id order by kind, platform.search_key(coalesce(name, '')), pp_id")
                .param("id", id)
                .query((row, _) -> {
                    var m =
                            movement(
                                    row.getString("pp_id"),
                                    row.getString("name"),
                                    row.getString("kind"));
                    return List.of(m.number(), m.name(), m.kind());
                })
                .list();
    }
}

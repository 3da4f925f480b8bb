package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.load.EditionPage.Counted;
import fr.maillage.directory.internal.load.EditionPage.Fault;
import fr.maillage.directory.internal.load.EditionPage.Movement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an edition says line by line, and of whom.
@Component
@Transactional(readOnly = true)
class EditionLines {

    /// Lines of a page.
    static final int SHOWN = 40;

    private final JdbcClient sql;

    EditionLines(JdbcClient sql) {
        this.sql = sql;
    }

    Map<String, Long> moved(UUID id) {
        var moved = new HashMap<String, Long>();
        sql.sql(
                        "select kind, count(*) as people from directory.movement where edition_id = :id group by kind")
                .param("id", id)
                .query((row, _) -> moved.put(row.getString("kind"), row.getLong("people")))
                .list();
        return moved;
    }

    List<Counted> counts(UUID id) {
        return sql.sql(
                        "select reason, lines from directory.edition_count where edition_id = :id order by lines desc, reason")
                .param("id", id)
                .query((row, _) -> {
                    var reason = Reason.valueOf(row.getString("reason"));
                    return new Counted(
                            FaultText.reason(reason),
                            LoadText.count(row.getLong("lines")),
                            reason.refused());
                })
                .list();
    }

    List<Fault> faults(UUID id, int page) {
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
                FaultText.reason(reason),
                FaultText.detail(reason, detail),
                reason.refused());
    }

    List<Movement> movements(UUID id, String kind, int page) {
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
    List<List<String>> all(UUID id) {
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

package fr.maillage.portability.internal;

import fr.maillage.kernel.NotFound;
import fr.maillage.portability.internal.reading.Cell;
import fr.maillage.portability.internal.reading.Part;
import fr.maillage.portability.internal.reading.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Loads and saves takeovers and the cells of their files. Joins the caller's transaction.
@Component
class TakeoverRows {

    private static final String ALL =
            """
            select id, file_name, format, read_as, signature, state, columns, codes, resumption, total, done, started_at, ended_at, ended_by,
                   failure, erased_at, created_at, created_by, created_by_name, acting_by, acting_name, version
            from portability.takeover
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    TakeoverRows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// Throws `NotFound`.
    Takeover get(UUID id) {
        return sql.sql(ALL + " where id = :id")
                .param("id", id)
                .query((row, _) -> takeover(row))
                .optional()
                .orElseThrow(() -> new NotFound("reprise", id));
    }

    /// The same, held until the transaction ends.
    Takeover lock(UUID id) {
        return sql.sql(ALL + " where id = :id for update")
                .param("id", id)
                .query((row, _) -> takeover(row))
                .optional()
                .orElseThrow(() -> new NotFound("reprise", id));
    }

    /// Latest first, at most `limit`.
    List<Takeover> latest(int limit) {
        return sql.sql(ALL + " order by created_at desc, id desc limit :limit")
                .param("limit", limit)
                .query((row, _) -> takeover(row))
                .list();
    }

    void insert(
            UUID id,
            String fileName,
            long size,
            byte[] sha256,
            Table.Book book,
            String signature,
            Map<String, String> columns,
            Map<String, Map<String, String>> codes,
            Instant now,
            String by) {
        sql.sql(
                        """
                        insert into portability.takeover (id, file_name, format, size, sha256, read_as, signature, state, columns, codes, created_at, created_by_name)
                        values (:id, :name, :format, :size, :sha256, :readAs, :signature, 'COLONNES', cast(:columns as jsonb), cast(:codes as jsonb), :now, :by)
                        """)
                .param("id", id)
                .param("name", fileName)
                .param("format", book.format())
                .param("size", size)
                .param("sha256", sha256)
                .param("readAs", book.readAs())
                .param("signature", signature)
                .param("columns", json.writeValueAsString(columns))
                .param("codes", json.writeValueAsString(codes))
                .param("now", Timestamp.from(now))
                .param("by", by)
                .update();
    }

    void insert(UUID takeover, int rank, Table table, @Nullable Part part) {
        sql.sql(
                        """
                        insert into portability.sheet (takeover_id, rank, name, part, headings, notes) values (:takeover, :rank, :name, :part, :headings, :notes)
                        """)
                .param("takeover", takeover)
                .param("rank", rank)
                .param("name", table.name())
                .param("part", part == null ? "IGNOREE" : part.code())
                .param("headings", table.headings().toArray(String[]::new))
                .param("notes", table.notes().toArray(String[]::new))
                .update();
        // five hundred lines a statement: their cells as JSON
        for (int from = 0; from < table.lines().size(); from += 500) {
            var lines =
                    table.lines().subList(from, Math.min(from + 500, table.lines().size())).stream()
                            .map(l ->
                                    Map.of(
                                            "line",
                                            l.number(),
                                            "cells",
                                            l.cells().stream().map(Cell::stored).toList()))
                            .toList();
            sql.sql(
                            """
                            insert into portability.line (takeover_id, sheet, line, cells)
                            select :takeover, :sheet, l.line, array(select jsonb_array_elements_text(l.cells))
                            from jsonb_to_recordset(cast(:lines as jsonb)) as l(line int, cells jsonb)
                            """)
                    .param("takeover", takeover)
                    .param("sheet", rank)
                    .param("lines", json.writeValueAsString(lines))
                    .update();
        }
    }

    List<SheetRow> sheets(UUID takeover) {
        return sql.sql(
                        "select rank, name, part, headings, notes from portability.sheet where takeover_id = :takeover order by rank")
                .param("takeover", takeover)
                .query((row, _) ->
                        new SheetRow(
                                row.getInt("rank"),
                                row.getString("name"),
                                Part.of(row.getString("part")).orElse(null),
                                texts(row, "headings"),
                                texts(row, "notes")))
                .list();
    }

    void part(UUID takeover, int rank, @Nullable Part part) {
        sql.sql(
                        "update portability.sheet set part = :part where takeover_id = :takeover and rank = :rank")
                .param("part", part == null ? "IGNOREE" : part.code())
                .param("takeover", takeover)
                .param("rank", rank)
                .update();
    }

    /// Lines of a sheet in order; at most `limit`.
    List<Table.Line> lines(UUID takeover, int sheet, int limit) {
        return sql.sql(
                        "select line, cells from portability.line where takeover_id = :takeover and sheet = :sheet order by line limit :limit")
                .param("takeover", takeover)
                .param("sheet", sheet)
                .param("limit", limit)
                .query((row, _) ->
                        new Table.Line(
                                row.getInt("line"),
                                texts(row, "cells").stream().map(Cell::of).toList()))
                .list();
    }

    /// Keeps the matching of columns and values. Throws when somebody saved first.
    void save(
            Takeover takeover,
            State state,
            Map<String, String> columns,
            Map<String, Map<String, String>> codes,
            int version) {
        var saved =
                sql.sql(
                                """
                                update portability.takeover set state = :state, columns = cast(:columns as jsonb), codes = cast(:codes as jsonb), version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("state", state.name())
                        .param("columns", json.writeValueAsString(columns))
                        .param("codes", json.writeValueAsString(codes))
                        .param("id", takeover.id())
                        .param("version", version)
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("takeover changed");
    }

    /// Begins a work in the background, for who asks.
    void begin(UUID id, State state, UUID by, String name, Instant now) {
        sql.sql(
                        """
                        update portability.takeover set state = :state, acting_by = :by, acting_name = :name, done = 0, total = 0, failure = null,
                               started_at = :now, ended_at = null, version = version + 1
                        where id = :id
                        """)
                .param("state", state.name())
                .param("by", by)
                .param("name", name)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void progress(UUID id, int done, int total) {
        sql.sql("update portability.takeover set done = :done, total = :total where id = :id")
                .param("done", done)
                .param("total", total)
                .param("id", id)
                .update();
    }

    /// The work is over, or was left by somebody.
    void end(UUID id, State state, Instant now, String by) {
        sql.sql(
                        """
                        update portability.takeover set state = :state, ended_at = :now, ended_by = :by, failure = null, version = version + 1 where id = :id
                        """)
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("id", id)
                .update();
    }

    /// The work stopped; it goes on when it is asked again.
    void failed(UUID id, String sentence) {
        sql.sql("update portability.takeover set failure = :sentence where id = :id")
                .param("sentence", sentence)
                .param("id", id)
                .update();
    }

    void resumption(UUID id, @Nullable LocalDate day) {
        sql.sql("update portability.takeover set resumption = :day where id = :id")
                .param("day", day, java.sql.Types.DATE)
                .param("id", id)
                .update();
    }

    /// How the last file of the same headings was matched; by a name first, then by the latest.
    ///
    /// @param but a takeover that does not count, itself; or null
    Optional<Matching> matching(String signature, @Nullable UUID but) {
        return sql.sql(
                        """
                        select name, columns, codes from (
                          select m.name, m.columns, m.codes, 1 as rank, m.saved_at as at from portability.matching m where m.signature = :signature
                          union all
                          select '', t.columns, t.codes, 0, t.created_at from portability.takeover t
                           where t.signature = :signature and t.state not in ('COLONNES', 'ABANDONNEE') and t.id is distinct from cast(:but as uuid)) known
                        order by at desc, rank desc limit 1
                        """)
                .param("signature", signature)
                .param("but", but, java.sql.Types.OTHER)
                .query((row, _) ->
                        new Matching(
                                row.getString("name"),
                                columns(row.getString("columns")),
                                codes(row.getString("codes"))))
                .optional();
    }

    void keep(UUID id, String name, Takeover takeover, Instant now, String by) {
        sql.sql(
                        """
                        insert into portability.matching (id, name, signature, columns, codes, saved_at, saved_by)
                        values (:id, :name, :signature, cast(:columns as jsonb), cast(:codes as jsonb), :now, :by)
                        on conflict (network_id, name) do update set signature = excluded.signature, columns = excluded.columns, codes = excluded.codes,
                          saved_at = excluded.saved_at, saved_by = excluded.saved_by
                        """)
                .param("id", id)
                .param("name", name)
                .param("signature", takeover.signature())
                .param("columns", json.writeValueAsString(takeover.columns()))
                .param("codes", json.writeValueAsString(takeover.codes()))
                .param("now", Timestamp.from(now))
                .param("by", by)
                .update();
    }

    /// @param name empty when it was given none
    record Matching(
            String name, Map<String, String> columns, Map<String, Map<String, String>> codes) {}

    private Takeover takeover(ResultSet row) throws SQLException {
        return new Takeover(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("format"),
                row.getString("read_as"),
                row.getString("signature"),
                State.valueOf(row.getString("state")),
                columns(row.getString("columns")),
                codes(row.getString("codes")),
                row.getObject("resumption", LocalDate.class),
                row.getInt("total"),
                row.getInt("done"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("ended_by"),
                row.getString("failure"),
                instant(row, "erased_at"),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("created_by", UUID.class),
                row.getString("created_by_name"),
                row.getObject("acting_by", UUID.class),
                row.getString("acting_name"),
                row.getInt("version"));
    }

    private Map<String, String> columns(String stored) {
        return Objects.requireNonNull(
                json.readValue(stored, new TypeReference<Map<String, String>>() {}));
    }

    private Map<String, Map<String, String>> codes(String stored) {
        return Objects.requireNonNull(
                json.readValue(stored, new TypeReference<Map<String, Map<String, String>>>() {}));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}

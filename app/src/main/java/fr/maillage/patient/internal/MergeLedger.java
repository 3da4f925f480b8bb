package fr.maillage.patient.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Merges.Held;
import fr.maillage.patient.Merges.Line;
import fr.maillage.patient.PersonalRecords;
import fr.maillage.patient.PersonalRecords.Records;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Whose row each was: moves the rows of every module from one file to another, and back. Names of
/// tables and columns are those the modules declared; nothing typed is ever among them.
@Component
class MergeLedger {

    /// Lines written since a merge that a page asks about.
    static final int SHOWN = 200;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final List<Records> tables;

    MergeLedger(JdbcClient sql, JsonMapper json, List<PersonalRecords> modules) {
        this.sql = sql;
        this.json = json;
        this.tables = modules.stream().flatMap(m -> m.records().stream()).toList();
    }

    List<Records> tables() {
        return tables;
    }

    /// How many lines of each kind the files hold, those that stand by themselves.
    List<Held> held(PatientId survivor, PatientId absorbed) {
        var counts =
                tables.stream()
                        .filter(t -> t.words() != null)
                        .map(t ->
                                "select '%s' as label, count(*) filter (where t.%s = :survivor) as ours, count(*) filter (where t.%s = :absorbed) as theirs from %s t where t.%s in (:survivor, :absorbed)"
                                        .formatted(
                                                t.label(),
                                                t.column(),
                                                t.column(),
                                                t.table(),
                                                t.column()))
                        .collect(Collectors.joining(" union all "));
        return sql
                .sql(counts)
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .query((row, _) ->
                        new Held(row.getString("label"), row.getInt("ours"), row.getInt("theirs")))
                .list()
                .stream()
                .filter(h -> h.survivor() + h.absorbed() > 0)
                .toList();
    }

    /// Writes down whose each row is, then moves the absorbed file's.
    void join(UUID merge, PatientId survivor, PatientId absorbed) {
        for (var t : tables) {
            sql.sql(
                            "insert into patient.merged_row (merge_id, source, key, origin_id) select distinct cast(:merge as uuid), :source, t.%s, t.%s from %s t where t.%s in (:survivor, :absorbed)"
                                    .formatted(t.key(), t.column(), t.table(), t.column()))
                    .param("merge", merge)
                    .param("source", t.source())
                    .param("survivor", survivor.value())
                    .param("absorbed", absorbed.value())
                    .update();
        }
        for (var t : tables) {
            sql.sql(
                            "update %s t set %s = :survivor where t.%s = :absorbed"
                                    .formatted(t.table(), t.column(), t.column()))
                    .param("survivor", survivor.value())
                    .param("absorbed", absorbed.value())
                    .update();
        }
    }

    /// Lines written in the survivor's file since, the latest first; one more than are shown tells
    /// that there are more.
    List<Line> since(UUID merge, PatientId survivor) {
        var lines =
                tables.stream()
                        .filter(t -> t.words() != null)
                        .map(t ->
                                ("select '%s:' || t.%s as id, '%s' as label, %s as words, %s as at from %s t where t.%s = :survivor"
                                                + " and not exists (select 1 from patient.merged_row m where m.network_id = t.network_id and m.merge_id = :merge and m.source = '%s' and m.key = t.%s)"
                                                + (t.follows() == null
                                                        ? ""
                                                        : " and %s is null".formatted(t.follows())))
                                        .formatted(
                                                t.source(),
                                                t.key(),
                                                t.label(),
                                                t.words(),
                                                t.at(),
                                                t.table(),
                                                t.column(),
                                                t.source(),
                                                t.key()))
                        .collect(Collectors.joining(" union all "));
        return sql.sql(
                        "select * from ("
                                + lines
                                + ") s order by at desc nulls last, id limit :most")
                .param("survivor", survivor.value())
                .param("merge", merge)
                .param("most", SHOWN + 1)
                .query((row, _) ->
                        new Line(
                                row.getString("id"),
                                row.getString("label"),
                                row.getString("words"),
                                row.getTimestamp("at") == null
                                        ? null
                                        : row.getTimestamp("at").toInstant()))
                .list();
    }

    /// Assigns lines written since to the absorbed person, then what follows them, and moves all
    /// that is theirs back.
    void part(UUID merge, PatientId survivor, PatientId absorbed, Collection<String> assigned) {
        for (var t : tables) {
            var chosen =
                    assigned.stream()
                            .filter(a -> a.startsWith(t.source() + ":"))
                            .map(a -> Ids.parse(a.substring(t.source().length() + 1)))
                            .flatMap(Optional::stream)
                            .toArray(UUID[]::new);
            if (chosen.length > 0 && t.words() != null) {
                sql.sql(
                                "insert into patient.merged_row (merge_id, source, key, origin_id, since) select distinct cast(:merge as uuid), :source, t.%s, cast(:absorbed as uuid), true from %s t where t.%s = :survivor and t.%s = any (:chosen) on conflict do nothing"
                                        .formatted(t.key(), t.table(), t.column(), t.key()))
                        .param("merge", merge)
                        .param("source", t.source())
                        .param("survivor", survivor.value())
                        .param("absorbed", absorbed.value())
                        .param("chosen", chosen)
                        .update();
            }
            if (t.follows() == null) continue;
            sql.sql(
                            ("insert into patient.merged_row (merge_id, source, key, origin_id, since) select distinct m.merge_id, :source, t.%s, m.origin_id, true from %s t join patient.merged_row m"
                                            + " on m.network_id = t.network_id and m.merge_id = :merge and m.key = %s and m.origin_id = :absorbed where t.%s = :survivor on conflict do nothing")
                                    .formatted(t.key(), t.table(), t.follows(), t.column()))
                    .param("merge", merge)
                    .param("source", t.source())
                    .param("survivor", survivor.value())
                    .param("absorbed", absorbed.value())
                    .update();
        }
        for (var t : tables) {
            sql.sql(
                            "update %s t set %s = :absorbed from patient.merged_row m where m.network_id = t.network_id and m.merge_id = :merge and m.source = :source and m.key = t.%s and m.origin_id = :absorbed and t.%s = :survivor"
                                    .formatted(t.table(), t.column(), t.key(), t.column()))
                    .param("merge", merge)
                    .param("source", t.source())
                    .param("survivor", survivor.value())
                    .param("absorbed", absorbed.value())
                    .update();
        }
    }

    void change(
            UUID merge,
            String table,
            String key,
            Collection<UUID> rows,
            Map<String, ? extends @Nullable Object> values) {
        if (rows.isEmpty()) return;
        var became = json.writeValueAsString(values);
        var ids = rows.toArray(UUID[]::new);
        sql.sql(
                        "insert into patient.merged_aside (merge_id, source, key_column, key, was, became) select cast(:merge as uuid), :table, :column, t.%s, (select jsonb_object_agg(k, to_jsonb(t) -> k) from jsonb_object_keys(cast(:became as jsonb)) k), (select jsonb_object_agg(k, to_jsonb(r) -> k) from jsonb_object_keys(cast(:became as jsonb)) k) from %s t cross join jsonb_populate_record(null::%s, cast(:became as jsonb)) r where t.%s = any (:rows)"
                                .formatted(key, table, table, key))
                .param("merge", merge)
                .param("table", table)
                .param("column", key)
                .param("became", became)
                .param("rows", ids)
                .update();
        sql.sql(
                        "update %s t set %s from jsonb_populate_record(null::%s, cast(:became as jsonb)) r where t.%s = any (:rows)"
                                .formatted(table, columns(values.keySet()), table, key))
                .param("became", became)
                .param("rows", ids)
                .update();
    }

    void remove(UUID merge, PatientId absorbed, String table, String key, Collection<UUID> rows) {
        if (rows.isEmpty()) return;
        var ids = rows.toArray(UUID[]::new);
        sql.sql(
                        "insert into patient.merged_aside (merge_id, source, key_column, key, was) select cast(:merge as uuid), :table, :column, t.%s, to_jsonb(t) from %s t where t.patient_id = :absorbed and t.%s = any (:rows)"
                                .formatted(key, table, key))
                .param("merge", merge)
                .param("table", table)
                .param("column", key)
                .param("absorbed", absorbed.value())
                .param("rows", ids)
                .update();
        sql.sql(
                        "delete from %s t where t.patient_id = :absorbed and t.%s = any (:rows)"
                                .formatted(table, key))
                .param("absorbed", absorbed.value())
                .param("rows", ids)
                .update();
    }

    void added(UUID merge, String table, String key, UUID row) {
        sql.sql(
                        "insert into patient.merged_aside (merge_id, source, key_column, key) values (:merge, :table, :column, :row)")
                .param("merge", merge)
                .param("table", table)
                .param("column", key)
                .param("row", row)
                .update();
    }

    private record Aside(
            String table, String column, UUID key, @Nullable String was, @Nullable String became) {}

    /// Gives back what was put aside, the last first; a row changed since keeps its change.
    void giveBack(UUID merge) {
        var asides =
                sql.sql(
                                """
                                select source, key_column, key, was, became from patient.merged_aside where merge_id = :merge order by rank desc
                                """)
                        .param("merge", merge)
                        .query((row, _) ->
                                new Aside(
                                        row.getString("source"),
                                        row.getString("key_column"),
                                        row.getObject("key", UUID.class),
                                        row.getString("was"),
                                        row.getString("became")))
                        .list();
        for (var aside : asides) {
            var table = name(aside.table());
            var column = name(aside.column());
            var was = aside.was();
            if (was == null) {
                sql.sql("delete from %s t where t.%s = :key".formatted(table, column))
                        .param("key", aside.key())
                        .update();
                continue;
            }
            if (aside.became() == null) {
                sql.sql(
                                "insert into %s select * from jsonb_populate_record(null::%s, cast(:was as jsonb)) on conflict do nothing"
                                        .formatted(table, table))
                        .param("was", was)
                        .update();
                continue;
            }
            var names = json.readTree(was).propertyNames();
            sql.sql(
                            "update %s t set %s from jsonb_populate_record(null::%s, cast(:was as jsonb)) r where t.%s = :key and to_jsonb(t) @> cast(:became as jsonb)"
                                    .formatted(table, columns(names), table, column))
                    .param("was", was)
                    .param("became", aside.became())
                    .param("key", aside.key())
                    .update();
        }
    }

    private static String name(String declared) {
        if (!declared.matches("[a-z_]+(\\.[a-z_]+)?"))
            throw new IllegalStateException("not the name of a table or column");
        return declared;
    }

    private static String columns(Collection<String> names) {
        if (names.stream().anyMatch(n -> !n.matches("[a-z_]+")))
            throw new IllegalArgumentException("not columns");
        return names.stream().map(n -> n + " = r." + n).collect(Collectors.joining(", "));
    }
}

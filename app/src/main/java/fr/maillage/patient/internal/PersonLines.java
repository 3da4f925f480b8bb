package fr.maillage.patient.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Merges.Choice;
import fr.maillage.patient.Merges.Past;
import fr.maillage.patient.Merges.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lines of identity as wholes, and the merges written about them. A line is a row of
/// `patient.patient`, column by column, as JSON gives it.
@Component
class PersonLines {

    private static final TypeReference<Map<String, @Nullable Object>> LINE =
            new TypeReference<>() {};
    private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {};

    private static final String MERGE =
            """
            select id, survivor_id, absorbed_id, at, by_name, why, choices, survivor_was, absorbed_was, survivor_became, undone_at, undone_by, undone_why
            from patient.merge where survivor_id = :survivor
            """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    PersonLines(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /// A merge with the lines it was made of.
    record Recorded(
            Past past,
            Map<String, @Nullable Object> survivorWas,
            Map<String, @Nullable Object> absorbedWas,
            Map<String, @Nullable Object> became) {}

    /// Somebody's line; `NotFound` when not there, or absorbed by another file.
    Map<String, @Nullable Object> standing(PatientId id) {
        return sql.sql(
                        "select to_jsonb(p) from patient.patient p where p.id = :id and p.merged_into is null")
                .param("id", id.value())
                .query((row, _) -> line(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NotFound("dossier", id.value()));
    }

    static Side side(Map<String, @Nullable Object> line) {
        var used = MergeField.text(line, "used_name");
        var birth = MergeField.text(line, "birth_name");
        return new Side(
                new PatientId(UUID.fromString(MergeField.text(line, "id"))),
                (used.isEmpty() ? birth : used).toUpperCase(Locale.FRENCH)
                        + " "
                        + MergeField.text(line, "given_names"),
                used.isEmpty() || used.equals(birth) ? null : birth,
                MergeField.day(line, "birth_date").orElse(null),
                MergeField.text(line, "commune_name"),
                MergeField.text(line, "identity_status"));
    }

    /// One merge at a time for either.
    void lock(PatientId one, PatientId other) {
        sql.sql("select id from patient.patient where id in (:one, :other) order by id for update")
                .param("one", one.value())
                .param("other", other.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void record(
            UUID merge,
            PatientId survivor,
            PatientId absorbed,
            List<Choice> choices,
            String why,
            Map<String, @Nullable Object> ours,
            Map<String, @Nullable Object> theirs,
            Map<String, @Nullable Object> became) {
        sql.sql(
                        """
                        insert into patient.merge (id, survivor_id, absorbed_id, at, by_name, why, choices, survivor_was, absorbed_was, survivor_became)
                        values (:id, :survivor, :absorbed, :now, :by, :why, cast(:choices as jsonb), cast(:ours as jsonb), cast(:theirs as jsonb), cast(:became as jsonb))
                        """)
                .param("id", merge)
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .param("now", now())
                .param("by", SignedIn.current().displayName())
                .param("why", why)
                .param("choices", json.writeValueAsString(choices))
                .param("ours", json.writeValueAsString(ours))
                .param("theirs", json.writeValueAsString(theirs))
                .param("became", json.writeValueAsString(became))
                .update();
    }

    /// The absorbed line steps back: its matricule is free for the one that goes on.
    void absorb(PatientId absorbed, PatientId survivor) {
        sql.sql(
                        "update patient.patient set merged_into = :survivor, ins = null, ins_oid = null, version = version + 1 where id = :absorbed")
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .update();
    }

    void restore(PatientId absorbed, Map<String, @Nullable Object> was) {
        sql.sql(
                        "update patient.patient set merged_into = null, ins = :ins, ins_oid = :oid, version = version + 1 where id = :absorbed")
                .param("absorbed", absorbed.value())
                .param("ins", was.get("ins"), java.sql.Types.VARCHAR)
                .param("oid", was.get("ins_oid"), java.sql.Types.VARCHAR)
                .update();
    }

    /// Writes what one chooses of an identity, with its status.
    void write(PatientId id, Map<String, @Nullable Object> line) {
        var columns =
                Stream.concat(
                                MergeField.everyColumn().stream(),
                                Stream.of("identity_status", "mt_told", "mt_opposition"))
                        .map(c -> c + " = r." + c)
                        .collect(Collectors.joining(", "));
        sql.sql(
                        "update patient.patient p set version = p.version + 1, %s from jsonb_populate_record(null::patient.patient, cast(:line as jsonb)) r where p.id = :id"
                                .formatted(columns))
                .param("line", json.writeValueAsString(line))
                .param("id", id.value())
                .update();
    }

    boolean heldByAnother(String ins, PatientId survivor) {
        return sql.sql(
                        "select exists (select 1 from patient.patient where ins = :ins and id <> :survivor)")
                .param("ins", ins)
                .param("survivor", survivor.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    List<Past> merges(PatientId survivor) {
        return sql.sql(MERGE + " order by at desc, id desc")
                .param("survivor", survivor.value())
                .query((row, _) -> recorded(row).past())
                .list();
    }

    /// One that holds.
    Recorded merge(PatientId survivor, UUID merge) {
        return sql.sql(MERGE + " and id = :merge and undone_at is null")
                .param("survivor", survivor.value())
                .param("merge", merge)
                .query((row, _) -> recorded(row))
                .optional()
                .orElseThrow(() -> new NotFound("fusion", merge));
    }

    /// The latest that holds in a file.
    Optional<UUID> latest(PatientId survivor) {
        return sql.sql(MERGE + " and undone_at is null order by at desc, id desc limit 1")
                .param("survivor", survivor.value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    void undone(UUID merge, String why) {
        sql.sql(
                        "update patient.merge set undone_at = :now, undone_by = :by, undone_why = :why where id = :merge")
                .param("now", now())
                .param("by", SignedIn.current().displayName())
                .param("why", why)
                .param("merge", merge)
                .update();
    }

    void movedAccount(UUID merge, UUID membership, PatientId absorbed) {
        sql.sql(
                        "insert into patient.merged_row (merge_id, source, key, origin_id) values (:merge, 'access.membership', :key, :absorbed)")
                .param("merge", merge)
                .param("key", membership)
                .param("absorbed", absorbed.value())
                .update();
    }

    List<UUID> movedAccounts(UUID merge) {
        return sql.sql(
                        "select key from patient.merged_row where merge_id = :merge and source = 'access.membership'")
                .param("merge", merge)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Where the files disagree about an act and one refuses, the refusal is noted again as the
    /// last word, and remembered as that file's.
    void keepRefusals(UUID merge, PatientId survivor, String why) {
        for (var act : disagreeing(survivor, merge)) {
            var id = Ids.next();
            sql.sql(
                            """
                            insert into patient.consent (id, patient_id, act, state, given_on, form, given_by, representative, scope, opposed_to, opposed_to_id, reason, recorded_at)
                            select :id, patient_id, act, state, given_on, form, given_by, representative, scope, opposed_to, opposed_to_id, :why, :now
                            from patient.consent where id = :line
                            """)
                    .param("id", id)
                    .param("line", act.line())
                    .param("why", why)
                    .param("now", now())
                    .update();
            sql.sql(
                            "insert into patient.merged_row (merge_id, source, key, origin_id) values (:merge, 'patient.consent', :key, :origin)")
                    .param("merge", merge)
                    .param("key", id)
                    .param("origin", act.origin())
                    .update();
        }
    }

    private record Refusal(UUID line, UUID origin) {}

    private List<Refusal> disagreeing(PatientId survivor, UUID merge) {
        return sql.sql(
                        """
                        with last as (
                          select distinct on (c.act, m.origin_id) c.id, c.act, c.state, c.recorded_at, m.origin_id
                          from patient.consent c join patient.merged_row m on m.network_id = c.network_id and m.key = c.id and m.merge_id = :merge and m.source = 'patient.consent'
                          where c.patient_id = :survivor and c.opposed_to is null
                          order by c.act, m.origin_id, c.recorded_at desc, c.id desc)
                        select r.id, r.origin_id from last r join last o on o.act = r.act and o.origin_id <> r.origin_id
                        where r.state in ('REFUSE', 'OPPOSITION', 'RETIRE') and o.state not in ('REFUSE', 'OPPOSITION', 'RETIRE') and o.recorded_at >= r.recorded_at
                        """)
                .param("merge", merge)
                .param("survivor", survivor.value())
                .query((row, _) ->
                        new Refusal(
                                row.getObject("id", UUID.class),
                                row.getObject("origin_id", UUID.class)))
                .list();
    }

    private Recorded recorded(ResultSet row) throws SQLException {
        var ours = line(row.getString("survivor_was"));
        var theirs = line(row.getString("absorbed_was"));
        var undone = row.getTimestamp("undone_at");
        return new Recorded(
                new Past(
                        row.getObject("id", UUID.class),
                        new PatientId(row.getObject("absorbed_id", UUID.class)),
                        side(ours).displayName(),
                        side(theirs).displayName(),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        row.getString("why"),
                        json.readValue(row.getString("choices"), CHOICES),
                        undone == null ? null : undone.toInstant(),
                        row.getString("undone_by"),
                        row.getString("undone_why")),
                ours,
                theirs,
                line(row.getString("survivor_became")));
    }

    private Map<String, @Nullable Object> line(String text) {
        return json.readValue(text, LINE);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

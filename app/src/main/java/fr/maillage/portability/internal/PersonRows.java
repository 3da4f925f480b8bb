package fr.maillage.portability.internal;

import fr.maillage.portability.internal.draft.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Persons of a file, and where those taken over come from. Joins the caller's transaction.
@Component
class PersonRows {

    private static final String ALL =
            """
            select rank, sheet, line, key, name, state, decision, decided, near, patient_id, problems, makes, made, taken_at
            from portability.person where takeover_id = :takeover
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    PersonRows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// What somebody decided of each key, to be kept when the dry run is made again.
    Map<String, PersonRow> decided(UUID takeover) {
        var decided = new HashMap<String, PersonRow>();
        sql.sql(ALL + " and decided")
                .param("takeover", takeover)
                .query((row, _) -> row(row))
                .list()
                .forEach(row -> decided.put(row.key(), row));
        return decided;
    }

    void clear(UUID takeover) {
        sql.sql("delete from portability.person where takeover_id = :takeover")
                .param("takeover", takeover)
                .update();
    }

    void insert(UUID takeover, PersonRow row, long errors, long warnings) {
        sql.sql(
                        """
                        insert into portability.person (takeover_id, rank, sheet, line, key, name, state, decision, decided, near, patient_id, problems,
                               errors, warnings, makes)
                        values (:takeover, :rank, :sheet, :line, :key, :name, :state, :decision, :decided, :near, :patient, cast(:problems as jsonb),
                                :errors, :warnings, :makes)
                        """)
                .param("takeover", takeover)
                .param("rank", row.rank())
                .param("sheet", row.sheet())
                .param("line", row.line())
                .param("key", row.key())
                .param("name", row.name())
                .param("state", row.state().name())
                .param("decision", row.decision().name())
                .param("decided", row.decided())
                .param("near", row.near().toArray(UUID[]::new))
                .param("patient", row.patient(), Types.OTHER)
                .param("problems", json.writeValueAsString(row.problems()))
                .param("errors", errors)
                .param("warnings", warnings)
                .param("makes", row.makes())
                .update();
    }

    Optional<PersonRow> lock(UUID takeover, int rank) {
        return sql.sql(ALL + " and rank = :rank for update")
                .param("takeover", takeover)
                .param("rank", rank)
                .query((row, _) -> row(row))
                .optional();
    }

    /// Lines that may be taken over now: right, and decided where a choice was needed.
    List<Integer> toTake(UUID takeover) {
        return sql.sql(
                        """
                        select rank from portability.person where takeover_id = :takeover
                          and (state = 'A_REPRENDRE' or state = 'A_DECIDER' and decided and decision <> 'ECARTER') order by rank
                        """)
                .param("takeover", takeover)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    List<PersonRow> taken(UUID takeover) {
        return sql.sql(ALL + " and state = 'REPRISE' order by rank")
                .param("takeover", takeover)
                .query((row, _) -> row(row))
                .list();
    }

    /// Those that were refused, undecided or left aside by nobody's choice: what is given back.
    List<PersonRow> refused(UUID takeover) {
        return sql.sql(ALL + " and state in ('REFUSEE', 'A_DECIDER') order by rank")
                .param("takeover", takeover)
                .query((row, _) -> row(row))
                .list();
    }

    List<PersonRow> page(UUID takeover, String filter, int from, int limit) {
        return sql.sql(
                        ALL
                                + """
                                 and case :filter when 'erreurs' then state = 'REFUSEE' when 'avertissements' then warnings > 0 and state <> 'REFUSEE'
                                     when 'doublons' then cardinality(near) > 0 when 'reprises' then state = 'REPRISE'
                                     when 'ecartees' then state in ('ECARTEE', 'DEJA_REPRISE') else true end
                                order by rank limit :limit offset :from
                                """)
                .param("takeover", takeover)
                .param("filter", filter)
                .param("limit", limit)
                .param("from", from)
                .query((row, _) -> row(row))
                .list();
    }

    /// How many lines stand in each filter.
    Counts counts(UUID takeover) {
        return sql.sql(
                        """
                        select count(*) as total,
                               count(*) filter (where state = 'REFUSEE') as errors,
                               count(*) filter (where warnings > 0 and state <> 'REFUSEE') as warnings,
                               count(*) filter (where cardinality(near) > 0) as near,
                               count(*) filter (where state = 'A_DECIDER' and not decided) as undecided,
                               count(*) filter (where state = 'REPRISE') as taken,
                               count(*) filter (where state in ('ECARTEE', 'DEJA_REPRISE')) as out,
                               count(*) filter (where state = 'A_REPRENDRE' or state = 'A_DECIDER' and decided and decision <> 'ECARTER') as ready
                          from portability.person where takeover_id = :takeover
                        """)
                .param("takeover", takeover)
                .query((row, _) ->
                        new Counts(
                                row.getInt("total"),
                                row.getInt("errors"),
                                row.getInt("warnings"),
                                row.getInt("near"),
                                row.getInt("undecided"),
                                row.getInt("taken"),
                                row.getInt("out"),
                                row.getInt("ready")))
                .single();
    }

    /// The same for several takeovers, in one statement: lines, and those taken over.
    Map<UUID, int[]> totals(Collection<UUID> takeovers) {
        var totals = new HashMap<UUID, int[]>();
        sql.sql(
                        """
                        select takeover_id, count(*) as total, count(*) filter (where state = 'REPRISE') as taken, count(*) filter (where state = 'REFUSEE') as errors
                          from portability.person where takeover_id = any (:takeovers) group by takeover_id
                        """)
                .param("takeovers", takeovers.toArray(UUID[]::new))
                .query((row, _) ->
                        totals.put(
                                row.getObject("takeover_id", UUID.class),
                                new int[] {
                                    row.getInt("total"), row.getInt("taken"), row.getInt("errors")
                                }))
                .list();
        return totals;
    }

    /// @param ready lines that would be taken over now
    record Counts(
            int total,
            int errors,
            int warnings,
            int near,
            int undecided,
            int taken,
            int out,
            int ready) {}

    void decide(UUID takeover, int rank, Decision decision, @Nullable UUID patient) {
        sql.sql(
                        """
                        update portability.person set decision = :decision, decided = true, patient_id = :patient,
                               state = case when :decision = 'ECARTER' then 'ECARTEE' else 'A_DECIDER' end
                        where takeover_id = :takeover and rank = :rank
                        """)
                .param("decision", decision.name())
                .param("patient", patient, Types.OTHER)
                .param("takeover", takeover)
                .param("rank", rank)
                .update();
    }

    void taken(UUID takeover, int rank, UUID patient, Collection<UUID> made, Instant at) {
        sql.sql(
                        """
                        update portability.person set state = 'REPRISE', patient_id = :patient, made = :made, taken_at = :at
                        where takeover_id = :takeover and rank = :rank
                        """)
                .param("patient", patient)
                .param("made", made.toArray(UUID[]::new))
                .param("at", Timestamp.from(at))
                .param("takeover", takeover)
                .param("rank", rank)
                .update();
    }

    void state(UUID takeover, int rank, PersonState state) {
        sql.sql(
                        "update portability.person set state = :state where takeover_id = :takeover and rank = :rank")
                .param("state", state.name())
                .param("takeover", takeover)
                .param("rank", rank)
                .update();
    }

    void refuse(UUID takeover, int rank, List<Problem> problems) {
        sql.sql(
                        """
                        update portability.person set state = 'REFUSEE', problems = cast(:problems as jsonb), errors = errors + 1
                        where takeover_id = :takeover and rank = :rank
                        """)
                .param("problems", json.writeValueAsString(problems))
                .param("takeover", takeover)
                .param("rank", rank)
                .update();
    }

    /// Keys of those among these that are in the structure already, by a takeover not undone.
    Set<String> known(Collection<String> keys) {
        return new HashSet<>(
                sql.sql("select key from portability.origin where key = any (:keys)")
                        .param("keys", keys.toArray(String[]::new))
                        .query((row, _) -> row.getString("key"))
                        .list());
    }

    void origin(
            UUID takeover,
            String key,
            UUID patient,
            @Nullable String number,
            @Nullable String motive,
            java.time.@Nullable LocalDate reassessed) {
        sql.sql(
                        """
                        insert into portability.origin (key, patient_id, takeover_id, file_number, motive, reassessed_on)
                        values (:key, :patient, :takeover, :number, :motive, :reassessed)
                        """)
                .param("key", key)
                .param("patient", patient)
                .param("takeover", takeover)
                .param("number", number, Types.VARCHAR)
                .param("motive", motive, Types.VARCHAR)
                .param("reassessed", reassessed, Types.DATE)
                .update();
    }

    void forget(UUID takeover, UUID patient) {
        sql.sql(
                        "delete from portability.origin where takeover_id = :takeover and patient_id = :patient")
                .param("takeover", takeover)
                .param("patient", patient)
                .update();
    }

    private PersonRow row(ResultSet row) throws SQLException {
        return new PersonRow(
                row.getInt("rank"),
                row.getInt("sheet"),
                row.getInt("line"),
                row.getString("key"),
                row.getString("name"),
                PersonState.valueOf(row.getString("state")),
                Decision.valueOf(row.getString("decision")),
                row.getBoolean("decided"),
                Arrays.asList((UUID[]) row.getArray("near").getArray()),
                row.getObject("patient_id", UUID.class),
                Objects.requireNonNull(
                        json.readValue(
                                row.getString("problems"), new TypeReference<List<Problem>>() {})),
                row.getString("makes"),
                Arrays.asList((UUID[]) row.getArray("made").getArray()),
                TakeoverRows.instant(row, "taken_at"));
    }
}

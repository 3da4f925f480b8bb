package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.Case.Answer;
import fr.maillage.diseaseregister.internal.Case.Ending;
import fr.maillage.diseaseregister.internal.Case.FollowUp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Cases, objections and likely duplicates, as kept.
@Repository
class CaseStore {

    private static final String CASES =
            """
            select c.*, i.display_name, i.sex, i.birth_date, i.deceased_on, i.commune_code as lives_in,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'rank', f.rank, 'on', f.on_date, 'answers', f.answers, 'version', f.version) order by f.rank), '[]')
                      from diseaseregister.follow_up f where f.network_id = c.network_id and f.case_id = c.id) as follow_ups,
                   array(select p.source_id from diseaseregister.report p where p.network_id = c.network_id and p.case_id = c.id) as sources
              from diseaseregister.case_record c
              join patient.identity i on i.network_id = c.network_id and i.id = c.patient_id
            """;

    private static final TypeReference<Map<String, Kept>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    CaseStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// An answer as it is stored.
    private record Kept(String v, boolean file) {}

    private record Followed(
            UUID id, int rank, LocalDate on, Map<String, Kept> answers, int version) {}

    /// Every case of a register, by number. Whoever shows them leaves the trace.
    List<Case> of(UUID register) {
        return sql.sql(CASES + " where c.register_id = :register order by c.number")
                .param("register", register)
                .query(this::read)
                .list();
    }

    /// The cases of a person, by register.
    Map<UUID, Case> ofPerson(UUID patient) {
        var cases = new HashMap<UUID, Case>();
        sql.sql(CASES + " where c.patient_id = :patient")
                .param("patient", patient)
                .query(row -> {
                    cases.put(row.getObject("register_id", UUID.class), read(row, 0));
                });
        return cases;
    }

    private Case read(ResultSet row, int ignored) throws SQLException {
        var why = row.getString("ended_why");
        return new Case(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getObject("patient_id", UUID.class),
                row.getString("display_name"),
                row.getString("sex"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("deceased_on", LocalDate.class),
                row.getObject("incident_on", LocalDate.class),
                row.getObject("included_on", LocalDate.class),
                row.getString("commune_code"),
                row.getString("lives_in"),
                row.getObject("informed_on", LocalDate.class),
                row.getString("informed_how"),
                row.getString("informed_who"),
                answers(json.readValue(row.getString("answers"), ANSWERS)),
                List.of(json.readValue(row.getString("follow_ups"), Followed[].class)).stream()
                        .map(f ->
                                new FollowUp(
                                        f.id(),
                                        f.rank(),
                                        f.on(),
                                        answers(f.answers()),
                                        f.version()))
                        .toList(),
                List.of((UUID[]) row.getArray("sources").getArray()),
                row.getObject("ended_on", LocalDate.class),
                why == null ? null : Ending.valueOf(why),
                row.getInt("version"));
    }

    private static Map<String, Answer> answers(Map<String, Kept> kept) {
        var answers = new HashMap<String, Answer>();
        kept.forEach((code, k) -> answers.put(code, new Answer(k.v(), k.file())));
        return answers;
    }

    String written(Map<String, Answer> answers) {
        var kept = new HashMap<String, Kept>();
        answers.forEach((code, a) -> kept.put(code, new Kept(a.value(), a.fromFile())));
        return json.writeValueAsString(kept);
    }

    /// An objection that holds.
    ///
    /// @param register null: to every register of the structure
    record Objection(
            UUID id,
            @Nullable UUID register,
            LocalDate on,
            String saidBy,
            @Nullable String words) {}

    /// Those of a person that hold.
    List<Objection> objections(UUID patient) {
        return sql.sql(
                        "select id, register_id, on_date, said_by, words from diseaseregister.objection where patient_id = :patient and lifted_on is null order by on_date, id")
                .param("patient", patient)
                .query((row, _) ->
                        new Objection(
                                row.getObject("id", UUID.class),
                                row.getObject("register_id", UUID.class),
                                row.getObject("on_date", LocalDate.class),
                                row.getString("said_by"),
                                row.getString("words")))
                .list();
    }

    /// Two cases that may be one person.
    record Pair(UUID one, UUID other) {}

    private static final String PAIRS =
            """
            select a.id as one, b.id as other
              from diseaseregister.case_record a
              join patient.identity x on x.network_id = a.network_id and x.id = a.patient_id
              join diseaseregister.case_record b on b.network_id = a.network_id and b.register_id = a.register_id and b.number > a.number
              join patient.identity y on y.network_id = b.network_id and y.id = b.patient_id
             where a.register_id = :register and x.birth_date = y.birth_date and x.sex = y.sex and public.similarity(x.search, y.search) >= 0.5
             order by a.number, b.number limit 100
            """;

    /// How many cases are in a pair of [#duplicates].
    int likelyDuplicates(UUID register) {
        return sql.sql(
                        "select count(distinct c.id) from ("
                                + PAIRS
                                + ") p cross join lateral (values (p.one), (p.other)) c(id)")
                .param("register", register)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// Cases of a register that may be one person: the same birth date and sex and names much
    /// alike, at most 100 pairs, by ids of cases.
    List<Pair> duplicates(UUID register) {
        return sql.sql(PAIRS)
                .param("register", register)
                .query((row, _) ->
                        new Pair(
                                row.getObject("one", UUID.class),
                                row.getObject("other", UUID.class)))
                .list();
    }
}

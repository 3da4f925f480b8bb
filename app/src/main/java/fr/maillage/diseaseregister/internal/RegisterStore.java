package fr.maillage.diseaseregister.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Registers and the versions of their definition, as kept.
@Repository
class RegisterStore {

    private final JdbcClient sql;
    private final JsonMapper json;

    RegisterStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    enum Status {
        BROUILLON,
        PUBLIE,
        REMPLACE
    }

    record Version(
            UUID id,
            UUID register,
            int number,
            Status status,
            Definition definition,
            @Nullable String changeReason,
            @Nullable Instant publishedAt,
            @Nullable String answeredBy) {}

    /// A register of the structure.
    ///
    /// @param serving its version that serves; null while none was published
    /// @param objections that hold, to this register or to all
    /// @param removed cases that came out, whyever
    record Listed(
            UUID id,
            String title,
            @Nullable Version serving,
            int cases,
            int objections,
            int removed) {}

    void insert(UUID id, Definition first, Instant at, String by) {
        sql.sql(
                        "insert into diseaseregister.register (id, title, created_at, created_by) values (:id, :title, :at, :by)")
                .param("id", id)
                .param("title", first.head().title())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        version(id, 1, first, null, at, by);
    }

    void version(
            UUID register,
            int number,
            Definition definition,
            @Nullable String reason,
            Instant at,
            String by) {
        sql.sql(
                        """
                        insert into diseaseregister.definition (id, register_id, number, document, change_reason, created_at, created_by)
                        values (:id, :register, :number, cast(:document as jsonb), :reason, :at, :by)
                        """)
                .param("id", Ids.next())
                .param("register", register)
                .param("number", number)
                .param("document", json.writeValueAsString(definition))
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    void save(UUID version, Definition definition) {
        sql.sql(
                        "update diseaseregister.definition set document = cast(:document as jsonb) where id = :id and status = 'BROUILLON'")
                .param("document", json.writeValueAsString(definition))
                .param("id", version)
                .update();
    }

    void publish(Version draft, String answeredBy, Instant at) {
        sql.sql(
                        "update diseaseregister.definition set status = 'REMPLACE' where register_id = :register and status = 'PUBLIE'")
                .param("register", draft.register())
                .update();
        sql.sql(
                        """
                        update diseaseregister.definition set status = 'PUBLIE', published_at = :at, answered_by = :by where id = :id
                        """)
                .param("at", Timestamp.from(at))
                .param("by", answeredBy)
                .param("id", draft.id())
                .update();
        sql.sql("update diseaseregister.register set title = :title where id = :id")
                .param("title", draft.definition().head().title())
                .param("id", draft.register())
                .update();
    }

    /// Nobody else changes it until the end of the transaction. Throws `NotFound`.
    void lock(UUID register) {
        var locked =
                sql.sql("select id from diseaseregister.register where id = :id for update")
                        .param("id", register)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .optional();
        if (locked.isEmpty()) throw new NotFound("registre", register);
    }

    /// The number of the next case.
    int number(UUID register) {
        return sql.sql(
                        "update diseaseregister.register set last_number = last_number + 1 where id = :id returning last_number")
                .param("id", register)
                .query((row, _) -> row.getInt(1))
                .optional()
                .orElseThrow(() -> new NotFound("registre", register));
    }

    /// Every version, the latest first. Throws `NotFound` for a register that is not there.
    List<Version> versions(UUID register) {
        var versions =
                sql.sql(
                                "select * from diseaseregister.definition where register_id = :register order by number desc")
                        .param("register", register)
                        .query(this::read)
                        .list();
        if (versions.isEmpty()) throw new NotFound("registre", register);
        return versions;
    }

    static Optional<Version> in(List<Version> versions, Status status) {
        return versions.stream().filter(v -> v.status() == status).findFirst();
    }

    private Version read(ResultSet row, int ignored) throws SQLException {
        var at = row.getTimestamp("published_at");
        return new Version(
                row.getObject("id", UUID.class),
                row.getObject("register_id", UUID.class),
                row.getInt("number"),
                Status.valueOf(row.getString("status")),
                json.readValue(row.getString("document"), Definition.class),
                row.getString("change_reason"),
                at == null ? null : at.toInstant(),
                row.getString("answered_by"));
    }

    /// Registers by title.
    List<Listed> all() {
        return sql.sql(
                        """
                        select r.id as register, r.title,
                               (select count(*) from diseaseregister.case_record c where c.network_id = r.network_id and c.register_id = r.id) as cases,
                               (select count(*) from diseaseregister.objection o where o.network_id = r.network_id and o.lifted_on is null
                                   and (o.register_id is null or o.register_id = r.id)) as objections,
                               (select count(*) from diseaseregister.removal x where x.network_id = r.network_id and x.register_id = r.id) as removed,
                               d.*
                          from diseaseregister.register r
                          left join diseaseregister.definition d on d.network_id = r.network_id and d.register_id = r.id and d.status = 'PUBLIE'
                         order by r.title collate "fr-x-icu", r.id
                        """)
                .query((row, n) ->
                        new Listed(
                                row.getObject("register", UUID.class),
                                row.getString("title"),
                                row.getObject("id", UUID.class) == null ? null : read(row, n),
                                row.getInt("cases"),
                                row.getInt("objections"),
                                row.getInt("removed")))
                .list();
    }

    /// A zone of the territory in words; the code itself when it is none of today.
    String area(String code) {
        return sql.sql("select label from territory.zone where code = :code")
                .param("code", code)
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse(code);
    }

    /// The region above a zone; the zone itself when nothing is above it.
    String region(String zone) {
        return sql.sql(
                        """
                        with recursive up as (select code, parent_code from territory.zone where code = :zone
                                              union select z.code, z.parent_code from up join territory.zone z on z.code = up.parent_code)
                        select code from up where parent_code is null limit 1
                        """)
                .param("zone", zone)
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse(zone);
    }

    private static final String CANDIDATES =
            """
              from careplan.pathology_in_force y
              join patient.identity i on i.network_id = y.network_id and i.id = y.patient_id and i.deceased_on is null
             where exists (select 1 from unnest(cast(:words as text[])) w where platform.search_key(y.label) like '%' || platform.search_key(w) || '%')
               and not exists (select 1 from diseaseregister.case_record c where c.network_id = i.network_id and c.register_id = :register and c.patient_id = i.id)
               and not diseaseregister.objects(i.id, :register)
            """;

    /// How many [#candidates] there are, without limit.
    int countCandidates(UUID register, List<String> words) {
        if (words.isEmpty()) return 0;
        return sql.sql("select count(distinct i.id)" + CANDIDATES)
                .param("words", words.toArray(String[]::new))
                .param("register", register)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// Persons whose plan in force names a pathology of these words, who are not in the register
    /// and do not object: at most `limit`, by name.
    List<Candidate> candidates(UUID register, List<String> words, int limit) {
        if (words.isEmpty()) return List.of();
        return sql.sql(
                        "select i.id, i.display_name, i.birth_date, i.commune_name, min(y.label) as pathology"
                                + CANDIDATES
                                + """
                                 group by i.network_id, i.id, i.display_name, i.birth_date, i.commune_name
                                 order by i.display_name collate "fr-x-icu", i.id limit :limit
                                """)
                .param("words", words.toArray(String[]::new))
                .param("register", register)
                .param("limit", limit)
                .query((row, _) ->
                        new Candidate(
                                row.getObject("id", UUID.class),
                                row.getString("display_name"),
                                row.getObject("birth_date", LocalDate.class),
                                row.getString("commune_name"),
                                row.getString("pathology")))
                .list();
    }

    record Candidate(
            UUID patient,
            String name,
            @Nullable LocalDate born,
            @Nullable String commune,
            String pathology) {}
}

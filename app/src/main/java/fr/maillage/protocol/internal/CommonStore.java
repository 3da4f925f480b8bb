package fr.maillage.protocol.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Common versions of theme groups, what was said of them and who is on which, as kept. Every
/// structure reads them; each writes its own lines, and a group concludes together.
@Repository
class CommonStore {

    private final JdbcClient sql;
    private final Documents documents;
    private final JsonMapper json;

    CommonStore(JdbcClient sql, Documents documents, JsonMapper json) {
        this.sql = sql;
        this.documents = documents;
        this.json = json;
    }

    enum Status {
        PROPOSEE,
        ARRETEE,
        ECARTEE
    }

    /// A version, without what it says.
    ///
    /// @param by the structure that proposed it
    record Version(
            UUID id,
            String group,
            int number,
            String title,
            String why,
            UUID by,
            String byName,
            Instant proposedAt,
            LocalDate opinionsUntil,
            Status status,
            @Nullable Instant decidedAt) {}

    /// What a version says.
    ///
    /// @param local keys of the lines left to each structure, as [CommonDiff#key]
    /// @param departures lines of the trunk it does not take, with why
    record Content(Document document, Set<String> local, Map<String, String> departures) {}

    record Opinion(UUID structure, String name, boolean favourable, @Nullable String words) {}

    /// A line of the common version a structure does not follow.
    ///
    /// @param ours what it says instead; null: nothing
    record Derogation(String key, String title, String kind, @Nullable String ours, String why) {}

    /// @param local lines of its model that the common version does not have
    record Adoption(
            UUID version, UUID structure, List<Derogation> derogations, int local, Instant at) {}

    /// Versions of every group, the latest first.
    List<Version> versions() {
        return sql.sql(
                        """
                        select id, group_code, number, document ->> 'title' as title, why, structure_id, name, proposed_at, opinions_until, status, decided_at
                          from protocol.common_version order by group_code, number desc
                        """)
                .query((row, _) -> read(row))
                .list();
    }

    /// Versions of a group, the latest first.
    List<Version> versions(String group) {
        return versions().stream().filter(v -> v.group().equals(group)).toList();
    }

    /// Throws `NotFound`.
    Version version(UUID id) {
        return versions().stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("version commune", id));
    }

    private static Version read(ResultSet row) throws SQLException {
        var at = row.getTimestamp("decided_at");
        return new Version(
                row.getObject("id", UUID.class),
                row.getString("group_code"),
                row.getInt("number"),
                row.getString("title"),
                row.getString("why"),
                row.getObject("structure_id", UUID.class),
                row.getString("name"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("opinions_until", LocalDate.class),
                Status.valueOf(row.getString("status")),
                at == null ? null : at.toInstant());
    }

    /// What a version says. Throws `NotFound`.
    Content content(UUID version) {
        return sql.sql(
                        "select document, local_keys, departures from protocol.common_version where id = :id")
                .param("id", version)
                .query((row, _) ->
                        new Content(
                                documents.of(row.getString("document")),
                                Set.copyOf(
                                        Arrays.asList(
                                                (String[]) row.getArray("local_keys").getArray())),
                                json.readValue(
                                        row.getString("departures"),
                                        new TypeReference<Map<String, String>>() {})))
                .optional()
                .orElseThrow(() -> new NotFound("version commune", version));
    }

    /// The one in force of a group, among `versions`: the latest that was decided.
    static Optional<Version> inForce(Collection<Version> versions, String group) {
        return versions.stream()
                .filter(v -> v.group().equals(group) && v.status() == Status.ARRETEE)
                .max(Comparator.comparing(Version::number));
    }

    static Optional<Version> proposed(Collection<Version> versions, String group) {
        return versions.stream()
                .filter(v -> v.group().equals(group) && v.status() == Status.PROPOSEE)
                .findFirst();
    }

    /// One proposal or conclusion of a group at a time.
    void lock(String group) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('common version of ' || :group, 0))")
                .param("group", group)
                .query((_, _) -> 0)
                .list();
    }

    /// Only one proposal of a group at a time, the unique index says. Returns its id.
    UUID propose(
            String group,
            int number,
            Document document,
            Collection<String> local,
            Map<String, String> departures,
            String why,
            LocalDate until,
            String name,
            Instant at) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into protocol.common_version (id, group_code, number, document, local_keys, departures, why, name, proposed_at, opinions_until)
                        values (:id, :group, :number, cast(:document as jsonb), :local, cast(:departures as jsonb), :why, :name, :at, :until)
                        """)
                .param("id", id)
                .param("group", group)
                .param("number", number)
                .param("document", documents.written(document))
                .param("local", local.toArray(String[]::new))
                .param("departures", json.writeValueAsString(departures))
                .param("why", why)
                .param("name", name)
                .param("at", Timestamp.from(at))
                .param("until", until)
                .update();
        return id;
    }

    /// Whether it was still waiting.
    boolean decide(UUID version, Status status, String by, Instant at) {
        return sql.sql(
                                "update protocol.common_version set status = :status, decided_by = :by, decided_at = :at where id = :id and status = 'PROPOSEE'")
                        .param("status", status.name())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", version)
                        .update()
                == 1;
    }

    void opine(
            UUID version,
            String name,
            boolean favourable,
            @Nullable String words,
            String by,
            Instant at) {
        sql.sql(
                        """
                        insert into protocol.common_opinion (version_id, name, favourable, words, given_by, given_at) values (:version, :name, :favourable, :words, :by, :at)
                        on conflict (version_id, structure_id) do update set favourable = excluded.favourable, words = excluded.words, given_by = excluded.given_by, given_at = excluded.given_at
                        """)
                .param("version", version)
                .param("name", name)
                .param("favourable", favourable)
                .param("words", words, Types.VARCHAR)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Opinion> opinions(UUID version) {
        return sql.sql(
                        "select structure_id, name, favourable, words from protocol.common_opinion where version_id = :version order by given_at, structure_id")
                .param("version", version)
                .query((row, _) ->
                        new Opinion(
                                row.getObject("structure_id", UUID.class),
                                row.getString("name"),
                                row.getBoolean("favourable"),
                                row.getString("words")))
                .list();
    }

    void adopt(
            UUID version,
            String name,
            List<Derogation> derogations,
            int local,
            String by,
            Instant at) {
        sql.sql(
                        """
                        insert into protocol.common_adoption (version_id, name, derogations, local_lines, adopted_by, adopted_at)
                        values (:version, :name, cast(:derogations as jsonb), :local, :by, :at)
                        on conflict (version_id, structure_id) do update set derogations = excluded.derogations, local_lines = excluded.local_lines,
                               adopted_by = excluded.adopted_by, adopted_at = excluded.adopted_at
                        """)
                .param("version", version)
                .param("name", name)
                .param("derogations", json.writeValueAsString(derogations))
                .param("local", local)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Every adoption, by structure and the latest version first.
    List<Adoption> adoptions() {
        return adoptions("", Map.of());
    }

    private List<Adoption> adoptions(String which, Map<String, String> params) {
        return sql.sql(
                        "select a.* from protocol.common_adoption a join protocol.common_version v on v.id = a.version_id "
                                + which
                                + " order by a.structure_id, v.group_code, v.number desc")
                .params(params)
                .query((row, _) ->
                        new Adoption(
                                row.getObject("version_id", UUID.class),
                                row.getObject("structure_id", UUID.class),
                                List.of(
                                        json.readValue(
                                                row.getString("derogations"), Derogation[].class)),
                                row.getInt("local_lines"),
                                row.getTimestamp("adopted_at").toInstant()))
                .list();
    }

    /// The latest version of a group that the acting structure is on.
    Optional<Adoption> ours(String group) {
        return adoptions(
                        "where v.group_code = :group and a.structure_id = platform.acting()",
                        Map.of("group", group))
                .stream()
                .findFirst();
    }
}

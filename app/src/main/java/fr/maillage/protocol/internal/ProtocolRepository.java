package fr.maillage.protocol.internal;

import fr.maillage.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Protocols and their versions, as kept.
@Repository
class ProtocolRepository {

    private final JdbcClient sql;
    private final Documents documents;

    ProtocolRepository(JdbcClient sql, Documents documents) {
        this.sql = sql;
        this.documents = documents;
    }

    /// @param takenFrom the structure that shared it, « Maillage » for a shipped one, or null
    record Protocol(
            UUID id,
            @Nullable String takenFrom,
            @Nullable String takenCode,
            @Nullable UUID shelf,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnWhy) {}

    enum Status {
        BROUILLON("Brouillon", "", "edit"),
        PUBLIE("Publié", "is-done", "circle-check"),
        REMPLACE("Remplacé", "", "history"),
        RETIRE("Retiré", "is-late", "circle-x");

        private final String label;
        private final String tone;
        private final String icon;

        Status(String label, String tone, String icon) {
            this.label = label;
            this.tone = tone;
            this.icon = icon;
        }

        String label() {
            return label;
        }

        String tone() {
            return tone;
        }

        String icon() {
            return icon;
        }
    }

    record Version(
            UUID id,
            UUID protocol,
            int number,
            Status status,
            Document document,
            @Nullable String changeReason,
            @Nullable Instant publishedAt,
            @Nullable String publishedBy,
            @Nullable String reviewedBy,
            @Nullable LocalDate reviewOn) {}

    /// A protocol of a list.
    ///
    /// @param draft whether a version is being written
    /// @param plans how many persons' plans, in force or in preparation, hold a line of it
    record Listed(
            UUID id,
            String title,
            Document.Nature nature,
            @Nullable String theme,
            @Nullable Integer published,
            @Nullable LocalDate reviewOn,
            boolean draft,
            boolean withdrawn,
            @Nullable String takenFrom,
            int plans) {}

    private static final String LISTED =
            """
            select p.id, p.taken_from, p.withdrawn_at, k.title, k.nature, t.label as theme, k.version_number, v.review_on,
                   exists (select 1 from protocol.version d where d.network_id = p.network_id and d.protocol_id = p.id and d.status = 'BROUILLON') as draft,
                   (select count(distinct o.patient_id) from careplan.line_origin o
                     where o.network_id = p.network_id and o.protocol_id = p.id and o.pps_status in ('BROUILLON','SOUMIS','EN_VIGUEUR')) as plans
              from protocol.protocol p
              join protocol.known k on k.network_id = p.network_id and k.id = p.id
              left join protocol.version v on v.network_id = p.network_id and v.id = k.version_id
              left join network.theme t on t.code = k.theme_code
             order by p.withdrawn_at is not null, k.title collate "fr-x-icu", p.id limit 500
            """;

    /// Every protocol of the structure, those in use first.
    List<Listed> all() {
        return sql.sql(LISTED)
                .query((row, _) ->
                        new Listed(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                Document.Nature.valueOf(row.getString("nature")),
                                row.getString("theme"),
                                row.getObject("version_number", Integer.class),
                                row.getObject("review_on", LocalDate.class),
                                row.getBoolean("draft"),
                                row.getTimestamp("withdrawn_at") != null,
                                row.getString("taken_from"),
                                row.getInt("plans")))
                .list();
    }

    /// A protocol. Throws `NotFound`.
    Protocol get(UUID id) {
        return protocol(id, "select * from protocol.protocol where id = :id");
    }

    /// A protocol nobody else changes until the end of the transaction. Throws `NotFound`.
    Protocol lock(UUID id) {
        return protocol(id, "select * from protocol.protocol where id = :id for update");
    }

    /// Several at once; those of other structures are not there.
    List<Protocol> byIds(Collection<UUID> ids) {
        return sql.sql("select * from protocol.protocol where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ProtocolRepository::protocol)
                .list();
    }

    private static Protocol protocol(ResultSet row, int ignored) throws SQLException {
        return new Protocol(
                row.getObject("id", UUID.class),
                row.getString("taken_from"),
                row.getString("taken_code"),
                row.getObject("shelf_id", UUID.class),
                instant(row, "withdrawn_at"),
                row.getString("withdrawn_why"));
    }

    private Protocol protocol(UUID id, String statement) {
        return sql.sql(statement)
                .param("id", id)
                .query(ProtocolRepository::protocol)
                .optional()
                .orElseThrow(() -> new NotFound("protocole", id));
    }

    void insert(
            UUID id,
            @Nullable String takenFrom,
            @Nullable String takenCode,
            Instant at,
            String by) {
        sql.sql(
                        """
                        insert into protocol.protocol (id, taken_from, taken_code, created_at, created_by) values (:id, :from, :code, :at, :by)
                        """)
                .param("id", id)
                .param("from", takenFrom)
                .param("code", takenCode)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /// The copy of this that was taken already, unless it was withdrawn.
    Optional<UUID> taken(String code) {
        return sql.sql(
                        "select id from protocol.protocol where taken_code = :code and withdrawn_at is null order by created_at limit 1")
                .param("code", code)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /// Versions of a protocol, latest first.
    List<Version> versions(UUID protocol) {
        return sql.sql(
                        "select * from protocol.version where protocol_id = :protocol order by number desc")
                .param("protocol", protocol)
                .query(this::version)
                .list();
    }

    Optional<Version> draft(UUID protocol) {
        return sql.sql(
                        "select * from protocol.version where protocol_id = :protocol and status = 'BROUILLON'")
                .param("protocol", protocol)
                .query(this::version)
                .optional();
    }

    /// Those of a structure that serve now, by title.
    List<Version> published() {
        return serving("");
    }

    /// Those that serve now and have rules over findings, by title.
    List<Version> withRules() {
        return serving("and jsonb_path_exists(document, '$.rules[*]') ");
    }

    private List<Version> serving(String which) {
        return sql.sql(
                        "select * from protocol.version where status = 'PUBLIE' "
                                + which
                                + "order by title collate \"fr-x-icu\", id limit 500")
                .query(this::version)
                .list();
    }

    /// Those that serve now of these protocols, by title.
    List<Version> published(Collection<UUID> protocols) {
        return protocols.isEmpty()
                ? List.of()
                : sql.sql(
                                "select * from protocol.version where status = 'PUBLIE' and protocol_id = any (:ids) order by title collate \"fr-x-icu\", id")
                        .param("ids", protocols.toArray(UUID[]::new))
                        .query(this::version)
                        .list();
    }

    /// Versions by their ids; those of other structures are not there.
    List<Version> versions(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select * from protocol.version where id = any (:ids)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(this::version)
                        .list();
    }

    private Version version(ResultSet row, int ignored) throws SQLException {
        return new Version(
                row.getObject("id", UUID.class),
                row.getObject("protocol_id", UUID.class),
                row.getInt("number"),
                Status.valueOf(row.getString("status")),
                documents.of(row.getString("document")),
                row.getString("change_reason"),
                instant(row, "published_at"),
                row.getString("published_by"),
                row.getString("reviewed_by"),
                row.getObject("review_on", LocalDate.class));
    }

    void insert(
            UUID id,
            UUID protocol,
            int number,
            Document document,
            @Nullable String reason,
            Instant at,
            String by) {
        sql.sql(
                        """
                        insert into protocol.version (id, protocol_id, number, title, nature, theme_code, document, change_reason, created_at, created_by)
                        values (:id, :protocol, :number, :title, :nature, :theme, cast(:document as jsonb), :reason, :at, :by)
                        """)
                .param("id", id)
                .param("protocol", protocol)
                .param("number", number)
                .param("title", document.title())
                .param("nature", document.nature().name())
                .param("theme", document.theme())
                .param("document", documents.written(document))
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    void save(UUID version, Document document) {
        sql.sql(
                        """
                        update protocol.version set title = :title, nature = :nature, theme_code = :theme, document = cast(:document as jsonb),
                               version = version + 1
                         where id = :id
                        """)
                .param("title", document.title())
                .param("nature", document.nature().name())
                .param("theme", document.theme())
                .param("document", documents.written(document))
                .param("id", version)
                .update();
    }

    /// The draft becomes the version that serves, and the former one is replaced.
    void publish(
            UUID protocol,
            UUID version,
            String reviewedBy,
            LocalDate reviewOn,
            Instant at,
            String by) {
        sql.sql(
                        """
                        update protocol.version set status = 'REMPLACE', version = version + 1
                         where protocol_id = :protocol and status in ('PUBLIE', 'RETIRE')
                        """)
                .param("protocol", protocol)
                .update();
        sql.sql(
                        """
                        update protocol.version set status = 'PUBLIE', reviewed_by = :reviewedBy, review_on = :reviewOn, published_at = :at,
                               published_by = :by, version = version + 1
                         where id = :id
                        """)
                .param("reviewedBy", reviewedBy)
                .param("reviewOn", reviewOn)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("id", version)
                .update();
        sql.sql(
                        """
                        update protocol.protocol set withdrawn_at = null, withdrawn_by = null, withdrawn_why = null where id = :protocol
                        """)
                .param("protocol", protocol)
                .update();
    }

    void withdraw(UUID protocol, String why, Instant at, String by) {
        sql.sql(
                        """
                        update protocol.version set status = 'RETIRE', version = version + 1 where protocol_id = :protocol and status = 'PUBLIE'
                        """)
                .param("protocol", protocol)
                .update();
        sql.sql(
                        """
                        update protocol.protocol set withdrawn_at = :at, withdrawn_by = :by, withdrawn_why = :why where id = :protocol
                        """)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("why", why)
                .param("protocol", protocol)
                .update();
    }

    /// Drops a draft nobody published.
    void drop(UUID version) {
        sql.sql("delete from protocol.version where id = :id and status = 'BROUILLON'")
                .param("id", version)
                .update();
    }

    /// Forgets a protocol of which nothing was ever published.
    void forget(UUID protocol) {
        sql.sql("delete from protocol.protocol where id = :id").param("id", protocol).update();
    }

    void shelved(UUID protocol, @Nullable UUID shelf) {
        sql.sql("update protocol.protocol set shelf_id = :shelf where id = :protocol")
                .param("shelf", shelf, Types.OTHER)
                .param("protocol", protocol)
                .update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

package fr.maillage.assessment.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The questionnaires a structure brought by file, in SQL.
@Repository
class ImportedRepository {

    private static final String LINE =
            """
            select id, url, version, code, title, items, status, imported_at, imported_by, right_kind, right_holder, right_reference,
                   right_on, published_at, published_by, withdrawn_at, withdrawn_by, withdrawn_why
            from assessment.imported
            """;

    private final JdbcClient sql;
    private final Clock clock;

    ImportedRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Those of the structure, by title then latest received.
    List<Imported> all() {
        return sql.sql(
                        LINE
                                + " order by title collate \"fr-x-icu\", imported_at desc, id limit 500")
                .query(DataClassRowMapper.newInstance(Imported.class))
                .list();
    }

    /// Throws `NotFound`.
    Imported get(UUID id) {
        return sql.sql(LINE + " where id = :id")
                .param("id", id)
                .query(DataClassRowMapper.newInstance(Imported.class))
                .optional()
                .orElseThrow(() -> new NotFound("questionnaire", id));
    }

    /// As [#get], and nobody else changes it until the transaction ends.
    Imported lock(UUID id) {
        return sql.sql(LINE + " where id = :id for update")
                .param("id", id)
                .query(DataClassRowMapper.newInstance(Imported.class))
                .optional()
                .orElseThrow(() -> new NotFound("questionnaire", id));
    }

    /// The file as it was received.
    String definition(UUID id) {
        return sql.sql("select definition from assessment.imported where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("questionnaire", id));
    }

    /// Whether this short name serves another questionnaire, shipped or of the structure.
    boolean codeTaken(String code, String url) {
        return sql.sql(
                        """
                        select exists (select from assessment.questionnaire where code = :code and url <> :url
                                       union all select from assessment.imported where code = :code and url <> :url)
                        """)
                .param("code", code)
                .param("url", url)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// Keeps a file to be tried, in the place of one of the same version that was not published;
    /// null when that version is.
    @Nullable UUID receive(ReadQuestionnaire file, String by) {
        return sql.sql(
                        """
                        insert into assessment.imported (id, url, version, code, title, definition, items, imported_at, imported_by)
                        values (:id, :url, :version, :code, :title, :definition, :items, :now, :by)
                        on conflict (network_id, url, version) do update
                           set code = excluded.code, title = excluded.title, definition = excluded.definition, items = excluded.items,
                               imported_at = excluded.imported_at, imported_by = excluded.imported_by
                         where assessment.imported.status = 'A_ESSAYER'
                        returning id
                        """)
                .param("id", Ids.next())
                .param("url", file.url())
                .param("version", file.version())
                .param("code", file.code())
                .param("title", file.title())
                .param("definition", file.text())
                .param("items", file.items())
                .param("now", now())
                .param("by", by)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional()
                .orElse(null);
    }

    void publish(UUID id, RightForm.Right right, String by) {
        sql.sql(
                        """
                        update assessment.imported
                           set status = 'PUBLIE', right_kind = :kind, right_holder = :holder, right_reference = :reference, right_on = :day,
                               published_at = :now, published_by = :by
                         where id = :id
                        """)
                .param("kind", right.kind())
                .param("holder", right.holder())
                .param("reference", right.reference())
                .param("day", right.onDate(), java.sql.Types.DATE)
                .param("now", now())
                .param("by", by)
                .param("id", id)
                .update();
    }

    /// Every published version of a questionnaire.
    void withdraw(String url, String why, String by) {
        sql.sql(
                        """
                        update assessment.imported set status = 'RETIRE', withdrawn_at = :now, withdrawn_by = :by, withdrawn_why = :why
                         where url = :url and status = 'PUBLIE'
                        """)
                .param("now", now())
                .param("by", by)
                .param("why", why)
                .param("url", url)
                .update();
    }

    void remove(UUID id) {
        sql.sql("delete from assessment.imported where id = :id and status = 'A_ESSAYER'")
                .param("id", id)
                .update();
    }

    /// How many evaluations the structure began with it.
    int uses(String url, String version) {
        return sql.sql(
                        """
                        select count(*) from assessment.response
                        where questionnaire_url = :url and questionnaire_version = :version and status <> 'ANNULEE'
                        """)
                .param("url", url)
                .param("version", version)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

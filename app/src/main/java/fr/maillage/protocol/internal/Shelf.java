package fr.maillage.protocol.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the structures of this installation chose to show each other: documents about care, about
/// nobody. Everybody reads; each writes its own.
@Repository
class Shelf {

    private final JdbcClient sql;
    private final Documents documents;

    Shelf(JdbcClient sql, Documents documents) {
        this.sql = sql;
        this.documents = documents;
    }

    /// @param own shared by the acting structure
    record Entry(
            UUID id,
            String by,
            int number,
            String title,
            Document.Nature nature,
            @Nullable String theme,
            Instant at,
            boolean own) {}

    /// What is on it, by title.
    List<Entry> all() {
        return sql.sql(
                        """
                        select s.id, s.by_name, s.number, s.title, s.nature, t.label as theme, s.shared_at, s.shared_by = platform.acting() as own
                          from protocol.shelf s left join network.theme t on t.code = s.theme_code
                         order by s.title collate "fr-x-icu", s.id limit 500
                        """)
                .query((row, _) ->
                        new Entry(
                                row.getObject("id", UUID.class),
                                row.getString("by_name"),
                                row.getInt("number"),
                                row.getString("title"),
                                Document.Nature.valueOf(row.getString("nature")),
                                row.getString("theme"),
                                row.getTimestamp("shared_at").toInstant(),
                                row.getBoolean("own")))
                .list();
    }

    /// @param by the structure that shares it
    record Shared(UUID id, String by, int number, Document document) {}

    /// An entry with what it says. Throws `NotFound`.
    Shared get(UUID id) {
        return sql.sql("select id, by_name, number, document from protocol.shelf where id = :id")
                .param("id", id)
                .query((row, _) ->
                        new Shared(
                                row.getObject("id", UUID.class),
                                row.getString("by_name"),
                                row.getInt("number"),
                                documents.of(row.getString("document"))))
                .optional()
                .orElseThrow(() -> new NotFound("protocole partagé", id));
    }

    /// Puts a version on it, in the place of the one shared before. Returns its id.
    UUID put(@Nullable UUID former, String by, int number, Document document, Instant at) {
        if (former != null) remove(former);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into protocol.shelf (id, by_name, number, title, nature, theme_code, document, shared_at)
                        values (:id, :by, :number, :title, :nature, :theme, cast(:document as jsonb), :at)
                        """)
                .param("id", id)
                .param("by", by)
                .param("number", number)
                .param("title", document.title())
                .param("nature", document.nature().name())
                .param("theme", document.theme())
                .param("document", documents.written(document))
                .param("at", Timestamp.from(at))
                .update();
        return id;
    }

    void remove(UUID id) {
        sql.sql("delete from protocol.shelf where id = :id").param("id", id).update();
    }
}

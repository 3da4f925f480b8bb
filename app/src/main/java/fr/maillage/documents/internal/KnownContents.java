package fr.maillage.documents.internal;

import fr.maillage.access.SignedIn;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a person, or the tray, already has: no content is kept twice.
@Component
class KnownContents {

    private final JdbcClient sql;

    KnownContents(JdbcClient sql) {
        this.sql = sql;
    }

    /// A content that a person, or the tray, already has.
    ///
    /// @param removed the document it belongs to was taken out of view
    record Same(UUID document, String title, UUID content, boolean removed) {}

    /// That content, of a person, or of the tray when null; one that is shown first.
    Optional<Same> same(@Nullable UUID patient, byte[] sha256) {
        return sql.sql(
                        """
                        select d.id, d.title, c.id as content, d.removed_at is not null as removed
                        from documents.content c
                        join documents.version v on v.network_id = c.network_id and v.content_id = c.id
                        join documents.document d on d.network_id = v.network_id and d.id = v.document_id
                        where c.sha256 = :sha256 and d.concern_id is null and d.patient_id is not distinct from cast(:patient as uuid)
                        order by d.removed_at nulls first, v.number = d.shown desc limit 1
                        """)
                .param("sha256", sha256)
                .param("patient", patient == null ? null : patient.toString())
                .query((row, _) ->
                        new Same(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                row.getObject("content", UUID.class),
                                row.getBoolean("removed")))
                .optional();
    }

    /// Its title only for those who read all documents: a secretary who brings the same letter
    /// learns that it is there, not under what words.
    static Refusal already(Same same) {
        var reads = SignedIn.find().filter(who -> who.role().clinical()).isPresent();
        return new Refusal.Already(same.document(), reads ? same.title() : null);
    }

    byte[] hash(UUID content) {
        return sql.sql("select sha256 from documents.content where id = :id")
                .param("id", content)
                .query((row, _) -> row.getBytes("sha256"))
                .single();
    }

    /// Two people who bring the same file at the same time are one after the other.
    void lock(@Nullable UUID patient) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param(
                        "what",
                        "documents:"
                                + (patient == null ? DocumentService.network().value() : patient))
                .query((_, _) -> 0)
                .list();
    }
}

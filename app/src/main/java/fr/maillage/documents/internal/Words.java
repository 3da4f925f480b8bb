package fr.maillage.documents.internal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The words by which a document is found: its title, who sent it, what it is, and the text of the
/// version shown.
@Component
class Words {

    private final JdbcClient sql;

    Words(JdbcClient sql) {
        this.sql = sql;
    }

    /// Writes them anew, in the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void rewrite(UUID document) {
        var type =
                sql.sql("select type from documents.document where id = :id")
                        .param("id", document)
                        .query((row, _) -> DocumentType.valueOf(row.getString("type")).label())
                        .single();
        sql.sql("delete from documents.word where document_id = :id")
                .param("id", document)
                .update();
        sql.sql(
                        """
                        insert into documents.word (lexeme, document_id)
                        select distinct w.lexeme, d.id
                        from documents.document d
                        join documents.content c on c.network_id = d.network_id and c.id = d.content_id
                        cross join lateral unnest(tsvector_to_array(
                            to_tsvector('documents.fr', concat_ws(' ', d.title, d.source, :type, c.body)))) as w (lexeme)
                        where d.id = :id and length(w.lexeme) <= 60
                        """)
                .param("type", type)
                .param("id", document)
                .update();
    }
}

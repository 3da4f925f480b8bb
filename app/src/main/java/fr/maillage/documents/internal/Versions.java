package fr.maillage.documents.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.documents.internal.Reception.Good;
import fr.maillage.kernel.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The files a document has had, one after the other: lines that only grow, in the caller's
/// transaction.
@Component
class Versions {

    private final JdbcClient sql;
    private final Clock clock;

    Versions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The first file of a document.
    void first(UUID document, UUID content, Good file) {
        add(document, 1, content, file, null);
    }

    /// Another file, after those it had, with the reason. Returns its number.
    int next(UUID document, UUID content, Good file, String why) {
        var number =
                sql.sql("select max(number) + 1 from documents.version where document_id = :id")
                        .param("id", document)
                        .query((row, _) -> row.getInt(1))
                        .single();
        add(document, number, content, file, why);
        return number;
    }

    private void add(UUID document, int number, UUID content, Good file, @Nullable String why) {
        sql.sql(
                        """
                        insert into documents.version (id, document_id, number, content_id, file_name, why, added_at, added_by_name)
                        values (:id, :document, :number, :content, :name, :why, :now, :by)
                        """)
                .param("id", Ids.next())
                .param("document", document)
                .param("number", number)
                .param("content", content)
                .param("name", file.found().format().named(file.file().name()))
                .param("why", why, java.sql.Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", who())
                .update();
    }

    /// Who brings a file: the application itself when nobody is signed in.
    static String who() {
        return SignedIn.find().map(SignedIn::displayName).orElse("Maillage");
    }
}

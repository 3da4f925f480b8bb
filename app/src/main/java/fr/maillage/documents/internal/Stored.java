package fr.maillage.documents.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document with the version shown, as it is read.
///
/// @param patient null while it waits in the tray
/// @param right the right or measure it is the paper of
record Stored(
        UUID id,
        @Nullable UUID patient,
        DocumentType type,
        String title,
        @Nullable LocalDate dated,
        @Nullable String source,
        List<String> audience,
        @Nullable UUID right,
        int shown,
        Instant depositedAt,
        String depositedBy,
        Instant handledAt,
        @Nullable UUID handledBy,
        @Nullable Instant filedAt,
        @Nullable String filedBy,
        @Nullable Instant removedAt,
        @Nullable String removedBy,
        @Nullable String removedWhy,
        int version,
        UUID content,
        Format format,
        @Nullable Integer pages,
        long size,
        String state,
        String textState,
        String fileName) {

    /// Its columns, for a statement that goes on with [#FROM].
    static final String COLUMNS =
            """
            d.id, d.patient_id, d.type, d.title, d.dated_on, d.source, d.audience, d.right_id, d.shown, d.deposited_at, d.deposited_by_name,
            d.handled_at, d.handled_by, d.filed_at, d.filed_by_name, d.removed_at, d.removed_by_name, d.removed_why, d.version,
            d.content_id, c.media_type, c.pages, c.size, c.state, c.text_state, v.file_name
            """;

    static final String FROM =
            """
             from documents.document d
            join documents.content c on c.network_id = d.network_id and c.id = d.content_id
            join documents.version v on v.network_id = d.network_id and v.document_id = d.id and v.number = d.shown
            """;

    static Stored of(ResultSet row, int number) throws SQLException {
        var filed = row.getTimestamp("filed_at");
        var removed = row.getTimestamp("removed_at");
        return new Stored(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                DocumentType.valueOf(row.getString("type")),
                row.getString("title"),
                row.getObject("dated_on", LocalDate.class),
                row.getString("source"),
                Audience.of(List.of((String[]) row.getArray("audience").getArray())),
                row.getObject("right_id", UUID.class),
                row.getInt("shown"),
                row.getTimestamp("deposited_at").toInstant(),
                row.getString("deposited_by_name"),
                row.getTimestamp("handled_at").toInstant(),
                row.getObject("handled_by", UUID.class),
                filed == null ? null : filed.toInstant(),
                row.getString("filed_by_name"),
                removed == null ? null : removed.toInstant(),
                row.getString("removed_by_name"),
                row.getString("removed_why"),
                row.getInt("version"),
                row.getObject("content_id", UUID.class),
                Format.of(row.getString("media_type")),
                row.getObject("pages", Integer.class),
                row.getLong("size"),
                row.getString("state"),
                row.getString("text_state"),
                row.getString("file_name"));
    }

    boolean removed() {
        return removedAt != null;
    }

    @Override
    public String toString() {
        return "Stored[" + id + "]";
    }
}

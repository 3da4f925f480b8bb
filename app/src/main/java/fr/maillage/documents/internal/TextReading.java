package fr.maillage.documents.internal;

import fr.maillage.documents.DocumentReceived;
import fr.maillage.documents.StoredContents.Missing;
import fr.maillage.documents.StoredContents;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.NightWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the text of documents after they were received, never while somebody waits: as many pages
/// and as long as the settings allow, without a transaction open meanwhile. At night, and at each
/// start, it takes up what was left, and compares every content with its checksum.
@Component
class TextReading implements NightWork {

    private static final Logger log = LoggerFactory.getLogger(TextReading.class);

    /// About a hundred dense pages.
    private static final int MOST = 300_000;

    private static final int LETTERS_OF_A_TEXT = 3;
    private static final int AT_ONCE = 50;

    private final JdbcClient sql;
    private final TransactionTemplate shortly;
    private final StoredContents contents;
    private final PdfFiles pdfs;
    private final Words words;
    private final DocumentsProperties properties;

    TextReading(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            StoredContents contents,
            PdfFiles pdfs,
            Words words,
            DocumentsProperties properties) {
        this.sql = sql;
        this.shortly = new TransactionTemplate(transactions);
        this.contents = contents;
        this.pdfs = pdfs;
        this.words = words;
        this.properties = properties;
    }

    private record ToRead(UUID content, UUID document, String mediaType) {}

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(DocumentReceived event) {
        read(event.document());
    }

    /// Reads the version shown, unless it was read already.
    void read(UUID document) {
        var found =
                Objects.requireNonNull(
                        shortly.execute(_ ->
                                sql.sql(
                                                """
                                                select c.id, d.id as document, c.media_type from documents.document d
                                                join documents.content c on c.network_id = d.network_id and c.id = d.content_id
                                                where d.id = :id and c.text_state = 'A_LIRE'
                                                """)
                                        .param("id", document)
                                        .query((row, _) ->
                                                new ToRead(
                                                        row.getObject("id", UUID.class),
                                                        row.getObject("document", UUID.class),
                                                        row.getString("media_type")))
                                        .list()));
        found.forEach(this::read);
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public void forStructure(NetworkId network) {
        for (var left = left(new UUID(0, 0)); !left.isEmpty(); left = left(last(left)))
            left.forEach(this::read);
        var found = contents.verify();
        if (!found.intact())
            log.error(
                    "documents of structure {}: {} missing {}, {} altered {}",
                    network.value(),
                    found.missing().size(),
                    found.missing(),
                    found.altered().size(),
                    found.altered());
    }

    private static UUID last(List<ToRead> left) {
        return left.getLast().document();
    }

    private List<ToRead> left(UUID after) {
        return Objects.requireNonNull(
                shortly.execute(_ ->
                        sql.sql(
                                        """
                                        select c.id, d.id as document, c.media_type from documents.document d
                                        join documents.content c on c.network_id = d.network_id and c.id = d.content_id
                                        where c.text_state = 'A_LIRE' and d.id > :after order by d.id limit :limit
                                        """)
                                .param("after", after)
                                .param("limit", AT_ONCE)
                                .query((row, _) ->
                                        new ToRead(
                                                row.getObject("id", UUID.class),
                                                row.getObject("document", UUID.class),
                                                row.getString("media_type")))
                                .list()));
    }

    private void read(ToRead one) {
        @Nullable String text;
        try {
            text = text(one);
        } catch (Missing _) {
            return; // the nightly comparison says it; read when it is back
        }
        var state =
                text == null
                        ? "ILLISIBLE"
                        : text.chars().filter(Character::isLetter).count() < LETTERS_OF_A_TEXT
                                ? "SANS_TEXTE"
                                : "LU";
        shortly.executeWithoutResult(_ -> {
            sql.sql("update documents.content set text_state = :state, body = :body where id = :id")
                    .param("state", state)
                    .param("body", state.equals("LU") ? text : null, java.sql.Types.VARCHAR)
                    .param("id", one.content())
                    .update();
            words.rewrite(one.document());
        });
    }

    /// Null when it could not be read.
    private @Nullable String text(ToRead one) {
        var format = Format.of(one.mediaType());
        if (format.image() || format == Format.TIFF) return "";
        try (var in = contents.open(one.content());
                var file = Incoming.of("", in)) {
            return plain(
                    switch (format) {
                        case PDF ->
                                pdfs.text(
                                        file.path(),
                                        properties.textPages(),
                                        MOST,
                                        properties.textTime());
                        case TXT -> {
                            var bytes = Files.readAllBytes(file.path());
                            yield new String(
                                    bytes,
                                    Inspector.utf8(bytes)
                                            ? StandardCharsets.UTF_8
                                            : Charset.forName("windows-1252"));
                        }
                        default -> OfficeFile.text(file.path(), file.size(), MOST);
                    });
        } catch (ExecutionException e) {
            log.warn("the text of content {} could not be read", one.content());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String text) {
        var clean = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ").strip();
        return clean.length() <= MOST ? clean : clean.substring(0, MOST);
    }
}

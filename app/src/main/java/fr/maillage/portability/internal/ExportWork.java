package fr.maillage.portability.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.documents.StoredContents;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.Sha256;
import fr.maillage.network.Networks;
import fr.maillage.platform.DatabaseProperties;
import fr.maillage.platform.LongWork;
import fr.maillage.platform.OpenEntry;
import fr.maillage.platform.Tenancy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes everything a structure owns into one file, as it stood at one moment: the workbook of the
/// caseload, a csv a table, the documents, and what explains them.
@Component
class ExportWork implements LongWork {

    private static final Logger log = LoggerFactory.getLogger(ExportWork.class);

    private final ExportRows exports;
    private final CaseloadOut caseload;
    private final Tables tables;
    private final StoredContents contents;
    private final Networks networks;
    private final DatabaseProperties data;
    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate moment;
    private final TransactionTemplate apart;

    ExportWork(
            ExportRows exports,
            CaseloadOut caseload,
            Tables tables,
            StoredContents contents,
            Networks networks,
            DatabaseProperties data,
            JdbcClient sql,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.exports = exports;
        this.caseload = caseload;
        this.tables = tables;
        this.contents = contents;
        this.networks = networks;
        this.data = data;
        this.sql = sql;
        this.clock = clock;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String name() {
        return "export";
    }

    /// Where the file of an export stands, readable by the application alone.
    Path file(NetworkId network, UUID export) {
        return data.data()
                .resolve("exports")
                .resolve(network.value().toString())
                .resolve(export + ".zip");
    }

    @Override
    public void run(NetworkId network, UUID work) {
        var export =
                Tenancy.of(network)
                        .call(() -> Objects.requireNonNull(apart.execute(_ -> exports.get(work))));
        if (!export.state().equals("EN_COURS")) return;
        SignedIn.atWork(export.askedBy(), export.askedByName(), Role.HEAD, network)
                .run(() -> {
                    try {
                        write(network, work);
                    } catch (RuntimeException | IOException e) {
                        log.error("export {} failed: {}", work, e.getClass().getName());
                        apart.executeWithoutResult(_ -> exports.failed(work, ExportText.FAILED));
                    }
                });
    }

    private void write(NetworkId network, UUID work) throws IOException {
        var file = file(network, work);
        Files.createDirectories(file.getParent());
        var part = file.resolveSibling(work + ".part");
        Files.deleteIfExists(part);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix"))
            Files.createFile(
                    part,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        var digest = Sha256.begin();
        try (var out =
                        new DigestOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(part)), digest);
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            moment.executeWithoutResult(_ -> fill(zip, network, work));
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        var size = Files.size(file);
        apart.executeWithoutResult(
                _ -> exports.ready(work, size, digest.digest(), clock.instant()));
    }

    private void fill(ZipOutputStream zip, NetworkId network, UUID work) {
        try {
            var sources = tables.sources();
            var documents = documents();
            int total = sources.size() + documents.size() + 1;
            int done = 0;
            step(work, ExportText.CASELOAD, done, total);
            entry(zip, ExportText.WORKBOOK);
            caseload.write(new OpenEntry(zip));
            zip.closeEntry();
            done++;
            var lines = new ArrayList<String>();
            for (var source : sources) {
                step(work, ExportText.TABLES, done++, total);
                entry(zip, "tables/" + source.name() + ".csv");
                var writer = new OutputStreamWriter(new OpenEntry(zip), StandardCharsets.UTF_8);
                writer.write('\uFEFF'); // spreadsheets know it is UTF-8
                int count = tables.write(source, writer);
                writer.flush();
                zip.closeEntry();
                lines.add(ExportText.table(source.name(), count));
            }
            done = documents(zip, work, documents, done, total);
            entry(zip, "README.txt");
            zip.write(
                    ExportText.readme(
                                    networks.get(network).name(),
                                    clock.instant(),
                                    lines,
                                    documents.size())
                            .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            step(work, ExportText.END, done, total);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int documents(
            ZipOutputStream zip, UUID work, List<Document> documents, int done, int total)
            throws IOException {
        var index = new StringBuilder("\uFEFF" + ExportText.INDEX + "\r\n");
        for (var document : documents) {
            step(work, ExportText.DOCUMENTS, done++, total);
            var place = "documents/" + document.place();
            var state = "présent";
            try (var in = contents.open(document.content())) {
                entry(zip, place);
                in.transferTo(zip);
                zip.closeEntry();
            } catch (StoredContents.Missing _) {
                state = "introuvable";
            }
            index.append(ExportText.indexed(document, place, state)).append("\r\n");
        }
        entry(zip, "documents/index.csv");
        zip.write(index.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return done;
    }

    /// A version of a document.
    record Document(
            UUID content,
            UUID document,
            @Nullable UUID patient,
            @Nullable String person,
            String type,
            String title,
            int number,
            String fileName) {

        /// A name of its own, that any system takes.
        String place() {
            var plain = fileName.replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip();
            return (patient == null ? "sans-dossier" : patient.toString())
                    + "/"
                    + document.toString().substring(24)
                    + "-v"
                    + number
                    + "-"
                    + (plain.length() > 100 ? plain.substring(plain.length() - 100) : plain);
        }
    }

    private List<Document> documents() {
        return sql.sql(
                        """
                        select f.content_id, f.document_id, f.patient_id, i.display_name, f.type, f.title, f.number, f.file_name
                        from documents.every_file f
                        left join patient.identity i on i.network_id = f.network_id and i.id = f.patient_id
                        order by f.document_id, f.number
                        """)
                .query((row, _) ->
                        new Document(
                                row.getObject("content_id", UUID.class),
                                row.getObject("document_id", UUID.class),
                                row.getObject("patient_id", UUID.class),
                                row.getString("display_name"),
                                row.getString("type"),
                                row.getString("title"),
                                row.getInt("number"),
                                row.getString("file_name")))
                .list();
    }

    private void step(UUID work, String words, int done, int total) {
        if (done % 20 != 0 && done != total) return;
        apart.executeWithoutResult(_ -> exports.progress(work, words, done, total));
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }
}

package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.Source;
import fr.maillage.directory.internal.files.Opened;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Files that no service should fall over: each is refused with what to do, what was in use stays
/// in use, and the next good file is taken. Older encodings, marks, line ends, repeated lines and
/// wrong keys, which are no reason to refuse, are in [PersonsImportTest] and [OtherFilesTest].
@IntegrationTest
class BadInputTest extends PageTest {

    @Autowired DirectoryFiles files;
    @Autowired DirectoryImport loads;
    @Autowired Editions editions;
    @Autowired Owner owner;

    @TempDir Path folder;

    @BeforeEach
    @AfterEach
    void nothing_left() {
        Clear.all(owner);
        Clear.others(owner);
    }

    private static Extraction people() {
        var made = new Extraction();
        for (int i = 0; i < 10; i++)
            made.person("1020000%04d".formatted(i), "NOM" + i, "Paul", "60", "S3", "59178");
        return made;
    }

    private Map<String, Object> edition(UUID id) {
        return sql.sql("select * from directory.edition where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    private Map<String, Object> load(Source source, Path file) {
        return edition(
                files.load(source, file, String.valueOf(file.getFileName()), "Essai", false));
    }

    /// Nothing was lost, pages open, and the next good file is taken.
    private void stands() throws Exception {
        assertThat(sql.sql("select count(*) from directory.activity").query(Integer.class).single())
                .isEqualTo(10);
        assertThat(page(cast.helenHead, "/reglages/annuaire").text()).contains("En service");
        assertThat(load(Source.PERSONNES, people().write(folder)))
                .containsEntry("state", "IDENTIQUE");
        assertThat(
                        sql.sql(
                                        "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'directory' and c.relname like '%next'")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    /// Lines without end, from one array: what is read is never kept.
    private static final class Endless extends InputStream {
        private final byte[] header;
        private final byte[] line;
        private long given;

        Endless(String header, String line) {
            this.header = header.getBytes(StandardCharsets.UTF_8);
            this.line = line.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            var at = given++;
            return at < header.length
                    ? header[(int) at]
                    : line[(int) ((at - header.length) % line.length)];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            for (int i = 0; i < length; i++) into[from + i] = (byte) read();
            return length;
        }

        long given() {
            return given;
        }
    }

    @Test
    void a_text_without_end_is_stopped_by_the_size_setting_and_fills_no_memory() throws Exception {
        load(Source.PERSONNES, people().write(folder));
        var text = people().text("\n");
        int cut = text.indexOf('\n') + 1;
        long most = 96L << 20;
        for (var source : List.of(Source.PERSONNES, Source.SAVOIR_FAIRE)) {
            var header =
                    source == Source.PERSONNES
                            ? text.substring(0, cut)
                            : "Type d'identifiant PP|Identifiant PP|Code profession|Libellé profession|Code savoir-faire|Libellé savoir-faire|\n";
            var line =
                    source == Source.PERSONNES
                            ? text.substring(cut)
                            : "8|10100000017|10|Médecin|SM18|Gériatrie|\n";
            var endless = new Endless(header, line);
            System.gc();
            long before = used();
            var id = editions.begin(source, "sans-fin.txt", "Essai", 0);

            loads.run(
                    id,
                    source,
                    () -> Opened.of(endless, "sans-fin.txt", most),
                    "sans-fin.txt",
                    false);

            assertThat(edition(id))
                    .containsEntry("state", "REFUSEE")
                    .containsEntry("why", "TOO_LARGE");
            // read up to the setting and not beyond a buffer
            assertThat(endless.given()).isBetween(most, most + (2L << 20));
            System.gc();
            assertThat(used() - before).isLessThan(most / 2);
        }
        stands();
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void an_archive_that_unfolds_without_measure_is_stopped_for_every_file() throws Exception {
        load(Source.PERSONNES, people().write(folder));
        for (var source : List.of(Source.PERSONNES, Source.FINESS)) {
            var bomb = folder.resolve(source + ".zip");
            try (var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
                out.putNextEntry(new ZipEntry("donnees.txt"));
                var text =
                        source == Source.PERSONNES
                                ? people().text("\n")
                                : "finess;etalab;91;2026-05-04\n";
                out.write(text.getBytes(StandardCharsets.UTF_8));
                var zeros =
                        (("structureet;" + "0".repeat(1_000) + "\n").repeat(100))
                                .getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 1_000; i++) out.write(zeros);
            }
            assertThat(Files.size(bomb)).isLessThan(1L << 20);
            assertThat(load(source, bomb))
                    .containsEntry("state", "REFUSEE")
                    .containsEntry("why", "BOMB");
        }
        stands();
    }

    @Test
    void what_is_no_text_is_refused_with_what_to_do() throws Exception {
        load(Source.PERSONNES, people().write(folder));
        var file = folder.resolve("essai.txt");

        Files.write(file, ("\uFEFF" + people().text("\n")).getBytes(StandardCharsets.UTF_16LE));
        var wide = load(Source.PERSONNES, file);
        assertThat(wide).containsEntry("why", "UNREADABLE");
        assertThat(page(cast.helenHead, "/reglages/annuaire/" + wide.get("id")).text())
                .contains("Son encodage (UTF-16) n’est pas lu", "enregistrez-le en UTF-8");

        var noise = new byte[200_000];
        new java.util.Random(7).nextBytes(noise);
        noise[0] = 'x';
        Files.write(file, noise);
        assertThat(load(Source.PERSONNES, file)).containsEntry("state", "REFUSEE");

        Files.write(file, new byte[0]);
        assertThat(load(Source.FINESS, file)).containsEntry("why", "EMPTY");
        assertThat(load(Source.COMMUNES, file)).containsEntry("why", "NO_YEAR");

        var text = people().text("\n").getBytes(StandardCharsets.UTF_8);
        Files.write(file, Arrays.copyOf(text, text.length - 40));
        assertThat(load(Source.PERSONNES, file)).containsEntry("why", "CUT");

        Files.writeString(
                file, people().text("\n").replaceFirst("Code profession", "Nom d'exercice"));
        assertThat(load(Source.PERSONNES, file)).containsEntry("why", "COLUMN_TWICE");
        stands();
    }

    @Test
    void a_file_that_is_not_there_is_told_and_stops_nothing() throws Exception {
        load(Source.PERSONNES, people().write(folder));
        var absent = load(Source.PERSONNES, folder.resolve("absent.txt"));
        assertThat(absent).containsEntry("state", "REFUSEE").containsEntry("why", "ABSENT");
        assertThat(page(cast.helenHead, "/reglages/annuaire/" + absent.get("id")).text())
                .contains("Il n’est pas là où il est dit", "absent.txt");
        assertThat(load(Source.PERSONNES, folder)).containsEntry("why", "ABSENT");
        var ours = load(Source.ANNUAIRE_FHIR, people().write(folder));
        assertThat(ours).containsEntry("state", "ECHEC").containsEntry("why", "BUG");
        assertThat(page(cast.helenHead, "/reglages/annuaire/" + ours.get("id")).text())
                .contains("Arrêté avant la fin, rien n’a changé.", "C’est une faute de Maillage");
        stands();
    }

    @Test
    void a_line_longer_than_any_line_is_refused_before_it_fills_the_memory() throws IOException {
        var endless = new Endless("Type d'identifiant PP|Identifiant PP|", "x");
        var id = editions.begin(Source.SAVOIR_FAIRE, "longue.txt", "Essai", 0);
        loads.run(
                id,
                Source.SAVOIR_FAIRE,
                () -> Opened.of(endless, "longue.txt", 1L << 40),
                "longue.txt",
                false);
        assertThat(edition(id)).containsEntry("why", "LINE_TOO_LONG");
        assertThat(endless.given()).isLessThan(8L << 20);
    }
}

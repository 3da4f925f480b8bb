package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.Source;
import fr.maillage.directory.internal.files.Opened;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.web.FormRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/// What a file, the disk or somebody beside may do in the middle of an import: a good file is taken
/// all the same, and what is said of a bad one says what to do.
@IntegrationTest
class RiskyFilesTest extends PageTest {

    @Autowired DirectoryFiles files;
    @Autowired DirectoryImport loads;
    @Autowired Editions editions;
    @Autowired Uploads uploads;
    @Autowired Owner owner;

    @TempDir Path folder;

    @BeforeEach
    @AfterEach
    void nothing_left() {
        Clear.all(owner);
        Clear.others(owner);
    }

    private static Extraction people(int many) {
        return people(many, "S3");
    }

    private static Extraction people(int many, String site) {
        var made = new Extraction();
        for (int i = 0; i < many; i++)
            made.person("1020000%04d".formatted(i), "NOM" + i, "Paul", "60", site, "59178");
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

    private Map<String, Object> load(Source source, String name, String... lines)
            throws IOException {
        return load(
                source, Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n"));
    }

    private List<String> all(String query) {
        return sql.sql(query).query((row, _) -> row.getString(1)).list();
    }

    private List<String> remarks(Map<String, Object> edition) {
        return sql.sql(
                        "select reason || coalesce(' ' || line, '') || coalesce(' ' || detail, '') from directory.edition_fault where edition_id = :id order by rank")
                .param("id", edition.get("id"))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Path zip(String name, Map<String, String> entries) throws IOException {
        var file = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void a_null_character_in_a_label_a_type_or_a_heading_stops_no_import() throws IOException {
        var made = people(4);
        made.line(
                "Type d'identifiant PP",
                "8",
                "Identifiant PP",
                "10100000777",
                "Nom d'exercice",
                "NUL\0LE",
                "Prénom d'exercice",
                "Zoé",
                "Code profession",
                "60",
                "Libellé profession",
                "Infir\0mier",
                "Code rôle",
                "R\0",
                "Libellé rôle",
                "Rôle");
        made.raw(
                made.text("\n").lines().skip(1).findFirst().orElseThrow().replaceFirst("8", "9\0"));

        var edition = load(Source.PERSONNES, made.write(folder));

        assertThat(edition).containsEntry("state", "FAITE").containsEntry("added", 5L);
        assertThat(remarks(edition)).contains("IDENTIFIER_TYPE 7 9");
        assertThat(all("select family_name from directory.activity where pp_id = '10100000777'"))
                .containsExactly("NUL LE");

        var heading = people(1).text("\n").replaceFirst("Libellé profession", "Code\0profession");
        assertThat(load(Source.PERSONNES, Files.writeString(folder.resolve("x.txt"), heading)))
                .containsEntry("state", "REFUSEE");
    }

    @Test
    void what_a_remark_names_is_short_whatever_the_line_holds() throws IOException {
        var made = people(2);
        var good = made.text("\n").lines().skip(1).findFirst().orElseThrow();
        made.raw(good.replaceFirst("8", "x".repeat(5_000)));
        var edition = load(Source.PERSONNES, made.write(folder));
        assertThat(edition).containsEntry("state", "FAITE");
        assertThat(remarks(edition))
                .filteredOn(r -> r.startsWith("IDENTIFIER_TYPE"))
                .singleElement()
                .satisfies(r -> assertThat(r).hasSizeLessThan(110).endsWith("…"));
    }

    @Test
    void codes_without_end_fill_no_memory() throws IOException {
        var made =
                new StringBuilder(
                        "Type d'identifiant PP|Identifiant PP|Code profession|Libellé profession|Code savoir-faire|Libellé savoir-faire|\n");
        for (int i = 0; i < Terms.MOST + 500; i++)
            made.append("8|10100000017|10|Médecin|X").append(i).append("|Savoir-faire|\n");
        assertThat(load(Source.SAVOIR_FAIRE, Files.writeString(folder.resolve("s.txt"), made)))
                .containsEntry("state", "FAITE")
                .containsEntry("added", (long) Terms.MOST + 500);
        assertThat(
                        sql.sql(
                                        "select count(*) from directory.term where kind = 'SAVOIR_FAIRE' and label = 'Savoir-faire'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(Terms.MOST);
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "delete from directory.term where kind = 'SAVOIR_FAIRE' and label = 'Savoir-faire'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_workbook_is_told_as_such_whatever_its_name() throws IOException {
        var xlsx =
                zip(
                        "PS_LibreAcces_Personne_activite_1.txt",
                        Map.of(
                                "[Content_Types].xml",
                                "<Types/>",
                                "xl/workbook.xml",
                                "<workbook/>"));
        assertThat(load(Source.PERSONNES, xlsx)).containsEntry("why", "WORKBOOK");
        var xls = Files.write(folder.resolve("f.csv"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11});
        var edition = load(Source.FINESS, xls);
        assertThat(edition).containsEntry("why", "WORKBOOK");
        assertThat(LoadText.told(editions.get((UUID) edition.get("id"))))
                .contains("C’est un classeur (Excel)", "sans les ouvrir dans un tableur");
    }

    @Test
    void an_archive_under_a_password_is_told_as_such() throws IOException {
        var zip = zip("etalab-cs1100502-stock-20260512.zip", Map.of("etalab-cs1100502.csv", "x"));
        var bytes = Files.readAllBytes(zip);
        // the flag of encryption, before the entry and in the list of the end
        for (int i = 0; i + 10 < bytes.length; i++)
            if (bytes[i] == 'P' && bytes[i + 1] == 'K') {
                if (bytes[i + 2] == 3 && bytes[i + 3] == 4) bytes[i + 6] |= 1;
                if (bytes[i + 2] == 1 && bytes[i + 3] == 2) bytes[i + 8] |= 1;
            }
        var edition = load(Source.FINESS, Files.write(zip, bytes));
        assertThat(edition).containsEntry("why", "LOCKED");
        assertThat(LoadText.told(editions.get((UUID) edition.get("id"))))
                .contains("protégée par un mot de passe", "dépliez-la");
    }

    @Test
    void archives_as_they_are_published_and_as_some_systems_make_them_are_read()
            throws IOException {
        var mac =
                zip(
                        "PS_LibreAcces.zip",
                        Map.of(
                                "PS_LibreAcces_Personne_activite_1.txt", people(3).text("\n"),
                                "__MACOSX/._PS_LibreAcces_Personne_activite_1.txt", "x",
                                ".DS_Store", "x",
                                "PS_LibreAcces_SavoirFaire_1.txt", "y"));
        assertThat(load(Source.PERSONNES, mac))
                .containsEntry("state", "FAITE")
                .containsEntry("added", 3L);
        assertThat(Opened.sources(mac))
                .containsExactlyInAnyOrder(Source.PERSONNES, Source.SAVOIR_FAIRE);

        // the archive of the official geographic code holds four lists of communes
        var cog =
                zip(
                        "cog_ensemble_2026_csv.zip",
                        Map.of(
                                "v_commune_2026.csv", "a",
                                "v_commune_comer_2026.csv", "b",
                                "v_commune_depuis_1943.csv", "c",
                                "v_commune_outremer_depuis_1943.csv", "d",
                                "v_mvt_commune_2026.csv", "e"));
        assertThat(Opened.sources(cog)).containsExactlyInAnyOrder(Source.COMMUNES, Source.FUSIONS);
        assertThat(load(Source.COMMUNES, cog)).containsEntry("why", "NO_HEADER");
        assertThat(load(Source.FUSIONS, cog)).containsEntry("why", "NO_HEADER");
    }

    @Test
    void who_reads_the_names_then_the_activities_at_the_switch_neither_waits_nor_stops_it()
            throws Exception {
        load(Source.PERSONNES, people(20).write(folder));
        var reading = new CountDownLatch(1);
        try (var beside = Executors.newSingleThreadExecutor();
                var reader = owner.connect();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from directory.name");
            var import2 =
                    beside.submit(() -> {
                        reading.countDown();
                        return load(Source.PERSONNES, people(20, "S9").write(folder));
                    });
            reading.await();
            // the import stands at its switch, held by this reader
            for (int i = 0; i < 200 && !switching(); i++) Thread.sleep(20);
            Thread.sleep(1_500);
            statement.execute("select count(*) from directory.activity");
            reader.commit();

            assertThat(import2.get(30, TimeUnit.SECONDS)).containsEntry("state", "FAITE");
        }
        assertThat(all("select distinct site_id from directory.activity")).containsExactly("S9");
    }

    private boolean switching() {
        return sql.sql(
                                "select count(*) from directory.edition where state = 'EN_COURS' and step = 'SWITCHING'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void two_files_at_once_are_taken_one_after_the_other() throws Exception {
        load(Source.PERSONNES, people(10).write(folder));
        var first = people(11).write(folder);
        var second = people(12).write(folder);
        try (var two = Executors.newFixedThreadPool(2)) {
            var a = two.submit(() -> load(Source.PERSONNES, first));
            var b = two.submit(() -> load(Source.PERSONNES, second));
            assertThat(a.get(60, TimeUnit.SECONDS).get("state")).isEqualTo("FAITE");
            assertThat(b.get(60, TimeUnit.SECONDS).get("state")).isEqualTo("FAITE");
        }
        assertThat(sql.sql("select count(*) from directory.activity").query(Integer.class).single())
                .isBetween(11, 12);
        assertThat(
                        sql.sql(
                                        "select coalesce(sum(people), 0) from directory.name where kind = 'f'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(
                        sql.sql("select count(*) from directory.activity")
                                .query(Integer.class)
                                .single());
    }

    @Test
    void a_disk_that_is_full_is_said_and_nothing_changes() throws IOException {
        load(Source.PERSONNES, people(5).write(folder));
        var id = editions.begin(Source.PERSONNES, "x.txt", "Essai", 0);
        loads.run(
                id,
                Source.PERSONNES,
                () -> {
                    throw new IOException("No space left on device");
                },
                "x.txt",
                false);
        assertThat(edition(id)).containsEntry("state", "ECHEC").containsEntry("why", "NO_ROOM");
        assertThat(LoadText.told(editions.get(id)))
                .contains("arrêté avant la fin, rien n’a changé. Le disque est plein");
        assertThat(Stop.of(new RuntimeException(new SQLException("x", "53100"))))
                .isEqualTo(Stop.NO_ROOM);
        assertThat(Stop.of(new SQLException("x", "57P01"))).isEqualTo(Stop.DATABASE);
        assertThat(Stop.of(new IOException("x"))).isEqualTo(Stop.DISK);
        assertThat(load(Source.PERSONNES, people(5).write(folder)))
                .containsEntry("state", "IDENTIQUE");
    }

    @Test
    void a_file_the_disk_does_not_take_is_refused_with_a_sentence_and_leaves_nothing() {
        var sent =
                new MockMultipartFile("file", "x.txt", "text/plain", new byte[] {1}) {
                    @Override
                    public void transferTo(Path to) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        assertThatThrownBy(() -> uploads.receive(Source.PERSONNES, sent, "x.txt", "Essai", false))
                .isInstanceOf(FormRefused.class);
    }

    @Test
    void what_a_killed_node_left_on_the_disk_goes_a_day_later() throws IOException {
        var old = Files.createFile(folder.resolve(Uploads.PREFIX + "1.recu"));
        var other = Files.createFile(folder.resolve("autre.recu"));
        var fresh = Files.createFile(folder.resolve(Uploads.PREFIX + "2.hash"));
        var before =
                FileTime.from(
                        Files.getLastModifiedTime(folder).toInstant().minus(Duration.ofHours(30)));
        Files.setLastModifiedTime(old, before);
        Files.setLastModifiedTime(other, before);
        Uploads.leftovers(folder);
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        String.valueOf(other.getFileName()), String.valueOf(fresh.getFileName()));
    }

    private static final String TODAY =
            "Type de BAL|Adresse BAL|Type Identifiant PP|Identifiant PP|Identification nationale PP|Type identifiant structure|Identification Structure|Service de rattachement|Civilité d'exercice|Nom d'exercice|Prénom d'exercice|Catégorie profession|Libellé de catégorie profession|Code Profession|Libellé Profession|Code savoir-faire|Libellé savoir-faire|Dématérialisation|Raison Sociale structure BAL|Enseigne commerciale structure BAL|L2COMPLEMENTLOCALISATION|L3COMPLEMENTDISTRIBUTION|L4NUMEROVOIE|L4COMPLEMENTNUMEROVOIE|NL4TYPEVOIE|L4LIBELLEVOIE|L5LIEUDITMENTION|L6LIGNEACHEMINEMENT|Code postal|Département|Pays|";

    private static String box(String kind, String address, String rpps, String structure) {
        return "%s|%s|%s|%s|%s|FINESS|%s|||NOM|Anne|C|Civil|10|Médecin|||O|||||||||||59500|59|FR|"
                .formatted(
                        kind,
                        address,
                        rpps.isEmpty() ? "" : "8",
                        rpps,
                        rpps.isEmpty() ? "" : "8" + rpps,
                        structure);
    }

    private void organization(String finess, String source) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into directory.organization (finess, name, kind, kind_label, source) values ('%s', 'À LA MAIN', 'CLIC', 'CLIC', '%s')"
                            .formatted(finess, source));
        }
    }

    @Test
    void the_mailboxes_are_read_under_the_headings_of_today() throws Exception {
        for (var finess : List.of("590000014", "590000022", "590000048"))
            organization(finess, "FINESS");
        var edition =
                load(
                        Source.MSSANTE,
                        "extraction-correspondance-mssante.txt",
                        TODAY,
                        box("PER", "Anne.MOREL@medecin.mssante.fr", "10100000017", "590000014"),
                        box("PER", "anne.morel@medecin.mssante.fr", "10100000017", "1590000022"),
                        box("ORG", "accueil@ght.mssante.fr", "", "590000014"),
                        box("ORG", "accueil@ght.mssante.fr", "", "1590000022"),
                        box("ORG", "cabinet@selarl.mssante.fr", "", "49940088500020"));
        assertThat(edition)
                .containsEntry("state", "FAITE")
                .containsEntry("added", 1L)
                .containsEntry("changed", 2L);
        // a mailbox of a structure without a FINESS number has nobody here to stand beside
        assertThat(remarks(edition))
                .filteredOn(r -> !r.startsWith("RPPS_KEY"))
                .containsExactly("IDENTIFIER_TYPE 6");
        assertThat(all("select concat_ws(' ', pp_id, address, finess) from directory.mailbox"))
                .containsExactly("10100000017 anne.morel@medecin.mssante.fr 590000014");
        assertThat(structures())
                .containsExactly(
                        "590000014 accueil@ght.mssante.fr",
                        "590000022 accueil@ght.mssante.fr",
                        "590000048");

        // a mailbox that was closed leaves nobody's letter in the void
        assertThat(
                        load(
                                Source.MSSANTE,
                                "m.txt",
                                TODAY,
                                box("PER", "anne.morel@medecin.mssante.fr", "10100000017", ""),
                                box("ORG", "nouveau@ght.mssante.fr", "", "590000014")))
                .containsEntry("state", "FAITE");
        assertThat(structures())
                .containsExactly("590000014 nouveau@ght.mssante.fr", "590000022", "590000048");
        // and a file of people alone says nothing of structures
        load(
                Source.MSSANTE,
                "m.txt",
                TODAY,
                box("PER", "anne.morel@medecin.mssante.fr", "10100000017", ""));
        assertThat(structures()).contains("590000014 nouveau@ght.mssante.fr");
    }

    private List<String> structures() {
        return all(
                "select concat_ws(' ', finess, mssante) from directory.organization where source = 'FINESS' order by finess");
    }

    private static String structure(String finess, String name, String department, String inside) {
        return "structureet;%s;590000001;%s;%s;;;12;R;DES LILAS;;;%s;%s;NORD;59500 DOUAI;0327000001;;127;Libellé;1;Lib;;8610Z;01;ARS;1;PSPH;2001-02-03;2001-02-03;2026-01-01;"
                .formatted(finess, name, name, inside, department);
    }

    @Test
    void quoted_names_islands_and_an_edition_without_places() throws IOException {
        var first =
                load(
                        Source.FINESS,
                        "etalab-cs1100507-stock-20260512-0339.csv",
                        "finess;etalab;111;2026-05-12",
                        structure(
                                "590000014",
                                "\"LIEU DE VIE \"\"LES LILAS; DOUAI\"\"\"",
                                "59",
                                "178"),
                        structure("590000022", "RESIDENCE \"L'AUTRE\" DOUAI", "59", "178"),
                        structure("970000014", "\"MARQUE SEULE", "9A", "127"),
                        structure("970102018", "PMI", "9A", "123"),
                        structure("980600027", "HOPITAL DE SIA", "9J", "613"),
                        "geolocalisation;590000014;705699.10;7030428.11;1,IGN,LAMBERT_93;2026-01-01");
        assertThat(first).containsEntry("state", "FAITE").containsEntry("wrong", 0L);
        assertThat(
                        all(
                                "select concat_ws(' / ', finess, name, commune_code, latitude) from directory.organization where source = 'FINESS' order by finess"))
                .containsExactly(
                        "590000014 / LIEU DE VIE \"LES LILAS; DOUAI\" / 59178 / 50.37150",
                        "590000022 / RESIDENCE \"L'AUTRE\" DOUAI / 59178",
                        "970000014 / \"MARQUE SEULE / 97801",
                        "970102018 / PMI / 97701",
                        "980600027 / HOPITAL DE SIA / 98613");

        var without =
                load(
                        Source.FINESS,
                        "etalab-cs1100502-stock-20260512-0339.csv",
                        "finess;etalab;111;2026-05-12",
                        structure(
                                "590000014",
                                "\"LIEU DE VIE \"\"LES LILAS; DOUAI\"\"\"",
                                "59",
                                "178"),
                        structure("590000022", "RESIDENCE \"L'AUTRE\" DOUAI", "59", "178"),
                        structure("970000014", "\"MARQUE SEULE", "9A", "127"),
                        structure("970102018", "PMI", "9A", "123"),
                        structure("980600027", "HOPITAL DE SIA", "9J", "613"));
        assertThat(without).containsEntry("state", "IDENTIQUE");
        assertThat(all("select latitude from directory.organization where finess = '590000014'"))
                .containsExactly("50.37150");
    }

    @Test
    void the_same_file_in_another_encoding_or_with_other_line_ends_changes_nothing()
            throws IOException {
        var made = people(3).person("10100000777", "LEFÈVRE", "Zoé", "60", "S3", "59178");
        assertThat(load(Source.PERSONNES, made.write(folder))).containsEntry("state", "FAITE");
        assertThat(load(Source.PERSONNES, made.write(folder, StandardCharsets.ISO_8859_1, "\r\n")))
                .containsEntry("state", "IDENTIQUE");
        var marked = Files.writeString(folder.resolve("marque.txt"), "\uFEFF" + made.text("\r\n"));
        assertThat(load(Source.PERSONNES, marked)).containsEntry("state", "IDENTIQUE");
    }
}

package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.Practitioners;
import fr.maillage.directory.Source;
import fr.maillage.kernel.Rpps;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.TestWorld.Cast;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class PersonsImportTest {

    private static final String ANNE = "10100000017";
    private static final String ZEPHIRINE = "10100000777";
    private static final String OTHER = "10100000025";

    @Autowired DirectoryFiles files;
    @Autowired Cast cast;
    @Autowired Practitioners practitioners;
    @Autowired JdbcClient sql;
    @Autowired Owner owner;
    @Autowired Editions editions;

    @TempDir Path folder;

    /// The tests of other modules find an empty directory again.
    @BeforeEach
    @AfterEach
    void nothing_left() {
        Clear.all(owner);
    }

    private Extraction two() {
        return new Extraction()
                .person(ANNE, "MOREL", "Anne", "10", "S1", "59178")
                .person(ZEPHIRINE, "BÉTHENCOURT-DŒUF", "Zéphirine", "60", "S2", "59178");
    }

    private Map<String, Object> load(Path file) {
        return load(file, false);
    }

    private Map<String, Object> load(Path file, boolean confirmed) {
        return edition(files.load(Source.PERSONNES, file, "extraction.txt", "Essai", confirmed));
    }

    private Map<String, Object> edition(UUID id) {
        return sql.sql("select * from directory.edition where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    private List<String> remarks(Map<String, Object> edition) {
        return sql.sql(
                        "select reason || coalesce(' ' || line, '') || coalesce(' ' || detail, '') from directory.edition_fault where edition_id = :id order by rank")
                .param("id", edition.get("id"))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> movements(Map<String, Object> edition) {
        return sql.sql(
                        "select pp_id || ' ' || kind from directory.movement where edition_id = :id order by 1")
                .param("id", edition.get("id"))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void a_file_is_searchable_and_the_same_file_changes_nothing() throws IOException {
        var file = two().write(folder);

        assertThat(load(file)).containsEntry("state", "FAITE").containsEntry("added", 2L);

        var anne = practitioners.find(new Rpps(ANNE)).orElseThrow();
        assertThat(anne.familyName()).isEqualTo("MOREL");
        assertThat(anne.professionLabel()).isEqualTo("Médecin");
        assertThat(anne.address()).isEqualTo("12 B Rue DES LILAS");
        assertThat(practitioners.near("bethencourt", 5))
                .extracting("rpps")
                .containsExactly(ZEPHIRINE);
        assertThat(practitioners.near("zephirine betencourt", 5))
                .extracting("rpps")
                .contains(ZEPHIRINE);
        assertThat(practitioners.near("doeuf", 5)).extracting("rpps").containsExactly(ZEPHIRINE);

        assertThat(load(file))
                .containsEntry("state", "IDENTIQUE")
                .containsEntry("added", 0L)
                .containsEntry("removed", 0L);
    }

    @Test
    void the_next_edition_says_who_came_who_left_and_who_moved() throws IOException {
        var many = two();
        for (int i = 0; i < 40; i++)
            many.person("1020000%04d".formatted(i), "NOM" + i, "Paul", "60", "S3", "59178");
        load(many.write(folder));

        var next = new Extraction().person(ANNE, "MOREL", "Anne", "10", "S9", "59178");
        for (int i = 0; i < 40; i++)
            next.person("1020000%04d".formatted(i), "NOM" + i, "Paul", "60", "S3", "59178");
        next.person(OTHER, "NOUVELLE", "Lise", "60", "S3", "59178");
        var edition = load(next.write(folder));

        assertThat(edition).containsEntry("added", 2L).containsEntry("removed", 2L);
        assertThat(movements(edition))
                .containsExactly(ANNE + " DEMENAGE", OTHER + " NOUVEAU", ZEPHIRINE + " PARTI");
        assertThat(practitioners.find(new Rpps(ZEPHIRINE))).isEmpty();
        assertThat(practitioners.near("nouvele", 5)).extracting("rpps").containsExactly(OTHER);
    }

    @Test
    void a_wrong_line_is_told_with_its_number_and_stops_nothing() throws IOException {
        var file =
                two().raw("8|10100000033|trop court|")
                        .person("101", "COURT", "Luc", "60", "S1", "59178")
                        .person(OTHER, "", "Luc", "60", "S1", "59178")
                        .person(OTHER, "CLÉ", "Luc", "60", "S1", "99999")
                        .again()
                        .write(folder);

        var edition = load(file);

        assertThat(edition)
                .containsEntry("state", "FAITE")
                .containsEntry("lines", 7L)
                .containsEntry("wrong", 4L);
        assertThat(remarks(edition))
                .contains("COLUMNS 4 3", "IDENTIFIER 5", "NAME 6", "TWICE 7", "COMMUNE 99999");
        assertThat(practitioners.find(new Rpps(OTHER))).isPresent();
    }

    @Test
    void a_number_whose_key_is_wrong_is_taken_with_a_remark() throws IOException {
        var edition =
                load(
                        new Extraction()
                                .person("10100000018", "CLEF", "Luc", "60", "S1", "59178")
                                .write(folder));

        assertThat(edition)
                .containsEntry("state", "FAITE")
                .containsEntry("wrong", 0L)
                .containsEntry("warned", 1L);
        assertThat(remarks(edition)).containsExactly("RPPS_KEY 2 10100000018");
    }

    @Test
    void a_name_of_punctuation_alone_is_nobodys() throws IOException {
        var edition =
                load(
                        two().person(OTHER, "'-’", "Luc", "60", "S1", "59178")
                                .person("10100000041", "—", "Luc", "60", "S1", "59178")
                                .write(folder));

        assertThat(edition).containsEntry("state", "FAITE").containsEntry("wrong", 2L);
        assertThat(remarks(edition)).contains("NAME 4", "NAME 5");
    }

    @Test
    void an_edition_that_changes_most_of_the_lines_is_the_same_in_use_as_one_that_changes_few()
            throws IOException {
        load(
                new Extraction()
                        .person(ZEPHIRINE, "BÉTHENCOURT", "Zéphirine", "60", "S2", "59178")
                        .person(OTHER, "AUTRE", "Luc", "60", "S2", "59178")
                        .write(folder));
        var other = new Extraction();
        for (int i = 0; i < 4; i++)
            other.person("1020000%04d".formatted(i), "NOM" + i, "Paul", "60", "S3", "59178");
        var file = other.write(folder);

        assertThat(load(file)).containsEntry("added", 4L).containsEntry("removed", 2L);
        // the hashes of the first pass served the second: the same file is known line by line
        assertThat(load(file)).containsEntry("state", "IDENTIQUE");
        assertThat(practitioners.find(new Rpps("10200000002"))).isPresent();
        assertThat(practitioners.find(new Rpps(OTHER))).isEmpty();
    }

    @Test
    void older_encodings_ends_of_line_marks_and_columns_are_read() throws IOException {
        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)) {
            load(
                    new Extraction()
                            .without(
                                    "Code rôle",
                                    "Libellé rôle",
                                    "Code genre activité",
                                    "Libellé genre activité")
                            .person(ZEPHIRINE, "BÉTHENCOURT", "Zéphirine", "60", "S2", "59178")
                            .write(folder, charset, "\r\n"));

            assertThat(practitioners.find(new Rpps(ZEPHIRINE)).orElseThrow().givenName())
                    .as(charset.name())
                    .isEqualTo("Zéphirine");
            Clear.all(owner);
        }
        var marked = folder.resolve("bom.txt");
        Files.write(marked, ("\uFEFF" + two().text("\n")).getBytes(StandardCharsets.UTF_8));
        assertThat(load(marked)).containsEntry("state", "FAITE").containsEntry("wrong", 0L);
    }

    @Test
    void what_became_of_a_file_is_told_in_words() throws IOException {
        assertThat(told(two().again().write(folder)))
                .isEqualTo(
                        "Annuaire : Professionnels et activités, en service : 2 lignes nouvelles, 0 disparue, 3 en tout. Lignes écartées : 1. Remarques : 3.");
        assertThat(told(two().without("Nom d'exercice").write(folder)))
                .contains("rien n’a changé", "Il manque des colonnes : « Nom d'exercice »");
        assertThat(
                        told(
                                new Extraction()
                                        .person(ANNE, "MOREL", "Anne", "10", "S1", "59178")
                                        .write(folder)))
                .contains(
                        "(1 contre 2)",
                        "donnez-le à nouveau",
                        "--maillage.directory.confirmed=true");
    }

    private String told(Path file) {
        return LoadText.told(
                        editions.get(
                                files.load(
                                        Source.PERSONNES, file, "extraction.txt", "Essai", false)))
                .replace('\u00a0', ' ');
    }

    @Test
    void an_import_nobody_speaks_for_any_more_is_told_as_stopped_by_any_node() throws Exception {
        var id = editions.begin(Source.PERSONNES, "extraction.txt", "Essai", 0);
        var killed = UUID.randomUUID();
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into directory.edition (id, source, file_name, begun_at, author, alive_at) values ('%s', 'FINESS', 'x.csv', now(), 'Autre nœud', now() - interval '89 s')"
                            .formatted(killed));
            // the lock of a killed import outlives it as long as its last statement
            statement.execute(
                    "select pg_advisory_lock(hashtextextended('directory.import', 0)); update directory.edition set alive_at = now() - interval '10 min' where id = '%s'"
                            .formatted(id));

            editions.beat();

            assertThat(edition(id)).containsEntry("state", "EN_COURS");
            assertThat(edition(killed)).containsEntry("state", "EN_COURS");
            statement.execute(
                    "update directory.edition set alive_at = now() - interval '91 s' where id = '%s'"
                            .formatted(killed));
        }
        editions.beat();

        assertThat(edition(id)).containsEntry("state", "EN_COURS");
        assertThat(edition(killed))
                .containsEntry("state", "ECHEC")
                .containsEntry("why", "APPLICATION");
        assertThat(LoadText.told(editions.get(killed)))
                .contains("L’application s’est arrêtée pendant la lecture");
        editions.failed(id, Stop.DATABASE);
        editions.beat();
        assertThat(edition(id)).containsEntry("state", "ECHEC").containsEntry("why", "DATABASE");
    }

    @Test
    void a_file_that_lost_a_fifth_is_refused_unless_somebody_knows() throws IOException {
        var many = new Extraction();
        for (int i = 0; i < 10; i++)
            many.person("1020000%04d".formatted(i), "NOM" + i, "Paul", "60", "S3", "59178");
        load(many.write(folder));
        var few = new Extraction();
        for (int i = 0; i < 7; i++)
            few.person("1020000%04d".formatted(i), "NOM" + i, "Paul", "60", "S3", "59178");
        var file = few.write(folder);

        assertThat(load(file)).containsEntry("state", "REFUSEE").containsEntry("why", "SHRUNK");
        assertThat(count()).isEqualTo(10);
        assertThat(load(file, true)).containsEntry("state", "FAITE").containsEntry("removed", 3L);
        assertThat(count()).isEqualTo(7);
    }

    private int count() {
        return sql.sql("select count(*) from directory.activity").query(Integer.class).single();
    }

    @Test
    void what_is_no_such_file_is_refused_and_what_was_there_stays() throws IOException {
        load(two().write(folder));
        var text = two().text("\n");

        refused("EMPTY", "");
        refused("NO_HEADER", "a;b;c\n1;2;3\n");
        refused("COLUMNS_MISSING", two().without("Nom d'exercice").text("\n"));
        refused("NO_LINE", text.substring(0, text.indexOf('\n') + 1));
        refused("CUT", text.substring(0, text.length() - 60));
        refused("LINE_TOO_LONG", text + "x".repeat(200_000));

        var zip = folder.resolve("cut.zip");
        zip(zip, "PS_LibreAcces_Personne_activite_1.txt", text.getBytes(StandardCharsets.UTF_8));
        var whole = Files.readAllBytes(zip);
        Files.write(zip, java.util.Arrays.copyOf(whole, whole.length - 30));
        assertThat(load(zip)).containsEntry("why", "CUT");
        assertThat(count()).isEqualTo(2);
    }

    private void refused(String why, String text) throws IOException {
        var file = Files.writeString(folder.resolve("wrong.txt"), text);
        assertThat(load(file)).as(why).containsEntry("state", "REFUSEE").containsEntry("why", why);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void the_archive_as_published_is_read_and_one_made_to_fill_a_disk_is_not() throws IOException {
        var zip = folder.resolve("PS_LibreAcces.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var name :
                    List.of(
                            "PS_LibreAcces_SavoirFaire_1.txt",
                            "PS_LibreAcces_Personne_activite_1.txt")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(two().text("\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(load(zip)).containsEntry("state", "FAITE").containsEntry("added", 2L);

        var bomb = folder.resolve("bomb.zip");
        var header = two().text("\n");
        try (var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("PS_LibreAcces_Personne_activite_1.txt"));
            out.write(header.getBytes(StandardCharsets.UTF_8));
            var line =
                    ("8|" + "0".repeat(1_000) + "\n").repeat(100).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_200; i++) out.write(line);
        }
        assertThat(load(bomb)).containsEntry("state", "REFUSEE").containsEntry("why", "BOMB");
        assertThat(count()).isEqualTo(2);
    }

    private static void zip(Path file, String name, byte[] content) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
    }

    @Test
    void what_a_structure_knows_of_somebody_is_never_touched() throws IOException {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into partners.knowledge (ref, kind, skills, changed_at, changed_by) values (:anne, 'PROFESSIONNEL', 'plaies', now(), 'Essai')
                                        on conflict do nothing
                                        """)
                                .param("anne", ANNE)
                                .update());
        load(two().write(folder));
        load(
                new Extraction()
                        .person(ANNE, "MOREL-DUVAL", "Anne", "10", "S9", "59178")
                        .person(ZEPHIRINE, "BÉTHENCOURT-DŒUF", "Zéphirine", "60", "S2", "59178")
                        .write(folder));
        load(two().write(folder), true);

        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select skills || version from partners.knowledge where ref = :anne")
                                                .param("anne", ANNE)
                                                .query((row, _) -> row.getString(1))
                                                .list()))
                .containsExactly("plaies1");
    }
}

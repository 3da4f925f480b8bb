package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.Source;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

/// A folder that a scheduled task fills and nobody watches.
@IntegrationTest
class DropFolderTest extends PageTest {

    private static final String SKILLS =
            "Type d'identifiant PP|Identifiant PP|Code profession|Libellé profession|Code savoir-faire|Libellé savoir-faire|\n8|10100000017|10|Médecin|SM18|Gériatrie|\n";

    @Autowired DirectoryImport files;
    @Autowired Editions editions;
    @Autowired ImportProperties properties;
    @Autowired Sources sources;
    @Autowired Announcements announcements;
    @Autowired Owner owner;

    @TempDir Path folder;

    @BeforeEach
    @AfterEach
    void nothing_left() {
        Clear.all(owner);
        Clear.others(owner);
    }

    private DropFolder drop() {
        return drop(files);
    }

    private DropFolder drop(DirectoryImport files) {
        return new DropFolder(
                new ImportProperties(
                        DataSize.ofMegabytes(10),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        folder,
                        LocalTime.of(0, 40),
                        false),
                files,
                editions);
    }

    private List<String> editions() {
        return sql.sql(
                        "select source || ' ' || state || ' ' || author || ' ' || file_name from directory.edition order by begun_at, id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Extraction people(int many) {
        var made = new Extraction();
        for (int i = 0; i < many; i++)
            made.person("1020000%04d".formatted(i), "NOM" + i, "Paul", "60", "S3", "59178");
        return made;
    }

    private List<String> there(String inside) {
        var names =
                folder.resolve(inside)
                        .toFile()
                        .list((dir, name) -> dir.toPath().resolve(name).toFile().isFile());
        return names == null ? List.of() : List.of(names).stream().sorted().toList();
    }

    @Test
    void each_night_what_was_put_there_is_loaded_by_its_name_and_put_aside() throws IOException {
        try (var out =
                new ZipOutputStream(
                        Files.newOutputStream(folder.resolve("PS_LibreAcces_202605310734.zip")))) {
            out.putNextEntry(new ZipEntry("PS_LibreAcces_SavoirFaire_202605310734.txt"));
            out.write(SKILLS.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("PS_LibreAcces_Personne_activite_202605310734.txt"));
            out.write(people(5).text("\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("etalab-cs1100502-stock-20260512.csv"), "autre\n");
        Files.writeString(folder.resolve("PS_LibreAcces_Personne_activite_2.txt.part"), "en route");
        Files.writeString(folder.resolve("notes.doc"), "rien");

        assertThat(drop().waiting().orElseThrow())
                .isEqualTo(new DropFolder.Waiting(2, List.of("notes.doc")));
        drop().run();

        assertThat(editions())
                .containsExactly(
                        "PERSONNES FAITE Dossier de dépôt PS_LibreAcces_202605310734.zip",
                        "SAVOIR_FAIRE FAITE Dossier de dépôt PS_LibreAcces_202605310734.zip",
                        "FINESS REFUSEE Dossier de dépôt etalab-cs1100502-stock-20260512.csv");
        assertThat(there("pris")).containsExactly("PS_LibreAcces_202605310734.zip");
        assertThat(there("refuses")).containsExactly("etalab-cs1100502-stock-20260512.csv");
        assertThat(there("."))
                .containsExactly("PS_LibreAcces_Personne_activite_2.txt.part", "notes.doc");

        // the next night there is nothing to do
        drop().run();
        assertThat(editions()).hasSize(3);
    }

    @Test
    void of_two_weeks_the_later_is_in_use_and_the_last_seven_files_are_kept() throws IOException {
        for (int i = 1; i <= 9; i++)
            Files.writeString(
                    folder.resolve("PS_LibreAcces_Personne_activite_" + i + ".txt"),
                    people(10 + i).text("\n"));
        drop().run();
        assertThat(editions()).hasSize(9).last().asString().contains("activite_9.txt");
        assertThat(sql.sql("select count(*) from directory.activity").query(Integer.class).single())
                .isEqualTo(19);
        assertThat(there("pris")).hasSize(7);
    }

    @Test
    void a_folder_that_is_not_there_or_not_set_stops_nothing() throws IOException {
        var file = Files.writeString(folder.resolve("fichier"), "x");
        var gone =
                new DropFolder(
                        new ImportProperties(
                                DataSize.ofMegabytes(10),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                file,
                                LocalTime.of(0, 40),
                                false),
                        files,
                        editions);
        gone.run();
        assertThat(gone.waiting()).isEmpty();
        assertThat(gone.name()).isEqualTo("dossier");
        assertThat(gone.at()).isEqualTo(LocalTime.of(0, 40));
        assertThat(editions()).isEmpty();
    }

    @Test
    void a_file_that_was_refused_and_not_given_again_stays_in_sight() throws Exception {
        var file = Files.writeString(folder.resolve("x.txt"), "autre\n");
        files.load(Source.FINESS, file, "x.txt", "Essai", false);
        assertThat(page(cast.helenHead, "/reglages/annuaire").select("main .notice").text())
                .contains(
                        "Le dernier fichier « Établissements (FINESS) »",
                        "a été refusé",
                        "Voir pourquoi");
        files.load(Source.PERSONNES, people(3).write(folder), "p.txt", "Essai", false);
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update directory.edition set begun_at = begun_at - interval '50 days' where source = 'PERSONNES'");
        }
        assertThat(page(cast.helenHead, "/reglages/annuaire").select("main .notice").text())
                .contains("Les professionnels en service sont ceux du fichier donné il y a 50 j");
    }

    @Test
    void a_file_that_the_database_stopped_is_read_again_the_next_night() throws IOException {
        Files.writeString(
                folder.resolve("PS_LibreAcces_Personne_activite_1.txt"), people(4).text("\n"));
        var night =
                new DirectoryImport(
                        () -> {
                            throw new java.sql.SQLException("down", "57P03");
                        },
                        editions,
                        properties,
                        sources,
                        announcements);
        drop(night).run();
        assertThat(there(".")).containsExactly("PS_LibreAcces_Personne_activite_1.txt");
        assertThat(editions()).singleElement().asString().startsWith("PERSONNES ECHEC");
        drop().run();
        assertThat(there("pris")).containsExactly("PS_LibreAcces_Personne_activite_1.txt");
    }
}

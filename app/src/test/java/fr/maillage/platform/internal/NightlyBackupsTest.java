package fr.maillage.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.access.SignedIn;
import fr.maillage.platform.BackupProperties;
import fr.maillage.platform.DatabaseProperties;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// The backup of the night: read again before it counts, the oldest removed, a failure noted and
/// seen by the head of the structure.
@IntegrationTest
class NightlyBackupsTest {

    @Autowired Cast cast;

    @Autowired DatabaseConfiguration.Server server;

    @Autowired DatabaseProperties database;

    @Autowired Environment environment;

    @Autowired JdbcClient sql;

    @Autowired MovableClock clock;

    @Autowired MockMvc mvc;

    @TempDir Path folder;

    @BeforeEach
    void noBackupYet() {
        clock.reset();
        sql.sql("delete from platform.backup_run").update();
    }

    @Test
    void a_backup_is_read_again_and_the_oldest_goes() throws Exception {
        var old = Files.createFile(folder.resolve("maillage-2020-01-01-023000.zip"));
        var foreign = Files.createFile(folder.resolve("maillage-notes.zip"));

        backups(folder).run();

        var run = backups(folder).latest().getFirst();
        assertThat(run.failure()).isNull();
        assertThat(run.rows()).isGreaterThan(100);
        assertThat(folder.resolve(run.file())).hasSize(run.bytes());
        try (var archive = Archive.verified(folder.resolve(run.file()))) {
            assertThat(archive.manifest().rows()).isEqualTo(run.rows());
            assertThat(archive.manifest().modules()).containsKeys("platform", "careplan");
        }
        assertThat(old).doesNotExist();
        assertThat(foreign).exists();

        var bytes =
                BackupTest.spoilt(
                        Files.readAllBytes(folder.resolve(run.file())), "tables/network.network");
        var spoilt = Files.write(folder.resolve("maillage-2026-01-01-023000.zip"), bytes);
        assertThatThrownBy(() -> NightlyBackups.verify(spoilt)).isInstanceOf(BackupFailed.class);
        assertThat(spoilt).as("what does not read whole is not kept").doesNotExist();
    }

    @Test
    void a_failure_is_noted_in_a_sentence_that_the_head_reads() throws Exception {
        var file = Files.createFile(folder.resolve("pas-un-dossier"));

        backups(file).run();

        assertThat(backups(file).latest().getFirst().failure()).contains("ne peut pas être écrite");
        assertThat(read(cast.helenHead)).contains("ne peut pas être écrite");
        assertThat(
                        mvc.perform(get("/reglages/sauvegardes").with(user(cast.sophieSecretary)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void an_installation_without_a_folder_says_so() throws Exception {
        assertThat(read(cast.helenHead))
                .contains("Aucune sauvegarde automatique", "--maillage.backup.folder");
    }

    private String read(SignedIn who) throws Exception {
        return Jsoup.parse(
                        mvc.perform(get("/reglages/sauvegardes").with(user(who)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .text();
    }

    private NightlyBackups backups(Path folder) {
        return new NightlyBackups(
                new BackupProperties(folder, LocalTime.of(2, 30), 1, null, null),
                database,
                server,
                environment,
                sql,
                clock);
    }
}

package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.maillage.directory.DirectoryChanged;
import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.Source;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A professional of a circle leaves the national directory: who follows the person hears of it,
/// each structure for its own.
@IntegrationTest
class CircleDepartureTest extends PageTest {

    private static final String LUC = "10300000012";
    private static final String ZOE = "10300000020";

    @Autowired Owner owner;
    @Autowired DirectoryFiles files;
    @Autowired ApplicationEventPublisher events;
    @Autowired PlatformTransactionManager transactions;

    @TempDir Path folder;

    @BeforeEach
    @AfterEach
    void nothing_left() {
        Clear.all(owner);
    }

    private UUID load(String... without) throws IOException {
        var made = new Extraction();
        for (int i = 0; i < 40; i++)
            made.person("1020000%04d".formatted(i), "NOM" + i, "Paul", "60", "S3", "59178");
        if (!List.of(without).contains(LUC))
            made.person(LUC, "LEFEVRE", "Luc", "60", "S1", "59178");
        if (!List.of(without).contains(ZOE)) made.person(ZOE, "MARTIN", "Zoé", "70", "S1", "59178");
        return files.load(Source.PERSONNES, made.write(folder), "essai.txt", "Essai", false);
    }

    private void joins(Followed followed, String rpps, String name, String until) {
        cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (patient_id, kind, actor_group, role, name, profession, rpps, since, until, parts)
                                        values (:patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, 'Infirmier', :rpps,
                                                '2026-01-05', cast(:until as date), '{SOINS}')
                                        """)
                                .param("patient", followed.patient().value())
                                .param("name", name)
                                .param("rpps", rpps)
                                .param("until", until)
                                .update());
    }

    private List<String> tasks(Followed followed) {
        return cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        """
                                        select t.title || ' / ' || case when t.assigned_to = :coordinator then 'à elle' else 'à personne' end || coalesce(' / ' || t.outcome, '')
                                          from followup.task t where t.patient_id = :patient order by t.created_at, t.id
                                        """)
                                .param("patient", followed.patient().value())
                                .param("coordinator", followed.coordinator().member())
                                .query((row, _) -> row.getString(1).replace('\u00a0', ' '))
                                .list());
    }

    private void settled(Followed followed, int wanted) {
        await().atMost(Duration.ofSeconds(20)).until(() -> tasks(followed).size() >= wanted);
    }

    @Test
    void one_task_a_file_to_who_follows_it_in_each_structure_and_over_when_they_are_back()
            throws IOException {
        var douai = cast.newFollowed(cast.douai, 2, 30);
        var calais = cast.newFollowed(cast.calais, 2, 30);
        var past = cast.newFollowed(cast.douai, 2, 30);
        joins(douai, LUC, "Luc LEFEVRE", null);
        joins(douai, ZOE, "Zoé MARTIN", null);
        joins(calais, LUC, "Luc LEFEVRE", null);
        joins(past, LUC, "Luc LEFEVRE", "2026-05-01");
        load();

        var left = load(LUC, ZOE);

        settled(douai, 1);
        settled(calais, 1);
        assertThat(tasks(douai))
                .containsExactly(
                        "N’est plus à l’annuaire national : Luc LEFEVRE, Zoé MARTIN. Vérifier le cercle et qui prend la suite / à elle");
        assertThat(tasks(calais))
                .containsExactly(
                        "N’est plus à l’annuaire national : Luc LEFEVRE. Vérifier le cercle et qui prend la suite / à elle");
        assertThat(tasks(past)).isEmpty();

        // told twice: nothing more
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> events.publishEvent(new DirectoryChanged(left)));
        load(ZOE);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tasks(calais).getFirst().endsWith("De retour à l’annuaire national"));
        assertThat(tasks(calais)).hasSize(1);
        // one of the two is still away
        assertThat(tasks(douai)).hasSize(1);
        assertThat(tasks(douai).getFirst()).endsWith("/ à elle");

        // away again: that is news
        load(LUC, ZOE);
        settled(calais, 2);
        assertThat(tasks(calais).getLast()).endsWith("/ à elle");
    }
}

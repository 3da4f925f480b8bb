package fr.maillage.faults;

import fr.maillage.careplan.internal.PlanActs;
import fr.maillage.followup.CatchUp;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.portability.Takeovers;
import fr.maillage.portability.internal.Launch;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The region on which works are killed: plans of March with what was done since, alerts of May to
/// bring up to date and to resolve, files twice, a list that was tried and waits to be taken over.
final class Preparation {

    private static final int PERSONS_OF_THE_LIST = 8;

    private final Cast cast;
    private final JdbcClient sql;
    private final MovableClock clock;
    private final PlanActs plans;
    private final CatchUp alerts;
    private final List<Object[]> kept = new ArrayList<>();
    private final BeanFactory beans;

    Preparation(BeanFactory beans, Runnable heard) {
        this.beans = beans;
        cast = beans.getBean(Cast.class);
        sql = beans.getBean(JdbcClient.class);
        clock = beans.getBean(MovableClock.class);
        plans = new PlanActs(beans, heard);
        alerts = beans.getBean(CatchUp.class);
    }

    /// Everything; the names of who is concerned, for [Work.World].
    List<Object[]> write() {
        keep("network", cast.douai.value());
        keep("network", cast.calais.value());
        keep("claire", cast.claireCoordinator.accountId());
        keep("claire", member());
        keep("head", cast.helenHead.accountId());
        clock.goTo(LocalDateTime.of(2026, 3, 2, 9, 0));
        for (int i = 0; i < 2; i++) keep("planned", planned(cast.douai, "PLAN", i));
        for (int i = 0; i < 4; i++) keep("double", planned(cast.douai, "DOUBLE", i));
        planned(cast.calais, "AILLEURS", 0);
        clock.goTo(LocalDateTime.of(2026, 5, 4, 9, 0));
        cast.in(cast.douai, alerts::follow);
        cast.in(cast.calais, alerts::follow);
        lived();
        clock.reset();
        keep("takeover", waiting());
        return kept;
    }

    private void keep(String role, UUID id) {
        kept.add(new Object[] {role, id});
    }

    private UUID member() {
        return Objects.requireNonNull(cast.claireCoordinator.memberId());
    }

    private UUID planned(NetworkId network, String name, int rank) {
        Followed followed = cast.newFollowed(network, 2 + rank % 2, 30);
        PatientId patient = followed.patient();
        cast.in(
                network,
                () ->
                        sql.sql("update patient.patient set birth_name = :name where id = :id")
                                .param("name", name + (char) ('A' + rank))
                                .param("id", patient.value())
                                .update());
        followed.coordinator()
                .run(() ->
                        plans.inForce(
                                patient,
                                1,
                                Objects.requireNonNull(followed.coordinator().memberId())));
        return patient.value();
    }

    /// Half of what was due was done, one alert has lost its cause.
    private void lived() {
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    """
                                    update followup.occurrence set status = 'FAIT', done_on = due_on, marked_by = 'Claire', marked_at = :now
                                     where due_on < '2026-04-13'
                                    """)
                            .param("now", java.sql.Timestamp.from(clock.instant()))
                            .update();
                    return sql.sql(
                                    """
                                    insert into followup.alert (rule, subject_id, patient_id, title, raised_at, due_on, urgency)
                                    select 'RELAIS_SANS_ACCUSE', gen_random_uuid(), id, 'Sans cause', :now, '2026-05-01', 1 from patient.patient
                                    """)
                            .param("now", java.sql.Timestamp.from(clock.instant()))
                            .update();
                });
    }

    private UUID waiting() {
        var list =
                new StringBuilder(
                        "N° dossier;Nom;Prénom;Sexe;Date de naissance;CP;Ville;Téléphone;Situation;Date d'inclusion;Thème;Niveau;Prochaine réévaluation;Consentement;Date consentement;Forme;Intervenant 1;Profession intervenant 1;Intervention 1;Intervention 1 date;Intervention 1 rythme;Droit 1;Droit 1 état;Droit 1 début;Droit 1 fin\n");
        for (int i = 0; i < PERSONS_OF_THE_LIST; i++)
            list.append(
                    "K%d;REPRISE%s;Odile;F;%02d/02/1951;59500;Douai;03270000%02d;Suivie;01/03/2024;Gérontologie;2;01/09/2026;oui;01/03/2024;écrit;Infirmière %d;Infirmière;Passage;10/06/2026;tous les mois;APA;accordé;01/01/2026;01/01/2027\n"
                            .formatted(i, (char) ('A' + i), i + 1, i, i));
        var takeover = new UUID[1];
        cast.helenHead.run(() -> {
            takeover[0] =
                    beans.getBean(Takeovers.class)
                            .tried("reprise.csv", list.toString().getBytes(StandardCharsets.UTF_8));
            Launch.of(beans, takeover[0]);
        });
        return takeover[0];
    }
}

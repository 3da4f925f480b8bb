package fr.maillage.bench;

import static fr.maillage.bench.Bench.OUT;
import static fr.maillage.bench.Bench.since;

import fr.maillage.followup.AlertSweep;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Owner;
import fr.maillage.platform.Tenancy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The sweep at the size of the country, structure by structure and by the role of the application,
/// beside one warm sequential scan of the same tables by the same role: with every cause to find, a
/// second time (nothing may change), and after a change of one plan in a hundred.
///
/// `-Dstructures=700 -Dplans=1000 -Dacts=3`: smaller ones for a try. The data stay in
/// `target/sweepvar`.
public final class SweepBenchmark {

    private static final int STRUCTURES = Integer.getInteger("structures", 700);
    private static final int PLANS = Integer.getInteger("plans", 1_000);
    private static final int ACTS = Integer.getInteger("acts", 3);
    private static final int TIMES = 3;

    /// What the rules read.
    private static final List<String> TABLES =
            List.of(
                    "patient.patient",
                    "casefile.support",
                    "casefile.level_change",
                    "casefile.stay",
                    "casefile.entitlement",
                    "careplan.pps",
                    "careplan.intervention",
                    "careplan.goal",
                    "assessment.problem",
                    "assessment.score",
                    "agenda.appointment",
                    "intake.referral",
                    "intake.urgency",
                    "intake.handover",
                    "followup.occurrence",
                    "followup.contact_patient",
                    "followup.alert");

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final AlertSweep sweep;
    private final List<NetworkId> networks;

    private SweepBenchmark(
            JdbcClient sql,
            TransactionTemplate transaction,
            AlertSweep sweep,
            List<NetworkId> networks) {
        this.sql = sql;
        this.transaction = transaction;
        this.sweep = sweep;
        this.networks = networks;
    }

    /// See [SweepBenchmark].
    public static void main(String[] args) throws Exception {
        try (var application =
                Bench.start(
                        "maillage.data=target/sweepvar",
                        "maillage.demonstration=false",
                        "maillage.as-of=2026-06-02")) {
            new NationalRegion(application.getBean(Owner.class), STRUCTURES, PLANS, ACTS).fill();
            var sql = application.getBean(JdbcClient.class);
            new SweepBenchmark(
                            sql,
                            new TransactionTemplate(
                                    application.getBean(PlatformTransactionManager.class)),
                            application.getBean(AlertSweep.class),
                            sql.sql("select id from network.network order by id")
                                    .query((row, _) -> new NetworkId(row.getObject(1, UUID.class)))
                                    .list())
                    .run();
        }
    }

    private void run() {
        size();
        scan(); // warm
        double[] floors = new double[TIMES];
        for (int i = 0; i < TIMES; i++) floors[i] = scan();
        double floor = median(floors);
        OUT.printf(Locale.ROOT, "Plancher : %.2f s, médiane de %d%n", floor, TIMES);

        double first = everywhere("Premier balayage", _ -> sweep.whole());
        told("Premier balayage", first, floor);
        double[] again = new double[TIMES];
        for (int i = 0; i < TIMES; i++) again[i] = everywhere("Encore", _ -> unchanged());
        told("Balayage complet, rien de nouveau (but : 5)", median(again), floor);
        double[] after = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            int turn = i;
            everywhere("Un plan sur cent change", _ -> change(turn));
            after[i] = everywhere("Après", _ -> sweep.changed());
        }
        told("Après le changement d’un plan sur cent (but : 0,5)", median(after), floor);
        everywhere("Tout le monde, pour vérifier", _ -> unchanged());
    }

    /// Everybody, when there must be nothing to do.
    private void unchanged() {
        var found = sweep.whole();
        if (found.raised() + found.refreshed() + found.resolved() > 0)
            throw new IllegalStateException("a second sweep found something: " + found);
    }

    private void told(String what, double seconds, double floor) {
        OUT.printf(
                Locale.ROOT,
                "%s : %.2f s, %.2f fois le plancher ; %.1f ms par structure ; %d alertes ouvertes%n",
                what,
                seconds,
                seconds / floor,
                seconds * 1_000 / networks.size(),
                alerts());
    }

    /// Seconds of one pass over every structure, and its slowest.
    private double everywhere(String what, Consumer<NetworkId> work) {
        double slowest = 0;
        var begun = System.nanoTime();
        for (var network : networks) {
            var one = System.nanoTime();
            Tenancy.of(network)
                    .run(() -> transaction.executeWithoutResult(_ -> work.accept(network)));
            slowest = Math.max(slowest, since(one));
        }
        double all = since(begun);
        OUT.printf(
                Locale.ROOT, "  %s : %.2f s, la plus lente %.0f ms%n", what, all, slowest * 1_000);
        return all;
    }

    /// Every page of every table once, by the application's role: its policies let nothing through,
    /// but look at each line. One process.
    private double scan() {
        return Tenancy.of(new NetworkId(new UUID(0, 0)))
                .call(() ->
                        Objects.requireNonNull(
                                transaction.execute(_ -> {
                                    for (var setting :
                                            List.of(
                                                    "enable_indexscan = off",
                                                    "enable_indexonlyscan = off",
                                                    "enable_bitmapscan = off",
                                                    "max_parallel_workers_per_gather = 0"))
                                        sql.sql("set local " + setting).update();
                                    var begun = System.nanoTime();
                                    for (var table : TABLES)
                                        sql.sql("select count(*) from " + table)
                                                .query(Long.class)
                                                .single();
                                    return since(begun);
                                })));
    }

    /// Of one plan in a hundred an act is done, what is to come moves by a day, and somebody
    /// called.
    private void change(int turn) {
        var persons =
                sql.sql(
                                """
                                select patient_id from casefile.open_support where status = 'ACTIF' order by patient_id
                                """)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        var some = new UUID[persons.size() / 100];
        for (int i = 0; i < some.length; i++) some[i] = persons.get(i * 100 + turn);
        sql.sql(
                        """
                        update followup.occurrence o set status = 'FAIT', done_on = o.due_on, marked_by = 'Dominique', marked_at = now()
                         where o.patient_id = any (:some) and o.status = 'PREVU' and o.due_on <= date '2026-06-02'
                        """)
                .param("some", some)
                .update();
        sql.sql(
                        """
                        update followup.occurrence o set due_on = o.due_on + 1, due_until = o.due_until + 1, late_after = o.late_after + 1
                         where o.patient_id = any (:some) and o.status = 'PREVU'
                        """)
                .param("some", some)
                .update();
        sql.sql(
                        """
                        with made as (
                          insert into followup.contact (at, channel, direction, who, reached, author_name)
                          select date '2026-06-02', 'TELEPHONE', 'SORTANT', p.id::text, 'JOINT', 'Dominique' from unnest(:some) p(id) returning id, who, at)
                        insert into followup.contact_patient (contact_id, patient_id, at) select id, who::uuid, at from made
                        """)
                .param("some", some)
                .update();
    }

    private long alerts() {
        long all = 0;
        for (var network : networks)
            all +=
                    Tenancy.of(network)
                            .call(() ->
                                    Objects.requireNonNull(
                                            transaction.execute(_ ->
                                                    sql.sql(
                                                                    "select count(*) from followup.alert where status in ('OUVERTE', 'EN_PAUSE')")
                                                            .query((row, _) -> row.getLong(1))
                                                            .single())));
        return all;
    }

    private void size() {
        for (var table : TABLES)
            sql.sql(
                            "select reltuples, pg_table_size(oid), pg_indexes_size(oid) from pg_class where oid = cast(:table as regclass)")
                    .param("table", table)
                    .query((row, _) -> {
                        OUT.printf(
                                Locale.ROOT,
                                "  %-26s %,12.0f lignes, %,7d Mo, index %,7d Mo%n",
                                table,
                                row.getDouble(1),
                                row.getLong(2) >> 20,
                                row.getLong(3) >> 20);
                        return 0;
                    })
                    .list();
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

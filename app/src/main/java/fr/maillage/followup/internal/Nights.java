package fr.maillage.followup.internal;

import fr.maillage.followup.AlertSweep;
import fr.maillage.kernel.NetworkId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The night of one structure after the other. Each begins, dates its acts, is swept, and is done
/// in one transaction with its figures: killed before, it begins again; killed after, it is passed
/// by. Everybody is looked at once a week and whenever the rules change, otherwise those for whom
/// something may have changed ([Sweep]).
@Component
class Nights {

    /// Everybody is looked at again after that many days, whatever was noted.
    static final int WHOLE_EVERY_DAYS = 7;

    private static final int KEPT_DAYS = 60;

    private final JdbcClient sql;
    private final Sweep sweep;
    private final Occurrences occurrences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Nights(
            JdbcClient sql,
            Sweep sweep,
            Occurrences occurrences,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sql = sql;
        this.sweep = sweep;
        this.occurrences = occurrences;
        transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Tonight for one structure, under its context.
    void pass(NetworkId network) {
        pass(network, _ -> {});
    }

    /// @param before the end, in its transaction; a test stops the night there
    void pass(NetworkId network, Consumer<NetworkId> before) {
        var night = LocalDate.now(clock);
        if (passed(network, night)) {
            sweep.changed();
            return;
        }
        transaction.executeWithoutResult(_ -> begin(network, night));
        try {
            occurrences.extend();
            transaction.executeWithoutResult(_ -> {
                var began = System.nanoTime();
                var figures = wholeIsDue(night) ? sweep.whole() : sweep.changed();
                before.accept(network);
                note(night, figures, (int) ((System.nanoTime() - began) / 1_000_000));
                end(network, night, true);
            });
        } catch (RuntimeException e) {
            transaction.executeWithoutResult(_ -> end(network, night, false));
            throw e;
        }
    }

    private boolean passed(NetworkId network, LocalDate night) {
        return sql.sql(
                        "select exists (select 1 from followup.night where structure_id = :structure and night = :night and done_at is not null)")
                .param("structure", network.value())
                .param("night", night)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// Progress of nights long past says nothing any more.
    private void begin(NetworkId network, LocalDate night) {
        sql.sql("delete from followup.night where structure_id = :structure and night < :since")
                .param("structure", network.value())
                .param("since", night.minusDays(KEPT_DAYS))
                .update();
        sql.sql(
                        """
                        insert into followup.night (structure_id, night, started_at) values (:structure, :night, :now)
                        on conflict (structure_id, night) do update set started_at = excluded.started_at, failed_at = null
                        """)
                .param("structure", network.value())
                .param("night", night)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private boolean wholeIsDue(LocalDate night) {
        return sql.sql(
                        "select not exists (select 1 from followup.sweep_state where full_on > :since)")
                .param("since", night.minusDays(WHOLE_EVERY_DAYS))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private void note(LocalDate night, AlertSweep.Figures figures, int millis) {
        sql.sql(
                        """
                        insert into followup.sweep_run (night, whole, persons, raised, refreshed, resolved, millis)
                        values (:night, :whole, :persons, :raised, :refreshed, :resolved, :millis)
                        on conflict (network_id, night) do update set whole = excluded.whole, persons = excluded.persons, raised = excluded.raised,
                          refreshed = excluded.refreshed, resolved = excluded.resolved, millis = excluded.millis
                        """)
                .param("night", night)
                .param("whole", figures.whole())
                .param("persons", figures.persons())
                .param("raised", figures.raised())
                .param("refreshed", figures.refreshed())
                .param("resolved", figures.resolved())
                .param("millis", millis)
                .update();
    }

    /// It passed, or stopped on a fault.
    private void end(NetworkId network, LocalDate night, boolean passed) {
        sql.sql(
                        """
                        update followup.night set done_at = case when :passed then cast(:now as timestamptz) else done_at end,
                               failed_at = case when :passed then null else cast(:now as timestamptz) end
                         where structure_id = :structure and night = :night
                        """)
                .param("passed", passed)
                .param("now", Timestamp.from(clock.instant()))
                .param("structure", network.value())
                .param("night", night)
                .update();
    }
}

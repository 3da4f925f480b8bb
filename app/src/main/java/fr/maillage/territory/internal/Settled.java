package fr.maillage.territory.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.NightWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A redraw prepared for a later day holds from that day on: what the rest of the application reads
/// is brought to today, once a day.
@Component
class Settled implements NightWork {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicReference<@Nullable LocalDate> last = new AtomicReference<>();

    Settled(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "zones du jour";
    }

    @Override
    public void forStructure(NetworkId network) {
        var today = LocalDate.now(clock);
        if (today.equals(last.getAndSet(today))) return;
        transaction.executeWithoutResult(_ ->
                sql.sql("select territory.settle(:today)").param("today", today).query(_ -> {}));
    }
}

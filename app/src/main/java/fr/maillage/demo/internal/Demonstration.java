package fr.maillage.demo.internal;

import fr.maillage.platform.ClockProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What happens at the first start of an installation: the demonstration region is loaded, or the
/// installation is marked as a real one. Before the web server opens, so that nobody ever sees half
/// a region. Later starts change nothing.
@Component
class Demonstration implements SmartLifecycle {

    private final ClockProperties properties;
    private final JdbcClient sql;
    private final Loader loader;
    private final FirstAccount firstAccount;
    private final long seed;
    private final double size;
    private volatile boolean running;

    Demonstration(
            ClockProperties properties,
            JdbcClient sql,
            Loader loader,
            FirstAccount firstAccount,
            @Value("${maillage.demonstration.seed:20260602}") long seed,
            @Value("${maillage.demonstration.size:1}") double size) {
        this.properties = properties;
        this.sql = sql;
        this.loader = loader;
        this.firstAccount = firstAccount;
        this.seed = seed;
        this.size = size;
    }

    @Override
    public void start() {
        running = true;
        if (!known()) {
            if (properties.demonstration()) {
                loader.load(seed, size);
            } else {
                sql.sql(
                                "insert into platform.installation (demonstration) values (false) on conflict do nothing")
                        .update();
            }
        }
        firstAccount.createIfAsked();
    }

    private boolean known() {
        return sql.sql("select count(*) from platform.installation")
                        .query((row, _) -> row.getInt(1))
                        .single()
                > 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0; // the web server’s phase is far above
    }
}

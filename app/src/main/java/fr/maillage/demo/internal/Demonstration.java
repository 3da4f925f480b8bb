package fr.maillage.demo.internal;

import fr.maillage.followup.CatchUp;
import fr.maillage.indicators.Publications;
import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Networks;
import fr.maillage.platform.ClockProperties;
import fr.maillage.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
    private final OperatorAccount operator;
    private final Networks networks;
    private final CatchUp alerts;
    private final Publications publications;
    private final TakeoverPart takeovers;
    private final Clock clock;
    private final long seed;
    private final double size;
    private volatile boolean running;

    Demonstration(
            ClockProperties properties,
            JdbcClient sql,
            Loader loader,
            FirstAccount firstAccount,
            OperatorAccount operator,
            Networks networks,
            CatchUp alerts,
            Publications publications,
            TakeoverPart takeovers,
            Clock clock,
            @Value("${maillage.demonstration.seed:20260602}") long seed,
            @Value("${maillage.demonstration.size:1}") double size) {
        this.properties = properties;
        this.sql = sql;
        this.loader = loader;
        this.firstAccount = firstAccount;
        this.operator = operator;
        this.networks = networks;
        this.alerts = alerts;
        this.publications = publications;
        this.takeovers = takeovers;
        this.clock = clock;
        this.seed = seed;
        this.size = size;
    }

    @Override
    public void start() {
        running = true;
        if (!known()) {
            if (properties.demonstration()) {
                loader.load(seed, size);
                takeovers.write(networks());
                warn();
                publish();
            } else {
                sql.sql(
                                "insert into platform.installation (demonstration) values (false) on conflict do nothing")
                        .update();
            }
        }
        firstAccount.createIfAsked();
        operator.createIfAsked();
    }

    /// Alerts as they would stand had the year been lived day by day.
    private void warn() {
        for (var network : networks()) Tenancy.of(network).run(alerts::raise);
    }

    /// The head of each structure has published the figures of the day, so that the agency has
    /// something to read.
    private void publish() {
        for (var network : networks()) {
            Tenancy.of(network)
                    .run(() ->
                            networks.team(LocalDate.now(clock)).stream()
                                    .filter(member -> member.function().equals("HEAD"))
                                    .findFirst()
                                    .ifPresent(head -> publications.publishToday(head.name())));
        }
    }

    private List<NetworkId> networks() {
        return sql.sql("select id from network.network order by id")
                .query((row, _) -> new NetworkId(row.getObject("id", UUID.class)))
                .list();
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

package fr.maillage.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.maillage.App;
import fr.maillage.access.Trail;
import fr.maillage.platform.Owner;
import fr.maillage.platform.Tenancy;
import fr.maillage.testing.TestWorld;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A process that does one work of [Work] and nothing else: no pages, no scheduler, only the parts
/// of the application that the work asks for, on a database that somebody else migrated and keeps.
///
/// Arguments, in order: `prepare DATABASE`; `whole DATABASE WORK`, done undisturbed and counted;
/// `resume DATABASE WORK`, done from wherever it stopped, the events left behind first, as every
/// start of the application does; `die DATABASE WORK N BEFORE|DURING|AFTER NANOSECONDS`, begun and
/// killed at its n-th statement. The environment holds SERVER and PASSWORD.
public final class SlimWork {

    private static final Map<String, String> ENVIRONMENT = System.getenv();

    private final Death death = new Death();
    private final DelegatingDataSource database = new DelegatingDataSource();
    private String name = "";

    private SlimWork() {}

    /// See [SlimWork].
    public static void main(String[] args) {
        new SlimWork().begin(args);
    }

    private void begin(String[] steps) {
        // what is resumed is resumed by the start itself
        use(steps[1]);
        new SpringApplicationBuilder(App.class, TestWorld.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties(
                        "maillage.data=target/kill",
                        "maillage.demonstration=false",
                        "maillage.scheduled=false",
                        "spring.main.allow-bean-definition-overriding=true",
                        "logging.level.fr.maillage=WARN")
                .initializers(this::slim)
                .run(steps);
    }

    private void slim(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(factory -> {
            var beans = (DefaultListableBeanFactory) factory;
            for (var bean : new String[] {"databaseServer", "dataSource", "owner"})
                beans.removeBeanDefinition(bean);
            beans.registerSingleton(
                    "dataSource",
                    ProxyDataSourceBuilder.create(database).methodListener(death).build());
            Owner nobody =
                    () -> {
                        throw new SQLException("a work of the pool's role");
                    };
            beans.registerSingleton("owner", nobody);
            ApplicationRunner works = args -> steps(context, args.getSourceArgs());
            beans.registerSingleton("works", works);
        });
    }

    private void steps(ConfigurableApplicationContext context, String[] steps) throws Exception {
        System.out.println("prêt");
        for (int at = 0; at < steps.length; ) at += step(context, steps, at);
        Runtime.getRuntime().halt(0);
    }

    /// Returns how many arguments it took.
    private int step(ConfigurableApplicationContext context, String[] steps, int at)
            throws Exception {
        use(steps[at + 1]);
        if (steps[at].equals("prepare")) {
            prepare(context);
            return 2;
        }
        var work = Work.valueOf(steps[at + 2]);
        var world = Work.World.read(context.getBean(JdbcClient.class));
        if (steps[at].equals("die"))
            death.arm(
                    Integer.parseInt(steps[at + 3]),
                    Death.When.valueOf(steps[at + 4]),
                    Long.parseLong(steps[at + 5]));
        else death.disarm();
        heard(); // what a start finds left behind
        work.run(context, world, this::heard);
        heard();
        if (steps[at].equals("die")) Runtime.getRuntime().halt(Death.CODE); // all of it was done
        System.out.println("fait " + name + " " + work + " " + death.asked());
        sealed(context, world);
        return 3;
    }

    private void prepare(ConfigurableApplicationContext context) throws Exception {
        var kept = new Preparation(context, this::heard).write();
        var sql = context.getBean(JdbcClient.class);
        for (var line : kept)
            sql.sql("insert into public.kill_world (role, id) values (:role, :id)")
                    .param("role", line[0])
                    .param("id", line[1])
                    .update();
    }

    /// Listeners work behind the acts: waits until the last has done.
    private void heard() {
        var limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try (var connection =
                        DriverManager.getConnection(
                                ENVIRONMENT.get("SERVER") + name,
                                "maillage_app",
                                ENVIRONMENT.get("PASSWORD"));
                var left =
                        connection.prepareStatement(
                                "select count(*) from platform.event_publication where completion_date is null")) {
            while (true) {
                try (var rows = left.executeQuery()) {
                    if (rows.next() && rows.getInt(1) == 0) return;
                }
                if (System.nanoTime() > limit)
                    throw new IllegalStateException("an event is not listened to in " + name);
                Thread.sleep(5);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The trail of everybody is sealed, and tells the truth.
    private static void sealed(ConfigurableApplicationContext context, Work.World world) {
        var trail = context.getBean(Trail.class);
        for (var network : world.networks())
            Tenancy.of(network)
                    .run(() -> {
                        trail.seal();
                        if (!trail.brokenBlocks().isEmpty())
                            throw new IllegalStateException("a block of the trail is broken");
                    });
    }

    private void use(String next) {
        if (next.equals(name)) return;
        var config = new HikariConfig();
        config.setJdbcUrl(ENVIRONMENT.get("SERVER") + next);
        config.setUsername("maillage_app");
        config.setPassword(ENVIRONMENT.get("PASSWORD"));
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        DataSource former = database.getTargetDataSource();
        database.setTargetDataSource(new HikariDataSource(config));
        name = next;
        if (former instanceof HikariDataSource pool) pool.close();
    }
}

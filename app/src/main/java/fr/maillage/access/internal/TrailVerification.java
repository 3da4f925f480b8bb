package fr.maillage.access.internal;

import fr.maillage.access.Trail;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Tenancy;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `--maillage.verify-trail=true`: seals, recomputes every block of every structure, says what it
/// finds and stops. Exit code 1 when a block no longer tells the truth.
@Component
@ConditionalOnProperty("maillage.verify-trail")
class TrailVerification implements ApplicationRunner {

    private final JdbcClient sql;
    private final Trail trail;
    private final ApplicationContext application;

    TrailVerification(JdbcClient sql, Trail trail, ApplicationContext application) {
        this.sql = sql;
        this.trail = trail;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var broken = 0;
        for (var network :
                sql.sql("select id from network.network order by id")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list()) {
            var found =
                    Tenancy.of(new NetworkId(network))
                            .call(() -> {
                                trail.seal();
                                return trail.brokenBlocks();
                            });
            broken += found.size();
            System.out.println(
                    "Traces de la structure "
                            + network
                            + "\u00A0: "
                            + (found.isEmpty() ? "intactes" : "blocs altérés " + found));
        }
        var code = broken == 0 ? 0 : 1;
        System.exit(SpringApplication.exit(application, () -> code));
    }
}

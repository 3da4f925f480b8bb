package fr.maillage.platform.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.maillage.platform.DatabaseProperties;
import fr.maillage.platform.Owner;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// Server, then migrations, then pool: the order of the beans is the order of the start, and its
/// reverse that of the stop, so that the pool is closed before the embedded server.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    /// The embedded server, or nothing when an external one is named. Wrapped, since a bean may not
    /// be absent.
    record Server(Optional<EmbeddedPostgres> embedded, Database database) implements AutoCloseable {
        @Override
        public void close() {
            embedded.ifPresent(EmbeddedPostgres::close);
        }
    }

    /// Without it, the message of an exception holds the line a constraint refused: names and
    /// numbers of people in the log.
    private static final String WITHOUT_DETAIL = "logServerErrorDetail";

    @Bean(destroyMethod = "close")
    Server databaseServer(DatabaseProperties properties) {
        var url = properties.database().url();
        var server =
                url == null || url.isBlank()
                        ? embedded(properties)
                        : new Server(
                                Optional.empty(),
                                ExternalPostgres.connect(properties.database(), url));
        try {
            Migrations.run(server.database());
            return server;
        } catch (RuntimeException e) {
            server.close(); // a bean that failed to start is never destroyed
            throw e;
        }
    }

    private static Server embedded(DatabaseProperties properties) {
        var postgres = new EmbeddedPostgres(properties.data(), properties.privileges());
        return new Server(Optional.of(postgres), postgres.database());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Server server, DatabaseProperties properties) {
        var config = new HikariConfig();
        config.setPoolName("maillage");
        config.setJdbcUrl(server.database().url());
        config.setUsername(server.database().user());
        config.setPassword(server.database().password());
        config.setMaximumPoolSize(properties.database().poolSize());
        config.addDataSourceProperty("ApplicationName", "maillage");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty(WITHOUT_DETAIL, "false");
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactionManager(dataSource);
    }

    @Bean
    Owner owner(Server server) {
        var database = server.database();
        var how = new Properties();
        how.setProperty("user", database.owner());
        how.setProperty("password", database.ownerPassword());
        how.setProperty(WITHOUT_DETAIL, "false");
        return () -> DriverManager.getConnection(database.url(), how);
    }
}

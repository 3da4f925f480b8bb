package fr.maillage.platform.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Begins every transaction by telling PostgreSQL what it may see, for that transaction only.
final class TenantTransactionManager extends JdbcTransactionManager {

    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(
            Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var tenancy = Tenancy.current();
        try (var statement =
                connection.prepareStatement(
                        """
                        select set_config('maillage.networks', ?, true), set_config('maillage.network', ?, true),
                               set_config('maillage.agencies', ?, true), set_config('maillage.account', ?, true)
                        """)) {
            statement.setString(1, joined(tenancy.readable()));
            statement.setString(
                    2, text(tenancy.acting() == null ? null : tenancy.acting().value()));
            statement.setString(3, String.join(",", tenancy.agencies()));
            statement.setString(
                    4, text(tenancy.account() == null ? null : tenancy.account().value()));
            statement.execute();
        }
    }

    private static String joined(Collection<NetworkId> networks) {
        return networks.stream().map(n -> n.value().toString()).collect(Collectors.joining(","));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

package fr.maillage.network.internal;

import fr.maillage.access.FactorPolicy;
import fr.maillage.access.SignedIn;
import fr.maillage.network.Setting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The second factor as the structures of a person set it: the strictest wins.
@Component
class SettingPolicy implements FactorPolicy {

    private static final int TEAM = 1;
    private static final int EVERYBODY = 2;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    SettingPolicy(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    @Override
    public boolean compels(SignedIn who) {
        if (who.networks().isEmpty()) return false;
        var asked = who.tenancy().call(() -> transaction.execute(_ -> strictest()));
        return asked != null && asked >= (who.role().team() ? TEAM : EVERYBODY);
    }

    private int strictest() {
        return sql.sql("select max(value) from network.own_setting where key = :key")
                .param("key", Setting.SECOND_FACTOR.name())
                .query((row, _) -> row.getInt(1))
                .single();
    }
}

package fr.maillage.casefile.internal.departure;

import fr.maillage.network.Caseload;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

@Component
@Transactional(readOnly = true)
class SqlCaseload implements Caseload {

    private final JdbcClient sql;

    SqlCaseload(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public int followedBy(UUID member) {
        return sql.sql(
                        "select count(*) from casefile.support where coordinator_id = :member and"
                                + " status <> 'CLOS'")
                .param("member", member)
                .query((row, _) -> row.getInt(1))
                .single();
    }
}

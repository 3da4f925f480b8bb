package fr.maillage.access.internal;

import fr.maillage.access.PatientAccounts;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class SqlPatientAccounts implements PatientAccounts {

    private final JdbcClient sql;

    SqlPatientAccounts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<UUID> follow(NetworkId network, PatientId from, PatientId to) {
        return sql.sql(
                        "update access.membership set patient_id = :to where network_id = :network and patient_id = :from and role = 'PATIENT' returning id")
                .param("network", network.value())
                .param("from", from.value())
                .param("to", to.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    @Override
    public void giveBack(NetworkId network, Collection<UUID> rights, PatientId from, PatientId to) {
        sql.sql(
                        "update access.membership set patient_id = :to where network_id = :network and patient_id = :from and id = any (:rights)")
                .param("network", network.value())
                .param("from", from.value())
                .param("to", to.value())
                .param("rights", rights.toArray(UUID[]::new))
                .update();
    }
}

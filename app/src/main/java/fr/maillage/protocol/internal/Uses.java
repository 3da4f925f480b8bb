package fr.maillage.protocol.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who has a protocol in their plan.
@Repository
class Uses {

    private final JdbcClient sql;

    Uses(JdbcClient sql) {
        this.sql = sql;
    }

    /// A plan that holds lines of a protocol.
    ///
    /// @param oldest the oldest version its lines come from
    record Use(
            UUID patient,
            String person,
            UUID pps,
            int number,
            String status,
            int lines,
            int oldest) {}

    /// Plans in force or in preparation that hold lines of a protocol, by name.
    List<Use> of(UUID protocol, int page, int size) {
        return sql.sql(
                        """
                        select o.patient_id, i.display_name, o.pps_id, o.pps_number, o.pps_status, count(distinct o.line_id) as lines, min(o.version_number) as oldest
                          from careplan.line_origin o join patient.identity i on i.network_id = o.network_id and i.id = o.patient_id
                         where o.protocol_id = :protocol and o.pps_status in ('BROUILLON','SOUMIS','EN_VIGUEUR')
                         group by o.patient_id, i.display_name, o.pps_id, o.pps_number, o.pps_status
                         order by i.display_name collate "fr-x-icu", o.patient_id, o.pps_number desc limit :size offset :skip
                        """)
                .param("protocol", protocol)
                .param("size", size)
                .param("skip", page * size)
                .query((row, _) ->
                        new Use(
                                row.getObject("patient_id", UUID.class),
                                row.getString("display_name"),
                                row.getObject("pps_id", UUID.class),
                                row.getInt("pps_number"),
                                row.getString("pps_status"),
                                row.getInt("lines"),
                                row.getInt("oldest")))
                .list();
    }
}

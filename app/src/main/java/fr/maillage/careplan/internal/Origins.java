package fr.maillage.careplan.internal;

import fr.maillage.careplan.PlanDrafts.Origin;
import java.util.TreeMap;
import java.util.List;
import java.util.Map;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where the lines of a plan come from. They go with their line from version to version.
@Repository
class Origins {

    private final JdbcClient sql;

    Origins(JdbcClient sql) {
        this.sql = sql;
    }

    /// Of every line of a version that has some.
    Map<UUID, List<Origin>> of(UUID pps) {
        var origins = new TreeMap<UUID, List<Origin>>();
        sql.sql(
                        """
                        select line_id, protocol_id, version_id, version_number, protocol_title, line_key, code
                          from careplan.origin where pps_id = :pps order by protocol_title collate "fr-x-icu", line_key
                        """)
                .param("pps", pps)
                .query((row, _) ->
                        Map.entry(
                                row.getObject("line_id", UUID.class),
                                new Origin(
                                        row.getObject("protocol_id", UUID.class),
                                        row.getObject("version_id", UUID.class),
                                        row.getInt("version_number"),
                                        row.getString("protocol_title"),
                                        row.getString("line_key"),
                                        row.getString("code"))))
                .list()
                .forEach(e ->
                        origins.computeIfAbsent(e.getKey(), _ -> new ArrayList<>())
                                .add(e.getValue()));
        return origins;
    }

    /// Keeps where a line comes from; said again, it is the newer version.
    void add(UUID pps, UUID line, Origin origin) {
        sql.sql(
                        """
                        insert into careplan.origin (pps_id, line_id, protocol_id, line_key, version_id, version_number, protocol_title, code)
                        values (:pps, :line, :protocol, :key, :version, :number, :title, :code)
                        on conflict (network_id, pps_id, line_id, protocol_id, line_key) do update set version_id = excluded.version_id,
                          version_number = excluded.version_number, protocol_title = excluded.protocol_title, code = excluded.code
                        """)
                .param("pps", pps)
                .param("line", line)
                .param("protocol", origin.protocol())
                .param("key", origin.lineKey())
                .param("version", origin.version())
                .param("number", origin.number())
                .param("title", origin.title())
                .param("code", origin.code())
                .update();
    }

    void remove(UUID pps, UUID line) {
        sql.sql("delete from careplan.origin where pps_id = :pps and line_id = :line")
                .param("pps", pps)
                .param("line", line)
                .update();
    }

    void copy(UUID from, UUID to) {
        sql.sql(
                        """
                        insert into careplan.origin (pps_id, line_id, protocol_id, line_key, version_id, version_number, protocol_title, code)
                        select :to, line_id, protocol_id, line_key, version_id, version_number, protocol_title, code
                          from careplan.origin where pps_id = :from
                        """)
                .param("from", from)
                .param("to", to)
                .update();
    }
}

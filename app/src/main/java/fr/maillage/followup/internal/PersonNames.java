package fr.maillage.followup.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Names of persons whose file opens to the reader.
@Component
public class PersonNames {

    private final JdbcClient sql;

    PersonNames(JdbcClient sql) {
        this.sql = sql;
    }

    /// By id; those who are not of the structure are not in it. The caller leaves the trace.
    public Map<UUID, String> of(Collection<UUID> persons) {
        var names = new LinkedHashMap<UUID, String>();
        sql.sql("select id, display_name from patient.identity where id = any (:persons)")
                .param("persons", persons.toArray(UUID[]::new))
                .query((row, _) ->
                        names.put(row.getObject("id", UUID.class), row.getString("display_name")))
                .list();
        return names;
    }
}

package fr.maillage.steering.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The sheets of the register in whose name who is signed in leads a survey or a project: those of
/// their structure, or the one of their agency. The policies say the same.
@Component
@Transactional(readOnly = true)
public class Leaders {

    /// Who leads a survey or a project.
    public static final String LEADERS = "hasAnyRole('HEAD','COORDINATOR','AGENCY')";

    private final JdbcClient sql;

    Leaders(JdbcClient sql) {
        this.sql = sql;
    }

    /// Whether who is signed in is one of [#LEADERS].
    public static boolean leads() {
        return switch (SignedIn.current().role()) {
            case HEAD, COORDINATOR, AGENCY -> true;
            default -> false;
        };
    }

    /// Names by id, in their order; empty while nobody wrote a sheet.
    public Map<UUID, String> mine() {
        var found = new LinkedHashMap<UUID, String>();
        sql.sql(
                        """
                        select id, name from registry.listed
                         where (owner_id = platform.acting() or owner_id is null and type_code = 'ARS' and region_code = any (platform.agencies()))
                           and closed_on is null and provenance <> 'DOCUMENT'
                         order by name collate "fr-x-icu", id
                        """)
                .query((row, _) ->
                        found.put(row.getObject("id", UUID.class), row.getString("name")))
                .list();
        return found;
    }

    /// The field by which one says in whose name; none when nobody wrote a sheet or it is said
    /// already.
    ///
    /// @param leaders as [#mine] gives them
    public static Optional<Field> field(Typed typed, Map<UUID, String> leaders) {
        if (leaders.isEmpty()) return Optional.empty();
        var options =
                leaders.entrySet().stream()
                        .map(one -> new Option(one.getKey().toString(), one.getValue(), false))
                        .toList();
        return Optional.of(
                FormFields.select(
                        "structure",
                        SteeringText.IN_WHOSE_NAME,
                        typed,
                        List.of(new Group("", options)),
                        true));
    }
}

package fr.maillage.registry.internal.sheet;

import fr.maillage.registry.internal.Check;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.registry.internal.sheet.SheetPage.Panel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a structure shares by belonging to a federation: each keeps its own theme, the federation
/// has the secretariat, the logistics, the single number. Source: guide DGOS 2012, fiche D4 §4-2.
@Component
@Transactional(readOnly = true)
class Federations {

    private final JdbcClient sql;

    Federations(JdbcClient sql) {
        this.sql = sql;
    }

    /// One panel a federation it belongs to that day.
    List<Panel> of(UUID member, LocalDate today) {
        var said = new LinkedHashMap<String, List<Check>>();
        sql.sql(
                        """
                        select f.name, s.function, s.words, s.phone from registry.membership m join registry.structure f on f.id = m.structure_id
                        left join registry.shared_function s on s.structure_id = f.id and s.shared_with is null and coalesce(s.since <= :today, true) and coalesce(s.until >= :today, true)
                        where m.member_id = :member and m.since <= :today and coalesce(m.until >= :today, true)
                        order by f.name collate "fr-x-icu", f.id, s.function <> 'NUMERO', s.function, s.id
                        """)
                .param("member", member)
                .param("today", today)
                .query((row, _) -> {
                    var checks =
                            said.computeIfAbsent(row.getString("name"), _ -> new ArrayList<>());
                    var function = row.getString("function");
                    if (function != null)
                        checks.add(
                                Check.said(
                                        RegistryText.shared(
                                                SheetText.FUNCTIONS.getOrDefault(
                                                        function, function),
                                                row.getString("phone"),
                                                row.getString("words"))));
                    return checks.size();
                })
                .list();
        var panels = new ArrayList<Panel>();
        said.forEach((name, checks) ->
                panels.add(
                        new Panel(
                                "par-la-federation-" + panels.size(),
                                RegistryText.sharedBy(name),
                                "",
                                checks)));
        return List.copyOf(panels);
    }
}

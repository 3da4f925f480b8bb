package fr.maillage.network.internal;

import fr.maillage.network.Criteria;
import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class SqlCriteria implements Criteria {

    private final JdbcClient sql;

    SqlCriteria(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Change adopt(Collection<@Nullable String> themes, Said agreed, Said former) {
        var lines = new ArrayList<String[]>();
        add(lines, "INCLUSION", agreed.inclusion(), "IN");
        add(lines, "EXIT", agreed.exit(), "IN");
        add(lines, "INCLUSION", former.inclusion(), "OUT");
        add(lines, "EXIT", former.exit(), "OUT");
        return sql.sql(
                        """
                        with said as (
                          select distinct on (x.kind, x.way, platform.search_key(x.label)) x.kind, x.way, x.label, platform.search_key(x.label) as key, x.n
                            from unnest(cast(:kinds as text[]), cast(:labels as text[]), cast(:ways as text[])) with ordinality as x (kind, label, way, n)
                           order by x.kind, x.way, platform.search_key(x.label), x.n),
                        asked as (select s.*, t.theme from said s cross join unnest(cast(:themes as text[])) as t (theme)),
                        there as (select c.id, c.kind, c.theme_code as theme, c.active, platform.search_key(c.label) as key from network.criterion c),
                        back as (
                          update network.criterion c set active = true from (
                            select distinct on (t.kind, t.theme, t.key) t.id from there t join asked a on a.way = 'IN' and a.kind = t.kind and a.key = t.key and a.theme is not distinct from t.theme
                             where not exists (select 1 from there o where o.active and o.kind = t.kind and o.key = t.key and (o.theme is null or o.theme = t.theme))
                             order by t.kind, t.theme, t.key, t.id) b
                           where c.id = b.id returning 1),
                        added as (
                          insert into network.criterion (kind, theme_code, label, rank)
                          select a.kind, a.theme, a.label, (select coalesce(max(rank), -1) from network.criterion) + row_number() over (order by a.n, a.theme) from asked a
                           where a.way = 'IN' and not exists (select 1 from there t where t.kind = a.kind and t.key = a.key and (t.theme is not distinct from a.theme or t.theme is null and t.active))
                          returning 1),
                        gone as (
                          update network.criterion c set active = false from there t join asked a on a.way = 'OUT' and a.kind = t.kind and a.key = t.key and a.theme is not distinct from t.theme
                           where c.id = t.id and t.active returning 1)
                        select ((select count(*) from back) + (select count(*) from added))::int as added, (select count(*) from gone)::int as retired
                        """)
                .param("kinds", column(lines, 0))
                .param("labels", column(lines, 1))
                .param("ways", column(lines, 2))
                .param("themes", themes.toArray(String[]::new))
                .query((row, _) -> new Change(row.getInt("added"), row.getInt("retired")))
                .single();
    }

    private static void add(
            Collection<String[]> lines, String kind, Collection<String> labels, String way) {
        for (var label : labels) lines.add(new String[] {kind, label, way});
    }

    private static String[] column(Collection<String[]> lines, int n) {
        return lines.stream().map(l -> l[n]).toArray(String[]::new);
    }
}

package fr.maillage.territory.internal;

import fr.maillage.territory.CommuneFiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SqlCommuneFiles implements CommuneFiles {

    private static final String SOURCE = "INSEE, populations de référence";

    private final JdbcClient sql;

    SqlCommuneFiles(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Shipped shipped() {
        var communes = new TreeMap<Integer, Long>();
        sql.sql("select edition, count(*) as communes from territory.commune group by edition")
                .query(row -> {
                    communes.put(row.getInt("edition"), row.getLong("communes"));
                });
        return sql.sql(
                        """
                        select (select count(*) from territory.commune_former) as merged, count(*) as counted, coalesce(max(p.year), 0) as counts
                          from territory.population p where p.source <> :loaded
                        """)
                .param("loaded", SOURCE)
                .query((row, _) ->
                        new Shipped(
                                communes,
                                row.getLong("merged"),
                                row.getLong("counted"),
                                row.getInt("counts")))
                .single();
    }

    @Override
    public long known(Connection connection) throws SQLException {
        return number(
                connection,
                "select count(*) from territory.commune where edition = (select max(edition) from territory.commune)");
    }

    @Override
    public int year(Connection connection) throws SQLException {
        return (int) number(connection, "select max(edition) from territory.commune");
    }

    @Override
    public long counted(Connection connection) throws SQLException {
        return number(
                connection,
                """
                select count(*) from territory.population p
                 where p.source = '%1$s' and p.year = (select max(year) from territory.population where source = '%1$s')
                """
                        .formatted(SOURCE));
    }

    @Override
    public Taken communes(Connection connection, String staged, int year) throws SQLException {
        long changed =
                update(
                        connection,
                        "update territory.commune c set name = s.name from %s s where s.kind = 'COM' and s.code = c.code and s.name <> c.name"
                                .formatted(staged));
        long removed =
                number(
                        connection,
                        "select count(*) from territory.commune c where c.edition = (select max(edition) from territory.commune) and not exists (select 1 from %s s where s.kind = 'COM' and s.code = c.code)"
                                .formatted(staged));
        update(
                connection,
                """
                update territory.commune c set edition = case when s.code is null then %1$d - 1 else %1$d end
                  from territory.commune o left join %2$s s on s.kind = 'COM' and s.code = o.code
                 where o.code = c.code and (s.code is null and c.edition >= %1$d or s.code is not null and c.edition < %1$d)
                """
                        .formatted(year, staged));
        long added =
                update(
                        connection,
                        "insert into territory.commune (code, name, edition) select s.code, s.name, %d from %s s where s.kind = 'COM' and not exists (select 1 from territory.commune c where c.code = s.code)"
                                .formatted(year, staged));
        execute(
                connection,
                """
                create temporary table former_read on commit drop as
                  select s.code as old_code, min(s.parent) as code, cast(null as date) as since from %1$s s
                   where s.kind in ('COMD', 'COMA') and s.parent is not null and s.parent <> s.code
                     and not exists (select 1 from %1$s c where c.kind = 'COM' and c.code = s.code) group by s.code
                """
                        .formatted(staged));
        long former = former(connection);
        return new Taken(added, changed + former, removed, Map.of(), former > 0);
    }

    @Override
    public Taken mergers(Connection connection, String staged, Set<String> inside)
            throws SQLException {
        execute(
                connection,
                """
                create temporary table former_read on commit drop as
                with recursive step as (
                       select distinct on (s.old_code) s.old_code, s.new_code, s.day
                         from %1$s s
                        where s.event in ('%2$s') and s.old_kind = 'COM' and s.new_kind = 'COM' and s.old_code <> s.new_code
                          and not exists (select 1 from %1$s b where b.event = '21' and b.new_kind = 'COM' and b.new_code = s.old_code and b.day > s.day)
                          and not exists (select 1 from %1$s o where o.event = s.event and o.day = s.day and o.old_code = s.old_code and o.old_kind = 'COM'
                                             and o.new_kind = 'COM' and o.new_code <> s.new_code)
                        order by s.old_code, s.day desc),
                     walk as (
                       select old_code, new_code, day, 1 as depth from step
                       union all
                       select w.old_code, n.new_code, w.day, w.depth + 1 from walk w join step n on n.old_code = w.new_code and n.day >= w.day where w.depth < 20)
                select distinct on (old_code) old_code, new_code as code, day as since from walk order by old_code, depth desc
                """
                        .formatted(staged, String.join("', '", inside)));
        long former = former(connection);
        return new Taken(0, former, 0, Map.of(), former > 0);
    }

    /// Former codes as read (`former_read`), those of a commune of today left out.
    private static long former(Connection connection) throws SQLException {
        execute(
                connection,
                """
                delete from former_read r
                 where not exists (select 1 from territory.commune c where c.code = r.code)
                    or exists (select 1 from territory.commune c where c.code = r.old_code and c.edition = (select max(edition) from territory.commune))
                """);
        return update(
                connection,
                """
                insert into territory.commune_former as f (old_code, code, since) select old_code, code, since from former_read
                on conflict (old_code) do update set code = excluded.code, since = coalesce(excluded.since, f.since)
                 where (f.code, f.since) is distinct from (excluded.code, coalesce(excluded.since, f.since))
                """);
    }

    @Override
    public Taken populations(Connection connection, String staged, int year) throws SQLException {
        execute(
                connection,
                """
                create temporary table counted on commit drop as
                  select coalesce(f.code, s.code) as code, cast(sum(s.people) as int) as people, count(*) as lines
                    from %s s left join territory.commune_former f on f.old_code = s.code group by 1
                """
                        .formatted(staged));
        var unknown = new LinkedHashMap<String, Long>();
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select d.code, d.lines from counted d where not exists (select 1 from territory.commune c where c.code = d.code) order by d.code")) {
            while (found.next()) unknown.put(found.getString(1), found.getLong(2));
        }
        long changed =
                update(
                        connection,
                        """
                        update territory.population p set people = d.people from counted d
                         where p.commune_code = d.code and p.year = %d and p.source = '%s' and p.people <> d.people
                        """
                                .formatted(year, SOURCE));
        long added =
                update(
                        connection,
                        """
                        insert into territory.population (commune_code, year, source, people)
                        select d.code, %1$d, '%2$s', d.people from counted d
                         where exists (select 1 from territory.commune c where c.code = d.code)
                           and not exists (select 1 from territory.population p where p.commune_code = d.code and p.year = %1$d and p.source = '%2$s')
                        """
                                .formatted(year, SOURCE));
        update(
                connection,
                """
                update territory.commune c set population = p.people from territory.population p
                 where p.commune_code = c.code and p.source = '%2$s' and p.year = %1$d and c.population is distinct from p.people
                   and not exists (select 1 from territory.population l where l.commune_code = c.code and l.source = p.source and l.year > p.year)
                """
                        .formatted(year, SOURCE));
        return new Taken(added, changed, 0, unknown, false);
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    private static long update(Connection connection, String statement) throws SQLException {
        try (var made = connection.createStatement()) {
            return made.executeLargeUpdate(statement);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}

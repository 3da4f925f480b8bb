package fr.maillage.planning.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Names and points the pages of the rounds show.
@Component
class People {

    private final JdbcClient sql;

    People(JdbcClient sql) {
        this.sql = sql;
    }

    /// Members of the team, present or past, by name.
    Map<UUID, String> names(Collection<UUID> members) {
        var names = new LinkedHashMap<UUID, String>();
        sql.sql(
                        """
                        select id, given_name || ' ' || upper(family_name) as name from network.team_member where id = any (:members)
                         order by family_name collate "fr-x-icu", given_name collate "fr-x-icu"
                        """)
                .param("members", members.toArray(UUID[]::new))
                .query((row, _) ->
                        String.valueOf(
                                names.put(row.getObject("id", UUID.class), row.getString("name"))))
                .list();
        return names;
    }

    /// A person of a proposal and where they live.
    record Who(String name, String commune, RoundMap.@Nullable Point point) {
        @Override
        public String toString() {
            return "Who";
        }
    }

    /// Who each visit of a proposal is for.
    Map<UUID, Who> visited(UUID proposal) {
        var all = new HashMap<UUID, Who>();
        sql.sql(
                        """
                        select s.id, i.display_name, c.name as commune, c.latitude, c.longitude
                          from planning.stop s join patient.identity i on i.network_id = s.network_id and i.id = s.patient_id
                          left join territory.commune c on c.code = s.commune_code where s.proposal_id = :proposal
                        """)
                .param("proposal", proposal)
                .query((row, _) ->
                        all.put(
                                        row.getObject("id", UUID.class),
                                        new Who(
                                                row.getString("display_name"),
                                                row.getString("commune") == null
                                                        ? ""
                                                        : row.getString("commune"),
                                                point(row)))
                                == null)
                .list();
        return all;
    }

    /// Where the days of a member begin: their place of work, else the structure's.
    ///
    /// @param commune null when nobody wrote it down
    /// @param point null when that is not known
    record Office(@Nullable String commune, RoundMap.@Nullable Point point) {}

    /// Those of these members.
    Map<UUID, Office> offices(Collection<UUID> members) {
        var all = new HashMap<UUID, Office>();
        sql.sql(
                        """
                        select m.id, coalesce(u.commune_code, n.commune_code) as commune, c.latitude, c.longitude
                          from network.team_member m join network.network n on n.id = m.network_id
                          left join network.unit u on u.network_id = m.network_id and u.id = m.unit_id
                          left join territory.commune c on c.code = coalesce(u.commune_code, n.commune_code)
                         where m.id = any (:members)
                        """)
                .param("members", members.toArray(UUID[]::new))
                .query((row, _) ->
                        all.put(
                                        row.getObject("id", UUID.class),
                                        new Office(row.getString("commune"), point(row)))
                                == null)
                .list();
        return all;
    }

    private static RoundMap.@Nullable Point point(ResultSet row) throws SQLException {
        return row.getObject("latitude") == null
                ? null
                : new RoundMap.Point(row.getDouble("latitude"), row.getDouble("longitude"));
    }

    /// A commune on the map.
    record Commune(String name, int population, RoundMap.Point point) {}

    /// Communes of a part of the map, the most populous first.
    List<Commune> around(RoundMap.Part part) {
        return sql.sql(
                        """
                        select name, coalesce(population, 0) as population, latitude, longitude from territory.commune
                         where latitude between :south and :north and longitude between :west and :east order by population desc nulls last, code limit 900
                        """)
                .param("south", part.south())
                .param("north", part.north())
                .param("west", part.west())
                .param("east", part.east())
                .query((row, _) ->
                        new Commune(
                                row.getString("name"),
                                row.getInt("population"),
                                new RoundMap.Point(
                                        row.getDouble("latitude"), row.getDouble("longitude"))))
                .list();
    }
}

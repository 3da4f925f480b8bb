package fr.maillage.directory.internal;

import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Professionals that answer, each in the nearest of their places of work.
@Component
class FoundPeople {

    private static final String LINES =
            """
            select a.pp_id, a.family_name, a.given_name, a.profession, coalesce(p.label, t.label, a.profession) as profession_label, e.label as specialty,
                   a.site_name, a.finess, a.address, a.postcode, a.commune_code, a.commune_name, a.phone, a.email, a.mode,
                   (select m.address from directory.mailbox m where m.pp_id = a.pp_id
                     order by m.finess is distinct from a.finess, m.site_id is not null, m.address limit 1) as mssante
              from directory.activity a
              left join directory.profession p on p.code = a.profession and p.code <> 'AUTRE'
              left join directory.term t on t.kind = 'PROFESSION' and t.code = a.profession_code
              left join directory.term e on e.kind = 'SAVOIR_FAIRE' and e.code = a.expertise
            """;

    private final JdbcClient sql;
    private final NameSearch names;

    FoundPeople(JdbcClient sql, NameSearch names) {
        this.sql = sql;
        this.names = names;
    }

    /// @param around codes of the communes, nearest first, with their metres; empty for anywhere
    List<Hit> find(Wanted wanted, Set<String> professions, Map<String, Integer> around, int limit) {
        var among = among(wanted, professions, around);
        var ids =
                wanted.name().isEmpty()
                        ? nearest(among, limit)
                        : names.find(wanted.name(), among, limit);
        return of(ids, around, professions);
    }

    /// Those whose names merely resemble what was typed.
    List<Hit> alike(
            Wanted wanted, Set<String> professions, Map<String, Integer> around, int limit) {
        if (wanted.name().isEmpty()) return List.of();
        var among = among(wanted, professions, around);
        return of(names.alike(wanted.name(), among, limit), around, professions);
    }

    private static NameSearch.Among among(
            Wanted wanted, Set<String> professions, Map<String, Integer> around) {
        return new NameSearch.Among(
                array(professions),
                array(around.keySet()),
                array(wanted.expertises()),
                wanted.mode(),
                wanted.only() == null ? null : wanted.only().toArray(String[]::new));
    }

    private static String @Nullable [] array(Collection<String> codes) {
        return codes.isEmpty() ? null : codes.toArray(String[]::new);
    }

    /// From the nearest commune on, until enough; whoever is among the numbers asked for when no
    /// place is.
    private List<String> nearest(NameSearch.Among among, int limit) {
        if (among.communes() == null && among.ids() == null) return List.of();
        var filter =
                (among.professions() == null ? "" : " and a.profession = any (:professions)")
                        + (among.expertises() == null ? "" : " and a.expertise = any (:expertises)")
                        + (among.mode() == null ? "" : " and a.mode = :mode")
                        + (among.ids() == null ? "" : " and a.pp_id = any (:ids)");
        var asked =
                sql.sql(
                                among.communes() == null
                                        ? "select a.pp_id from directory.activity a where true"
                                                + filter
                                                + " order by a.family_key, a.given_key, a.pp_id limit :many"
                                        : """
                                        select f.pp_id from unnest(:communes) with ordinality c(code, rank)
                                          cross join lateral (select a.pp_id from directory.activity a where a.commune_code = c.code%s
                                                               order by a.family_key, a.given_key, a.pp_id limit :many) f
                                         order by c.rank limit :many
                                        """
                                                .formatted(filter))
                        .param("many", limit * 2);
        if (among.communes() != null) asked = asked.param("communes", among.communes());
        if (among.professions() != null) asked = asked.param("professions", among.professions());
        if (among.expertises() != null) asked = asked.param("expertises", among.expertises());
        if (among.mode() != null) asked = asked.param("mode", among.mode());
        if (among.ids() != null) asked = asked.param("ids", among.ids());
        return asked.query((row, _) -> row.getString(1)).list().stream()
                .distinct()
                .limit(limit)
                .toList();
    }

    /// These professionals in the order given; by distance first when a place was asked.
    List<Hit> of(List<String> ids, Map<String, Integer> around, Set<String> professions) {
        if (ids.isEmpty()) return List.of();
        var lines = new LinkedHashMap<String, List<Hit>>();
        for (var id : ids) lines.put(id, new ArrayList<>());
        sql.sql(LINES + " where a.pp_id = any (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    lines.computeIfAbsent(row.getString("pp_id"), _ -> new ArrayList<>())
                            .add(hit(row, around));
                });
        var best =
                Comparator.comparing((Hit h) -> h.metres() == null ? Integer.MAX_VALUE : h.metres())
                        .thenComparing(
                                h -> !professions.isEmpty() && !professions.contains(h.kind()))
                        .thenComparing(FoundPeople::poor);
        var found =
                lines.values().stream().flatMap(each -> each.stream().min(best).stream()).toList();
        return around.isEmpty()
                ? found
                : found.stream()
                        .sorted(
                                Comparator.comparing(
                                        h -> h.metres() == null ? Integer.MAX_VALUE : h.metres()))
                        .toList();
    }

    /// Every activity of one, those with an address and a telephone first.
    List<Hit> activities(String id) {
        return sql
                .sql(LINES + " where a.pp_id = :id order by a.site_id, a.hash")
                .param("id", id)
                .query((row, _) -> hit(row, Map.of()))
                .list()
                .stream()
                .sorted(Comparator.comparing(FoundPeople::poor))
                .toList();
    }

    /// How much is missing to reach them there.
    private static int poor(Hit hit) {
        return (hit.communeCode() == null ? 2 : 0) + (hit.phone() == null ? 1 : 0);
    }

    private static Hit hit(ResultSet row, Map<String, Integer> around) throws SQLException {
        var commune = row.getString("commune_code");
        return new Hit(
                Nature.PROFESSIONNEL,
                row.getString("pp_id"),
                DirectoryText.name(
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("profession")),
                row.getString("profession"),
                row.getString("profession_label"),
                row.getString("specialty"),
                row.getString("site_name"),
                row.getString("finess"),
                row.getString("address"),
                row.getString("postcode"),
                commune,
                row.getString("commune_name"),
                commune == null ? null : around.get(commune),
                row.getString("phone"),
                row.getString("email"),
                row.getString("mssante"),
                row.getString("mode"),
                null);
    }
}

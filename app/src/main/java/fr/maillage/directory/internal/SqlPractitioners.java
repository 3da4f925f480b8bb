package fr.maillage.directory.internal;

import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.Rpps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SqlPractitioners implements Practitioners {

    private static final String COLUMNS =
            "rpps, family_name, given_name, profession, profession_label, specialty, organization, address,"
                    + " commune_code, commune_name, phone, mssante";

    /// Communes a beginning may mean.
    private static final int COMMUNES = 50;

    private final JdbcClient sql;
    private final NameSearch names;
    private final PlacesAround places;

    SqlPractitioners(JdbcClient sql, NameSearch names, PlacesAround places) {
        this.sql = sql;
        this.names = names;
        this.places = places;
    }

    @Override
    public Optional<Practitioner> find(Rpps rpps) {
        return sql.sql("select " + COLUMNS + " from directory.practitioner where rpps = :rpps")
                .param("rpps", rpps.value())
                .query(DataClassRowMapper.newInstance(Practitioner.class))
                .optional();
    }

    @Override
    public List<Practitioner> near(String typed, int limit) {
        var number = Rpps.parse(typed);
        if (number.isPresent()) return find(number.get()).stream().toList();
        var words = Words.of(typed);
        if (words.isEmpty()) return List.of();
        var key = words.get().key();
        var found = names.find(key, NameSearch.Among.ALL, limit);
        if (found.isEmpty()) found = inCommune(key, limit);
        if (found.isEmpty()) found = names.alike(key, NameSearch.Among.ALL, limit);
        return all(found);
    }

    /// The last words are a commune, or the beginning of its name: « morel sin ».
    private List<String> inCommune(String key, int limit) {
        int at = key.lastIndexOf(' ');
        if (at < 0) return List.of();
        var communes = places.current().allBeginning(key.substring(at + 1), COMMUNES);
        return communes.isEmpty()
                ? List.of()
                : names.find(
                        key.substring(0, at),
                        NameSearch.Among.communes(communes.toArray(String[]::new)),
                        limit);
    }

    private List<Practitioner> all(List<String> ids) {
        if (ids.isEmpty()) return List.of();
        Map<String, Practitioner> known =
                sql
                        .sql(
                                "select "
                                        + COLUMNS
                                        + " from directory.practitioner where rpps = any (:ids)")
                        .param("ids", ids.toArray(String[]::new))
                        .query(DataClassRowMapper.newInstance(Practitioner.class))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Practitioner::rpps, Function.identity()));
        return ids.stream().flatMap(id -> Stream.ofNullable(known.get(id))).toList();
    }

    @Override
    public List<Practitioner> of(String profession, @Nullable String communeCode, int limit) {
        return all(
                sql.sql(
                                """
                                select distinct on (a.family_key, a.given_key, a.pp_id) a.pp_id from directory.activity a
                                 where a.profession = :profession and (:commune::text is null or a.commune_code = :commune)
                                 order by a.family_key, a.given_key, a.pp_id limit :limit
                                """)
                        .param("profession", profession)
                        .param("commune", communeCode)
                        .param("limit", limit)
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}

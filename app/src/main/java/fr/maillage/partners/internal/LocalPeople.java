package fr.maillage.partners.internal;

import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Wanted;
import fr.maillage.directory.LocalPractitioners;
import fr.maillage.directory.Practitioners.Practitioner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Professionals added here because no national file knows them, until they are joined with their
/// national line.
@Component
class LocalPeople implements LocalPractitioners {

    private static final String LINES =
            """
            select l.id, l.family_name, l.given_name, l.profession, coalesce(p.label, l.profession) as profession_label, l.specialty, l.organization, l.address,
                   l.commune_code, l.commune_name, l.phone, l.email, l.mssante, l.joined_to
              from partners.person l left join directory.profession p on p.code = l.profession
            """;

    private final JdbcClient sql;

    LocalPeople(JdbcClient sql) {
        this.sql = sql;
    }

    /// Those that answer, as the directory would have found them.
    ///
    /// @param around communes asked for with their metres; empty for anywhere
    List<Hit> find(Wanted wanted, Map<String, Integer> around, int limit) {
        if (wanted.name().isEmpty() && around.isEmpty()
                || !wanted.expertises().isEmpty()
                || !wanted.kinds().isEmpty()
                || wanted.mode() != null) return List.of();
        return sql.sql(
                        LINES
                                + """
                                 where l.joined_to is null
                                   and (' ' || l.search like all (:patterns) or public.word_similarity(:name, l.search) >= 0.5)
                                   and (:anything or l.profession = any (:professions)) and (:anywhere or l.commune_code = any (:communes))
                                   and (:anybody or l.id::text = any (:only))
                                 order by l.family_name collate "fr-x-icu", l.given_name collate "fr-x-icu", l.id limit :many
                                """)
                .param("patterns", patterns(wanted.name()))
                .param("name", wanted.name())
                .param("anything", wanted.professions().isEmpty())
                .param("professions", wanted.professions().toArray(String[]::new))
                .param("anywhere", around.isEmpty())
                .param("communes", around.keySet().toArray(String[]::new))
                .param("anybody", wanted.only() == null)
                .param(
                        "only",
                        wanted.only() == null
                                ? new String[0]
                                : wanted.only().toArray(String[]::new))
                .param("many", limit)
                .query((row, _) -> hit(row, around))
                .list();
    }

    /// One pattern a word of a name, each at the beginning of a word.
    static String[] patterns(String name) {
        return Arrays.stream(name.split(" ")).map(word -> "% " + word + "%").toArray(String[]::new);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Practitioner> find(UUID id) {
        return sql.sql(LINES + " where l.id = :id and l.joined_to is null")
                .param("id", id)
                .query((row, _) ->
                        new Practitioner(
                                "",
                                row.getString("family_name"),
                                row.getString("given_name"),
                                row.getString("profession"),
                                row.getString("profession_label"),
                                row.getString("specialty"),
                                row.getString("organization"),
                                row.getString("address"),
                                row.getString("commune_code"),
                                row.getString("commune_name"),
                                row.getString("phone"),
                                row.getString("mssante")))
                .optional();
    }

    Optional<Hit> hit(UUID id) {
        return sql.sql(LINES + " where l.id = :id")
                .param("id", id)
                .query((row, _) -> hit(row, Map.of()))
                .optional();
    }

    /// The national number they were joined to; null while they were not.
    @Nullable String joinedTo(UUID id) {
        return sql.sql("select l.joined_to from partners.person l where l.id = :id")
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(one -> one)
                .orElse(null);
    }

    private static Hit hit(ResultSet row, Map<String, Integer> around) throws SQLException {
        var commune = row.getString("commune_code");
        var profession = row.getString("profession");
        return new Hit(
                Nature.PROFESSIONNEL,
                row.getString("id"),
                (profession.startsWith("MEDECIN") ? "Dr " : "")
                        + (row.getString("given_name")
                                        + " "
                                        + row.getString("family_name").toUpperCase(Locale.FRENCH))
                                .strip(),
                profession,
                row.getString("profession_label"),
                row.getString("specialty"),
                row.getString("organization"),
                null,
                row.getString("address"),
                null,
                commune,
                row.getString("commune_name"),
                commune == null ? null : around.get(commune),
                row.getString("phone"),
                row.getString("email"),
                row.getString("mssante"),
                null,
                null);
    }
}

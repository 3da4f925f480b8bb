package fr.maillage.partners.internal;

import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Wanted;
import fr.maillage.directory.LocalOrganizations;
import fr.maillage.directory.Organizations.Organization;
import fr.maillage.kernel.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Structures added here because no national file knows them.
@Component
class LocalStructures implements LocalOrganizations {

    private static final String LINES =
            """
            select l.id, l.name, l.kind, coalesce(c.label, l.kind) as kind_label, l.address, l.commune_code, l.commune_name, l.phone, l.email, l.mssante
              from partners.structure l left join partners.category_code c on c.sort = 'KIND' and c.code = l.kind
            """;

    private final JdbcClient sql;

    LocalStructures(JdbcClient sql) {
        this.sql = sql;
    }

    /// Those that answer, as the directory would have found them.
    ///
    /// @param around communes asked for with their metres; empty for anywhere
    List<Hit> find(Wanted wanted, Map<String, Integer> around, int limit) {
        if (wanted.number() != null
                || wanted.name().isEmpty() && around.isEmpty() && wanted.only() == null
                || wanted.need() != null
                || wanted.mode() != null
                || !wanted.professions().isEmpty()
                || !wanted.expertises().isEmpty()) return List.of();
        return sql.sql(
                        LINES
                                + """
                                 where (' ' || l.search like all (:patterns) or public.word_similarity(:name, l.search) >= 0.5)
                                   and (:anyKind or l.kind = any (:kinds)) and (:anywhere or l.commune_code = any (:communes)) and (:anyone or l.id::text = any (:only))
                                 order by l.name collate "fr-x-icu", l.id limit :many
                                """)
                .param("patterns", LocalPeople.patterns(wanted.name()))
                .param("name", wanted.name())
                .param("anyKind", wanted.kinds().isEmpty())
                .param("kinds", wanted.kinds().toArray(String[]::new))
                .param("anywhere", around.isEmpty())
                .param("communes", around.keySet().toArray(String[]::new))
                .param("anyone", wanted.only() == null)
                .param(
                        "only",
                        Objects.requireNonNullElse(wanted.only(), Set.<String>of())
                                .toArray(String[]::new))
                .param("many", limit)
                .query((row, _) -> hit(row, around))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Organization> find(UUID id) {
        return hit(id).map(h ->
                new Organization(
                        "",
                        h.name(),
                        h.kind(),
                        h.kindLabel(),
                        h.address(),
                        h.communeCode(),
                        h.communeName(),
                        h.phone(),
                        h.mssante()));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PhoneNumber> phones(Set<PhoneNumber> numbers) {
        return sql.sql("select distinct phone from partners.structure where phone = any (:numbers)")
                .param("numbers", PhoneNumber.spellings(numbers))
                .query((row, _) -> PhoneNumber.parse(row.getString("phone")).orElseThrow())
                .set();
    }

    Optional<Hit> hit(UUID id) {
        return sql.sql(LINES + " where l.id = :id")
                .param("id", id)
                .query((row, _) -> hit(row, Map.of()))
                .optional();
    }

    private static Hit hit(ResultSet row, Map<String, Integer> around) throws SQLException {
        var commune = row.getString("commune_code");
        return new Hit(
                Nature.STRUCTURE,
                row.getString("id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("kind_label"),
                null,
                null,
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

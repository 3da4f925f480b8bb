package fr.maillage.directory.internal;

import fr.maillage.directory.Organizations;
import fr.maillage.kernel.Finess;
import fr.maillage.kernel.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SqlOrganizations implements Organizations {

    private final JdbcClient sql;

    SqlOrganizations(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Organization> find(Finess finess) {
        return sql.sql(
                        """
                        select finess, name, kind, kind_label, address, commune_code, commune_name, phone, mssante
                        from directory.organization where finess = :finess
                        """)
                .param("finess", finess.value())
                .query(DataClassRowMapper.newInstance(Organization.class))
                .optional();
    }

    @Override
    public List<Organization> near(String typed, @Nullable String kind, int limit) {
        var number = Finess.parse(typed);
        if (number.isPresent()) return find(number.get()).stream().toList();
        var words = Words.of(typed);
        if (words.isEmpty()) return List.of();
        var exact =
                sql.sql(
                                """
                                select finess, name, kind, kind_label, address, commune_code, commune_name, phone, mssante
                                from directory.organization
                                where (' ' || search) like all (:patterns) and (:kind::text is null or kind = :kind)
                                order by name collate "fr-x-icu", finess limit :limit
                                """)
                        .param("patterns", words.get().patterns())
                        .param("kind", kind)
                        .param("limit", limit)
                        .query(DataClassRowMapper.newInstance(Organization.class))
                        .list();
        if (!exact.isEmpty()) return exact;
        // For this transaction: two letters exchanged in a short name still resemble it; what is
        // far comes last.
        sql.sql("select set_config('pg_trgm.word_similarity_threshold', '0.3', true)")
                .query(String.class)
                .single();
        return sql.sql(
                        """
                        select finess, name, kind, kind_label, address, commune_code, commune_name, phone, mssante
                        from directory.organization
                        where platform.search_key(:typed) operator(public.<%) search and (:kind::text is null or kind = :kind)
                        order by public.word_similarity(platform.search_key(:typed), search) desc, name collate "fr-x-icu", finess limit :limit
                        """)
                .param("typed", words.get().key())
                .param("kind", kind)
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(Organization.class))
                .list();
    }

    @Override
    public List<Organization> of(String kind, @Nullable String communeCode, int limit) {
        return sql.sql(
                        """
                        select finess, name, kind, kind_label, address, commune_code, commune_name, phone, mssante
                        from directory.organization
                        where kind = :kind and (:commune::text is null or commune_code = :commune)
                        order by name collate "fr-x-icu", finess limit :limit
                        """)
                .param("kind", kind)
                .param("commune", communeCode)
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(Organization.class))
                .list();
    }

    @Override
    public Set<PhoneNumber> phones(Set<PhoneNumber> numbers) {
        return sql.sql(
                        "select distinct phone from directory.organization where phone = any (:numbers)")
                .param("numbers", PhoneNumber.spellings(numbers))
                .query((row, _) -> PhoneNumber.parse(row.getString("phone")).orElseThrow())
                .set();
    }
}

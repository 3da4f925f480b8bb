package fr.maillage.directory.internal;

import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.Rpps;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SqlPractitioners implements Practitioners {

    private final JdbcClient sql;

    SqlPractitioners(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Practitioner> find(Rpps rpps) {
        return sql.sql(
                        """
                        select rpps, family_name, given_name, profession, profession_label, specialty, organization, address,
                               commune_code, commune_name, phone, mssante
                        from directory.practitioner where rpps = :rpps
                        """)
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
        // Every word as the beginning of a word, which costs little; then what merely resembles,
        // for the typos.
        var exact =
                sql.sql(
                                """
                                select rpps, family_name, given_name, profession, profession_label, specialty, organization, address,
                                       commune_code, commune_name, phone, mssante
                                from directory.practitioner
                                where (' ' || search) like all (:patterns)
                                order by family_name collate "fr-x-icu", given_name collate "fr-x-icu", rpps limit :limit
                                """)
                        .param("patterns", words.get().patterns())
                        .param("limit", limit)
                        .query(DataClassRowMapper.newInstance(Practitioner.class))
                        .list();
        if (!exact.isEmpty()) return exact;
        // For this transaction: two letters exchanged in a short name still resemble it; what is
        // far comes last.
        sql.sql("select set_config('pg_trgm.word_similarity_threshold', '0.3', true)")
                .query(String.class)
                .single();
        return sql.sql(
                        """
                        select rpps, family_name, given_name, profession, profession_label, specialty, organization, address,
                               commune_code, commune_name, phone, mssante
                        from directory.practitioner
                        where platform.search_key(:typed) operator(public.<%) search
                        order by public.word_similarity(platform.search_key(:typed), search) desc, family_name collate "fr-x-icu", given_name collate "fr-x-icu", rpps limit :limit
                        """)
                .param("typed", words.get().key())
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(Practitioner.class))
                .list();
    }

    @Override
    public List<Practitioner> of(String profession, @Nullable String communeCode, int limit) {
        return sql.sql(
                        """
                        select rpps, family_name, given_name, profession, profession_label, specialty, organization, address,
                               commune_code, commune_name, phone, mssante
                        from directory.practitioner
                        where profession = :profession and (:commune::text is null or commune_code = :commune)
                        order by family_name collate "fr-x-icu", given_name collate "fr-x-icu", rpps limit :limit
                        """)
                .param("profession", profession)
                .param("commune", communeCode)
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(Practitioner.class))
                .list();
    }
}

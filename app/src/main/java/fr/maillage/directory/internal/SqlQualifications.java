package fr.maillage.directory.internal;

import fr.maillage.directory.Qualifications;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SqlQualifications implements Qualifications {

    private final JdbcClient sql;

    SqlQualifications(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Held of(String number) {
        var diplomas = new ArrayList<Skill>();
        var authorisations = new ArrayList<Skill>();
        sql.sql(
                        """
                        select d.sort, coalesce(t.label, '') as type, coalesce(l.label, d.code) as label
                          from (select 1 as sort, 'TYPE_DIPLOME' as type_kind, diploma_type as type_code, 'DIPLOME' as kind, diploma as code
                                  from directory.diploma where pp_id = :number and diploma <> ''
                                union select 2, 'AUTORISATION', authorisation, 'DISCIPLINE', discipline
                                  from directory.diploma where pp_id = :number and authorisation <> '') d
                          left join directory.term t on t.kind = d.type_kind and t.code = d.type_code
                          left join directory.term l on l.kind = d.kind and l.code = d.code
                         order by d.sort, coalesce(l.label, d.code) collate "fr-x-icu", coalesce(t.label, '')
                        """)
                .param("number", number)
                .query(row -> {
                    (row.getInt("sort") == 1 ? diplomas : authorisations).add(skill(row));
                });
        return new Held(
                skills(List.of(number)).getOrDefault(number, List.of()),
                List.copyOf(diplomas),
                List.copyOf(authorisations));
    }

    @Override
    public Map<String, List<Skill>> skills(Collection<String> numbers) {
        var skills = new LinkedHashMap<String, List<Skill>>();
        if (numbers.isEmpty()) return skills;
        sql.sql(
                        """
                        select distinct e.pp_id, e.expertise_type = 'S' as ordinal, coalesce(t.label, '') as type, coalesce(l.label, e.expertise) as label
                          from directory.expertise e
                          left join directory.term t on t.kind = 'TYPE_SAVOIR_FAIRE' and t.code = e.expertise_type
                          left join directory.term l on l.kind = 'SAVOIR_FAIRE' and l.code = e.expertise
                         where e.pp_id = any (:numbers)
                         order by e.pp_id, ordinal desc, label, type
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    skills.computeIfAbsent(row.getString("pp_id"), _ -> new ArrayList<>())
                            .add(skill(row));
                });
        return skills;
    }

    private static Skill skill(ResultSet row) throws SQLException {
        return new Skill(row.getString("type"), row.getString("label"));
    }
}

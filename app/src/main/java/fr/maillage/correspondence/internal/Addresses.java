package fr.maillage.correspondence.internal;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Where people get their mail, as the directory and the files know it.
@Component
class Addresses {

    private final JdbcClient sql;

    Addresses(JdbcClient sql) {
        this.sql = sql;
    }

    /// A professional's practice, with its postcode; null when the directory does not know it.
    @Nullable String ofPractitioner(@Nullable String rpps) {
        return rpps == null ? null : ofPractitioners(List.of(rpps)).get(rpps);
    }

    /// The practices the directory knows, by RPPS.
    Map<String, String> ofPractitioners(Collection<String> rpps) {
        return sql
                .sql(
                        """
                        select p.rpps, concat_ws(E'\\n', p.organization, p.address, concat_ws(' ', c.postcodes[1], p.commune_name)) as words
                          from directory.practitioner p left join territory.commune c on c.code = p.commune_code
                         where p.rpps = any (:rpps) and p.address is not null and p.commune_name is not null
                        """)
                .param("rpps", rpps.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("rpps"), row.getString("words")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Where the person lives; null when nobody wrote it down whole.
    @Nullable String ofPerson(PatientId patient) {
        return sql.sql(
                        """
                        select street || E'\\n' || town as words from patient.postal_address
                         where id = :id and street is not null and town is not null
                        """)
                .param("id", patient.value())
                .query((row, _) -> row.getString("words"))
                .optional()
                .orElse(null);
    }
}

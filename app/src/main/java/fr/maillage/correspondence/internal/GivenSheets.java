package fr.maillage.correspondence.internal;

import fr.maillage.casefile.InformationSheet;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The information sheets that reached a person, among her letters: handed over, or posted.
@Component
class GivenSheets implements InformationSheet {

    private final JdbcClient sql;

    GivenSheets(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> given(PatientId patient) {
        return sql.sql(
                        """
                        select sent_at, sent_by from correspondence.outgoing_message
                         where patient_id = :patient and template_code = :code and state = 'ENVOYE'
                           and recipient_kind in ('PERSONNE', 'REPRESENTANT')
                         order by sent_at desc limit 1
                        """)
                .param("patient", patient.value())
                .param("code", InformationService.TEMPLATE)
                .query((row, _) ->
                        CorrespondenceText.given(
                                row.getTimestamp("sent_at")
                                        .toInstant()
                                        .atZone(FrenchDates.PARIS)
                                        .toLocalDate(),
                                row.getString("sent_by")))
                .optional();
    }
}

package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.ReturnedMail;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Addresses from which a letter came back, until somebody makes sure of them. An address that
/// changes is another one.
@Component
class AddressMarks implements ReturnedMail {

    private final JdbcClient sql;
    private final Clock clock;

    AddressMarks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> doubt(PatientId patient) {
        return sql.sql(
                        """
                        select k.reason, k.returned_on
                          from correspondence.address_mark k
                          join correspondence.outgoing_message m on m.network_id = k.network_id and m.id = k.letter_id
                          join patient.postal_address a on a.network_id = m.network_id and a.id = m.patient_id
                         where m.patient_id = :patient and m.recipient_kind = 'PERSONNE' and k.lifted_at is null
                           and k.address_key = correspondence.address_key(m.recipient_name, concat_ws(' ', a.street, a.town))
                         order by k.returned_on desc limit 1
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        CorrespondenceText.doubt(
                                ReturnReason.valueOf(row.getString("reason")),
                                row.getObject("returned_on", LocalDate.class)))
                .optional();
    }

    /// A letter came back from there.
    void mark(Letter letter, ReturnReason reason, LocalDate on) {
        sql.sql(
                        """
                        insert into correspondence.address_mark (id, address_key, letter_id, reason, returned_on)
                        values (:mark, correspondence.address_key(:name, :address), :letter, :reason, :on)
                        on conflict (network_id, address_key) where lifted_at is null
                        do update set letter_id = excluded.letter_id, reason = excluded.reason, returned_on = excluded.returned_on
                        """)
                .param("mark", Ids.next())
                .param("name", letter.recipient())
                .param("address", letter.address())
                .param("letter", letter.id())
                .param("reason", reason.name())
                .param("on", on)
                .update();
    }

    /// Somebody made sure of the address of a letter.
    @Transactional
    public void checked(UUID letter) {
        sql.sql(
                        """
                        update correspondence.address_mark k set lifted_at = :now, lifted_by = :by
                          from correspondence.outgoing_message m
                         where m.network_id = k.network_id and m.id = :id and k.lifted_at is null
                           and k.address_key = correspondence.address_key(m.recipient_name, m.recipient_address)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", LetterLog.who())
                .param("id", letter)
                .update();
    }

    /// Somebody made sure of where the person lives.
    @Transactional
    public void checked(PatientId patient) {
        sql.sql(
                        """
                        update correspondence.address_mark k set lifted_at = :now, lifted_by = :by
                          from correspondence.outgoing_message m
                          join patient.postal_address a on a.network_id = m.network_id and a.id = m.patient_id
                         where m.network_id = k.network_id and m.id = k.letter_id and m.patient_id = :patient
                           and m.recipient_kind = 'PERSONNE' and k.lifted_at is null
                           and k.address_key = correspondence.address_key(m.recipient_name, concat_ws(' ', a.street, a.town))
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", LetterLog.who())
                .param("patient", patient.value())
                .update();
    }
}

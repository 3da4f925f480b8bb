package fr.maillage.followup.internal;

import fr.maillage.followup.Concertations;
import fr.maillage.kernel.PatientId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.UUID;

/// Keeps when persons were last spoken of together.
@Service
class ConcertationService implements Concertations {

    private final JdbcClient sql;
    private final Sweep sweep;

    ConcertationService(JdbcClient sql, Sweep sweep) {
        this.sql = sql;
        this.sweep = sweep;
    }

    @Override
    @Transactional
    public void held(UUID id, PatientId patient, Kind kind, LocalDate on) {
        sql.sql(
                        """
                        insert into followup.concertation (id, patient_id, kind, held_on) values (:id, :patient, :kind, :on)
                        on conflict (network_id, id) do update set held_on = excluded.held_on, kind = excluded.kind
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("kind", kind.name())
                .param("on", on)
                .update();
        sweep.person(patient);
    }
}

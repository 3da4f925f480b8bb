package fr.maillage.followup.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Some alerts of a person wait until a day, the file stays as it is; several in one act.
@Service
@Transactional
class AlertPauses {

    private final JdbcClient sql;
    private final CaseFiles files;
    private final AlertActs acts;
    private final Clock clock;

    AlertPauses(JdbcClient sql, CaseFiles files, AlertActs acts, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.acts = acts;
        this.clock = clock;
    }

    /// Fields `alerte` (several), `until`, `reason`. An urgent evaluation, or a reassessment that
    /// may no longer wait, is not paused. Returns how many wait.
    int pause(PatientId patient, Sent form) {
        files.openToWrite(patient, Part.SUIVI);
        var today = LocalDate.now(clock);
        var chosen = chosen(form);
        var until = form.day("until");
        var reason = form.text("reason");
        if (chosen.length == 0) form.errors().add("alerte", AlertText.CHOOSE_ALERTS);
        if (!AlertText.PAUSES.containsKey(reason))
            form.errors().add("reason", AlertText.PAUSE_REASON);
        if (until.isEmpty()
                || until.get().isBefore(today)
                || until.get().isAfter(today.plusYears(1)))
            form.errors().add("until", AlertText.PAUSE_UNTIL);
        FormRefused.unless(form.errors());
        var paused =
                sql.sql(
                                """
                                update followup.alert set status = 'EN_PAUSE', paused_until = :until, pause_reason = :reason, paused_by = :by, changed_at = :now
                                where patient_id = :patient and id = any (:chosen) and status in ('OUVERTE', 'EN_PAUSE')
                                  and not forced and rule not in ('URGENCE_24H', 'URGENCE_48H')
                                """)
                        .param("until", until.orElseThrow())
                        .param("reason", reason)
                        .param("by", SignedIn.current().displayName())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("patient", patient.value())
                        .param("chosen", chosen)
                        .update();
        if (paused < chosen.length) form.errors().add("alerte", AlertText.NOT_PAUSED);
        FormRefused.unless(form.errors());
        acts.tell(
                patient,
                AlertText.PAUSED_TITLE,
                AlertText.pausedDetail(paused, reason, until.orElseThrow()),
                AlertActs.page(patient));
        acts.changed(patient, AlertActs.ALERT, null);
        return paused;
    }

    /// The chosen ones speak again, at once; those of a file in pause still wait with it.
    void resume(PatientId patient, Sent form) {
        files.openToWrite(patient, Part.SUIVI);
        sql.sql(
                        """
                        update followup.alert set status = 'OUVERTE', paused_until = null, pause_reason = null, paused_by = null, changed_at = :now
                        where patient_id = :patient and id = any (:chosen) and status = 'EN_PAUSE' and paused_until is not null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("patient", patient.value())
                .param("chosen", chosen(form))
                .update();
        acts.changed(patient, AlertActs.ALERT, null);
        acts.look(patient);
    }

    private static UUID[] chosen(Sent form) {
        return form.all("alerte").stream()
                .flatMap(id -> Ids.parse(id).stream())
                .toArray(UUID[]::new);
    }
}

package fr.maillage.portability.internal;

import fr.maillage.access.Trail;
import fr.maillage.careplan.ResumedCare;
import fr.maillage.casefile.TakingOver;
import fr.maillage.followup.CatchUp;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a takeover back, a person in one transaction, as long as nobody worked on them since: that
/// is read in the trail and in the line of life, not guessed. Somebody worked on keeps everything.
@Component
class Undoing {

    private static final Logger log = LoggerFactory.getLogger(Undoing.class);

    private final TakeoverRows takeovers;
    private final PersonRows persons;
    private final Patients patients;
    private final TakingOver files;
    private final ResumedCare care;
    private final CatchUp alerts;
    private final Timeline timeline;
    private final Trail trail;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Undoing(
            TakeoverRows takeovers,
            PersonRows persons,
            Patients patients,
            TakingOver files,
            ResumedCare care,
            CatchUp alerts,
            Timeline timeline,
            Trail trail,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.takeovers = takeovers;
        this.persons = persons;
        this.patients = patients;
        this.files = files;
        this.care = care;
        this.alerts = alerts;
        this.timeline = timeline;
        this.trail = trail;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Somebody who was worked on since.
    ///
    /// @param by name and role, as the trail has them; empty when the line of life alone tells
    record Worked(PersonRow row, Instant at, String by, String what) {}

    /// Those of a takeover on whom somebody worked since. Joins the caller's transaction.
    List<Worked> worked(List<PersonRow> taken) {
        var since = new HashMap<UUID, Instant>();
        var rows = new HashMap<UUID, PersonRow>();
        for (var row : taken)
            if (row.patient() != null && row.takenAt() != null) {
                since.put(row.patient(), row.takenAt());
                rows.put(row.patient(), row);
            }
        var found = new HashMap<UUID, Worked>();
        for (var w : trail.writtenAfter(since)) {
            var row = rows.get(w.patient());
            if (row != null) found.put(w.patient(), new Worked(row, w.at(), w.actor(), w.what()));
        }
        lived(since)
                .forEach((patient, line) -> {
                    var row = rows.get(patient);
                    if (row != null)
                        found.putIfAbsent(
                                patient, new Worked(row, line.at(), line.by(), line.title()));
                });
        var all = new ArrayList<>(found.values());
        all.sort(java.util.Comparator.comparingInt(w -> w.row().rank()));
        return all;
    }

    private record Lived(Instant at, String by, String title) {}

    private Map<UUID, Lived> lived(Map<UUID, Instant> since) {
        var ids = List.copyOf(since.keySet());
        var lived = new HashMap<UUID, Lived>();
        sql.sql(
                        """
                        select distinct on (l.patient_id) l.patient_id, l.at, coalesce(l.author, '') as author, l.title
                        from unnest(cast(:ids as uuid[]), cast(:times as timestamptz[])) as asked(patient, after)
                        join patient.line_of_life l on l.patient_id = asked.patient and l.at > asked.after
                        order by l.patient_id, l.at, l.id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param(
                        "times",
                        ids.stream()
                                .map(id ->
                                        Timestamp.from(
                                                java.util.Objects.requireNonNull(since.get(id))))
                                .toArray(Timestamp[]::new))
                .query((row, _) ->
                        lived.put(
                                row.getObject("patient_id", UUID.class),
                                new Lived(
                                        row.getTimestamp("at").toInstant(),
                                        row.getString("author"),
                                        row.getString("title"))))
                .list();
        return lived;
    }

    /// Takes back what may be; the others stay as they are. Returns whether nothing stays.
    boolean run(UUID id) {
        var taken = java.util.Objects.requireNonNull(transaction.execute(_ -> persons.taken(id)));
        int done = 0;
        for (var row : taken) {
            try {
                transaction.executeWithoutResult(_ -> undo(id, row.rank()));
            } catch (DataIntegrityViolationException e) {
                // something of another module points to them: somebody worked on them
                log.warn(
                        "line {} of takeover {} stays: {}", row.line(), id, e.getClass().getName());
            }
            int sofar = ++done;
            if (sofar % 25 == 0 || sofar == taken.size())
                transaction.executeWithoutResult(_ -> takeovers.progress(id, sofar, taken.size()));
        }
        return java.util.Objects.requireNonNull(transaction.execute(_ -> persons.taken(id)))
                .isEmpty();
    }

    private void undo(UUID id, int rank) {
        var row = persons.lock(id, rank).orElseThrow();
        if (row.state() != PersonState.REPRISE || row.patient() == null) return;
        if (!worked(List.of(row)).isEmpty()) return;
        var patient = new PatientId(row.patient());
        var whole = row.decision() != Decision.RATTACHER;
        trail.wrote(Trail.Action.UPDATE, patient, "REPRISE ANNULEE", id);
        alerts.forget(patient, row.made(), whole);
        care.undo(patient, row.made());
        files.undo(patient, row.made(), whole);
        persons.forget(id, row.patient());
        if (whole) patients.undoTakingOver(patient);
        else
            timeline.add(
                    patient,
                    Timeline.Kind.INCLUSION,
                    ReportText.UNDONE,
                    null,
                    "/dossiers/" + patient,
                    false);
        persons.state(id, rank, PersonState.ANNULEE);
    }
}

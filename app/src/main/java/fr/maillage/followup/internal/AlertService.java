package fr.maillage.followup.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.AlertRule;
import fr.maillage.followup.FollowUp;
import fr.maillage.followup.NotDone;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An alert is closed by saying what happened, from a short list; « rappeler le… » reschedules in
/// the same gesture.
@Service
@Transactional
class AlertService {

    /// After a reminder was sent, the alert is back in a week if nothing happened.
    static final int REMINDER_DAYS = 7;

    /// « Annuler » is offered for ten seconds; it is accepted a little longer, for slow hands and
    /// slow lines.
    static final Duration UNDO = Duration.ofSeconds(30);

    private final JdbcClient sql;
    private final CaseFiles files;
    private final FollowUp followUp;
    private final AlertActs acts;
    private final Clock clock;

    AlertService(JdbcClient sql, CaseFiles files, FollowUp followUp, AlertActs acts, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.followUp = followUp;
        this.acts = acts;
        this.clock = clock;
    }

    /// @param subject its cause: the dated act, plan, request…
    /// @param forced it may no longer be put aside, a week at most
    record Alert(
            UUID id,
            AlertRule rule,
            UUID subject,
            PatientId patient,
            String title,
            LocalDate dueOn,
            boolean open,
            boolean forced) {}

    /// An alert of somebody whose follow-up may be written. Throws `NotFound`.
    Alert get(UUID id) {
        var alert =
                sql.sql(
                                "select id, rule, subject_id, patient_id, title, due_on, status in ('OUVERTE', 'EN_PAUSE') as open, forced from followup.alert where id = :id")
                        .param("id", id)
                        .query((row, _) ->
                                new Alert(
                                        row.getObject("id", UUID.class),
                                        AlertRule.valueOf(row.getString("rule")),
                                        row.getObject("subject_id", UUID.class),
                                        new PatientId(row.getObject("patient_id", UUID.class)),
                                        row.getString("title"),
                                        row.getObject("due_on", LocalDate.class),
                                        row.getBoolean("open"),
                                        row.getBoolean("forced")))
                        .optional()
                        .orElseThrow(() -> new NotFound("alerte", id));
        files.openToWrite(alert.patient(), Part.SUIVI);
        return alert;
    }

    /// What the gesture gave.
    sealed interface Answer {
        /// @param sentence said once
        /// @param undo the alerts whose closing may still be taken back
        record Done(String sentence, List<UUID> undo) implements Answer {
            Done(String sentence) {
                this(sentence, List.of());
            }
        }

        /// The act needs a word more: who did it, or when.
        record Refused(PatientId patient, String sentence) implements Answer {}
    }

    /// The act behind the alert was done on `on` (by whom the plan names); any other alert is
    /// closed as done.
    Answer done(UUID id, @Nullable LocalDate on) {
        var alert = get(id);
        if (!alert.open()) return new Answer.Done(FollowUpText.ALREADY_CLOSED);
        if (alert.rule().ofAct()) {
            return of(
                    alert,
                    followUp.mark(
                            alert.subject(),
                            new FollowUp.Mark.Done(
                                    on == null ? LocalDate.now(clock) : on, null, null)));
        }
        if (!alert.rule().mayWait())
            return new Answer.Refused(alert.patient(), FollowUpText.EVALUATE_FIRST);
        if (alert.forced()) return new Answer.Refused(alert.patient(), FollowUpText.REASSESS_FIRST);
        return close(alert, AlertOutcome.FAIT, null, null);
    }

    /// The act behind the alert was not done, and why.
    Answer notDone(UUID id, NotDone why) {
        var alert = get(id);
        if (!alert.open()) return new Answer.Done(FollowUpText.ALREADY_CLOSED);
        if (!alert.rule().ofAct()) throw new NotFound("alerte", id);
        return of(alert, followUp.mark(alert.subject(), new FollowUp.Mark.Missed(why, null)));
    }

    /// As [#close(UUID, AlertOutcome, LocalDate, String)], for alerts that stand in one row: all of
    /// them, in one transaction; the first that is refused stops there.
    Answer close(
            List<UUID> ids,
            AlertOutcome outcome,
            @Nullable LocalDate until,
            @Nullable String note) {
        var undo = new ArrayList<UUID>();
        var sentence = FollowUpText.ALREADY_CLOSED;
        for (var id : ids)
            switch (close(id, outcome, until, note)) {
                case Answer.Done(var said, var closed) -> {
                    if (undo.isEmpty()) sentence = said;
                    undo.addAll(closed);
                }
                case Answer.Refused refused -> {
                    return refused;
                }
            }
        return new Answer.Done(
                undo.size() < 2 ? sentence : FollowUpText.closedTogether(undo.size(), sentence),
                List.copyOf(undo));
    }

    /// Closes with an outcome. Put off (`until`), the alert comes back that day if its cause
    /// remains.
    Answer close(UUID id, AlertOutcome outcome, @Nullable LocalDate until, @Nullable String note) {
        var alert = get(id);
        if (!alert.open()) return new Answer.Done(FollowUpText.ALREADY_CLOSED);
        if (alert.forced() && !reminded(outcome, until))
            return new Answer.Refused(alert.patient(), FollowUpText.REASSESS_FIRST);
        if (alert.rule().mayWait()) return close(alert, outcome, until, note);
        if (outcome != AlertOutcome.RELANCE)
            return new Answer.Refused(alert.patient(), FollowUpText.EVALUATE_FIRST);
        // an urgent evaluation is asked for again, and stays on top of the list
        acts.tell(
                alert.patient(),
                FollowUpText.closed(alert.rule(), outcome, null),
                alert.title(),
                null);
        acts.changed(alert.patient(), AlertActs.ALERT, id);
        return new Answer.Done(FollowUpText.REMINDED_URGENT);
    }

    /// Put off by a week at most, what may no longer wait is only asked for again.
    private boolean reminded(AlertOutcome outcome, @Nullable LocalDate until) {
        return until == null
                ? outcome == AlertOutcome.RELANCE
                : !until.isAfter(LocalDate.now(clock).plusDays(REMINDER_DAYS));
    }

    private Answer close(
            Alert alert, AlertOutcome outcome, @Nullable LocalDate until, @Nullable String note) {
        var back =
                outcome == AlertOutcome.RELANCE && until == null
                        ? LocalDate.now(clock).plusDays(REMINDER_DAYS)
                        : until;
        sql.sql(
                        """
                        update followup.alert set status = 'CLOSE', outcome = :outcome, outcome_note = :note, snoozed_until = :until,
                               paused_until = null, pause_reason = null, paused_by = null, closed_at = :now, closed_by = :by, closed_by_id = :account
                        where id = :id and status in ('OUVERTE', 'EN_PAUSE')
                        """)
                .param("outcome", outcome.name())
                .param("note", note)
                .param("until", back)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("account", SignedIn.current().accountId())
                .param("id", alert.id())
                .update();
        acts.tell(
                alert.patient(),
                FollowUpText.closed(alert.rule(), outcome, back),
                alert.title() + (note == null ? "" : ". " + note),
                null);
        acts.changed(alert.patient(), AlertActs.ALERT, alert.id());
        return new Answer.Done(
                FollowUpText.closedToast(outcome, back, LocalDate.now(clock)), List.of(alert.id()));
    }

    private record Closing(
            String status,
            @Nullable String outcome,
            @Nullable UUID account,
            @Nullable String by,
            @Nullable Instant at) {

        /// The name decides for a line without an account.
        boolean by(SignedIn who) {
            return account == null ? who.displayName().equals(by) : account.equals(who.accountId());
        }

        boolean marked() {
            return "FAIT".equals(outcome) || "CAUSE_DISPARUE".equals(outcome);
        }
    }

    /// As [#undo(UUID)], for alerts closed in one gesture. Returns the sentence of the first that
    /// could not be taken back, if any.
    String undo(List<UUID> ids) {
        return ids.stream().map(this::undo).toList().stream()
                .filter(s -> !s.equals(FollowUpText.UNDONE))
                .findFirst()
                .orElse(FollowUpText.UNDONE);
    }

    /// Takes back what one has just closed: the alert stands as before, an act marked in the same
    /// gesture waits again, and the line of life keeps both lines. Returns the sentence.
    String undo(UUID id) {
        var alert = get(id);
        var closing =
                sql.sql(
                                "select status, outcome, closed_by_id, closed_by, closed_at from followup.alert where id = :id for update")
                        .param("id", id)
                        .query((row, _) ->
                                new Closing(
                                        row.getString("status"),
                                        row.getString("outcome"),
                                        row.getObject("closed_by_id", UUID.class),
                                        row.getString("closed_by"),
                                        row.getTimestamp("closed_at") == null
                                                ? null
                                                : row.getTimestamp("closed_at").toInstant()))
                        .single();
        if (alert.open()) return FollowUpText.NOT_CLOSED;
        var at = closing.at();
        if (!closing.status().equals("CLOSE")
                || at == null
                || !closing.by(SignedIn.current())
                || at.plus(UNDO).isBefore(clock.instant())) return FollowUpText.TOO_LATE_TO_UNDO;
        if (!acts.reopen(id)) return FollowUpText.RAISED_AGAIN;
        if (alert.rule().ofAct() && closing.marked())
            followUp.mark(alert.subject(), new FollowUp.Mark.Unmark());
        acts.tell(alert.patient(), FollowUpText.undone(alert.rule()), alert.title(), null);
        acts.changed(alert.patient(), AlertActs.ALERT, id);
        // in pause, or no longer late: the sweep says how it stands today
        acts.look(alert.patient());
        return FollowUpText.UNDONE;
    }

    private static Answer of(Alert alert, FollowUp.Marked marked) {
        return marked instanceof FollowUp.Marked.Recorded
                ? new Answer.Done(FollowUpText.of(marked), List.of(alert.id()))
                : new Answer.Refused(alert.patient(), FollowUpText.of(marked));
    }

    /// The accompaniment is over: nothing is awaited any more. Returns how many alerts were closed.
    int closeAll(PatientId patient) {
        var now = Timestamp.from(clock.instant());
        var by = SignedIn.find().map(SignedIn::displayName).orElse("Maillage");
        sql.sql(
                        "update followup.task set done_at = :now, done_by = :by, outcome = :outcome where patient_id = :patient and done_at is null")
                .param("now", now)
                .param("by", by)
                .param("outcome", FollowUpText.SUPPORT_OVER)
                .param("patient", patient.value())
                .update();
        sql.sql(
                        "update followup.occurrence set status = 'SUSPENDU' where patient_id = :patient and status = 'PREVU'")
                .param("patient", patient.value())
                .update();
        return sql.sql(
                        """
                        update followup.alert set status = 'CLOSE', outcome = 'SORTIE', closed_at = :now, closed_by = :by, closed_by_id = :account
                        where patient_id = :patient and status in ('OUVERTE', 'EN_PAUSE')
                        """)
                .param("now", now)
                .param("by", by)
                .param("account", SignedIn.find().map(SignedIn::accountId).orElse(null))
                .param("patient", patient.value())
                .update();
    }
}

package fr.maillage.followup.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.FollowUp;
import fr.maillage.followup.NotDone;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.network.Networks;
import fr.maillage.patient.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Marks planned acts. Who did the act is the provider of the plan; who wrote it down is who is
/// signed in: two columns.
@Service
@Transactional
class FollowUpService implements FollowUp {

    private final JdbcClient sql;
    private final CaseFiles files;
    private final Timeline timeline;
    private final Trail trail;
    private final Networks networks;
    private final Occurrences occurrences;
    private final AlertActs alerts;
    private final Clock clock;

    FollowUpService(
            JdbcClient sql,
            CaseFiles files,
            Timeline timeline,
            Trail trail,
            Networks networks,
            Occurrences occurrences,
            AlertActs alerts,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.timeline = timeline;
        this.trail = trail;
        this.networks = networks;
        this.occurrences = occurrences;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DueAct> toMark(PatientId patient, LocalDate day) {
        return toMark(List.of(patient), day);
    }

    @Override
    @Transactional(readOnly = true)
    public List<DueAct> toMark(Collection<PatientId> patients, LocalDate day) {
        if (patients.isEmpty()) return List.of();
        var who = SignedIn.current();
        return sql.sql(
                        """
                        select o.id, o.patient_id, o.intervention_id, o.title, o.actor_name, o.due_on, o.due_until, o.late_after < :day as late
                        from followup.occurrence o
                        where o.patient_id = any (:patients) and o.status = 'PREVU' and o.due_on <= :day
                          and (not :circle or exists (select 1 from casefile.circle c where c.network_id = o.network_id and c.id = o.actor_id
                                                      and (c.account_id = :account or c.rpps = :rpps)
                                                      and c.since <= :day and (c.until is null or c.until >= :day)))
                        order by o.due_on, o.title, o.id
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("day", day)
                .param("circle", who.role() == Role.PROFESSIONAL)
                .param("account", who.accountId())
                .param("rpps", who.rpps())
                .query(FollowUpService::due)
                .list();
    }

    private static DueAct due(ResultSet row, int line) throws SQLException {
        return new DueAct(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("intervention_id", UUID.class),
                row.getString("title"),
                row.getString("actor_name"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("due_until", LocalDate.class),
                row.getBoolean("late"));
    }

    @Override
    @Transactional(readOnly = true)
    public State state(UUID act) {
        return sql.sql(
                        "select patient_id, title, status, done_on, done_by, not_done_why, marked_by from followup.occurrence where id = :id")
                .param("id", act)
                .query((row, _) -> {
                    var why = row.getString("not_done_why");
                    return new State(
                            new PatientId(row.getObject("patient_id", UUID.class)),
                            row.getString("title"),
                            FollowUpText.state(
                                    row.getString("status"),
                                    row.getObject("done_on", LocalDate.class),
                                    row.getString("done_by"),
                                    why == null ? null : NotDone.valueOf(why)),
                            row.getString("marked_by"));
                })
                .optional()
                .orElseThrow(() -> new NotFound("acte", act));
    }

    @Override
    public String words(Marked answer, Mark mark) {
        return FollowUpText.of(answer, mark);
    }

    private record Act(PatientId patient, String title, @Nullable UUID actorId, Marking marking) {}

    @Override
    public Marked mark(UUID id, Mark mark) {
        var act =
                sql.sql(
                                "select patient_id, title, actor_id, actor_name, status, due_until from followup.occurrence where id = :id for update")
                        .param("id", id)
                        .query((row, _) ->
                                new Act(
                                        new PatientId(row.getObject("patient_id", UUID.class)),
                                        row.getString("title"),
                                        row.getObject("actor_id", UUID.class),
                                        new Marking(
                                                row.getString("status"),
                                                row.getObject("due_until", LocalDate.class),
                                                row.getString("actor_name"))))
                        .optional()
                        .orElseThrow(() -> new NotFound("acte", id));
        mayMark(act, id);
        var answer = act.marking().by(mark, LocalDate.now(clock), this::ofTheTeam);
        if (answer instanceof Marked.Recorded(var late)) record(id, act, mark, late);
        return answer;
    }

    /// The clinical team, or the member of the circle in charge of this very act.
    private void mayMark(Act act, UUID id) {
        var who = SignedIn.current();
        files.openToWrite(act.patient(), Part.SUIVI);
        if (who.role().clinical()) return;
        var inCharge =
                who.role() == Role.PROFESSIONAL
                        && files.circle(act.patient(), LocalDate.now(clock)).stream()
                                .anyMatch(a ->
                                        a.id().equals(act.actorId())
                                                && (who.accountId().equals(a.accountId())
                                                        || (who.rpps() != null
                                                                && Objects.equals(
                                                                        who.rpps(), a.rpps()))));
        if (!inCharge) throw new NotFound("acte", id);
    }

    private boolean ofTheTeam(String name) {
        var words = words(name);
        return networks.team(LocalDate.now(clock)).stream()
                .anyMatch(m -> words.equals(words(m.name())));
    }

    private static Set<String> words(String name) {
        return Set.copyOf(List.of(PersonName.searchKey(name).split(" ")));
    }

    private void record(UUID id, Act act, Mark mark, boolean late) {
        switch (mark) {
            case Mark.Done(var on, var by, var note) -> {
                save(
                        id,
                        late ? "FAIT_HORS_DELAI" : "FAIT",
                        on,
                        by == null ? act.marking().actor() : by,
                        null,
                        note);
                close(id, "FAIT", FollowUpText.doneBy(by == null ? act.marking().actor() : by));
                timeline.add(
                        act.patient(),
                        Timeline.Kind.SUIVI,
                        act.title() + (late ? ", fait hors délai" : ", fait"),
                        FollowUpText.doneOn(on, by == null ? act.marking().actor() : by),
                        null,
                        true);
            }
            case Mark.Missed(var why, var note) -> {
                save(id, "NON_FAIT", null, null, why.name(), note);
                close(id, "CAUSE_DISPARUE", FollowUpText.notDone(why));
                timeline.add(
                        act.patient(),
                        Timeline.Kind.SUIVI,
                        act.title() + ", non fait",
                        FollowUpText.notDone(why) + (note == null ? "" : ". " + note),
                        null,
                        true);
            }
            case Mark.Unmark _ -> {
                save(id, "PREVU", null, null, null, null);
                reopen(id);
                noLongerFulfilled(id);
                timeline.add(
                        act.patient(),
                        Timeline.Kind.SUIVI,
                        act.title() + ", marque annulée",
                        null,
                        null,
                        true);
            }
        }
        occurrences.followAfter(act.patient(), id);
        trail.wrote(Trail.Action.UPDATE, act.patient(), "SUIVI", id);
    }

    private void save(
            UUID id,
            String status,
            @Nullable LocalDate on,
            @Nullable String by,
            @Nullable String why,
            @Nullable String note) {
        var unmarked = status.equals("PREVU");
        sql.sql(
                        """
                        update followup.occurrence set status = :status, done_on = :on, done_by = :by, not_done_why = :why, note = :note,
                               marked_by = :markedBy, marked_at = :now
                        where id = :id
                        """)
                .param("status", status)
                .param("on", on)
                .param("by", by)
                .param("why", why)
                .param("note", note)
                .param("markedBy", unmarked ? null : SignedIn.current().displayName())
                .param("now", unmarked ? null : Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /// The event that showed the act was done shows it no more: it waits again too.
    private void noLongerFulfilled(UUID act) {
        sql.sql(
                        """
                        update followup.fulfilment set undone_at = :now, undone_by = :by where occurrence_id = :act and undone_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("act", act)
                .update();
    }

    /// An act that waits again has again the alert that its marking closed; the sweep resolves it
    /// when it is no longer late.
    private void reopen(UUID act) {
        sql.sql(
                        """
                        select id from followup.alert where rule = any (:rules) and subject_id = :act and status = 'CLOSE'
                           and outcome in ('FAIT','CAUSE_DISPARUE') order by closed_at desc limit 1
                        """)
                .param("rules", AlertActs.OF_ACTS)
                .param("act", act)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional()
                .ifPresent(alerts::reopen);
    }

    /// Saying what happened closes the alert in the same gesture.
    private void close(UUID act, String outcome, String note) {
        sql.sql(
                        """
                        update followup.alert set status = 'CLOSE', outcome = :outcome, outcome_note = :note, closed_at = :now, closed_by = :by,
                               closed_by_id = :account
                        where rule = any (:rules) and subject_id = :act and status in ('OUVERTE','EN_PAUSE')
                        """)
                .param("rules", AlertActs.OF_ACTS)
                .param("outcome", outcome)
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("account", SignedIn.current().accountId())
                .param("act", act)
                .update();
    }
}

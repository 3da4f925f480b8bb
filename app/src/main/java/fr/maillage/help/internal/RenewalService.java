package fr.maillage.help.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.SharedWith.Listener;
import fr.maillage.casefile.SharedWith;
import fr.maillage.correspondence.Outbox;
import fr.maillage.followup.Tasks;
import fr.maillage.help.internal.Renewal.Made;
import fr.maillage.help.internal.Renewal.State;
import fr.maillage.help.internal.Renewal.Verdict;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Care that professionals look at again: proposed when it has gone on for long, asked by one
/// letter a professional, answered by them or noted for them; what must change is a task of who
/// asked.
@Service
@Transactional
class RenewalService {

    /// Days after which a care that goes on without being looked at again is proposed: «
    /// proposition Maillage ».
    static final int DAYS = 180;

    private static final String KIND = "REEVALUATION_SOIN";
    private static final String PART = "REEVALUATION D’UN SOIN";

    private final JdbcClient sql;
    private final SharedWith shared;
    private final Patients patients;
    private final Outbox outbox;
    private final Tasks tasks;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    RenewalService(
            JdbcClient sql,
            SharedWith shared,
            Patients patients,
            Outbox outbox,
            Tasks tasks,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.shared = shared;
        this.patients = patients;
        this.outbox = outbox;
        this.tasks = tasks;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Latest first.
    @Transactional(readOnly = true)
    public List<Renewal> of(PatientId patient) {
        return sql.sql(
                        """
                        select r.id, r.intervention_id, r.title, r.actor_name, c.account_id, r.question, r.asked_on, r.due_on, r.asked_by, r.asked_member, r.state, r.verdict,
                               r.words, r.made, r.given_on, r.given_by, r.version
                          from help.renewal r left join casefile.circle c on c.network_id = r.network_id and c.id = r.actor_id
                         where r.patient_id = :patient order by r.state <> 'EN_ATTENTE', r.asked_on desc, r.id desc
                        """)
                .param("patient", patient.value())
                .query(RenewalService::read)
                .list();
    }

    private static Renewal read(ResultSet row, int ignored) throws SQLException {
        var verdict = row.getString("verdict");
        var made = row.getString("made");
        return new Renewal(
                row.getObject("id", UUID.class),
                row.getObject("intervention_id", UUID.class),
                row.getString("title"),
                row.getString("actor_name"),
                row.getObject("account_id", UUID.class),
                row.getString("question"),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("asked_by"),
                row.getObject("asked_member", UUID.class),
                State.valueOf(row.getString("state")),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getString("words"),
                made == null ? null : Made.valueOf(made),
                row.getObject("given_on", LocalDate.class),
                row.getString("given_by"),
                row.getInt("version"));
    }

    /// A care of the plan in force that somebody of the circle does.
    ///
    /// @param last when it was last looked at again, or began
    /// @param old gone on for [#DAYS] days since
    record Care(
            UUID intervention,
            String title,
            UUID actor,
            String actorName,
            @Nullable String profession,
            @Nullable String rpps,
            LocalDate last,
            boolean old) {}

    /// What may be asked again: of the plan in force, done by a professional who is still in the
    /// circle, not asked already. Those that went on longest first.
    @Transactional(readOnly = true)
    public List<Care> cares(PatientId patient) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select i.intervention_id, i.title, c.id as actor, c.name, c.profession, c.rpps, greatest(i.starts_on, g.given_on) as last
                          from careplan.intervention_in_force i
                          join casefile.circle c on c.network_id = i.network_id and c.id = i.actor_id and c.kind <> 'PROCHE' and (c.until is null or c.until >= :today)
                          left join lateral (select max(r.given_on) as given_on from help.renewal r
                                              where r.network_id = i.network_id and r.patient_id = i.patient_id and r.intervention_id = i.intervention_id and r.state = 'RENDUE') g on true
                         where i.patient_id = :patient and i.starts_on <= :today and (i.ends_on is null or i.ends_on >= :today)
                           and not exists (select 1 from help.renewal r where r.network_id = i.network_id and r.patient_id = i.patient_id
                                              and r.intervention_id = i.intervention_id and r.state = 'EN_ATTENTE')
                         order by last, i.title, i.intervention_id
                        """)
                .param("patient", patient.value())
                .param("today", today)
                .query((row, _) -> {
                    var last = row.getObject("last", LocalDate.class);
                    return new Care(
                            row.getObject("intervention_id", UUID.class),
                            row.getString("title"),
                            row.getObject("actor", UUID.class),
                            row.getString("name"),
                            row.getString("profession"),
                            row.getString("rpps"),
                            last,
                            !last.plusDays(DAYS).isAfter(today));
                })
                .list();
    }

    /// Asks whoever does these cares to look at them again: one letter a professional. Throws
    /// `FormRefused`, also when the person opposes sharing with one of them, and when one was asked
    /// meanwhile.
    void ask(PatientId patient, Typed typed) {
        var today = LocalDate.now(clock);
        var errors = new FormErrors();
        var due = FormFields.date(typed, "dueOn", true, errors);
        if (due != null && due.isBefore(today)) errors.add("dueOn", HelpText.DUE_PAST);
        var question = typed.orNull("question");
        if (question != null && question.length() > 2_000)
            errors.add("question", WebText.tooLong(2_000));
        var chosen = typed.all("care");
        var cares =
                cares(patient).stream()
                        .filter(c -> chosen.contains(c.intervention().toString()))
                        .toList();
        if (cares.isEmpty()) errors.add("care", HelpText.WHICH_CARE);
        else if (cares.size() < chosen.stream().distinct().count())
            errors.add("care", HelpText.CARE_GONE);
        var listeners =
                cares.stream()
                        .map(c -> new Listener(c.actorName(), c.rpps(), false, c.actor()))
                        .collect(Collectors.toSet());
        var against = shared.obstacles(patient, listeners);
        if (!against.isEmpty())
            errors.add(
                    "care",
                    HelpText.notShared(
                            against.keySet().stream().map(Listener::name).sorted().toList()));
        FormRefused.unless(errors);
        var me = SignedIn.current();
        var byActor = cares.stream().collect(Collectors.groupingBy(Care::actor));
        for (var theirs : byActor.values()) {
            var first = theirs.getFirst();
            var ids = theirs.stream().map(_ -> Ids.next()).toList();
            insert(patient, theirs, ids, question, Objects.requireNonNull(due));
            outbox.put(
                    new Outbox.Message(
                            patient,
                            "INTERVENANT",
                            first.actorName(),
                            null,
                            first.rpps(),
                            KIND,
                            HelpText.RENEWAL_SUBJECT,
                            HelpText.renewalLetter(
                                    patients.get(patient).displayName(),
                                    theirs.stream().map(Care::title).toList(),
                                    question,
                                    due,
                                    me.displayName()),
                            ids.getFirst()));
        }
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                HelpText.renewalAsked(cares.size()),
                null,
                "/dossiers/" + patient + "/reevaluations",
                true);
    }

    private void insert(
            PatientId patient,
            List<Care> cares,
            List<UUID> ids,
            @Nullable String question,
            LocalDate due) {
        var me = SignedIn.current();
        try {
            sql.sql(
                            """
                            insert into help.renewal (id, patient_id, intervention_id, title, actor_id, actor_name, question, asked_on, due_on, asked_by, asked_member)
                            select x.id, :patient, x.intervention, x.title, :actor, :actorName, :question, :today, :due, :by, :member
                              from unnest(cast(:ids as uuid[]), cast(:interventions as uuid[]), cast(:titles as text[])) as x (id, intervention, title)
                            """)
                    .param("patient", patient.value())
                    .param("actor", cares.getFirst().actor())
                    .param("actorName", cares.getFirst().actorName())
                    .param("question", question, Types.VARCHAR)
                    .param("today", LocalDate.now(clock))
                    .param("due", due)
                    .param("by", me.displayName())
                    .param("member", me.memberId(), Types.OTHER)
                    .param("ids", ids.toArray(UUID[]::new))
                    .param(
                            "interventions",
                            cares.stream().map(Care::intervention).toArray(UUID[]::new))
                    .param("titles", cares.stream().map(Care::title).toArray(String[]::new))
                    .update();
        } catch (DuplicateKeyException _) {
            throw FormRefused.because("care", HelpText.CARE_GONE);
        }
        trail.wrote(
                Trail.Action.CREATE,
                PART,
                ids.stream().collect(Collectors.toMap(id -> id, _ -> patient)));
    }

    /// Writes the answer down: by the professional themselves when they are who is signed in, else
    /// noted for them. What must change becomes a task of who asked. Throws `FormRefused`,
    /// `NotFound` (also for a professional who was not the one asked), and when it was answered
    /// first.
    void answer(PatientId patient, UUID id, Typed typed) {
        var renewal = get(patient, id);
        var me = SignedIn.current();
        var themselves = !me.role().team();
        if (themselves && !me.accountId().equals(renewal.account()))
            throw new NotFound("réévaluation", id);
        var today = LocalDate.now(clock);
        var errors = new FormErrors();
        var verdict = GivenForm.chosen(Verdict.values(), typed.text("verdict"));
        if (verdict.isEmpty()) errors.add("verdict", WebText.CHOOSE);
        var words = typed.orNull("words");
        if (words == null && verdict.isPresent() && verdict.get() != Verdict.MAINTENIR)
            errors.add("words", HelpText.WHAT_CHANGES);
        if (words != null && words.length() > GivenForm.LONGEST)
            errors.add("words", WebText.tooLong(GivenForm.LONGEST));
        var made =
                themselves
                        ? Made.SEUL
                        : GivenForm.chosen(Made.values(), typed.text("made")).orElse(null);
        if (made == null) errors.add("made", WebText.CHOOSE);
        var on = themselves ? today : FormFields.date(typed, "givenOn", true, errors);
        if (on != null && on.isAfter(today)) errors.add("givenOn", HelpText.TO_COME);
        if (on != null && on.isBefore(renewal.askedOn())) errors.add("givenOn", HelpText.BEFORE);
        FormRefused.unless(errors);
        var saved =
                sql.sql(
                                """
                                update help.renewal set state = 'RENDUE', verdict = :verdict, words = :words, made = :made, given_on = :on, given_by = :givenBy, noted_by = :by,
                                       noted_at = :now, version = version + 1
                                 where id = :id and state = 'EN_ATTENTE' and version = :version
                                """)
                        .param("verdict", verdict.orElseThrow().name())
                        .param("words", words, Types.VARCHAR)
                        .param("made", Objects.requireNonNull(made).name())
                        .param("on", on)
                        .param("givenBy", renewal.actor())
                        .param("by", me.displayName())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("version", typed.version())
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("renewal " + id);
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                HelpText.renewalGiven(verdict.orElseThrow()),
                renewal.title(),
                "/dossiers/" + patient + "/reevaluations",
                true);
        if (verdict.orElseThrow() != Verdict.MAINTENIR)
            tasks.follow(
                    patient, HelpText.CHANGE_THE_PLAN, today.plusDays(7), renewal.askedMember());
    }

    /// Nobody will answer, with why. Throws as [#answer].
    void close(PatientId patient, UUID id, Typed typed) {
        var renewal = get(patient, id);
        var errors = new FormErrors();
        var why = GivenForm.text(typed, "why", HelpText.WHY_ENDED, FormFields.LINE, errors);
        FormRefused.unless(errors);
        var saved =
                sql.sql(
                                """
                                update help.renewal set state = 'SANS_SUITE', words = :why, noted_by = :by, noted_at = :now, version = version + 1
                                 where id = :id and state = 'EN_ATTENTE' and version = :version
                                """)
                        .param("why", why)
                        .param("by", SignedIn.current().displayName())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", renewal.id())
                        .param("version", typed.version())
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("renewal " + id);
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
    }

    private Renewal get(PatientId patient, UUID id) {
        return of(patient).stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("réévaluation", id));
    }
}

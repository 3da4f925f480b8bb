package fr.maillage.rcp.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.SharedWith;
import fr.maillage.casefile.SharedWith.Listener;
import fr.maillage.correspondence.Outbox;
import fr.maillage.followup.Tasks;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// An expertise is asked, then given, or left aside with why. Source: guide DGOS 2012, fiche O1 §3
/// (temps médical) and fiche D4 §4-2 (regional expertise).
@Service
@Transactional
class ExpertiseService {

    private static final String SELECT =
            """
            select e.id, e.patient_id, e.addressee_kind, e.addressee, e.member_id, e.anonymous, e.question, e.due_on, e.asked_at, e.asked_by, e.asked_name,
                   e.status, e.opinion, e.opinion_by, e.opinion_on, e.noted_by, e.closed_why, e.version
              from rcp.expertise e
            """;

    /// Function of who gives expertise in a team.
    private static final String DOCTOR = "DOCTOR";

    private static final int LONGEST = 20_000;

    private final JdbcClient sql;
    private final CaseFiles files;
    private final SharedWith shared;
    private final Patients patients;
    private final Networks networks;
    private final Outbox outbox;
    private final Tasks tasks;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    ExpertiseService(
            JdbcClient sql,
            CaseFiles files,
            SharedWith shared,
            Patients patients,
            Networks networks,
            Outbox outbox,
            Tasks tasks,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.shared = shared;
        this.patients = patients;
        this.networks = networks;
        this.outbox = outbox;
        this.tasks = tasks;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Throws `NotFound`.
    @Transactional(readOnly = true)
    public Expertise get(UUID id) {
        return sql.sql(SELECT + " where e.id = :id")
                .param("id", id)
                .query(ExpertiseService::read)
                .optional()
                .orElseThrow(() -> new NotFound("expertise", id));
    }

    /// Those of a person, latest first.
    @Transactional(readOnly = true)
    public List<Expertise> of(PatientId patient) {
        return sql.sql(SELECT + " where e.patient_id = :patient order by e.asked_at desc limit 50")
                .param("patient", patient.value())
                .query(ExpertiseService::read)
                .list();
    }

    /// Those that wait, first due first.
    @Transactional(readOnly = true)
    public List<Expertise> waiting() {
        return sql.sql(SELECT + " where e.status = 'EN_ATTENTE' order by e.due_on, e.id limit 60")
                .query(ExpertiseService::read)
                .list();
    }

    private static Expertise read(ResultSet row, int ignored) throws SQLException {
        return new Expertise(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                Addressee.valueOf(row.getString("addressee_kind")),
                row.getString("addressee"),
                row.getObject("member_id", UUID.class),
                row.getBoolean("anonymous"),
                row.getString("question"),
                row.getObject("due_on", LocalDate.class),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_name"),
                Expertise.State.valueOf(row.getString("status")),
                row.getString("opinion"),
                row.getString("opinion_by"),
                row.getObject("opinion_on", LocalDate.class),
                row.getString("noted_by"),
                row.getString("closed_why"),
                row.getInt("version"));
    }

    /// Doctors of the team, to whom a question may be put.
    @Transactional(readOnly = true)
    public List<Networks.Member> doctors() {
        return networks.team(LocalDate.now(clock)).stream()
                .filter(m -> m.function().equals(DOCTOR))
                .toList();
    }

    private record Asked(
            Addressee kind,
            String addressee,
            @Nullable UUID member,
            boolean anonymous,
            String question,
            LocalDate dueOn) {}

    /// Asks. A doctor of the team finds it in their day; others are written to. Throws
    /// `FormRefused`, also when it would say outside the équipe de soins whom it is about and the
    /// person did not agree.
    UUID ask(PatientId patient, Typed typed) {
        files.openToWrite(patient, Part.SUIVI);
        var asked = read(patient, typed);
        var id = Ids.next();
        var me = SignedIn.current();
        sql.sql(
                        """
                        insert into rcp.expertise (id, patient_id, addressee_kind, addressee, member_id, anonymous, question, due_on, asked_at, asked_by, asked_name, letter_id)
                        values (:id, :patient, :kind, :addressee, :member, :anonymous, :question, :due, :now, :by, :name, :letter)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("kind", asked.kind().name())
                .param("addressee", asked.addressee())
                .param("member", asked.member(), Types.OTHER)
                .param("anonymous", asked.anonymous())
                .param("question", asked.question())
                .param("due", asked.dueOn())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", me.member())
                .param("name", me.displayName())
                .param("letter", letter(id, patient, asked), Types.OTHER)
                .update();
        trail.wrote(Trail.Action.CREATE, patient, "EXPERTISE", id);
        timeline.add(
                patient,
                Timeline.Kind.RCP,
                RcpText.expertiseAsked(asked.addressee()),
                asked.question(),
                "/expertises/" + id,
                true);
        return id;
    }

    private Asked read(PatientId patient, Typed typed) {
        var errors = new FormErrors();
        var kinds = Arrays.stream(Addressee.values()).map(Enum::name).collect(Collectors.toSet());
        var chosen = FormFields.oneOf(typed, "kind", Set.copyOf(kinds), errors);
        var question = AgendaService.question(typed, errors);
        var due = FormFields.date(typed, "dueOn", true, errors);
        if (due != null && due.isBefore(LocalDate.now(clock)))
            errors.add("dueOn", RcpText.DUE_PAST);
        FormRefused.unless(errors);
        var kind = Addressee.valueOf(chosen);
        var anonymous = kind != Addressee.MEDECIN_EQUIPE && typed.checked("anonymous");
        var doctor = kind == Addressee.MEDECIN_EQUIPE ? doctor(typed, errors) : null;
        var name = doctor == null ? typed.text("addressee") : doctor.name();
        if (kind != Addressee.MEDECIN_EQUIPE) {
            if (name.isEmpty()) errors.add("addressee", RcpText.NAME_MISSING);
            if (name.length() > FormFields.LINE) errors.add("addressee", RcpText.LINE);
            if (!anonymous) shareable(patient, name, errors);
        }
        FormRefused.unless(errors);
        return new Asked(
                kind,
                name,
                doctor == null ? null : doctor.id(),
                anonymous,
                question,
                Objects.requireNonNull(due));
    }

    private Networks.@Nullable Member doctor(Typed typed, FormErrors errors) {
        for (var doctor : doctors())
            if (doctor.id().toString().equals(typed.text("member"))) return doctor;
        errors.add("member", RcpText.WHICH_DOCTOR);
        return null;
    }

    private void shareable(PatientId patient, String name, FormErrors errors) {
        var outside = new Listener(name, null, false, null);
        var obstacle = shared.obstacles(patient, List.of(outside)).get(outside);
        if (obstacle != null) errors.add("anonymous", RcpText.withoutHerName(obstacle));
    }

    private @Nullable UUID letter(UUID id, PatientId patient, Asked asked) {
        if (asked.member() != null) return null;
        var person = patients.get(patient);
        return outbox.put(
                new Outbox.Message(
                        asked.anonymous() ? null : patient,
                        "STRUCTURE",
                        asked.addressee(),
                        null,
                        null,
                        "EXPERTISE",
                        RcpText.EXPERTISE_SUBJECT,
                        RcpLetters.expertiseBody(
                                asked.anonymous() ? null : person.displayName(),
                                asked.question(),
                                asked.dueOn(),
                                SignedIn.current().displayName()),
                        id));
    }

    /// Writes the opinion down; whoever asked is told. Throws `FormRefused`, and
    /// `OptimisticLockingFailureException` when somebody wrote first.
    void answer(UUID id, Typed typed, int version) {
        var expertise = get(id);
        files.openToWrite(expertise.patient(), Part.SUIVI);
        if (!expertise.waits()) throw new OptimisticLockingFailureException("expertise " + id);
        var errors = new FormErrors();
        var opinion = typed.text("opinion");
        if (opinion.isEmpty()) errors.add("opinion", RcpText.OPINION_MISSING);
        if (opinion.length() > LONGEST) errors.add("opinion", RcpText.NOTES_LONG);
        if (typed.text("opinionBy").isEmpty()) errors.add("opinionBy", RcpText.NAME_MISSING);
        if (typed.text("opinionBy").length() > FormFields.LINE)
            errors.add("opinionBy", RcpText.LINE);
        var on = FormFields.date(typed, "opinionOn", true, errors);
        if (on != null && on.isAfter(LocalDate.now(clock)))
            errors.add("opinionOn", RcpText.DAY_TO_COME);
        FormRefused.unless(errors);
        var me = SignedIn.current();
        var written =
                sql.sql(
                                """
                                update rcp.expertise set status = 'RENDUE', opinion = :opinion, opinion_by = :by, opinion_on = :on, noted_by = :me, noted_at = :now,
                                       version = version + 1
                                 where id = :id and version = :version and status = 'EN_ATTENTE'
                                """)
                        .param("opinion", opinion)
                        .param("by", typed.text("opinionBy"))
                        .param("on", on)
                        .param("me", me.displayName())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("version", version)
                        .update();
        if (written == 0) throw new OptimisticLockingFailureException("expertise " + id);
        trail.wrote(Trail.Action.UPDATE, expertise.patient(), "EXPERTISE", id);
        timeline.add(
                expertise.patient(),
                Timeline.Kind.RCP,
                RcpText.expertiseGiven(expertise.addressee()),
                opinion,
                expertise.href(),
                true);
        if (!expertise.askedBy().equals(me.memberId()))
            tasks.create(
                    expertise.patient(),
                    RcpText.readTheOpinion(expertise.addressee()),
                    LocalDate.now(clock),
                    expertise.askedBy());
    }

    /// It is no longer needed, or nobody will answer.
    void close(UUID id, String why, int version) {
        var expertise = get(id);
        files.openToWrite(expertise.patient(), Part.SUIVI);
        if (why.isEmpty()) throw FormRefused.because("why", RcpText.WHY_MISSING);
        if (why.length() > 2_000) throw FormRefused.because("why", RcpText.QUESTION_LONG);
        var closed =
                sql.sql(
                                """
                                update rcp.expertise set status = 'SANS_SUITE', closed_why = :why, noted_by = :me, noted_at = :now, version = version + 1
                                 where id = :id and version = :version and status = 'EN_ATTENTE'
                                """)
                        .param("why", why)
                        .param("me", SignedIn.current().displayName())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("version", version)
                        .update();
        if (closed == 0) throw new OptimisticLockingFailureException("expertise " + id);
        outbox.withdraw(id, "EXPERTISE", null, why);
        trail.wrote(Trail.Action.UPDATE, expertise.patient(), "EXPERTISE", id);
        timeline.add(
                expertise.patient(),
                Timeline.Kind.RCP,
                RcpText.expertiseClosed(expertise.addressee()),
                why,
                expertise.href(),
                true);
    }
}

package fr.maillage.help.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.Tasks;
import fr.maillage.followup.TellDoctor;
import fr.maillage.help.internal.Given.Doctor;
import fr.maillage.help.internal.Given.Result;
import fr.maillage.help.internal.Given.Review;
import fr.maillage.help.internal.GivenForm.Read;
import fr.maillage.help.internal.GivenForm.Standing;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Helps given: noted by the clinical team, corrected with the version read; one that lasts is
/// looked at again, then ends with why.
@Service
@Transactional
class GivenService {

    /// The theme that cannot do without the attending doctor.
    static final String CANCER = "CANCEROLOGIE";

    private static final String PART = "AIDE";

    private final JdbcClient sql;
    private final Relatives relatives;
    private final CaseFiles files;
    private final Patients patients;
    private final TellDoctor doctor;
    private final Tasks tasks;
    private final Timeline timeline;
    private final Trail trail;
    private final JsonMapper json;
    private final Clock clock;

    GivenService(
            JdbcClient sql,
            Relatives relatives,
            CaseFiles files,
            Patients patients,
            TellDoctor doctor,
            Tasks tasks,
            Timeline timeline,
            Trail trail,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.relatives = relatives;
        this.files = files;
        this.patients = patients;
        this.doctor = doctor;
        this.tasks = tasks;
        this.timeline = timeline;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /// Those that last first, then the latest.
    @Transactional(readOnly = true)
    public List<Given> of(PatientId patient) {
        return sql.sql(
                        """
                        select g.id, g.on_date, g.kind, g.relative_id, g.relative_name, g.partner, g.words, g.result, g.result_why, g.minutes, g.doctor, g.doctor_words,
                               g.review_on, g.ended_on, g.ended_why, g.noted_by, g.version,
                               (select coalesce(jsonb_agg(jsonb_build_object('on', r.on_date, 'words', r.words, 'author', r.author_name) order by r.on_date desc, r.id desc), '[]')
                                  from help.review r where r.network_id = g.network_id and r.given_id = g.id) as reviews
                          from help.given g where g.patient_id = :patient
                         order by g.review_on is not null and g.ended_on is null desc, g.on_date desc, g.id desc
                        """)
                .param("patient", patient.value())
                .query(this::read)
                .list();
    }

    private Given read(ResultSet row, int ignored) throws SQLException {
        var told = row.getString("doctor");
        return new Given(
                row.getObject("id", UUID.class),
                row.getObject("on_date", LocalDate.class),
                HelpKind.valueOf(row.getString("kind")),
                row.getObject("relative_id", UUID.class),
                row.getString("relative_name"),
                row.getString("partner"),
                row.getString("words"),
                Result.valueOf(row.getString("result")),
                row.getString("result_why"),
                row.getObject("minutes", Integer.class),
                told == null ? null : Doctor.valueOf(told),
                row.getString("doctor_words"),
                row.getObject("review_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_why"),
                List.of(json.readValue(row.getString("reviews"), Review[].class)),
                row.getString("noted_by"),
                row.getInt("version"));
    }

    /// Whether the person is followed for a theme that cannot do without the attending doctor.
    @Transactional(readOnly = true)
    public boolean asksTheDoctor(PatientId patient) {
        return files.current(patient).map(s -> s.themeCode().equals(CANCER)).orElse(false);
    }

    private Standing standing(PatientId patient) {
        var person = patients.get(patient);
        return new Standing(
                asksTheDoctor(patient), person.mtState().equals("DECLARE") && person.mtTold());
    }

    private Read read(PatientId patient, Typed typed) {
        var errors = new FormErrors();
        var forWhom = relatives.read(patient, typed, errors);
        return GivenForm.read(typed, forWhom, errors, standing(patient), LocalDate.now(clock));
    }

    /// Notes one, and does what its words about the attending doctor ask: a letter, or a task while
    /// there is none. Throws `FormRefused`.
    void note(PatientId patient, Typed typed) {
        var read = read(patient, typed);
        var id = Ids.next();
        var me = SignedIn.current();
        fields(
                        sql.sql(
                                """
                                insert into help.given (id, patient_id, on_date, kind, for_whom, relative_id, relative_name, partner, words, result, result_why, minutes, doctor,
                                                        doctor_words, review_on, noted_by, noted_member, noted_at)
                                values (:id, :patient, :on, :kind, :forWhom, :relative, :relativeName, :partner, :words, :result, :resultWhy, :minutes, :doctor,
                                        :doctorWords, :review, :by, :member, :now)
                                """),
                        read)
                .param("id", id)
                .param("patient", patient.value())
                .param("by", me.displayName())
                .param("member", me.memberId(), Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        follow(patient, id, read);
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                HelpText.given(read.kind(), read.forWhom().name() != null),
                read.result().label,
                "/dossiers/" + patient + "/appuis",
                true);
        trail.wrote(Trail.Action.CREATE, patient, PART, id);
    }

    private void follow(PatientId patient, UUID id, Read read) {
        if (read.doctor() == Doctor.A_INFORMER)
            doctor.told(
                    patient,
                    id,
                    HelpText.toDoctor(read.kind(), read.on(), read.words()),
                    SignedIn.current().displayName());
        if (read.doctor() != Doctor.SANS || !asksTheDoctor(patient)) return;
        var person = patients.get(patient);
        // the person's opposition is respected: nobody looks for a doctor she does not want told
        if (person.mtState().equals("DECLARE") || !person.mtTold()) return;
        var before =
                sql.sql(
                                "select exists (select 1 from help.given where patient_id = :patient and doctor = 'SANS' and id <> :id)")
                        .param("patient", patient.value())
                        .param("id", id)
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (!before)
            tasks.create(
                    patient,
                    HelpText.FIND_A_DOCTOR,
                    LocalDate.now(clock).plusDays(7),
                    files.current(patient).map(CaseFiles.Support::coordinatorId).orElse(null));
    }

    private static StatementSpec fields(StatementSpec statement, Read read) {
        return statement
                .param("on", read.on())
                .param("kind", read.kind().name())
                .param("forWhom", read.forWhom().code())
                .param("relative", read.forWhom().relative(), Types.OTHER)
                .param("relativeName", read.forWhom().name(), Types.VARCHAR)
                .param("partner", read.partner(), Types.VARCHAR)
                .param("words", read.words())
                .param("result", read.result().name())
                .param("resultWhy", read.resultWhy(), Types.VARCHAR)
                .param("minutes", read.minutes(), Types.INTEGER)
                .param("doctor", read.doctor() == null ? null : read.doctor().name(), Types.VARCHAR)
                .param("doctorWords", read.doctorWords(), Types.VARCHAR)
                .param("review", read.reviewOn(), Types.DATE);
    }

    /// Corrects one that has not ended; throws `FormRefused`, `NotFound`, and when a colleague was
    /// first. A letter leaves again when it is asked for only now.
    void correct(PatientId patient, UUID id, Typed typed) {
        var before = get(patient, id);
        var read = read(patient, typed);
        var saved =
                fields(
                                sql.sql(
                                        """
                                        update help.given set on_date = :on, kind = :kind, for_whom = :forWhom, relative_id = :relative, relative_name = :relativeName,
                                               partner = :partner, words = :words, result = :result, result_why = :resultWhy, minutes = :minutes, doctor = :doctor,
                                               doctor_words = :doctorWords, review_on = :review, version = version + 1
                                         where id = :id and patient_id = :patient and version = :version and ended_on is null
                                        """),
                                read)
                        .param("id", id)
                        .param("patient", patient.value())
                        .param("version", typed.version())
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("help " + id);
        if (before.doctor() != read.doctor()) follow(patient, id, read);
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
    }

    /// Looked at again, and when it will be next. Throws `FormRefused`, `NotFound`, and when a
    /// colleague was first.
    void review(PatientId patient, UUID id, Typed typed) {
        var given = get(patient, id);
        var today = LocalDate.now(clock);
        var errors = new FormErrors();
        var words = GivenForm.text(typed, "words", HelpText.WHAT_WAS_SEEN, 1_000, errors);
        var next = FormFields.date(typed, "nextOn", true, errors);
        if (next != null && !next.isAfter(today)) errors.add("nextOn", HelpText.NEXT_AFTER);
        FormRefused.unless(errors);
        moved(
                sql.sql(
                                "update help.given set review_on = :next, version = version + 1 where id = :id and version = :version and ended_on is null and review_on is not null")
                        .param("next", next)
                        .param("id", given.id())
                        .param("version", typed.version())
                        .update(),
                id);
        sql.sql(
                        "insert into help.review (id, given_id, on_date, words, next_on, author_name, at) values (:id, :given, :today, :words, :next, :by, :now)")
                .param("id", Ids.next())
                .param("given", given.id())
                .param("today", today)
                .param("words", words)
                .param("next", Objects.requireNonNull(next))
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
    }

    /// It is no longer there, with why. Throws as [#review].
    void end(PatientId patient, UUID id, Typed typed) {
        var given = get(patient, id);
        var ending = GivenForm.ending(typed, given.on(), LocalDate.now(clock));
        moved(
                sql.sql(
                                "update help.given set ended_on = :on, ended_why = :why, version = version + 1 where id = :id and version = :version and ended_on is null and review_on is not null")
                        .param("on", ending.on())
                        .param("why", ending.why())
                        .param("id", given.id())
                        .param("version", typed.version())
                        .update(),
                id);
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
    }

    private static void moved(int rows, UUID id) {
        if (rows == 0) throw new OptimisticLockingFailureException("help " + id);
    }

    private Given get(PatientId patient, UUID id) {
        return of(patient).stream()
                .filter(g -> g.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("aide", id));
    }
}

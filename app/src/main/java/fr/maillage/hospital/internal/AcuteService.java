package fr.maillage.hospital.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.hospital.internal.AcuteSupport.AskedBy;
import fr.maillage.hospital.internal.AcuteSupport.Doctor;
import fr.maillage.hospital.internal.AcuteSupport.Kind;
import fr.maillage.hospital.internal.AcuteSupport.Means;
import fr.maillage.hospital.internal.AcuteSupport.Outcome;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormFields.Typed;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Urgent and very specific situations of a person: noted by the clinical team, corrected with the
/// version read.
@Service
@Transactional
class AcuteService {

    private static final String PART = "SITUATION AIGUE";

    private final JdbcClient sql;
    private final Patients patients;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    AcuteService(JdbcClient sql, Patients patients, Timeline timeline, Trail trail, Clock clock) {
        this.sql = sql;
        this.patients = patients;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Latest first.
    @Transactional(readOnly = true)
    public List<AcuteSupport> of(PatientId patient) {
        return sql.sql(
                        """
                        select a.id, a.happened_on, a.kind, a.asked_by, a.doctor, a.doctor_words, a.situation, a.answer, a.means, a.stay_feared, a.outcome,
                               a.noted_by, a.version,
                               (select min(s.admitted_on) from casefile.hospital_stay s where s.network_id = a.network_id and s.patient_id = a.patient_id
                                   and s.kind = 'NON_PROGRAMME' and s.admitted_on between a.happened_on and a.happened_on + :days) as again
                          from hospital.acute_support a where a.patient_id = :patient order by a.happened_on desc, a.id desc
                        """)
                .param("days", AcuteSupport.DAYS)
                .param("patient", patient.value())
                .query((row, _) ->
                        new AcuteSupport(
                                row.getObject("id", UUID.class),
                                row.getObject("happened_on", LocalDate.class),
                                Kind.valueOf(row.getString("kind")),
                                AskedBy.valueOf(row.getString("asked_by")),
                                Doctor.valueOf(row.getString("doctor")),
                                row.getString("doctor_words"),
                                row.getString("situation"),
                                row.getString("answer"),
                                Arrays.stream((String[]) row.getArray("means").getArray())
                                        .map(Means::valueOf)
                                        .toList(),
                                row.getBoolean("stay_feared"),
                                Outcome.valueOf(row.getString("outcome")),
                                row.getObject("again", LocalDate.class),
                                row.getString("noted_by"),
                                row.getInt("version")))
                .list();
    }

    /// Notes one; throws `FormRefused`.
    void note(PatientId patient, Typed typed) {
        var read = read(patient, typed);
        var id = Ids.next();
        fields(
                        sql.sql(
                                """
                                insert into hospital.acute_support (id, patient_id, happened_on, kind, asked_by, doctor, doctor_words, situation, answer, means,
                                                                    stay_feared, outcome, noted_at, noted_by)
                                values (:id, :patient, :on, :kind, :asked, :doctor, :doctorWords, :situation, :answer, cast(:means as text[]),
                                        :feared, :outcome, :now, :by)
                                """),
                        read)
                .param("id", id)
                .param("patient", patient.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                read.kind().label,
                HospitalText.line(read.doctor(), read.outcome()),
                "/dossiers/" + patient + "/situations-aigues",
                true);
        trail.wrote(Trail.Action.CREATE, patient, PART, id);
    }

    /// Corrects one; throws `FormRefused`, `NotFound`, and when a colleague was first.
    void correct(PatientId patient, UUID id, Typed typed, int version) {
        if (of(patient).stream().noneMatch(one -> one.id().equals(id)))
            throw new NotFound("situation", id);
        var saved =
                fields(
                                sql.sql(
                                        """
                                        update hospital.acute_support set happened_on = :on, kind = :kind, asked_by = :asked, doctor = :doctor,
                                               doctor_words = :doctorWords, situation = :situation, answer = :answer, means = cast(:means as text[]),
                                               stay_feared = :feared, outcome = :outcome, version = version + 1
                                         where id = :id and patient_id = :patient and version = :version
                                        """),
                                read(patient, typed))
                        .param("id", id)
                        .param("patient", patient.value())
                        .param("version", version)
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("situation " + id);
        trail.wrote(Trail.Action.UPDATE, patient, PART, id);
    }

    private AcuteForm.Read read(PatientId patient, Typed typed) {
        return AcuteForm.read(
                typed, patients.get(patient).mtState().equals("DECLARE"), LocalDate.now(clock));
    }

    private static StatementSpec fields(StatementSpec statement, AcuteForm.Read read) {
        return statement
                .param("on", read.happenedOn())
                .param("kind", read.kind().name())
                .param("asked", read.askedBy().name())
                .param("doctor", read.doctor().name())
                .param("doctorWords", read.doctorWords(), Types.VARCHAR)
                .param("situation", read.situation())
                .param("answer", read.answer())
                .param("means", read.means().stream().map(Enum::name).toArray(String[]::new))
                .param("feared", read.stayFeared())
                .param("outcome", read.outcome().name());
    }
}

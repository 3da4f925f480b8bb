package fr.maillage.diseaseregister.internal;

import fr.maillage.access.Trail;
import fr.maillage.diseaseregister.internal.Case.Answer;
import fr.maillage.diseaseregister.internal.CaseStore.Objection;
import fr.maillage.diseaseregister.internal.RegisterStore.Status;
import fr.maillage.diseaseregister.internal.RegisterStore.Version;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A person comes into a register once she was told and while she does not object; her case is
/// completed, followed, and comes out at any time. Who objects is in none: the database refuses
/// too. Sources: RGPD art. 13, 14 and 21; CNIL, délibération 2003-053 (as quoted; source à
/// vérifier).
@Service
@Transactional
class CaseService {

    private static final String PART = "REGISTRE";

    private final JdbcClient sql;
    private final RegisterStore registers;
    private final CaseStore cases;
    private final FileFacts facts;
    private final Patients patients;
    private final Trail trail;
    private final Clock clock;

    CaseService(
            JdbcClient sql,
            RegisterStore registers,
            CaseStore cases,
            FileFacts facts,
            Patients patients,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.registers = registers;
        this.cases = cases;
        this.facts = facts;
        this.patients = patients;
        this.trail = trail;
        this.clock = clock;
    }

    private Definition serving(UUID register) {
        return RegisterStore.in(registers.versions(register), Status.PUBLIE)
                .map(Version::definition)
                .orElseThrow(() -> FormRefused.because("incidentOn", RegisterText.NOT_PUBLISHED));
    }

    private Case of(PatientId patient, UUID register) {
        var found = cases.ofPerson(patient.value()).get(register);
        if (found == null) throw new NotFound("cas", register);
        return found;
    }

    private boolean objects(PatientId patient, UUID register) {
        return cases.objections(patient.value()).stream()
                .anyMatch(o -> o.register() == null || o.register().equals(register));
    }

    /// Includes a person. Refused while nobody told her, when she objects, when she is in already,
    /// when a value is not permitted; what is missing is not refused, it is listed.
    void include(PatientId patient, UUID register, Typed typed) {
        registers.lock(register);
        var definition = serving(register);
        if (objects(patient, register))
            throw FormRefused.because("informedOn", RegisterText.OBJECTS);
        if (cases.ofPerson(patient.value()).containsKey(register))
            throw FormRefused.because("informedOn", RegisterText.ALREADY);
        var person = patients.get(patient);
        var today = LocalDate.now(clock);
        var errors = new FormErrors();
        var informed = FormFields.date(typed, "informedOn", false, errors);
        if (informed == null) errors.add("informedOn", RegisterText.WHEN_INFORMED);
        else if (informed.isAfter(today)) errors.add("informedOn", RegisterText.INFORMED_LATER);
        if (!CaseForms.HOW.containsKey(typed.text("informedHow")))
            errors.add("informedHow", RegisterText.HOW_INFORMED);
        if (!CaseForms.WHO.containsKey(typed.text("informedWho")))
            errors.add("informedWho", RegisterText.WHO_INFORMED);
        var onset = onset(typed, person.birthDate(), person.deceasedOn(), today, errors);
        var answers =
                CaseForms.answers(
                        definition,
                        false,
                        typed,
                        facts.of(patient),
                        person.birthDate(),
                        person.deceasedOn(),
                        today,
                        errors);
        FormRefused.unless(errors);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into diseaseregister.case_record (id, register_id, patient_id, number, incident_on, included_on, commune_code, informed_on, informed_how,
                                                                 informed_who, answers, entered_by, entered_at)
                        values (:id, :register, :patient, :number, :onset, :today, :commune, :informed, :how, :who, cast(:answers as jsonb), :by, :now)
                        """)
                .param("id", id)
                .param("register", register)
                .param("patient", patient.value())
                .param("number", registers.number(register))
                .param("onset", Objects.requireNonNull(onset))
                .param("today", today)
                .param("commune", person.communeCode(), Types.VARCHAR)
                .param("informed", Objects.requireNonNull(informed))
                .param("how", typed.text("informedHow"))
                .param("who", typed.text("informedWho"))
                .param("answers", cases.written(answers))
                .param("by", DefinitionService.who())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        report(id, register, typed, today);
        trail.wrote(Trail.Action.CREATE, patient, PART, id);
    }

    private static @Nullable LocalDate onset(
            Typed typed,
            @Nullable LocalDate born,
            @Nullable LocalDate died,
            LocalDate today,
            FormErrors errors) {
        var onset = FormFields.date(typed, "incidentOn", false, errors);
        if (onset == null) errors.add("incidentOn", RegisterText.NO_ONSET_DAY);
        else if (onset.isAfter(today)) errors.add("incidentOn", RegisterText.TO_COME);
        else if (born != null && onset.isBefore(born))
            errors.add("incidentOn", RegisterText.BEFORE_BIRTH);
        else if (died != null && onset.isAfter(died))
            errors.add("incidentOn", RegisterText.AFTER_DEATH);
        return onset;
    }

    /// A source says it has this case; nothing when none is chosen.
    private void report(UUID id, UUID register, Typed typed, LocalDate today) {
        Ids.parse(typed.text("source"))
                .ifPresent(source ->
                        sql.sql(
                                        """
                                        insert into diseaseregister.report (case_id, source_id, on_date)
                                        select :case, s.id, :today from diseaseregister.source s where s.id = :source and s.register_id = :register
                                        on conflict do nothing
                                        """)
                                .param("case", id)
                                .param("today", today)
                                .param("source", source)
                                .param("register", register)
                                .update());
    }

    /// Completes or corrects a case; a further source may report it. Throws as [#include], and when
    /// a colleague was first.
    void complete(PatientId patient, UUID register, Typed typed) {
        var one = of(patient, register);
        var today = LocalDate.now(clock);
        var errors = new FormErrors();
        var definition = serving(register);
        var onset = onset(typed, one.born(), one.died(), today, errors);
        if (onset != null && onset.isAfter(one.includedOn()))
            errors.add("incidentOn", RegisterText.AFTER_INCLUSION);
        var answers =
                CaseForms.answers(
                        definition,
                        false,
                        typed,
                        facts.of(patient),
                        one.born(),
                        one.died(),
                        today,
                        errors);
        FormRefused.unless(errors);
        moved(
                sql.sql(
                                """
                                update diseaseregister.case_record set incident_on = :onset, answers = cast(:answers as jsonb), version = version + 1
                                 where id = :id and version = :version
                                """)
                        .param("onset", Objects.requireNonNull(onset))
                        .param("answers", cases.written(kept(definition, one.answers(), answers)))
                        .param("id", one.id())
                        .param("version", typed.version())
                        .update(),
                one.id());
        report(one.id(), register, typed, today);
        trail.wrote(Trail.Action.UPDATE, patient, PART, one.id());
    }

    /// What the version that serves asks replaces what was said; what a former one asked stays.
    private static Map<String, Answer> kept(
            Definition definition, Map<String, Answer> before, Map<String, Answer> now) {
        var all = new HashMap<>(before);
        definition.asked(false).forEach(f -> all.remove(f.code()));
        all.putAll(now);
        return all;
    }

    /// Notes a follow-up that is due, or corrects one that was made.
    void follow(PatientId patient, UUID register, int rank, Typed typed) {
        var one = of(patient, register);
        var definition = serving(register);
        var today = LocalDate.now(clock);
        var made = one.followUps().stream().filter(f -> f.rank() == rank).findFirst();
        if (made.isEmpty() && one.due(definition, today).stream().noneMatch(d -> d.rank() == rank))
            throw FormRefused.because("onDate", RegisterText.NOT_DUE);
        var errors = new FormErrors();
        var on = FormFields.date(typed, "onDate", true, errors);
        if (on != null && on.isAfter(today)) errors.add("onDate", RegisterText.TO_COME);
        if (on != null && on.isBefore(one.includedOn()))
            errors.add("onDate", RegisterText.BEFORE_INCLUSION);
        if (on != null && one.died() != null && on.isAfter(one.died()))
            errors.add("onDate", RegisterText.AFTER_DEATH);
        var answers =
                CaseForms.answers(
                        definition,
                        true,
                        typed,
                        facts.of(patient),
                        one.born(),
                        one.died(),
                        today,
                        errors);
        FormRefused.unless(errors);
        moved(
                sql.sql(
                                """
                                insert into diseaseregister.follow_up (id, case_id, rank, on_date, answers, noted_by, noted_at)
                                values (:id, :case, :rank, :on, cast(:answers as jsonb), :by, :now)
                                on conflict (network_id, case_id, rank) do update set on_date = excluded.on_date, answers = excluded.answers,
                                       version = follow_up.version + 1 where follow_up.version = :version
                                """)
                        .param("id", Ids.next())
                        .param("case", one.id())
                        .param("rank", rank)
                        .param("on", Objects.requireNonNull(on))
                        .param("answers", cases.written(answers))
                        .param("by", DefinitionService.who())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("version", made.isEmpty() ? -1 : typed.version())
                        .update(),
                one.id());
        trail.wrote(Trail.Action.UPDATE, patient, PART, one.id());
    }

    /// The follow-up ends otherwise than by death, with why.
    void end(PatientId patient, UUID register, Typed typed) {
        var one = of(patient, register);
        var errors = new FormErrors();
        var on = FormFields.date(typed, "endedOn", true, errors);
        if (on != null && on.isBefore(one.incidentOn()))
            errors.add("endedOn", RegisterText.before(serving(register).head().onset()));
        if (on != null && on.isAfter(LocalDate.now(clock)))
            errors.add("endedOn", RegisterText.TO_COME);
        if (CaseForms.endings().stream().noneMatch(o -> o.value().equals(typed.text("endedWhy"))))
            errors.add("endedWhy", RegisterText.WHY_OUT);
        FormRefused.unless(errors);
        moved(
                sql.sql(
                                "update diseaseregister.case_record set ended_on = :on, ended_why = :why, version = version + 1 where id = :id and version = :version")
                        .param("on", Objects.requireNonNull(on))
                        .param("why", typed.text("endedWhy"))
                        .param("id", one.id())
                        .param("version", typed.version())
                        .update(),
                one.id());
        trail.wrote(Trail.Action.UPDATE, patient, PART, one.id());
    }

    /// A case that is none, or is another's, comes out. Throws `NotFound`, `FormRefused`.
    void takeOut(PatientId patient, UUID register, Typed typed) {
        if (!CaseForms.OUT.containsKey(typed.text("why")))
            throw FormRefused.because("why", RegisterText.WHY_OUT);
        var one = of(patient, register);
        remove(List.of(register), patient, typed.text("why"));
        trail.wrote(Trail.Action.UPDATE, patient, PART, one.id());
    }

    /// The person objects: whatever the registers say of her goes at once, and she cannot come in
    /// again while the objection holds.
    ///
    /// @param register null: to every register of the structure
    void object(PatientId patient, @Nullable UUID register, Typed typed) {
        var today = LocalDate.now(clock);
        var errors = new FormErrors();
        var on = FormFields.date(typed, "onDate", true, errors);
        if (on != null && on.isAfter(today)) errors.add("onDate", RegisterText.TO_COME);
        if (!CaseForms.WHO.containsKey(typed.text("saidBy")))
            errors.add("saidBy", RegisterText.WHO_SAYS);
        if (typed.text("words").length() > 300) errors.add("words", RegisterText.TOO_LONG);
        FormRefused.unless(errors);
        if (register != null) registers.lock(register);
        remove(
                register == null
                        ? List.copyOf(cases.ofPerson(patient.value()).keySet())
                        : List.of(register),
                patient,
                "OPPOSITION");
        var id = Ids.next();
        sql.sql(
                        """
                        insert into diseaseregister.objection (id, register_id, patient_id, on_date, said_by, words, noted_by, noted_at)
                        values (:id, :register, :patient, :on, :saidBy, :words, :by, :now) on conflict do nothing
                        """)
                .param("id", id)
                .param("register", register, Types.OTHER)
                .param("patient", patient.value())
                .param("on", Objects.requireNonNull(on))
                .param("saidBy", typed.text("saidBy"))
                .param("words", typed.orNull("words"), Types.VARCHAR)
                .param("by", DefinitionService.who())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.wrote(Trail.Action.UPDATE, patient, "REGISTRE OPPOSITION", id);
    }

    /// The person no longer objects: she may be included anew, she is not by this.
    void lift(PatientId patient, UUID objection) {
        var held =
                cases.objections(patient.value()).stream()
                        .filter(o -> o.id().equals(objection))
                        .map(Objection::id)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("opposition", objection));
        sql.sql(
                        "update diseaseregister.objection set lifted_on = greatest(:today, on_date), lifted_by = :by where id = :id")
                .param("today", LocalDate.now(clock))
                .param("by", DefinitionService.who())
                .param("id", held)
                .update();
        trail.wrote(Trail.Action.UPDATE, patient, "REGISTRE OPPOSITION", held);
    }

    private void remove(List<UUID> from, PatientId patient, String why) {
        sql.sql(
                        """
                        with gone as (delete from diseaseregister.case_record where patient_id = :patient and register_id = any (:registers) returning register_id, number)
                        insert into diseaseregister.removal (register_id, number, why, on_date, noted_by) select register_id, number, :why, :today, :by from gone
                        """)
                .param("patient", patient.value())
                .param("registers", from.toArray(UUID[]::new))
                .param("why", why)
                .param("today", LocalDate.now(clock))
                .param("by", DefinitionService.who())
                .update();
    }

    private static void moved(int rows, UUID id) {
        if (rows == 0) throw new OptimisticLockingFailureException("case " + id);
    }
}

package fr.maillage.casefile.internal;

import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Rpps;
import fr.maillage.patient.AttendingDoctorChanged;
import fr.maillage.patient.Patients;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The circle's attending doctor follows the identity, which alone says who it is (adr 0011). A
/// doctor replaced leaves the circle the day before the next enters: the lines are the history.
/// Whoever is declared may be it, of any profession: a paediatrician, a locum. Inside the caller's
/// transaction.
@Component
class FollowAttendingDoctor {

    private final JdbcClient sql;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Supports supports;
    private final Clock clock;

    FollowAttendingDoctor(
            JdbcClient sql,
            Patients patients,
            Practitioners practitioners,
            Supports supports,
            Clock clock) {
        this.sql = sql;
        this.patients = patients;
        this.practitioners = practitioners;
        this.supports = supports;
        this.clock = clock;
    }

    @EventListener
    void on(AttendingDoctorChanged event) {
        follow(event.patient(), LocalDate.now(clock));
    }

    /// Makes the circle say what the identity says from `day` on. A circle begins with the
    /// accompaniment: without one, only a line already there is changed or ended.
    void follow(PatientId patient, LocalDate day) {
        var person = patients.get(patient);
        var held = held(patient, day);
        var declared = person.mtState().equals("DECLARE") ? person.mtName() : null;
        if (declared == null) {
            held.ifPresent(line -> end(line, day)); // today still
            return;
        }
        if (held.isPresent() && held.get().is(declared, person.mtRpps())) {
            phone(held.get(), person.mtPhone());
            return;
        }
        if (held.isEmpty() && supports.open(patient).filter(Supports.Row::active).isEmpty()) return;
        if (held.isPresent() && !held.get().since().isBefore(day)) {
            rename(held.get(), declared, person);
            return;
        }
        held.ifPresent(line -> end(line, day.minusDays(1)));
        sql.sql(
                        """
                        insert into casefile.care_team (patient_id, kind, actor_group, role, main, name, profession, rpps, phone, since, agreed_on, parts, standing)
                        values (:patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'MEDECIN_TRAITANT', true, :name, :profession, :rpps, :phone, :day, null,
                                '{SOINS,MEDICAL,PSYCHOLOGIQUE,SOCIAL,EDUCATION,AIDE}', 'SOIGNANT')
                        """)
                .param("patient", patient.value())
                .param("name", declared)
                .param("profession", profession(person.mtRpps()))
                .param("rpps", person.mtRpps(), Types.VARCHAR)
                .param("phone", person.mtPhone(), Types.VARCHAR)
                .param("day", day)
                .update();
    }

    /// Who stands there from `day` on, be it only later.
    private Optional<Line> held(PatientId patient, LocalDate day) {
        return sql.sql(
                        """
                        select id, name, rpps, since from casefile.care_team
                        where patient_id = :patient and role = 'MEDECIN_TRAITANT' and (until is null or until >= :day)
                        order by since limit 1
                        """)
                .param("patient", patient.value())
                .param("day", day)
                .query((row, _) ->
                        new Line(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("rpps"),
                                row.getObject("since", LocalDate.class)))
                .optional();
    }

    /// A line lasts a day at least, and is never made longer than it was to be.
    private void end(Line line, LocalDate last) {
        sql.sql(
                        """
                        update casefile.care_team set until = greatest(since, least(coalesce(until, :last), :last)), left_reason = coalesce(left_reason, :why), version = version + 1
                        where id = :id
                        """)
                .param("last", last)
                .param("why", CircleText.NO_LONGER_ATTENDING)
                .param("id", line.id())
                .update();
    }

    private void rename(Line line, String name, Patients.Patient person) {
        sql.sql(
                        """
                        update casefile.care_team set name = :name, rpps = :rpps, phone = :phone, profession = :profession, account_id = null, version = version + 1
                        where id = :id
                        """)
                .param("name", name)
                .param("rpps", person.mtRpps(), Types.VARCHAR)
                .param("phone", person.mtPhone(), Types.VARCHAR)
                .param("profession", profession(person.mtRpps()))
                .param("id", line.id())
                .update();
    }

    private void phone(Line line, @Nullable String phone) {
        if (phone == null) return;
        sql.sql("update casefile.care_team set phone = :phone where id = :id and phone is null")
                .param("phone", phone)
                .param("id", line.id())
                .update();
    }

    private String profession(@Nullable String rpps) {
        return Optional.ofNullable(rpps)
                .flatMap(Rpps::parse)
                .flatMap(practitioners::find)
                .map(Practitioners.Practitioner::professionLabel)
                .orElse(CircleText.ROLES.getOrDefault("MEDECIN_TRAITANT", ""));
    }

    private record Line(UUID id, String name, @Nullable String rpps, LocalDate since) {

        /// The same doctor: by number when both have one, else by name.
        boolean is(String declared, @Nullable String number) {
            return rpps != null && number != null
                    ? rpps.equals(number)
                    : name.equalsIgnoreCase(declared) && Objects.equals(rpps, number);
        }
    }
}

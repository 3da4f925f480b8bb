package fr.maillage.casefile.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.TakingOver;
import fr.maillage.casefile.internal.entitlement.AppealTerm;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.patient.Patients;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TakingOverService implements TakingOver {

    private final JdbcClient sql;
    private final Supports supports;
    private final Patients patients;
    private final FollowAttendingDoctor doctor;
    private final Trail trail;
    private final Clock clock;

    TakingOverService(
            JdbcClient sql,
            Supports supports,
            Patients patients,
            FollowAttendingDoctor doctor,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.supports = supports;
        this.patients = patients;
        this.doctor = doctor;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Optional<UUID> open(PatientId patient, Situation situation) {
        if (supports.open(patient).isPresent()) return Optional.empty();
        var id = Ids.next();
        var watch = situation.level() == 0;
        sql.sql(
                        """
                        insert into casefile.support (id, patient_id, theme_code, status, opened_on, included_on, level, coordinator_id, commune_code, resumed_on)
                        values (:id, :patient, :theme, :status, :day, :included, :level, :coordinator, :commune, :resumed)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("theme", situation.themeCode())
                .param("status", watch ? "VEILLE" : "ACTIF")
                .param("day", situation.includedOn())
                .param("included", watch ? null : situation.includedOn(), Types.DATE)
                .param("level", situation.level())
                .param("coordinator", situation.coordinator(), Types.OTHER)
                .param("commune", patients.get(patient).communeCode(), Types.VARCHAR)
                .param("resumed", situation.resumedOn(), Types.DATE)
                .update();
        supports.levelSince(
                id, patient, situation.level(), situation.includedOn(), situation.levelReason());
        if (!watch) doctor.follow(patient, situation.includedOn());
        trail.wrote(Trail.Action.CREATE, patient, "INCLUSION", id);
        return Optional.of(id);
    }

    @Override
    public Optional<UUID> member(PatientId patient, Member member) {
        var id = Ids.next();
        var relative = OF_RELATIVES.contains(member.role());
        var added =
                sql.sql(
                                """
                                insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, rpps, phone, email, relation, since,
                                    parts, in_care_team, standing, measure)
                                select :id, :patient, :kind, :group, :role, :name, :profession, :rpps, :phone, :email, :relation, :since,
                                       cast(:parts as text[]), :inCareTeam, :standing, null
                                 where not exists (select 1 from casefile.care_team c
                                                    where c.patient_id = :patient and c.until is null
                                                      and (c.rpps = :rpps or platform.search_key(c.name) = platform.search_key(:name) and c.role = :role
                                                           or :role = 'PERSONNE_DE_CONFIANCE' and c.role = :role))
                                """)
                        .param("id", id)
                        .param("patient", patient.value())
                        .param("kind", relative ? "PROCHE" : "PROFESSIONNEL")
                        .param(
                                "group",
                                relative
                                        ? "PROCHE"
                                        : member.rpps() == null
                                                ? "MEDICO_SOCIAL"
                                                : "PROFESSIONNEL_DE_SANTE")
                        .param("role", member.role())
                        .param("name", member.name())
                        .param("profession", member.profession(), Types.VARCHAR)
                        .param("rpps", member.rpps(), Types.VARCHAR)
                        .param("phone", phone(member.phone()), Types.VARCHAR)
                        .param("email", member.email(), Types.VARCHAR)
                        .param("relation", member.relation(), Types.VARCHAR)
                        .param("since", member.since())
                        .param("parts", parts(member, relative))
                        .param("inCareTeam", inCareTeam(member))
                        .param("standing", relative ? null : standing(member), Types.VARCHAR)
                        .update();
        if (added == 0) return Optional.empty();
        trail.wrote(Trail.Action.CREATE, patient, "CERCLE", id);
        return Optional.of(id);
    }

    @Override
    public Optional<UUID> right(PatientId patient, Right right) {
        var id = Ids.next();
        var pending = Set.of("A_DEMANDER", "DEMANDE", "RECOURS").contains(right.state());
        var added =
                sql.sql(
                                """
                                insert into casefile.entitlement (id, patient_id, kind, name, state, asked_on, decided_on, starts_on, ends_on, reference,
                                       detail, appeal_until, appealed_on, renews)
                                select :id, :patient, :kind, :name, :state, :asked, :decided, :starts, :ends, :reference, :detail, cast(:appeal as date), :appealed,
                                       (select g.id from casefile.entitlement g
                                         where :pending and g.patient_id = :patient and g.state = 'ACCORDE' and g.key = casefile.right_key(:kind, :name, :detail)
                                         order by g.ends_on desc nulls first limit 1)
                                 where not exists (select 1 from casefile.entitlement e
                                                    where e.patient_id = :patient and e.key = casefile.right_key(:kind, :name, :detail)
                                                      and (e.state = :state and e.starts_on is not distinct from :starts
                                                           or :pending and e.state in ('A_DEMANDER', 'DEMANDE', 'RECOURS')))
                                """)
                        .param("id", id)
                        .param("patient", patient.value())
                        .param("kind", right.kind())
                        .param("name", right.name(), Types.VARCHAR)
                        .param("state", right.state())
                        .param("asked", right.askedOn(), Types.DATE)
                        .param("decided", right.decidedOn(), Types.DATE)
                        .param("starts", right.startsOn(), Types.DATE)
                        .param("ends", right.endsOn(), Types.DATE)
                        .param("reference", right.reference(), Types.VARCHAR)
                        .param("detail", right.detail(), Types.VARCHAR)
                        .param("appeal", appeal(right), Types.DATE)
                        .param("appealed", right.appealedOn(), Types.DATE)
                        .param("pending", pending)
                        .update();
        if (added == 0) return Optional.empty();
        sql.sql(
                        """
                        insert into casefile.entitlement_step (entitlement_id, on_date, what, author_name, at) values (:right, :today, :what, :author, :now)
                        """)
                .param("right", id)
                .param("today", LocalDate.now(clock))
                .param("what", CaseFileText.TAKEN_OVER)
                .param("author", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.wrote(Trail.Action.CREATE, patient, "DROITS", id);
        return Optional.of(id);
    }

    @Override
    public void undo(PatientId patient, Collection<UUID> made, boolean whole) {
        sql.sql("select casefile.undo_taking_over(:patient, cast(:made as uuid[]), :whole)")
                .param("patient", patient.value())
                .param("made", made.toArray(UUID[]::new))
                .param("whole", whole)
                .query((_, _) -> 0)
                .list();
    }

    /// What the file gives them, their tasks when it says nothing; a relative nothing.
    private static String[] parts(Member member, boolean relative) {
        if (member.parts().isEmpty()) return relative ? new String[0] : new String[] {"TACHES"};
        return Reach.ALL_PARTS.stream().filter(member.parts()::contains).toArray(String[]::new);
    }

    private static String standing(Member member) {
        if (member.standing() != null) return member.standing();
        return member.rpps() == null ? "LISTE" : "SOIGNANT";
    }

    /// Of the équipe de soins: somebody the file says nothing of is not, unless the directory knows
    /// them.
    private static boolean inCareTeam(Member member) {
        return member.standing() == null
                ? member.rpps() != null
                : !member.standing().equals("HORS_LISTE");
    }

    /// Fifteen days from a judge's refusal, two months from any other, as the form of rights
    /// proposes: to be checked on the decision.
    private static @Nullable LocalDate appeal(Right right) {
        if (right.appealUntil() != null) return right.appealUntil();
        return right.state().equals("REFUSE") && right.decidedOn() != null
                ? AppealTerm.of(right.kind(), right.decidedOn())
                : null;
    }

    private static @Nullable String phone(@Nullable String typed) {
        return typed == null
                ? null
                : PhoneNumber.parse(typed).map(PhoneNumber::value).orElse(typed);
    }
}

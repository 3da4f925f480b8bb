package fr.maillage.casefile.internal;

import fr.maillage.access.Trail.Action;
import fr.maillage.access.Trail;
import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Rpps;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is around the person: entries, changes of what they may see, ends.
@Service
@Transactional
class CircleService {

    private final JdbcClient sql;
    private final Supports supports;
    private final Practitioners practitioners;
    private final Patients patients;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    CircleService(
            JdbcClient sql,
            Supports supports,
            Practitioners practitioners,
            Patients patients,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.supports = supports;
        this.practitioners = practitioners;
        this.patients = patients;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Every line of the circle, present and past, latest first.
    @Transactional(readOnly = true)
    public List<Line> of(PatientId patient) {
        return sql.sql(
                        """
                        select id, kind, actor_group, role, measure, main, name, profession, rpps, finess, phone, email, mssante, relation, since, until,
                               agreed_on, left_reason, array_to_string(parts, ',') as parts, in_care_team, standing, note, version
                        from casefile.care_team where patient_id = :patient
                        order by main desc, array_position(array['MEDECIN_TRAITANT','COORDONNATEUR_DE_CAS','INTERVENANT','AIDANT_PRINCIPAL',
                                 'PERSONNE_DE_CONFIANCE','REPRESENTANT_LEGAL','PERSONNE_A_PREVENIR','PROCHE'], role), name collate "fr-x-icu", since desc
                        """)
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(Line.class))
                .list();
    }

    /// One line. Throws `NotFound` when it is not of this circle.
    @Transactional(readOnly = true)
    public Line line(PatientId patient, UUID id) {
        return of(patient).stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("cercle", id));
    }

    /// Somebody enters the circle, or their line changes when `id` is one. Throws [FormRefused].
    void save(PatientId patient, @Nullable UUID id, Sent sent) {
        var errors = sent.errors();
        var before = id == null ? null : line(patient, id);
        var kind = before == null ? sent.text("kind") : before.kind();
        if (!CircleText.KINDS.containsKey(kind))
            throw new FormRefused(errors.add("kind", CircleText.KIND));
        var relative = kind.equals("PROCHE");
        var standing =
                relative || !CircleText.STANDINGS.containsKey(sent.text("standing"))
                        ? null
                        : sent.text("standing");
        var role = CircleText.ROLES.containsKey(sent.text("role")) ? sent.text("role") : "";
        var typedRpps = sent.text("rpps", 20).replaceAll("\\s", "");
        var rpps = rpps(before, typedRpps, sent, errors);
        var measure =
                CircleText.MEASURES.containsKey(sent.text("measure"))
                                && role.equals("REPRESENTANT_LEGAL")
                        ? sent.text("measure")
                        : null;
        var parts =
                Set.copyOf(sent.all("part").stream().filter(Reach.ALL_PARTS::contains).toList());
        var since = sent.day("since");
        var until = sent.day("until");
        var rule =
                new Circle(
                        id,
                        kind,
                        role,
                        standing,
                        measure,
                        sent.text("name", 200),
                        rpps.orElse(null),
                        since.orElse(null),
                        until.orElse(null),
                        parts,
                        supports.open(patient).map(Supports.Row::level).orElse(null),
                        held(patient));
        if (role.isEmpty()) errors.add("role", CircleText.ROLE);
        var phone = sent.text("phone");
        var number = PhoneNumber.parse(phone);
        if (!phone.isEmpty() && number.isEmpty())
            errors.add("phone", fr.maillage.kernel.KernelText.PHONE);
        if (!role.isEmpty())
            rule.obstacles().forEach(o -> errors.add(CircleText.field(o), CircleText.of(o)));
        var agreedOn = sent.day("agreedOn");
        var note = sent.text("note", 2000);
        var profession = sent.text("profession", 200);
        var relation = sent.text("relation", 200);
        var email = sent.text("email", 200);
        var mssante = sent.text("mssante", 200);
        FormRefused.unless(errors);
        if (rpps.isEmpty() && !typedRpps.isEmpty() && !note.contains(typedRpps))
            note = (note + " " + CircleText.unknownRppsKept(typedRpps)).strip();
        var line = id == null ? Ids.next() : id;
        var statement =
                id == null
                        ? """
                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, measure, main, name, profession, rpps, finess, phone, email,
                            mssante, relation, since, until, agreed_on, parts, in_care_team, standing, note)
                        values (:id, :patient, :kind, :group, :role, :measure, :main, :name, :profession, :rpps, :finess, :phone, :email,
                            :mssante, :relation, :since, :until, :agreed, :parts, :inCareTeam, :standing, :note)
                        """
                        : """
                        update casefile.care_team set role = :role, measure = :measure, main = :main, name = :name, profession = :profession, rpps = :rpps,
                            finess = :finess, actor_group = :group, phone = :phone, email = :email, mssante = :mssante, relation = :relation, since = :since,
                            until = :until, agreed_on = :agreed, parts = :parts, in_care_team = :inCareTeam, standing = :standing, note = :note,
                            version = version + 1
                        where id = :id and patient_id = :patient and kind = :kind and version = :version
                        """;
        var written =
                alone(
                        role,
                        "role",
                        sql.sql(statement)
                                .param("id", line)
                                .param("patient", patient.value())
                                .param("kind", kind)
                                .param("group", group(kind, standing, sent.text("group")))
                                .param("role", role)
                                .param("measure", measure, java.sql.Types.VARCHAR)
                                .param("main", sent.has("main", "oui"))
                                .param("name", rule.name())
                                .param(
                                        "profession",
                                        InclusionService.blankAsNull(profession),
                                        java.sql.Types.VARCHAR)
                                .param("rpps", rpps.orElse(null), java.sql.Types.VARCHAR)
                                .param(
                                        "finess",
                                        InclusionService.blankAsNull(sent.text("finess", 9)),
                                        java.sql.Types.VARCHAR)
                                .param(
                                        "phone",
                                        number.map(PhoneNumber::value).orElse(null),
                                        java.sql.Types.VARCHAR)
                                .param(
                                        "email",
                                        InclusionService.blankAsNull(email),
                                        java.sql.Types.VARCHAR)
                                .param(
                                        "mssante",
                                        InclusionService.blankAsNull(mssante),
                                        java.sql.Types.VARCHAR)
                                .param(
                                        "relation",
                                        InclusionService.blankAsNull(relation),
                                        java.sql.Types.VARCHAR)
                                .param("since", since.orElseThrow())
                                .param("until", until.orElse(null), java.sql.Types.DATE)
                                .param("agreed", agreedOn.orElse(null), java.sql.Types.DATE)
                                .param("parts", parts.toArray(String[]::new))
                                .param("inCareTeam", !relative && !"HORS_LISTE".equals(standing))
                                .param("standing", standing, java.sql.Types.VARCHAR)
                                .param(
                                        "note",
                                        InclusionService.blankAsNull(note),
                                        java.sql.Types.VARCHAR)
                                .param("version", sent.number("version")));
        if (written == 0) throw new OptimisticLockingFailureException("line of a circle changed");
        timeline.add(
                patient,
                Timeline.Kind.CERCLE,
                CircleText.circleTitle(id == null, role),
                profession.isEmpty() ? null : profession,
                "/dossiers/" + patient + "/cercle",
                false);
        trail.wrote(id == null ? Action.CREATE : Action.UPDATE, patient, "CERCLE", line);
        tellIdentity(patient, before == null ? "" : before.role(), line);
    }

    /// The membership ends on a day, with a reason.
    void end(PatientId patient, UUID id, Sent sent) {
        var line = line(patient, id);
        var errors = sent.errors();
        var until = sent.day("until");
        var reason = sent.text("leftReason", 500);
        if (until.isEmpty()) errors.add("until", CaseFileText.DAY_MISSING);
        else if (line.role().equals("MEDECIN_TRAITANT")
                && until.get().isAfter(LocalDate.now(clock)))
            errors.add("until", CircleText.ATTENDING_ENDS_LATER);
        else if (until.get().isBefore(line.since()))
            errors.add("until", CircleText.of(new Circle.Obstacle.EndsBeforeStart()));
        if (reason.isEmpty()) errors.add("leftReason", CircleText.LEFT_REASON);
        FormRefused.unless(errors);
        var ended =
                sql.sql(
                                """
                                update casefile.care_team set until = :until, left_reason = :reason, version = version + 1 where id = :id and version = :version
                                """)
                        .param("until", until.orElseThrow())
                        .param("reason", reason)
                        .param("id", id)
                        .param("version", sent.number("version"))
                        .update();
        if (ended == 0) throw new OptimisticLockingFailureException("line of a circle changed");
        timeline.add(
                patient,
                Timeline.Kind.CERCLE,
                CircleText.left(line.role()),
                reason,
                "/dossiers/" + patient + "/cercle",
                false);
        trail.wrote(Action.UPDATE, patient, "CERCLE", id);
        tellIdentity(patient, line.role(), id);
    }

    /// The identity alone says who the attending doctor is: what the circle changes of it goes
    /// there at once (adr 0011).
    private void tellIdentity(PatientId patient, String roleBefore, UUID id) {
        var line = line(patient, id);
        var today = LocalDate.now(clock);
        if (line.role().equals("MEDECIN_TRAITANT") && line.lasts(today))
            patients.attendingDoctor(
                    patient, new Patients.Doctor(line.rpps(), line.name(), line.phone()));
        else if (roleBefore.equals("MEDECIN_TRAITANT")
                && of(patient).stream()
                        .noneMatch(other ->
                                other.role().equals("MEDECIN_TRAITANT") && other.lasts(today)))
            patients.attendingDoctor(patient, null);
    }

    /// An actor already in the circle is chosen as coordonnateur de cas, at level 3. They keep the
    /// attending doctor's role if they hold it; any other role becomes this one from today.
    void chooseCaseCoordinator(PatientId patient, Sent sent) {
        var today = LocalDate.now(clock);
        var errors = sent.errors();
        var chosen =
                sent.id("actor")
                        .flatMap(id ->
                                of(patient).stream()
                                        .filter(l ->
                                                l.id().equals(id)
                                                        && l.kind().equals("PROFESSIONNEL")
                                                        && l.current(today))
                                        .findFirst());
        if (chosen.isEmpty()) throw new FormRefused(errors.add("actor", CircleText.ACTOR));
        var actor = chosen.get();
        var rule =
                new Circle(
                        null,
                        actor.kind(),
                        "COORDONNATEUR_DE_CAS",
                        "SOIGNANT",
                        null,
                        actor.name(),
                        actor.rpps(),
                        today,
                        actor.until(),
                        Set.of(),
                        supports.open(patient).map(Supports.Row::level).orElse(null),
                        held(patient));
        rule.obstacles().forEach(o -> errors.add("actor", CircleText.of(o)));
        FormRefused.unless(errors);
        var id = actor.id();
        if (actor.role().equals("INTERVENANT") && actor.since().equals(today)) {
            sql.sql(
                            "update casefile.care_team set role = 'COORDONNATEUR_DE_CAS', version = version + 1 where id = :id")
                    .param("id", id)
                    .update();
        } else {
            id = Ids.next();
            alone(
                    "COORDONNATEUR_DE_CAS",
                    "actor",
                    sql.sql(
                                    """
                                    insert into casefile.care_team (id, patient_id, kind, actor_group, role, main, name, profession, rpps, finess, phone, email, mssante,
                                        account_id, since, until, agreed_on, parts, in_care_team, standing)
                                    select :id, patient_id, kind, actor_group, 'COORDONNATEUR_DE_CAS', true, name, profession, rpps, finess, phone, email, mssante,
                                        account_id, :today, until, agreed_on, parts, in_care_team, standing
                                    from casefile.care_team where id = :actor
                                    """)
                            .param("id", id)
                            .param("today", today)
                            .param("actor", actor.id()));
            if (actor.role().equals("INTERVENANT")) {
                sql.sql(
                                "update casefile.care_team set until = :yesterday, left_reason = :reason, version = version + 1 where id = :actor")
                        .param("yesterday", today.minusDays(1))
                        .param("reason", CircleText.BECAME_CASE_COORDINATOR)
                        .param("actor", actor.id())
                        .update();
            }
        }
        timeline.add(
                patient,
                Timeline.Kind.CERCLE,
                CircleText.circleTitle(true, "COORDONNATEUR_DE_CAS"),
                actor.profession(),
                "/dossiers/" + patient + "/cercle",
                false);
        trail.wrote(Action.UPDATE, patient, "CERCLE", id);
    }

    /// Runs an insert or update of one line. Two colleagues at once may both have found a role free
    /// that one person alone holds: the database refuses the second, who is told so.
    private static int alone(String role, String field, JdbcClient.StatementSpec statement) {
        try {
            return statement.update();
        } catch (DataIntegrityViolationException e) {
            if (!String.valueOf(e.getMostSpecificCause().getMessage()).contains("\"one_")) throw e;
            throw new FormRefused(new FormErrors().add(field, CircleText.roleHeld(role, null)));
        }
    }

    /// A number the directory knows, or one already written on this line. A number it does not know
    /// is told, and kept as text only: a mistyped number must not open the file to whoever really
    /// holds it.
    private Optional<String> rpps(
            @Nullable Line before, String typed, Sent sent, FormErrors errors) {
        if (typed.isEmpty()) return Optional.empty();
        if (before != null && typed.equals(before.rpps())) return Optional.of(typed);
        var rpps = Rpps.parse(typed);
        if (rpps.isPresent() && practitioners.find(rpps.get()).isPresent())
            return rpps.map(Rpps::value);
        if (!sent.has("keepRpps", "oui"))
            errors.add("rpps", rpps.isEmpty() ? CircleText.NOT_AN_RPPS : CircleText.UNKNOWN_RPPS);
        return Optional.empty();
    }

    private List<Circle.Held> held(PatientId patient) {
        return of(patient).stream()
                .map(l ->
                        new Circle.Held(l.id(), l.role(), l.name(), l.rpps(), l.since(), l.until()))
                .toList();
    }

    private static String group(String kind, @Nullable String standing, String typed) {
        if (kind.equals("PROCHE")) return "PROCHE";
        if (kind.equals("STRUCTURE"))
            return CircleText.GROUPS.containsKey(typed) ? typed : "MEDICO_SOCIAL";
        return "SOIGNANT".equals(standing) ? "PROFESSIONNEL_DE_SANTE" : "MEDICO_SOCIAL";
    }

    /// A line of the circle.
    ///
    /// @param parts codes, apart by commas
    record Line(
            UUID id,
            String kind,
            String actorGroup,
            String role,
            @Nullable String measure,
            boolean main,
            String name,
            @Nullable String profession,
            @Nullable String rpps,
            @Nullable String finess,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String mssante,
            @Nullable String relation,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable LocalDate agreedOn,
            @Nullable String leftReason,
            String parts,
            boolean inCareTeam,
            @Nullable String standing,
            @Nullable String note,
            int version) {

        boolean current(LocalDate day) {
            return !since.isAfter(day) && (until == null || !until.isBefore(day));
        }

        /// Of the circle today, and not for today only.
        boolean lasts(LocalDate today) {
            return !since.isAfter(today) && (until == null || until.isAfter(today));
        }

        List<String> partCodes() {
            return parts.isEmpty() ? List.of() : List.of(parts.split(","));
        }
    }
}

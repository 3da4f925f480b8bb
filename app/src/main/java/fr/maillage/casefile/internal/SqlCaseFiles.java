package fr.maillage.casefile.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class SqlCaseFiles implements CaseFiles {

    private static final String SUPPORT =
            """
            select id, patient_id, theme_code, status, opened_on, included_on, level, intensity, coordinator_id, closed_on, exit_reason
            from casefile.support where patient_id = :patient
            """;

    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;

    SqlCaseFiles(JdbcClient sql, Trail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional
    public OpenFile open(PatientId patient, Part part) {
        var file = reach(patient, part);
        trail.read(patient, part.name(), null);
        return file;
    }

    @Override
    @Transactional
    public OpenFile openToWrite(PatientId patient, Part part) {
        return reach(patient, part);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Support> current(PatientId patient) {
        return sql.sql(SUPPORT + " and status <> 'CLOS'")
                .param("patient", patient.value())
                .query(SqlCaseFiles::support)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Support> all(PatientId patient) {
        return sql.sql(SUPPORT + " order by opened_on desc, id desc")
                .param("patient", patient.value())
                .query(SqlCaseFiles::support)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Actor> circle(PatientId patient, LocalDate day) {
        return sql.sql(
                        """
                        select id, kind, actor_group, role, main, name, profession, rpps, phone, account_id, parts
                        from casefile.care_team
                        where patient_id = :patient and since <= :day and (until is null or until >= :day)
                        order by main desc, array_position(array['MEDECIN_TRAITANT','COORDONNATEUR_DE_CAS','INTERVENANT','AIDANT_PRINCIPAL',
                                 'PERSONNE_DE_CONFIANCE','REPRESENTANT_LEGAL','PERSONNE_A_PREVENIR','PROCHE'], role), name collate "fr-x-icu", id
                        """)
                .param("patient", patient.value())
                .param("day", day)
                .query((row, _) ->
                        new Actor(
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getString("actor_group"),
                                row.getString("role"),
                                row.getBoolean("main"),
                                row.getString("name"),
                                row.getString("profession"),
                                row.getString("rpps"),
                                row.getString("phone"),
                                row.getObject("account_id", UUID.class),
                                Set.of(texts(row.getArray("parts")))))
                .list();
    }

    private OpenFile reach(PatientId patient, Part part) {
        var file = opening(List.of(patient), part).get(patient);
        if (file == null) throw missing(patient);
        return file;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PatientId, OpenFile> opening(Collection<PatientId> patients, Part part) {
        if (patients.isEmpty()) return Map.of();
        var who = SignedIn.current();
        var ids = patients.stream().map(PatientId::value).toArray(UUID[]::new);
        var memberships =
                who.role() == Role.PROFESSIONAL
                        ? memberships(ids, who.accountId(), who.rpps(), null)
                        : Map.<UUID, List<Reach.Membership>>of();
        var today = LocalDate.now(clock);
        var open = new LinkedHashMap<PatientId, OpenFile>();
        for (var person : persons(ids)) {
            if (!who.networks().contains(person.network())) continue;
            var reach = reach(person, who, memberships.getOrDefault(person.id(), List.of()), today);
            if (!reach.opens().contains(part)) continue;
            var patient = new PatientId(person.id());
            open.put(
                    patient,
                    new OpenFile(
                            patient,
                            new NetworkId(person.network()),
                            Banners.of(person, who.role(), reach, today),
                            reach.clinical(),
                            reach.parts()));
        }
        return open;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OpenFile> seenBy(PatientId patient, UUID actor) {
        var today = LocalDate.now(clock);
        var member = circle(patient, today).stream().filter(a -> a.id().equals(actor)).findFirst();
        if (member.isEmpty()) return Optional.empty();
        if (member.get().kind().equals("PROCHE")) return seenByThePerson(patient);
        var ids = new UUID[] {patient.value()};
        var lines = memberships(ids, member.get().accountId(), member.get().rpps(), actor);
        return persons(ids).stream()
                .filter(person -> person.circleReads(today))
                .map(person ->
                        seen(
                                person,
                                Role.PROFESSIONAL,
                                Reach.of(
                                        lines.getOrDefault(person.id(), List.of()),
                                        person.sharing())))
                .filter(file -> !file.parts().isEmpty())
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OpenFile> seenByThePerson(PatientId patient) {
        return persons(new UUID[] {patient.value()}).stream()
                .filter(person -> person.deceasedOn() == null)
                .map(person -> seen(person, Role.PATIENT, Reach.of(Role.PATIENT)))
                .findFirst();
    }

    private OpenFile seen(Person person, Role role, Reach reach) {
        return new OpenFile(
                new PatientId(person.id()),
                new NetworkId(person.network()),
                Banners.of(person.withoutConcern(), role, reach, LocalDate.now(clock)),
                reach.clinical(),
                reach.parts());
    }

    private static Reach reach(
            Person person, SignedIn who, List<Reach.Membership> memberships, LocalDate today) {
        return switch (who.role()) {
            case PROFESSIONAL ->
                    person.circleReads(today)
                            ? Reach.of(memberships, person.sharing())
                            : new Reach(Set.of(), false, Set.of());
            // the person, or who reads for them: nobody any more once they died
            case PATIENT ->
                    person.id().equals(who.patientId()) && person.deceasedOn() == null
                            ? Reach.of(Role.PATIENT)
                            : new Reach(Set.of(), false, Set.of());
            case SECRETARY, COORDINATOR, DOCTOR, HEAD, AGENCY, NATIONAL, ADMIN ->
                    Reach.of(who.role());
        };
    }

    private static NotFound missing(PatientId patient) {
        return new NotFound("dossier", patient.value());
    }

    /// Lines of the circles of these persons that name somebody today: by account, by number, or
    /// the line itself.
    private Map<UUID, List<Reach.Membership>> memberships(
            UUID[] patients, @Nullable UUID account, @Nullable String rpps, @Nullable UUID line) {
        var found = new HashMap<UUID, List<Reach.Membership>>();
        sql.sql(
                        """
                        select patient_id, id, name, rpps, parts, in_care_team from casefile.care_team
                        where patient_id = any (:patients) and kind <> 'PROCHE' and (account_id = :account or rpps = :rpps or id = :line)
                          and since <= :today and (until is null or until >= :today)
                        """)
                .param("patients", patients)
                .param("account", account, Types.OTHER)
                .param("rpps", rpps, Types.VARCHAR)
                .param("line", line, Types.OTHER)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    found.computeIfAbsent(
                                    row.getObject("patient_id", UUID.class), _ -> new ArrayList<>())
                            .add(
                                    new Reach.Membership(
                                            row.getObject("id", UUID.class),
                                            row.getString("name"),
                                            row.getString("rpps"),
                                            Set.of(texts(row.getArray("parts"))),
                                            row.getBoolean("in_care_team")));
                });
        return found;
    }

    /// Everything the banner says and the rights ask, in one statement, in the order asked.
    private List<Person> persons(UUID[] patients) {
        return sql.sql(
                        """
                        select
                        """
                                + CrisisRow.COLUMNS
                                + """
                                       p.network_id, p.id, p.display_name, p.sex, p.birth_date, p.commune_name, p.identity_status, p.deceased_on,
                                       p.mt_state, p.mt_name, p.mt_told, p.lives_alone, p.social_vulnerability,
                                       w.interpreter, w.language, w.opposed_to_all, w.opposed_to, w.opposed_to_lines, w.shared_outside,
                                       s.status = 'ACTIF' and not exists (select 1 from patient.current_consent k
                                         where k.network_id = p.network_id and k.patient_id = p.id and k.act = 'ACCOMPAGNEMENT' and k.opposed_to is null
                                           and k.state <> 'A_CONFIRMER') as agreement_awaited,
                                       s.id as support, s.status, s.level, s.paused_from, s.paused_until,
                                       m.given_name || ' ' || upper(m.family_name)
                                         || coalesce((select string_agg(case t.kind when 'BINOME' then ' et ' else ', ' end || o.given_name || ' ' || upper(o.family_name), '' order by t.kind, t.since, t.id)
                                                        from casefile.support_team t join network.team_member o on o.network_id = t.network_id and o.id = t.coordinator_id
                                                       where t.network_id = s.network_id and t.support_id = s.id and t.until is null), '') as coordinator,
                                       c.closed_on, c.exit_reason,
                                       (select r.read_until from casefile.relay r where r.network_id = p.network_id and r.patient_id = p.id) as relay_until,
                                       (select min(y.admitted_on) from casefile.stay y where y.network_id = p.network_id and y.patient_id = p.id
                                           and y.admitted_on <= :today and y.discharged_on is null) as in_hospital_since,
                                       (select bool_or(k.restricted) from casefile.concern k where k.network_id = p.network_id and k.patient_id = p.id
                                           and k.status <> 'CLOSE') as concern,
                                       e.label as ending_right, e.ends_on as right_ends_on
                                from patient.identity p
                                join patient.precaution w on w.network_id = p.network_id and w.patient_id = p.id
                                left join casefile.support s on s.network_id = p.network_id and s.patient_id = p.id and s.status <> 'CLOS'
                                left join lateral (select o.closed_on, o.exit_reason from casefile.support o
                                                    where o.network_id = p.network_id and o.patient_id = p.id and o.status = 'CLOS'
                                                    order by o.closed_on desc, o.id desc limit 1) c on true
                                left join lateral (select r.label, r.ends_on from casefile.open_right r
                                                    where r.network_id = p.network_id and r.patient_id = p.id and r.state = 'ACCORDE' and r.warn_on <= :today
                                                    order by r.ends_on, r.id limit 1) e on true
                                left join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
                                """
                                + CrisisRow.JOINED
                                + """
                                where p.id = any (:patients)
                                order by array_position(cast(:patients as uuid[]), p.id)
                                """)
                .param("patients", patients)
                .param("today", LocalDate.now(clock))
                .query((row, _) -> person(row))
                .list();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("network_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                row.getString("sex"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("commune_name"),
                row.getString("identity_status"),
                row.getObject("deceased_on", LocalDate.class),
                row.getString("mt_state"),
                row.getString("mt_name"),
                row.getBoolean("mt_told"),
                row.getBoolean("lives_alone"),
                row.getBoolean("social_vulnerability"),
                row.getBoolean("interpreter"),
                row.getString("language"),
                Sharing.read(row),
                row.getBoolean("agreement_awaited"),
                row.getString("status"),
                row.getObject("level", Integer.class),
                CrisisRow.read(row),
                row.getObject("paused_from", LocalDate.class),
                row.getObject("paused_until", LocalDate.class),
                row.getString("coordinator"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("exit_reason"),
                row.getObject("relay_until", LocalDate.class),
                row.getObject("in_hospital_since", LocalDate.class),
                row.getObject("concern", Boolean.class),
                row.getString("ending_right"),
                row.getObject("right_ends_on", LocalDate.class));
    }

    private static Support support(ResultSet row, int number) throws SQLException {
        return new Support(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("theme_code"),
                row.getString("status"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("included_on", LocalDate.class),
                row.getInt("level"),
                row.getString("intensity"),
                row.getObject("coordinator_id", UUID.class),
                row.getObject("closed_on", LocalDate.class),
                row.getString("exit_reason"));
    }

    static String[] texts(@Nullable Array array) throws SQLException {
        return array == null ? new String[0] : (String[]) array.getArray();
    }

    /// What is known of somebody when their file is opened.
    ///
    /// @param concern whether a concern the reader may read is restricted; null when there is none
    ///   for them
    /// @param agreementAwaited followed, and nobody wrote down that they agree
    /// @param endingRight the right that ends first, once it is time to renew it
    record Person(
            UUID network,
            UUID id,
            String name,
            String sex,
            @Nullable LocalDate birthDate,
            @Nullable String commune,
            String identityStatus,
            @Nullable LocalDate deceasedOn,
            String mtState,
            @Nullable String mtName,
            boolean mtTold,
            boolean livesAlone,
            boolean vulnerable,
            boolean interpreter,
            @Nullable String language,
            Sharing sharing,
            boolean agreementAwaited,
            @Nullable String status,
            @Nullable Integer level,
            CrisisRow crisis,
            @Nullable LocalDate pausedFrom,
            @Nullable LocalDate pausedUntil,
            @Nullable String coordinator,
            @Nullable LocalDate closedOn,
            @Nullable String exitReason,
            @Nullable LocalDate relayUntil,
            @Nullable LocalDate inHospitalSince,
            @Nullable Boolean concern,
            @Nullable String endingRight,
            @Nullable LocalDate rightEndsOn) {

        /// Without what only the audience of a concern reads.
        Person withoutConcern() {
            return new Person(
                    network,
                    id,
                    name,
                    sex,
                    birthDate,
                    commune,
                    identityStatus,
                    deceasedOn,
                    mtState,
                    mtName,
                    mtTold,
                    livesAlone,
                    vulnerable,
                    interpreter,
                    language,
                    sharing,
                    agreementAwaited,
                    status,
                    level,
                    crisis,
                    pausedFrom,
                    pausedUntil,
                    coordinator,
                    closedOn,
                    exitReason,
                    relayUntil,
                    inHospitalSince,
                    null,
                    endingRight,
                    rightEndsOn);
        }

        /// Whether the professionals of the circle may read on `day`: while an accompaniment is
        /// open, then for the relay. Nothing was ever opened: the circle alone decides, until the
        /// death.
        boolean circleReads(LocalDate day) {
            if (status != null) return true;
            return relayUntil == null ? deceasedOn == null : !day.isAfter(relayUntil);
        }
    }
}

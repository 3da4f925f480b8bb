package fr.maillage.access.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@Component
class SqlTrail implements Trail {

    /// Pages among which the last files opened are looked for.
    private static final int PAGES = 300;

    private final JdbcClient sql;
    private final Clock clock;

    SqlTrail(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void read(PatientId patient, String part, @Nullable UUID object) {
        line("READ", part, patient.value(), object, false);
    }

    @Override
    @Transactional
    public void readRestricted(PatientId patient, String part, UUID object) {
        line("READ", part, patient.value(), object, true);
    }

    @Override
    @Transactional
    public void wroteRestricted(Action action, PatientId patient, String part, UUID object) {
        line(action.name(), part, patient.value(), object, true);
    }

    @Override
    @Transactional
    public void reveal(UUID object) {
        sql.sql(
                        "insert into access.trail_revealed (object_id, at, actor) values (:object,"
                                + " :at, :actor) on conflict do nothing")
                .param("object", object)
                .param("at", now())
                .param("actor", actor())
                .update();
    }

    @Override
    @Transactional
    public void wrote(Action action, PatientId patient, String part, @Nullable UUID object) {
        line(action.name(), part, patient.value(), object, false);
    }

    @Override
    @Transactional
    public void wrote(Action action, String part, Map<UUID, PatientId> objects) {
        if (objects.isEmpty()) return;
        sql.sql(
                        """
                        insert into access.trail (network_id, at, account_id, actor, action, what, patient_id, object_id, hidden)
                        select p.network_id, :at, :account, :actor, :action, :what, p.id, x.object, false
                          from unnest(:objects, :patients) as x(object, patient) join patient.identity p on p.id = x.patient
                        """)
                .param("at", now())
                .param("account", account())
                .param("actor", actor())
                .param("action", action.name())
                .param("what", part)
                .param("objects", objects.keySet().toArray(UUID[]::new))
                .param(
                        "patients",
                        objects.values().stream().map(PatientId::value).toArray(UUID[]::new))
                .update();
    }

    /// A person's file belongs to one structure: the line goes there, also for a GP who works in
    /// several.
    private void line(
            String action, String part, UUID patient, @Nullable UUID object, boolean hidden) {
        sql.sql(
                        """
                        insert into access.trail (network_id, at, account_id, actor, action, what, patient_id, object_id, hidden)
                        select p.network_id, :at, :account, :actor, :action, :what, p.id, :object, :hidden
                        from patient.identity p where p.id = :patient
                        """)
                .param("at", now())
                .param("account", account())
                .param("actor", actor())
                .param("action", action)
                .param("what", part)
                .param("patient", patient)
                .param("object", object)
                .param("hidden", hidden)
                .update();
    }

    @Override
    @Transactional
    public void listed(String list, Collection<UUID> patients) {
        if (patients.isEmpty()) return;
        sql.sql(
                        """
                        insert into access.trail (network_id, at, account_id, actor, action, what, patients)
                        select p.network_id, :at, :account, :actor, 'LIST', :what, array_agg(p.id order by p.id)
                        from patient.identity p where p.id = any (:patients) group by p.network_id
                        """)
                .param("at", now())
                .param("account", account())
                .param("actor", actor())
                .param("what", list)
                .param("patients", patients.stream().distinct().toArray(UUID[]::new))
                .update();
    }

    @Override
    @Transactional
    public void exported(String what, Collection<UUID> patients, UUID object) {
        sql.sql(
                        """
                        insert into access.trail (at, account_id, actor, action, what, patients, object_id)
                        values (:at, :account, :actor, 'EXPORT', :what, :patients, :object)
                        """)
                .param("at", now())
                .param("account", account())
                .param("actor", actor())
                .param("what", what)
                .param("patients", patients.stream().distinct().sorted().toArray(UUID[]::new))
                .param("object", object)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(String what, @Nullable UUID object) {
        sql.sql(
                        "insert into access.refusal (at, account_id, role, what, object_id) values"
                                + " (:at, :account, :role, :what, :object)")
                .param("at", now())
                .param("account", account())
                .param("role", SignedIn.find().map(s -> s.role().name()).orElse(null))
                .param("what", what)
                .param("object", object)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Written> writtenAfter(Map<UUID, Instant> patients) {
        var ids = List.copyOf(patients.keySet());
        return sql.sql(
                        """
                        select distinct on (t.patient_id) t.patient_id, t.at, t.actor, t.what
                        from unnest(cast(:ids as uuid[]), cast(:times as timestamptz[])) as asked(patient, after)
                        join access.trail t on t.patient_id = asked.patient and t.at > asked.after
                        where t.action in ('CREATE', 'UPDATE', 'PRINT', 'SIGN')
                        order by t.patient_id, t.at, t.id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param(
                        "times",
                        ids.stream()
                                .map(id -> Timestamp.from(Objects.requireNonNull(patients.get(id))))
                                .toArray(Timestamp[]::new))
                .query((row, _) ->
                        new Written(
                                row.getObject("patient_id", UUID.class),
                                row.getTimestamp("at").toInstant(),
                                row.getString("actor"),
                                row.getString("what")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> lastVisit(PatientId patient, Instant sitting) {
        return sql.sql(
                        """
                        select at from access.trail
                        where patient_id = :patient and account_id = :account and action = 'READ' and at < :sitting
                        order by at desc limit 1
                        """)
                .param("patient", patient.value())
                .param("account", account())
                .param("sitting", Timestamp.from(sitting))
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PatientId> lastOpened(int limit) {
        return sql.sql(
                        """
                        select r.patient_id from (select patient_id, at from access.trail
                                                   where account_id = :account and action = 'READ' and patient_id is not null
                                                   order by at desc limit :pages) r
                         group by r.patient_id order by max(r.at) desc, r.patient_id limit :limit
                        """)
                .param("account", account())
                .param("pages", PAGES)
                .param("limit", limit)
                .query((row, _) -> new PatientId(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> of(PatientId patient, boolean forThePerson, int limit) {
        return sql.sql(
                        """
                        select at, actor, action, what from access.trail t
                        where (patient_id = :patient or patients @> array[:patient]
                               or patient_id in (select absorbed_id from patient.absorbed where survivor_id = :patient)
                               or patients && array(select absorbed_id from patient.absorbed where survivor_id = :patient))
                          and not (hidden and :person and not exists (select 1 from access.trail_revealed v
                                    where v.network_id = t.network_id and v.object_id = t.object_id))
                        order by at desc, id desc limit :limit
                        """)
                .param("patient", patient.value())
                .param("person", forThePerson)
                .param("limit", limit)
                .query((row, _) ->
                        new Line(
                                row.getTimestamp("at").toInstant(),
                                row.getString("actor"),
                                row.getString("action"),
                                row.getString("what")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Long> consultations(Instant since) {
        var counts = new HashMap<UUID, Long>();
        sql.sql(
                        """
                        select account_id, count(*) as n from access.trail
                         where network_id = platform.acting() and at >= :since and action = 'READ' and account_id is not null and not hidden
                         group by account_id
                        """)
                .param("since", Timestamp.from(since))
                .query((row, _) ->
                        counts.put(row.getObject("account_id", UUID.class), row.getLong("n")))
                .list();
        return counts;
    }

    @Override
    @Transactional
    public int seal() {
        return sql.sql("select access.seal(:at)").param("at", now()).query(Integer.class).single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> brokenBlocks() {
        return sql.sql("select access.broken_blocks()").query((row, _) -> row.getLong(1)).list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static @Nullable UUID account() {
        return SignedIn.find().map(SignedIn::accountId).orElse(null);
    }

    private static String actor() {
        return SignedIn.find().map(SignedIn::actor).orElse("Maillage");
    }
}

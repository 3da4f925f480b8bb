package fr.maillage.followup.internal;

import fr.maillage.followup.AlertRule;
import fr.maillage.followup.AlertSweep;
import fr.maillage.followup.CatchUp;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Looks for what did not happen ([SweepStatement]): for one person after something happened to
/// them, for those whose data changed or whose day has come (`followup.look`, written by triggers,
/// and `followup.next_look`, written by the sweep), or for everybody. Looking at those who may have
/// changed gives what looking at everybody gives. Runs under one structure only: see [Nights] and
/// [SweepWhenSomethingChanges].
@Component
@Transactional
class Sweep implements CatchUp, AlertSweep {

    private final JdbcClient sql;
    private final SweepStatement statement;
    private final Occurrences occurrences;
    private final Clock clock;

    Sweep(JdbcClient sql, SweepStatement statement, Occurrences occurrences, Clock clock) {
        this.sql = sql;
        this.statement = statement;
        this.occurrences = occurrences;
        this.clock = clock;
    }

    /// What a sweep changed.
    record Swept(int raised, int refreshed, int resolved) {}

    /// One person, after something happened to them.
    Swept person(PatientId patient) {
        alone();
        sql.sql("delete from followup.look where patient_id = :patient")
                .param("patient", patient.value())
                .update();
        return sweep(List.of(patient.value()), false);
    }

    /// The whole acting structure.
    Swept network() {
        alone();
        return everybody(false);
    }

    @Override
    public Figures whole() {
        var swept = network();
        return new Figures(true, looked(), swept.raised(), swept.refreshed(), swept.resolved());
    }

    @Override
    public Figures changed() {
        if (!waiting()) return Figures.NONE;
        alone();
        var persons = toLookAt();
        if (persons == null) return whole();
        if (persons.isEmpty()) return Figures.NONE;
        var swept = sweep(persons, false);
        return new Figures(
                false, persons.size(), swept.raised(), swept.refreshed(), swept.resolved());
    }

    @Override
    public int raise() {
        alone();
        return everybody(true).raised();
    }

    @Override
    public int follow() {
        occurrences.extend();
        return raise();
    }

    @Override
    public void forget(PatientId patient, Collection<UUID> plans, boolean whole) {
        sql.sql(
                        """
                        delete from followup.alert a where a.patient_id = :patient
                          and (:whole or a.subject_id = any (:plans)
                               or exists (select 1 from followup.occurrence o
                                           where o.network_id = a.network_id and o.pps_id = any (:plans) and a.subject_id in (o.id, o.intervention_id)))
                        """)
                .param("patient", patient.value())
                .param("plans", plans.toArray(UUID[]::new))
                .param("whole", whole)
                .update();
        sql.sql(
                        "delete from followup.occurrence where patient_id = :patient and pps_id = any (:plans)")
                .param("patient", patient.value())
                .param("plans", plans.toArray(UUID[]::new))
                .update();
        if (!whole) return;
        // « donnez une fin à… » of the plan that goes
        sql.sql("delete from followup.task where patient_id = :patient and done_at is null")
                .param("patient", patient.value())
                .update();
        sql.sql("delete from followup.rule_override where patient_id = :patient")
                .param("patient", patient.value())
                .update();
    }

    /// One sweep at a time in a structure: two would wait for each other's lines in different
    /// orders.
    private void alone() {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('sweep:' || platform.acting(), 0))")
                .query((_, _) -> 0)
                .list();
    }

    /// Whether there is anybody to look at, in one glance and without waiting for anybody.
    private boolean waiting() {
        return sql.sql(
                        """
                        select exists (select 1 from followup.look) or exists (select 1 from followup.next_look where at <= :local)
                               or not exists (select 1 from followup.sweep_state where fingerprint = :fingerprint)
                        """)
                .param("local", local())
                .param("fingerprint", statement.fingerprint())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// Takes those to look at off the list; null: everybody, since a threshold or a rule changed,
    /// or nobody ever looked. What is committed meanwhile stays on the list.
    private @Nullable List<UUID> toLookAt() {
        var told =
                sql.sql(
                                """
                                with told as (delete from followup.look returning patient_id)
                                select patient_id from told
                                union select patient_id from followup.next_look where at <= :local
                                union select null where not exists (select 1 from followup.sweep_state where fingerprint = :fingerprint)
                                """)
                        .param("local", local())
                        .param("fingerprint", statement.fingerprint())
                        .query((row, _) -> new Told(row.getObject(1, UUID.class)))
                        .list();
        return told.stream().anyMatch(t -> t.patient() == null)
                ? null
                : told.stream().flatMap(t -> Stream.ofNullable(t.patient())).toList();
    }

    private record Told(@Nullable UUID patient) {}

    private int looked() {
        return sql.sql("select count(*) from casefile.open_support")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private Swept everybody(boolean fromCause) {
        sql.sql("delete from followup.look").update();
        var swept = sweep(null, fromCause);
        sql.sql(
                        """
                        insert into followup.sweep_state (full_on, fingerprint) values (:today, :fingerprint)
                        on conflict (network_id) do update set full_on = excluded.full_on, fingerprint = excluded.fingerprint
                        """)
                .param("today", LocalDate.now(clock))
                .param("fingerprint", statement.fingerprint())
                .update();
        return swept;
    }

    private LocalDateTime local() {
        return LocalDateTime.ofInstant(clock.instant(), FrenchDates.PARIS);
    }

    /// @param persons null: everybody
    private Swept sweep(@Nullable List<UUID> persons, boolean fromCause) {
        var asked =
                sql.sql(statement.of(persons == null))
                        .param("today", LocalDate.now(clock))
                        .param("local", local())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("fromCause", fromCause)
                        .param("rules", statement.rules())
                        .param("perLevel", AlertRule.PER_LEVEL);
        if (persons != null) asked.param("persons", persons.toArray(UUID[]::new));
        plan("off", "force_generic_plan");
        var swept =
                asked.query((row, _) ->
                                new Swept(
                                        row.getInt("raised"),
                                        row.getInt("refreshed"),
                                        row.getInt("resolved")))
                        .single();
        plan("on", "auto");
        return swept;
    }

    /// How the statement is planned, for it alone: joined by hashing, each table of the structure
    /// read once, by one plan for every structure. PostgreSQL takes the equality of the structure
    /// for a condition that leaves one line in as many as there are structures, when the policies
    /// already left that structure alone: among 700 it expects one line of a thousand, joins by
    /// loops over the whole structure, and takes minutes where hashing takes a fifth of a second.
    /// Planning and compiling so long a statement each time would take longer than running it.
    private void plan(String loops, String cached) {
        sql.sql(
                        """
                        select set_config('enable_nestloop', :loops, true), set_config('enable_mergejoin', :loops, true),
                               set_config('jit', 'off', true), set_config('plan_cache_mode', :cached, true)
                        """)
                .param("loops", loops)
                .param("cached", cached)
                .query((_, _) -> 0)
                .list();
    }
}

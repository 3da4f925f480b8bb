package fr.maillage.adverse.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// The register, and its corrective actions.
@Component
class EventRepository {

    static final String COLUMNS =
            """
            e.id, e.year || '-' || lpad(e.rank::text, greatest(3, length(e.rank::text)), '0') as number, e.type, e.gravity, e.consequence, e.unexpected, e.eigs, e.happened_on, e.patient_id,
            i.display_name, e.professional, e.circumstances, e.immediate, e.declared_at, e.declarer, e.readers, e.families, e.causes, e.method, e.analysed_on,
            e.analysed_by, e.ars_on, e.ars_number, e.ars_part2_on, e.ars_task_id, e.closed_at, e.closed_by, e.closed_words, e.version
            """;

    static final String FROM =
            " from adverse.event e left join patient.identity i on i.network_id = e.network_id and i.id = e.patient_id ";

    private static final String ACTION =
            """
            select a.id, a.event_id, a.title, a.owner_id, m.given_name || ' ' || upper(m.family_name) as owner_name, a.due_on, a.state, a.task_id, a.ended_on, a.ended_by, a.ended_words, a.effect, a.evaluated_on,
                   a.evaluated_by, a.evaluation from adverse.action a join network.team_member m on m.network_id = a.network_id and m.id = a.owner_id
            """;

    private final JdbcClient sql;
    private final Clock clock;

    EventRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// One event that `reader` may read. Throws `NotFound`, the same whether there is none or it is
    /// not theirs.
    AdverseEvent get(UUID id, Audience.Reader reader) {
        return reader.in(
                        sql.sql(
                                "select "
                                        + COLUMNS
                                        + FROM
                                        + " where e.id = :id and "
                                        + Audience.SEEN))
                .param("id", id)
                .query(EventRepository::event)
                .optional()
                .orElseThrow(() -> new NotFound("événement", id));
    }

    /// Those about a person that `reader` may read, latest first.
    List<AdverseEvent> of(PatientId patient, Audience.Reader reader) {
        return reader.in(
                        sql.sql(
                                "select "
                                        + COLUMNS
                                        + FROM
                                        + " where e.patient_id = :patient and "
                                        + Audience.SEEN
                                        + " order by e.happened_on desc, e.id desc limit 50"))
                .param("patient", patient.value())
                .query(EventRepository::event)
                .list();
    }

    /// Keeps an event as it stands until the transaction ends: nobody closes it while an action is
    /// added, nor adds one while it is closed. Throws `OptimisticLockingFailureException` once
    /// closed.
    void hold(UUID id) {
        saved(
                sql.sql(
                                "select 1 from adverse.event where id = :id and closed_at is null for update")
                        .param("id", id)
                        .query((_, _) -> 1)
                        .list()
                        .size(),
                id);
    }

    static AdverseEvent event(ResultSet row, int ignored) throws SQLException {
        var gravity = row.getString("gravity");
        var consequence = row.getString("consequence");
        var method = row.getString("method");
        var patient = row.getObject("patient_id", UUID.class);
        var closed = row.getTimestamp("closed_at");
        return new AdverseEvent(
                row.getObject("id", UUID.class),
                row.getString("number"),
                EventType.valueOf(row.getString("type")),
                gravity == null ? null : Gravity.valueOf(gravity),
                consequence == null ? null : Consequence.valueOf(consequence),
                row.getBoolean("unexpected"),
                row.getBoolean("eigs"),
                row.getObject("happened_on", LocalDate.class),
                patient == null ? null : new PatientId(patient),
                row.getString("display_name"),
                row.getString("professional"),
                row.getString("circumstances"),
                row.getString("immediate"),
                row.getTimestamp("declared_at").toInstant(),
                row.getString("declarer"),
                List.of((UUID[]) row.getArray("readers").getArray()),
                CauseFamily.of(Arrays.asList((String[]) row.getArray("families").getArray())),
                row.getString("causes"),
                method == null ? null : Method.valueOf(method),
                row.getObject("analysed_on", LocalDate.class),
                row.getString("analysed_by"),
                row.getObject("ars_on", LocalDate.class),
                row.getString("ars_number"),
                row.getObject("ars_part2_on", LocalDate.class),
                row.getObject("ars_task_id", UUID.class),
                closed == null ? null : closed.toInstant(),
                row.getString("closed_by"),
                row.getString("closed_words"),
                row.getInt("version"));
    }

    /// Puts one in the register, with the next number of the year; anonymous, nothing says who
    /// declared it.
    UUID insert(DeclarationForm.Read form, @Nullable PatientId patient, boolean anonymous) {
        var id = Ids.next();
        var year = LocalDate.now(clock).getYear();
        // two declared at the same time have each their number
        sql.sql(
                        "select pg_advisory_xact_lock(hashtextextended('adverse' || platform.acting()::text, 0))")
                .query((_, _) -> 0)
                .list();
        var me = SignedIn.current();
        fields(
                        sql.sql(
                                """
                                insert into adverse.event (id, year, rank, type, gravity, consequence, unexpected, happened_on, patient_id, professional,
                                                           circumstances, immediate, declared_at, declared_by, declarer)
                                values (:id, :year, (select coalesce(max(rank), 0) + 1 from adverse.event where year = :year), :type, :gravity, :consequence,
                                        :unexpected, :happened, :patient, :professional, :circumstances, :immediate, :now, :account, :name)
                                """),
                        form)
                .param("id", id)
                .param("year", year)
                .param("patient", patient == null ? null : patient.value(), Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .param("account", anonymous ? null : me.accountId(), Types.OTHER)
                .param("name", anonymous ? null : me.displayName(), Types.VARCHAR)
                .update();
        return id;
    }

    private static StatementSpec fields(StatementSpec statement, DeclarationForm.Read form) {
        return statement
                .param("type", form.type().name())
                .param(
                        "gravity",
                        form.gravity() == null ? null : form.gravity().name(),
                        Types.VARCHAR)
                .param(
                        "consequence",
                        form.consequence() == null ? null : form.consequence().name(),
                        Types.VARCHAR)
                .param("unexpected", form.unexpected())
                .param("happened", form.happenedOn())
                .param("professional", form.professional(), Types.VARCHAR)
                .param("circumstances", form.circumstances())
                .param("immediate", form.immediate(), Types.VARCHAR);
    }

    /// Describes it anew.
    void change(UUID id, DeclarationForm.Read form, int version) {
        saved(
                fields(
                                sql.sql(
                                        """
                                        update adverse.event set type = :type, gravity = :gravity, consequence = :consequence, unexpected = :unexpected,
                                               happened_on = :happened, professional = :professional, circumstances = :circumstances,
                                               immediate = :immediate, version = version + 1
                                         where id = :id and version = :version and closed_at is null
                                        """),
                                form)
                        .param("id", id)
                        .param("version", version)
                        .update(),
                id);
    }

    /// Why it happened, and who looked for it.
    void analysed(
            UUID id,
            LocalDate on,
            String by,
            Method method,
            List<CauseFamily> families,
            String causes,
            int version) {
        saved(
                sql.sql(
                                """
                                update adverse.event set analysed_on = :on, analysed_by = :by, method = :method, families = :families, causes = :causes,
                                       version = version + 1
                                 where id = :id and version = :version and closed_at is null
                                """)
                        .param("on", on)
                        .param("by", by)
                        .param("method", method.name())
                        .param("families", families.stream().map(Enum::name).toArray(String[]::new))
                        .param("causes", causes)
                        .param("id", id)
                        .param("version", version)
                        .update(),
                id);
    }

    /// What was declared to the ARS.
    void declaredToArs(
            UUID id, LocalDate part1, String number, @Nullable LocalDate part2, int version) {
        saved(
                sql.sql(
                                """
                                update adverse.event set ars_on = :part1, ars_number = :number, ars_part2_on = :part2, version = version + 1
                                 where id = :id and version = :version and closed_at is null
                                """)
                        .param("part1", part1)
                        .param("number", number)
                        .param("part2", part2, Types.DATE)
                        .param("id", id)
                        .param("version", version)
                        .update(),
                id);
    }

    /// The reminder of what is to be declared; null when nothing is.
    void arsTask(UUID id, @Nullable UUID task) {
        sql.sql("update adverse.event set ars_task_id = :task where id = :id")
                .param("task", task, Types.OTHER)
                .param("id", id)
                .update();
    }

    void readers(UUID id, List<UUID> accounts, int version) {
        saved(
                sql.sql(
                                "update adverse.event set readers = :readers, version = version + 1 where id = :id and version = :version")
                        .param("readers", accounts.toArray(UUID[]::new))
                        .param("id", id)
                        .param("version", version)
                        .update(),
                id);
    }

    void close(UUID id, String words, int version) {
        saved(
                sql.sql(
                                """
                                update adverse.event set closed_at = :now, closed_by = :by, closed_words = :words, version = version + 1
                                 where id = :id and version = :version and closed_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", SignedIn.current().displayName())
                        .param("words", words)
                        .param("id", id)
                        .param("version", version)
                        .update(),
                id);
    }

    private static void saved(int lines, UUID id) {
        if (lines == 0) throw new OptimisticLockingFailureException("event " + id);
    }

    /// Corrective actions of an event, first due first.
    List<CorrectiveAction> actions(UUID event) {
        return sql.sql(ACTION + " where a.event_id = :event order by a.due_on, a.id")
                .param("event", event)
                .query(EventRepository::action)
                .list();
    }

    /// Throws `NotFound`, also when it is of another event.
    CorrectiveAction action(UUID event, UUID id) {
        return sql.sql(ACTION + " where a.id = :id and a.event_id = :event for update of a")
                .param("id", id)
                .param("event", event)
                .query(EventRepository::action)
                .optional()
                .orElseThrow(() -> new NotFound("action corrective", id));
    }

    private static CorrectiveAction action(ResultSet row, int ignored) throws SQLException {
        var effect = row.getString("effect");
        return new CorrectiveAction(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("title"),
                row.getObject("owner_id", UUID.class),
                row.getString("owner_name"),
                row.getObject("due_on", LocalDate.class),
                CorrectiveAction.State.valueOf(row.getString("state")),
                row.getObject("task_id", UUID.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_by"),
                row.getString("ended_words"),
                effect == null ? null : Effect.valueOf(effect),
                row.getObject("evaluated_on", LocalDate.class),
                row.getString("evaluated_by"),
                row.getString("evaluation"));
    }

    void insert(UUID event, String title, UUID owner, LocalDate dueOn, UUID task) {
        sql.sql(
                        "insert into adverse.action (id, event_id, title, owner_id, due_on, task_id) values (:id, :event, :title, :owner, :due, :task)")
                .param("id", Ids.next())
                .param("event", event)
                .param("title", title)
                .param("owner", owner)
                .param("due", dueOn)
                .param("task", task)
                .update();
    }

    void ended(UUID action, CorrectiveAction.State state, LocalDate on, @Nullable String words) {
        sql.sql(
                        "update adverse.action set state = :state, ended_on = :on, ended_by = :by, ended_words = :words where id = :id")
                .param("state", state.name())
                .param("on", on)
                .param("by", SignedIn.current().displayName())
                .param("words", words, Types.VARCHAR)
                .param("id", action)
                .update();
    }

    void evaluated(UUID action, Effect effect, LocalDate on, String words) {
        sql.sql(
                        "update adverse.action set effect = :effect, evaluated_on = :on, evaluated_by = :by, evaluation = :words where id = :id")
                .param("effect", effect.name())
                .param("on", on)
                .param("by", SignedIn.current().displayName())
                .param("words", words)
                .param("id", action)
                .update();
    }
}

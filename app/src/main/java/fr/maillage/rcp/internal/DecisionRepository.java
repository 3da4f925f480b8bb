package fr.maillage.rcp.internal;

import fr.maillage.kernel.NotFound;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Decisions, and the minutes that left.
@Component
class DecisionRepository {

    private static final String SELECT =
            """
            select d.id, d.item_id, d.text, d.part, d.becomes, d.act_type, d.due_on, d.assigned_to, a.given_name || ' ' || upper(a.family_name) as assignee,
                   d.decided_by, d.pps_id, d.line_id, d.task_id
              from rcp.decision d left join network.team_member a on a.network_id = d.network_id and a.id = d.assigned_to
            """;

    private final JdbcClient sql;
    private final Clock clock;

    DecisionRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// In the order they were taken.
    List<Decision> of(UUID item) {
        return sql.sql(SELECT + " where d.item_id = :item order by d.decided_at, d.id")
                .param("item", item)
                .query(DecisionRepository::read)
                .list();
    }

    /// As [#of] one, nobody else carrying it meanwhile. Throws `NotFound`.
    Decision lock(UUID item, UUID id) {
        return sql.sql(SELECT + " where d.id = :id and d.item_id = :item for update of d")
                .param("id", id)
                .param("item", item)
                .query(DecisionRepository::read)
                .optional()
                .orElseThrow(() -> new NotFound("décision", id));
    }

    private static Decision read(ResultSet row, int ignored) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("text"),
                PlanPart.valueOf(row.getString("part")),
                Becomes.valueOf(row.getString("becomes")),
                row.getString("act_type"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("assigned_to", UUID.class),
                row.getString("assignee"),
                row.getString("decided_by"),
                row.getObject("pps_id", UUID.class),
                row.getObject("line_id", UUID.class),
                row.getObject("task_id", UUID.class));
    }

    void insert(UUID id, Item item, DecisionForm.Read form, @Nullable UUID task, String by) {
        sql.sql(
                        """
                        insert into rcp.decision (id, item_id, patient_id, text, part, becomes, act_type, due_on, assigned_to, decided_by, decided_at, task_id)
                        values (:id, :item, :patient, :text, :part, :becomes, :act, :due, :assignee, :by, :now, :task)
                        """)
                .param("id", id)
                .param("item", item.id())
                .param("patient", item.patient().value())
                .param("text", form.text())
                .param("part", form.part().name())
                .param("becomes", form.becomes().name())
                .param("act", form.act())
                .param("due", form.dueOn())
                .param("assignee", form.assignee(), Types.OTHER)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("task", task, Types.OTHER)
                .update();
    }

    void carried(UUID id, UUID pps, UUID line) {
        sql.sql("update rcp.decision set pps_id = :pps, line_id = :line where id = :id")
                .param("pps", pps)
                .param("line", line)
                .param("id", id)
                .update();
    }

    /// Minutes that left, or did not.
    ///
    /// @param whole false: the decisions of their part and nothing else
    record Sending(
            @Nullable UUID letter,
            String recipient,
            boolean whole,
            @Nullable String whyNot,
            Instant at) {}

    List<Sending> sendings(UUID item) {
        return sql.sql(
                        "select letter_id, recipient, whole, why_not, at from rcp.sending where"
                                + " item_id = :item order by at, id")
                .param("item", item)
                .query((row, _) ->
                        new Sending(
                                row.getObject("letter_id", UUID.class),
                                row.getString("recipient"),
                                row.getBoolean("whole"),
                                row.getString("why_not"),
                                row.getTimestamp("at").toInstant()))
                .list();
    }

    void sent(UUID item, Sending sending, String by) {
        sql.sql(
                        """
                        insert into rcp.sending (item_id, letter_id, recipient, whole, why_not, at, by_name)
                        values (:item, :letter, :recipient, :whole, :why, :at, :by)
                        """)
                .param("item", item)
                .param("letter", sending.letter(), Types.OTHER)
                .param("recipient", sending.recipient())
                .param("whole", sending.whole())
                .param("why", sending.whyNot())
                .param("at", Timestamp.from(sending.at()))
                .param("by", by)
                .update();
    }
}

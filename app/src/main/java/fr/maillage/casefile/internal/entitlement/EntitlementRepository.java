package fr.maillage.casefile.internal.entitlement;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.Rights;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rights and measures as they are kept, and what was done about each.
@Component
class EntitlementRepository {

    private static final String RIGHT =
            """
            select id, kind, name, detail, state, asked_on, decided_on, starts_on, ends_on, amount, amount_per, body, reference,
                   appeal_until, appealed_on, followed_by, next_on, next_what, next_by, renews, note, closed_on, closed_why, version
            from casefile.entitlement where patient_id = :patient
            """;

    private final JdbcClient sql;
    private final Clock clock;

    EntitlementRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Every right of the person, the soonest end first, the closed ones last.
    List<Entitlement> all(PatientId patient) {
        return sql.sql(RIGHT + " order by state = 'CLOS', ends_on nulls last, id desc")
                .param("patient", patient.value())
                .query((row, _) -> right(row))
                .list();
    }

    /// One of them. Throws `NotFound`.
    Entitlement get(PatientId patient, UUID id) {
        return sql.sql(RIGHT + " and id = :id")
                .param("patient", patient.value())
                .param("id", id)
                .query((row, _) -> right(row))
                .optional()
                .orElseThrow(() -> new NotFound("droit", id));
    }

    /// What was done about it, latest first.
    List<Entitlement.Step> steps(UUID right) {
        return sql.sql(
                        """
                        select on_date, what, who, next_on, next_what, next_by, author_name from casefile.entitlement_step
                        where entitlement_id = :right order by on_date desc, at desc, id desc
                        """)
                .param("right", right)
                .query((row, _) ->
                        new Entitlement.Step(
                                row.getObject("on_date", LocalDate.class),
                                row.getString("what"),
                                row.getString("who"),
                                row.getObject("next_on", LocalDate.class),
                                row.getString("next_what"),
                                row.getString("next_by"),
                                row.getString("author_name")))
                .list();
    }

    /// Others of the same right that are not closed, the soonest end first.
    List<Entitlement> same(PatientId patient, Entitlement right) {
        return sql.sql(
                        RIGHT
                                + """
                                 and state <> 'CLOS' and id <> :id
                                 and key = casefile.right_key(:kind, cast(:name as text), cast(:detail as text)) order by ends_on nulls last
                                """)
                .param("patient", patient.value())
                .param("id", right.id())
                .param("kind", right.kind().name())
                .param("name", right.name(), Types.VARCHAR)
                .param("detail", right.detail(), Types.VARCHAR)
                .query((row, _) -> right(row))
                .list();
    }

    /// Whether the line that will follow it is open.
    boolean renewed(UUID id) {
        return sql.sql(
                        "select id from casefile.entitlement where renews = :id and state not in ('CLOS', 'REFUSE')")
                .param("id", id)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional()
                .isPresent();
    }

    /// What is to be done next, in the place of what was.
    void next(UUID id, EntitlementForm.Next next) {
        sql.sql(
                        "update casefile.entitlement set next_on = :on, next_what = :what, next_by = :by where id = :id")
                .param("on", next.on(), Types.DATE)
                .param("what", next.what(), Types.VARCHAR)
                .param("by", next.by(), Types.VARCHAR)
                .param("id", id)
                .update();
    }

    void close(UUID id, LocalDate day, String why) {
        sql.sql(
                        """
                        update casefile.entitlement set state = 'CLOS', closed_on = :today, closed_why = :why, next_on = null, next_what = null, next_by = null
                        where id = :id
                        """)
                .param("today", day)
                .param("why", why)
                .param("id", id)
                .update();
    }

    /// Throws `OptimisticLockingFailureException` when somebody changed it first.
    void take(UUID id, int version) {
        var taken =
                sql.sql(
                                "update casefile.entitlement set version = version + 1 where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update();
        if (taken == 0) throw new OptimisticLockingFailureException("right changed");
    }

    void insert(PatientId patient, Entitlement right) {
        values(
                        sql.sql(
                                """
                                insert into casefile.entitlement (id, patient_id, kind, renews, name, detail, state, asked_on, decided_on, starts_on, ends_on,
                                       amount, amount_per, body, reference, appeal_until, appealed_on, followed_by, next_on, next_what, next_by, note)
                                values (:id, :patient, :kind, :renews, :name, :detail, :state, :asked, :decided, :starts, :ends, :amount, :per, :body,
                                        :reference, :appealUntil, :appealed, :follower, :nextOn, :nextWhat, :nextBy, :note)
                                """),
                        right)
                .param("patient", patient.value())
                .param("kind", right.kind().name())
                .param("renews", right.renews(), Types.OTHER)
                .update();
    }

    void update(Entitlement right) {
        values(
                        sql.sql(
                                """
                                update casefile.entitlement set name = :name, detail = :detail, state = :state, asked_on = :asked, decided_on = :decided,
                                       starts_on = :starts, ends_on = :ends, amount = :amount, amount_per = :per, body = :body, reference = :reference,
                                       appeal_until = :appealUntil, appealed_on = :appealed, followed_by = :follower, next_on = :nextOn,
                                       next_what = :nextWhat, next_by = :nextBy, note = :note
                                where id = :id
                                """),
                        right)
                .update();
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec statement, Entitlement right) {
        return statement
                .param("id", right.id())
                .param("name", right.name(), Types.VARCHAR)
                .param("detail", right.detail(), Types.VARCHAR)
                .param("state", right.state().name())
                .param("asked", right.askedOn(), Types.DATE)
                .param("decided", right.decidedOn(), Types.DATE)
                .param("starts", right.startsOn(), Types.DATE)
                .param("ends", right.endsOn(), Types.DATE)
                .param("amount", amount(right), Types.NUMERIC)
                .param("per", right.amountPer(), Types.VARCHAR)
                .param("body", right.body() == null ? null : right.body().name(), Types.VARCHAR)
                .param("reference", right.reference(), Types.VARCHAR)
                .param("appealUntil", right.appealUntil(), Types.DATE)
                .param("appealed", right.appealedOn(), Types.DATE)
                .param("follower", right.followedBy(), Types.OTHER)
                .param("nextOn", right.nextOn(), Types.DATE)
                .param("nextWhat", right.nextWhat(), Types.VARCHAR)
                .param("nextBy", right.nextBy(), Types.VARCHAR)
                .param("note", right.note(), Types.VARCHAR);
    }

    private static @Nullable BigDecimal amount(Entitlement right) {
        return right.amount() == null ? null : right.amount().amount();
    }

    /// What was done about it, by who is signed in.
    void step(
            UUID right,
            LocalDate on,
            String what,
            @Nullable String who,
            EntitlementForm.Next next) {
        sql.sql(
                        """
                        insert into casefile.entitlement_step (id, entitlement_id, on_date, what, who, next_on, next_what, next_by, author_name, at)
                        values (:id, :right, :on, :what, :who, :nextOn, :nextWhat, :nextBy, :author, :now)
                        """)
                .param("id", Ids.next())
                .param("right", right)
                .param("on", on)
                .param("what", what)
                .param("who", who, Types.VARCHAR)
                .param("nextOn", next.on(), Types.DATE)
                .param("nextWhat", next.what(), Types.VARCHAR)
                .param("nextBy", next.by(), Types.VARCHAR)
                .param("author", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Entitlement right(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("amount");
        return new Entitlement(
                row.getObject("id", UUID.class),
                RightKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("detail"),
                RightState.valueOf(row.getString("state")),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                amount == null ? null : new Money(amount),
                row.getString("amount_per"),
                row.getString("body") == null
                        ? null
                        : RightKind.Body.valueOf(row.getString("body")),
                row.getString("reference"),
                row.getObject("appeal_until", LocalDate.class),
                row.getObject("appealed_on", LocalDate.class),
                row.getObject("followed_by", UUID.class),
                row.getObject("next_on", LocalDate.class),
                row.getString("next_what"),
                row.getString("next_by"),
                row.getObject("renews", UUID.class),
                row.getString("note"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("closed_why"),
                row.getInt("version"));
    }
}

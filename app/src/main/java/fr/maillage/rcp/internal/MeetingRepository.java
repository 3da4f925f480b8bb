package fr.maillage.rcp.internal;

import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Meetings and the persons on their agenda.
@Component
class MeetingRepository {

    static final String COLUMNS =
            "m.id, m.kind, m.status, m.starts_at, m.ends_at, m.mode, m.place, m.theme_code,"
                    + " m.subject, m.chair_id, m.secretary_id, m.appointment_id, m.cancelled_why,"
                    + " m.version";

    private static final String ITEMS =
            """
            select t.id, t.meeting_id, t.patient_id, i.display_name, t.question, t.asked_name, t.agreed_on, t.agreed_how, t.notes, t.notes_by,
                   t.notes_at, t.seen, t.version
              from rcp.item t join patient.identity i on i.network_id = t.network_id and i.id = t.patient_id
            """;

    private final JdbcClient sql;
    private final Clock clock;

    MeetingRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Throws `NotFound`.
    Meeting get(UUID id) {
        return sql.sql("select " + COLUMNS + " from rcp.meeting m where m.id = :id")
                .param("id", id)
                .query(MeetingRepository::meeting)
                .optional()
                .orElseThrow(() -> new NotFound("réunion", id));
    }

    /// As [#get], nobody else changing it meanwhile.
    Meeting lock(UUID id) {
        return sql.sql("select " + COLUMNS + " from rcp.meeting m where m.id = :id for update")
                .param("id", id)
                .query(MeetingRepository::meeting)
                .optional()
                .orElseThrow(() -> new NotFound("réunion", id));
    }

    static Meeting meeting(ResultSet row, int ignored) throws SQLException {
        return new Meeting(
                row.getObject("id", UUID.class),
                MeetingKind.valueOf(row.getString("kind")),
                MeetingState.valueOf(row.getString("status")),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                Mode.valueOf(row.getString("mode")),
                row.getString("place"),
                row.getString("theme_code"),
                row.getString("subject"),
                row.getObject("chair_id", UUID.class),
                row.getObject("secretary_id", UUID.class),
                row.getObject("appointment_id", UUID.class),
                row.getString("cancelled_why"),
                row.getInt("version"));
    }

    void insert(UUID id, MeetingForm.Read form, String by) {
        fields(
                        sql.sql(
                                """
                                insert into rcp.meeting (id, kind, starts_at, ends_at, mode, place, theme_code, subject, chair_id, secretary_id, created_at, created_by)
                                values (:id, :kind, :starts, :ends, :mode, :place, :theme, :subject, :chair, :secretary, :now, :by)
                                """),
                        id,
                        form)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }

    /// Throws `OptimisticLockingFailureException` when somebody saved first.
    void change(UUID id, MeetingForm.Read form, int version) {
        var changed =
                fields(
                                sql.sql(
                                        """
                                        update rcp.meeting set kind = :kind, starts_at = :starts, ends_at = :ends, mode = :mode, place = :place, theme_code = :theme,
                                               subject = :subject, chair_id = :chair, secretary_id = :secretary, version = version + 1
                                         where id = :id and version = :version and status = 'PREVUE'
                                        """),
                                id,
                                form)
                        .param("version", version)
                        .update();
        if (changed == 0) throw new OptimisticLockingFailureException("meeting " + id);
    }

    private static JdbcClient.StatementSpec fields(
            JdbcClient.StatementSpec statement, UUID id, MeetingForm.Read form) {
        return statement
                .param("id", id)
                .param("kind", form.kind().name())
                .param("starts", Timestamp.from(form.starts()))
                .param("ends", Timestamp.from(form.ends()))
                .param("mode", form.mode().name())
                .param("place", form.place())
                .param("theme", form.theme())
                .param("subject", form.subject())
                .param("chair", form.chair(), Types.OTHER)
                .param("secretary", form.secretary(), Types.OTHER);
    }

    /// The appointment of the team that stands for it.
    void standsFor(UUID id, UUID appointment) {
        sql.sql("update rcp.meeting set appointment_id = :appointment where id = :id")
                .param("appointment", appointment)
                .param("id", id)
                .update();
    }

    void cancel(UUID id, String why) {
        sql.sql(
                        "update rcp.meeting set status = 'ANNULEE', cancelled_why = :why, version ="
                                + " version + 1 where id = :id")
                .param("why", why)
                .param("id", id)
                .update();
    }

    void held(UUID id, String by) {
        sql.sql(
                        "update rcp.meeting set status = 'TENUE', held_at = :now, held_by = :by,"
                                + " version = version + 1 where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("id", id)
                .update();
    }

    /// The persons on the agenda, in order.
    List<Item> items(UUID meeting) {
        return sql.sql(ITEMS + " where t.meeting_id = :meeting order by t.rank, t.id")
                .param("meeting", meeting)
                .query(MeetingRepository::item)
                .list();
    }

    /// Throws `NotFound`, also when it is of another meeting.
    Item item(UUID meeting, UUID id) {
        return sql.sql(ITEMS + " where t.id = :id and t.meeting_id = :meeting")
                .param("id", id)
                .param("meeting", meeting)
                .query(MeetingRepository::item)
                .optional()
                .orElseThrow(() -> new NotFound("ordre du jour", id));
    }

    private static Item item(ResultSet row, int ignored) throws SQLException {
        var notesAt = row.getTimestamp("notes_at");
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("display_name"),
                row.getString("question"),
                row.getString("asked_name"),
                row.getObject("agreed_on", LocalDate.class),
                row.getString("agreed_how"),
                row.getString("notes"),
                row.getString("notes_by"),
                notesAt == null ? null : notesAt.toInstant(),
                row.getObject("seen", Boolean.class),
                row.getInt("version"));
    }

    void put(
            UUID id,
            UUID meeting,
            PatientId patient,
            String question,
            Agreement agreement,
            @Nullable UUID member,
            String by) {
        sql.sql(
                        """
                        insert into rcp.item (id, meeting_id, patient_id, rank, question, asked_by, asked_name, agreed_on, agreed_how)
                        values (:id, :meeting, :patient, (select coalesce(max(rank), 0) + 1 from rcp.item where meeting_id = :meeting), :question, :member,
                                :by, :agreedOn, :agreedHow)
                        """)
                .param("id", id)
                .param("meeting", meeting)
                .param("patient", patient.value())
                .param("question", question)
                .param("member", member, Types.OTHER)
                .param("by", by)
                .param("agreedOn", agreement.on())
                .param("agreedHow", agreement.how())
                .update();
    }

    void agreed(UUID item, Agreement agreement) {
        sql.sql("update rcp.item set agreed_on = :on, agreed_how = :how where id = :id")
                .param("on", agreement.on())
                .param("how", agreement.how())
                .param("id", item)
                .update();
    }

    void remove(UUID item) {
        sql.sql("delete from rcp.item where id = :id").param("id", item).update();
    }

    /// Throws `OptimisticLockingFailureException` when somebody wrote first.
    void notes(UUID item, String notes, String by, int version) {
        var written =
                sql.sql(
                                """
                                update rcp.item set notes = :notes, notes_by = :by, notes_at = :now, version = version + 1
                                 where id = :id and version = :version
                                """)
                        .param("notes", notes)
                        .param("by", by)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", item)
                        .param("version", version)
                        .update();
        if (written == 0) throw new OptimisticLockingFailureException("notes " + item);
    }

    /// Says of each person of the agenda whether her situation was looked at.
    void seen(UUID meeting, List<UUID> seen) {
        sql.sql("update rcp.item set seen = id = any (:seen) where meeting_id = :meeting")
                .param("seen", seen.toArray(UUID[]::new))
                .param("meeting", meeting)
                .update();
    }
}

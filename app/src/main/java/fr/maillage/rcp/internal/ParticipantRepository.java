package fr.maillage.rcp.internal;

import fr.maillage.kernel.NotFound;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Who takes part in meetings.
@Component
class ParticipantRepository {

    private static final String SELECT =
            """
            select id, meeting_id, item_id, kind, member_id, line_id, rpps, name, profession, letter_id, invited_at, not_invited, answer, present, minutes, paid
              from rcp.participant
            """;

    private final JdbcClient sql;
    private final Clock clock;

    ParticipantRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The team first, then circles, then outside; by name.
    List<Participant> of(UUID meeting) {
        return sql.sql(
                        SELECT
                                + """
                                 where meeting_id = :meeting
                                 order by array_position(array['EQUIPE','CERCLE','EXTERIEUR'], kind), name collate "fr-x-icu", id
                                """)
                .param("meeting", meeting)
                .query(ParticipantRepository::read)
                .list();
    }

    /// Throws `NotFound`, also when it is of another meeting.
    Participant get(UUID meeting, UUID id) {
        return sql.sql(SELECT + " where id = :id and meeting_id = :meeting")
                .param("id", id)
                .param("meeting", meeting)
                .query(ParticipantRepository::read)
                .optional()
                .orElseThrow(() -> new NotFound("participant", id));
    }

    private static Participant read(ResultSet row, int ignored) throws SQLException {
        var invited = row.getTimestamp("invited_at");
        var answer = row.getString("answer");
        return new Participant(
                row.getObject("id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                row.getObject("item_id", UUID.class),
                Participant.Kind.valueOf(row.getString("kind")),
                row.getObject("member_id", UUID.class),
                row.getObject("line_id", UUID.class),
                row.getString("rpps"),
                row.getString("name"),
                row.getString("profession"),
                row.getObject("letter_id", UUID.class),
                invited == null ? null : invited.toInstant(),
                row.getString("not_invited"),
                answer == null ? null : Answer.valueOf(answer),
                row.getObject("present", Boolean.class),
                row.getObject("minutes", Integer.class),
                row.getBigDecimal("paid"));
    }

    /// Whether this account takes part.
    boolean takesPart(UUID meeting, UUID account) {
        return sql.sql(
                        "select exists (select 1 from rcp.participant where meeting_id = :meeting"
                                + " and account_id = :account)")
                .param("meeting", meeting)
                .param("account", account)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// The line of this account for one person: who takes part in the whole meeting first. Null
    /// when they do not hear of that person.
    @Nullable UUID lineOf(UUID meeting, UUID item, UUID account) {
        return sql
                .sql(
                        """
                        select id from rcp.participant where meeting_id = :meeting and account_id = :account and (item_id is null or item_id = :item)
                         order by item_id nulls first, id limit 1
                        """)
                .param("meeting", meeting)
                .param("account", account)
                .param("item", item)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /// The persons of a meeting for whom this account comes; null among them: for the whole
    /// meeting.
    List<java.util.Optional<UUID>> itemsOf(UUID meeting, UUID account) {
        return sql.sql(
                        "select item_id from rcp.participant where meeting_id = :meeting and"
                                + " account_id = :account")
                .param("meeting", meeting)
                .param("account", account)
                .query((row, _) -> java.util.Optional.ofNullable(row.getObject(1, UUID.class)))
                .list();
    }

    /// @param account of the professional, when they have one
    void add(Participant one, @Nullable UUID account) {
        sql.sql(
                        """
                        insert into rcp.participant (id, meeting_id, item_id, kind, member_id, line_id, account_id, rpps, name, profession)
                        values (:id, :meeting, :item, :kind, :member, :line, :account, :rpps, :name, :profession)
                        """)
                .param("id", one.id())
                .param("meeting", one.meeting())
                .param("item", one.item(), Types.OTHER)
                .param("kind", one.kind().name())
                .param("member", one.member(), Types.OTHER)
                .param("line", one.line(), Types.OTHER)
                .param("account", account, Types.OTHER)
                .param("rpps", one.rpps())
                .param("name", one.name())
                .param("profession", one.profession())
                .update();
    }

    void remove(UUID id) {
        sql.sql("delete from rcp.participant where id = :id").param("id", id).update();
    }

    void invited(UUID id, @Nullable UUID letter) {
        sql.sql(
                        "update rcp.participant set invited_at = :now, letter_id = :letter,"
                                + " not_invited = null where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("letter", letter, Types.OTHER)
                .param("id", id)
                .update();
    }

    void notInvited(UUID id, String why) {
        sql.sql("update rcp.participant set not_invited = :why where id = :id")
                .param("why", why)
                .param("id", id)
                .update();
    }

    /// What these had answered was for another day; of them, those whose invitation did not leave
    /// are to be invited again.
    void askAgain(List<UUID> invited, List<UUID> again) {
        sql.sql(
                        """
                        update rcp.participant set answer = null, answered_on = null,
                               invited_at = case when id = any (:again) then null else invited_at end,
                               letter_id = case when id = any (:again) then null else letter_id end
                         where id = any (:invited)
                        """)
                .param("invited", invited.toArray(UUID[]::new))
                .param("again", again.toArray(UUID[]::new))
                .update();
    }

    void answered(UUID id, Answer answer, LocalDate on) {
        sql.sql("update rcp.participant set answer = :answer, answered_on = :on where id = :id")
                .param("answer", answer.name())
                .param("on", on)
                .param("id", id)
                .update();
    }

    /// Who was there.
    ///
    /// @param minutes null when absent
    record Presence(
            UUID participant,
            boolean present,
            @Nullable Integer minutes,
            @Nullable BigDecimal paid) {}

    void presences(UUID meeting, List<Presence> all) {
        sql.sql(
                        """
                        update rcp.participant p set present = x.present, minutes = x.minutes, paid = x.paid
                          from unnest(:ids, :present, :minutes, :paid) as x(id, present, minutes, paid)
                         where p.meeting_id = :meeting and p.id = x.id
                        """)
                .param("meeting", meeting)
                .param("ids", all.stream().map(Presence::participant).toArray(UUID[]::new))
                .param("present", all.stream().map(Presence::present).toArray(Boolean[]::new))
                .param("minutes", all.stream().map(Presence::minutes).toArray(Integer[]::new))
                .param("paid", all.stream().map(Presence::paid).toArray(BigDecimal[]::new))
                .update();
    }

    /// Time spent by those present at meetings held from one instant to another, by profession.
    ///
    /// @param minutes each participant's, added up
    record Spent(String profession, int presences, int minutes, BigDecimal paid) {}

    List<Spent> spent(Instant from, Instant to) {
        return sql.sql(
                        """
                        select p.profession, count(*) as presences, coalesce(sum(p.minutes), 0) as minutes, coalesce(sum(p.paid), 0) as paid
                          from rcp.participant p join rcp.meeting m on m.network_id = p.network_id and m.id = p.meeting_id
                         where m.status = 'TENUE' and m.starts_at >= :from and m.starts_at < :to and p.present
                         group by p.profession order by minutes desc, p.profession collate "fr-x-icu" limit 40
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, _) ->
                        new Spent(
                                row.getString("profession"),
                                row.getInt("presences"),
                                row.getInt("minutes"),
                                row.getBigDecimal("paid")))
                .list();
    }
}

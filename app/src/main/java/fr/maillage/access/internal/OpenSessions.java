package fr.maillage.access.internal;

import fr.maillage.kernel.Ids;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Sessions in the base, so that one node ends a session of another and a head sees who is in.
/// Machine time, as the servlet container counts.
@Component
class OpenSessions {

    /// Session attribute: the line of this session.
    static final String KEY = "maillage.session";

    /// After this long without a request the container has ended it.
    static final Duration LIFE = Duration.ofMinutes(60);

    private static final Duration GRAIN = Duration.ofMinutes(1);
    private static final int LONGEST_AGENT = 300;

    private final JdbcClient sql;
    private final InstantSource time = InstantSource.system();

    OpenSessions(JdbcClient sql) {
        this.sql = sql;
    }

    /// A session of an account, as its holder reads it.
    record Line(UUID id, Instant began, Instant seen, String agent) {}

    /// The session of this request begins.
    @Transactional
    void begin(UUID account, HttpServletRequest request) {
        var id = Ids.next();
        var agent = request.getHeader("User-Agent");
        sql.sql(
                        """
                        insert into access.open_session (id, account_id, began_at, seen_at, agent)
                        values (:id, :account, :now, :now, :agent)
                        """)
                .param("id", id)
                .param("account", account)
                .param("now", now())
                .param(
                        "agent",
                        agent == null
                                ? ""
                                : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)))
                .update();
        request.getSession().setAttribute(KEY, id);
    }

    /// Whether the session was not ended from elsewhere; notes that it was seen, once a minute. A
    /// session without a line (a test's) is alive.
    @Transactional
    boolean alive(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(KEY) instanceof UUID id)) return true;
        record State(boolean ended, Instant seen) {}
        var state =
                sql.sql(
                                "select ended_at is not null, seen_at from access.open_session"
                                        + " where id = :id")
                        .param("id", id)
                        .query((row, _) ->
                                new State(row.getBoolean(1), row.getTimestamp(2).toInstant()))
                        .optional();
        if (state.isEmpty() || state.get().ended()) return false;
        if (state.get().seen().plus(GRAIN).isBefore(time.instant()))
            sql.sql("update access.open_session set seen_at = :now where id = :id")
                    .param("now", now())
                    .param("id", id)
                    .update();
        return true;
    }

    /// The holder signed out.
    @Transactional
    void end(@Nullable HttpSession session) {
        if (session != null && session.getAttribute(KEY) instanceof UUID id)
            sql.sql(
                            "update access.open_session set ended_at = :now where id = :id and"
                                    + " ended_at is null")
                    .param("now", now())
                    .param("id", id)
                    .update();
    }

    /// Ends the sessions of an account but `kept`. Returns how many were open.
    @Transactional
    int endAll(UUID account, @Nullable UUID kept) {
        sql.sql("delete from access.open_session where seen_at < :long")
                .param("long", Timestamp.from(time.instant().minus(Duration.ofDays(90))))
                .update();
        return sql.sql(
                        """
                        with ended as (
                          update access.open_session set ended_at = :now
                           where account_id = :account and ended_at is null and id is distinct from cast(:kept as uuid)
                          returning seen_at)
                        select count(*) from ended where seen_at > :alive
                        """)
                .param("now", now())
                .param("account", account)
                .param("kept", kept == null ? null : kept.toString())
                .param("alive", since())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// The open sessions of an account, the latest seen first.
    @Transactional(readOnly = true)
    List<Line> of(UUID account) {
        return sql.sql(
                        """
                        select id, began_at, seen_at, agent from access.open_session
                         where account_id = :account and ended_at is null and seen_at > :alive order by seen_at desc
                        """)
                .param("account", account)
                .param("alive", since())
                .query((row, _) ->
                        new Line(
                                row.getObject("id", UUID.class),
                                row.getTimestamp("began_at").toInstant(),
                                row.getTimestamp("seen_at").toInstant(),
                                row.getString("agent")))
                .list();
    }

    /// A session seen since then is open.
    Timestamp since() {
        return Timestamp.from(time.instant().minus(LIFE));
    }

    private Timestamp now() {
        return Timestamp.from(time.instant());
    }
}

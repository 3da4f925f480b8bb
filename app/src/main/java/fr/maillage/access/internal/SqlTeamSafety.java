package fr.maillage.access.internal;

import fr.maillage.access.Role;
import fr.maillage.access.TeamSafety;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Component
@Transactional
class SqlTeamSafety implements TeamSafety {

    private static final String ACCOUNTS =
            """
            select distinct on (m.role, a.id)
                   a.id, a.login, a.display_name, m.role, m.member_id, m.since, m.until, a.created_at, a.last_sign_in_at,
                   (select count(*) from access.open_session s where s.account_id = a.id and s.ended_at is null and s.seen_at > :alive) as sessions,
                   exists (select 1 from access.one_time_code c where c.account_id = a.id) as codes,
                   (select count(*) from access.passkey p where p.account_id = a.id) as passkeys
              from access.membership m join access.account a on a.id = m.account_id
             where m.network_id = :network and a.disabled_at is null and (m.until is null or m.until >= :today)
            """;

    private final JdbcClient sql;
    private final OpenSessions sessions;
    private final SecondFactors factors;
    private final AccountHistory history;
    private final Clock clock;

    SqlTeamSafety(
            JdbcClient sql,
            OpenSessions sessions,
            SecondFactors factors,
            AccountHistory history,
            Clock clock) {
        this.sql = sql;
        this.sessions = sessions;
        this.factors = factors;
        this.history = history;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Found accounts(NetworkId network, Asked asked) {
        var total = new int[1];
        var page =
                sql.sql(
                                "select f.*, count(*) over () as total from ("
                                        + ACCOUNTS
                                        + """
                                         and (cardinality(cast(:roles as text[])) = 0 or m.role = any (cast(:roles as text[])))
                                         and (cast(:unused as timestamptz) is null or coalesce(a.last_sign_in_at, a.created_at) < cast(:unused as timestamptz))
                                         order by m.role, a.id, m.since) f
                                         order by f.role, f.display_name collate "fr-x-icu", f.id offset :offset limit :n
                                        """)
                        .param("network", network.value())
                        .param(
                                "roles",
                                asked.roles().stream().map(Role::name).toArray(String[]::new))
                        .param(
                                "unused",
                                asked.unusedSince() == null
                                        ? null
                                        : Timestamp.from(asked.unusedSince()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("today", LocalDate.now(clock))
                        .param("alive", sessions.since())
                        .param("offset", asked.offset())
                        .param("n", asked.limit())
                        .query((row, _) -> {
                            total[0] = row.getInt("total");
                            return account(row);
                        })
                        .list();
        return new Found(page, total[0]);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Holders> holders(NetworkId network, LocalDate day) {
        return sql.sql(
                        """
                        select m.role, count(distinct a.id) as people,
                               count(distinct a.id) filter (where a.last_sign_in_at is null) as never
                          from access.membership m join access.account a on a.id = m.account_id
                         where m.network_id = :network and a.disabled_at is null and m.since <= :day and (m.until is null or m.until >= :day)
                         group by m.role
                        """)
                .param("network", network.value())
                .param("day", day)
                .query((row, _) ->
                        new Holders(
                                Role.valueOf(row.getString("role")),
                                row.getInt("people"),
                                row.getInt("never")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public int withoutFactor(NetworkId network, Set<Role> roles, LocalDate day) {
        return sql.sql(
                        """
                        select count(distinct a.id) from access.membership m join access.account a on a.id = m.account_id
                         where m.network_id = :network and a.disabled_at is null and not a.demonstration and m.since <= :day and (m.until is null or m.until >= :day)
                           and (cardinality(cast(:roles as text[])) = 0 or m.role = any (cast(:roles as text[])))
                           and not exists (select 1 from access.one_time_code c where c.account_id = a.id)
                           and not exists (select 1 from access.passkey p where p.account_id = a.id)
                        """)
                .param("network", network.value())
                .param("day", day)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Account> account(NetworkId network, UUID account) {
        return sql.sql(ACCOUNTS + " and a.id = :id order by m.role, a.id, m.since limit 1")
                .param("network", network.value())
                .param("id", account)
                .param("today", LocalDate.now(clock))
                .param("alive", sessions.since())
                .query((row, _) -> account(row))
                .optional();
    }

    private static Account account(ResultSet row) throws SQLException {
        var last = row.getTimestamp("last_sign_in_at");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getObject("member_id", UUID.class),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getTimestamp("created_at").toInstant(),
                last == null ? null : last.toInstant(),
                row.getInt("sessions"),
                row.getBoolean("codes"),
                row.getInt("passkeys"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Event> events(NetworkId network, UUID account, int limit) {
        return sql.sql(
                        """
                        select e.at, e.actor, e.what from access.account_event e
                         where e.account_id = :id and exists (select 1 from access.membership m where m.account_id = e.account_id and m.network_id = :network)
                         order by e.at desc, e.id desc limit :n
                        """)
                .param("id", account)
                .param("network", network.value())
                .param("n", limit)
                .query((row, _) ->
                        new Event(
                                row.getTimestamp("at").toInstant(),
                                row.getString("actor"),
                                AccountDeed.valueOf(row.getString("what")).label()))
                .list();
    }

    @Override
    public int endSessions(NetworkId network, UUID account) {
        ofTheStructure(network, account);
        var ended = sessions.endAll(account, null);
        history.note(account, AccountDeed.SESSIONS_ENDED);
        return ended;
    }

    @Override
    public void resetFactors(NetworkId network, UUID account) {
        ofTheStructure(network, account);
        factors.reset(account);
        sessions.endAll(account, null);
    }

    private void ofTheStructure(NetworkId network, UUID account) {
        if (account(network, account).isEmpty()) throw new NotFound("compte", account);
    }
}

package fr.maillage.access.internal;

import fr.maillage.access.Role;
import fr.maillage.access.TeamAccounts;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Component
@Transactional
class SqlTeamAccounts implements TeamAccounts {

    private static final String READABLE =
            "abcdefghjkmnpqrstuvwxyz23456789"; // no l, 1, o, 0, i: it will be copied by hand

    private final JdbcClient sql;
    private final PasswordEncoder encoder;
    private final AccountHistory history;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SqlTeamAccounts(JdbcClient sql, PasswordEncoder encoder, AccountHistory history, Clock clock) {
        this.history = history;
        this.sql = sql;
        this.encoder = encoder;
        this.clock = clock;
    }

    @Override
    public Given open(
            String wished,
            String displayName,
            Role role,
            NetworkId network,
            @Nullable UUID member,
            LocalDate since) {
        var account = Ids.next();
        var login = free(wished);
        var password = password();
        sql.sql(
                        """
                        insert into access.account (id, login, password_hash, display_name, created_at, password_to_choose)
                        values (:id, :login, :hash, :name, :now, true)
                        """)
                .param("id", account)
                .param("login", login)
                .param("hash", encoder.encode(password))
                .param("name", displayName)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        sql.sql(
                        """
                        insert into access.membership (account_id, role, network_id, member_id, since)
                        values (:account, :role, :network, :member, :since)
                        """)
                .param("account", account)
                .param("role", role.name())
                .param("network", network.value())
                .param("member", member)
                .param("since", since)
                .update();
        return new Given(account, login, password);
    }

    @Override
    public Given renew(UUID account, NetworkId network) {
        var password = password();
        var login =
                sql.sql(
                                """
                                update access.account a set password_hash = :hash, password_to_choose = true
                                 where a.id = :id and not a.demonstration
                                   and exists (select 1 from access.membership m where m.account_id = a.id and m.network_id = :network
                                                and m.role in ('SECRETARY','COORDINATOR','DOCTOR','HEAD'))
                                returning a.login
                                """)
                        .param("hash", encoder.encode(password))
                        .param("id", account)
                        .param("network", network.value())
                        .query((row, _) -> row.getString(1))
                        .optional()
                        .orElseThrow(() -> new NotFound("compte", account));
        history.note(account, AccountDeed.PASSWORD_GIVEN);
        return new Given(account, login, password);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, UUID> unclaimed() {
        var heads = new HashMap<UUID, UUID>();
        sql.sql(
                        """
                        select m.network_id, (array_agg(a.id order by m.since, a.id))[1] as account
                          from access.membership m join access.account a on a.id = m.account_id
                         where m.role = 'HEAD' and (m.until is null or m.until >= :today)
                         group by m.network_id having bool_and(a.password_to_choose)
                        """)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    heads.put(
                            row.getObject("network_id", UUID.class),
                            row.getObject("account", UUID.class));
                });
        return heads;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> login(UUID account) {
        return sql.sql("select login from access.account where id = :id")
                .param("id", account)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    private String free(String wished) {
        for (int n = 1; ; n++) {
            var login = n == 1 ? wished : wished + "." + n;
            if (sql.sql("select 1 from access.account where lower(login) = lower(:login)")
                    .param("login", login)
                    .query((_, _) -> 0)
                    .list()
                    .isEmpty()) return login;
        }
    }

    private String password() {
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++)
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        return password.toString();
    }
}

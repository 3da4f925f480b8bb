package fr.maillage.access.internal;

import fr.maillage.access.AccountOpened;
import fr.maillage.access.Role;
import fr.maillage.access.TeamAccounts;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.Sha256;
import fr.maillage.platform.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Accepting an invitation: whoever has the link chooses a login and a password, and the account
/// exists. Nobody is signed in: the structure is read in the link, and the line found by its
/// digest.
@Service
public class Acceptance {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final PasswordEncoder encoder;
    private final AccountHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Acceptance(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            PasswordEncoder encoder,
            AccountHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.encoder = encoder;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /// What a link leads to.
    enum State {
        OPEN,
        USED,
        EXPIRED,
        WITHDRAWN,
        UNKNOWN
    }

    /// @param displayName "" for an unknown link
    record Link(State state, String displayName, String invitedBy, @Nullable Role role) {}

    /// What is wrong, a sentence a field; null when nothing is.
    public record Refused(@Nullable String login, @Nullable String chosen, @Nullable String again) {
        /// Nothing was typed yet.
        static final Refused NOTHING = new Refused(null, null, null);

        public boolean none() {
            return login == null && chosen == null && again == null;
        }
    }

    private record Row(
            UUID id,
            Role role,
            String name,
            @Nullable UUID member,
            @Nullable UUID circle,
            @Nullable String rpps,
            LocalDate since,
            @Nullable LocalDate until,
            String invitedBy,
            Instant expires,
            boolean withdrawn,
            boolean accepted) {}

    private static final Link UNKNOWN = new Link(State.UNKNOWN, "", "", null);

    /// What this link is now.
    Link look(String token) {
        return inStructure(token, (_, secret) -> link(row(secret, ""))).orElse(UNKNOWN);
    }

    /// What became of an acceptance.
    sealed interface Accepted {
        /// The account is open.
        record Opened() implements Accepted {}

        /// Something typed is wrong: nothing was written.
        record Wrong(Refused refused) implements Accepted {}

        /// The link opens nothing, or no longer: `look` says why.
        record Dead() implements Accepted {}
    }

    /// Opens the account.
    Accepted accept(String token, String login, String chosen, String again) {
        return inStructure(
                        token,
                        (network, secret) ->
                                accept(network, row(secret, " for update"), login, chosen, again))
                .orElse(new Accepted.Dead());
    }

    private interface Work<T> {
        T in(NetworkId network, String secret);
    }

    private <T> Optional<T> inStructure(String token, Work<T> work) {
        var dot = token.indexOf('.');
        if (dot != 32 || token.length() > 200) return Optional.empty();
        var id =
                Ids.parse(
                        token.substring(0, 32)
                                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        if (id.isEmpty()) return Optional.empty();
        var network = new NetworkId(id.get());
        return Tenancy.of(network)
                .call(() ->
                        Optional.of(
                                Objects.requireNonNull(
                                        transaction.execute(
                                                _ -> work.in(network, token.substring(dot + 1))))));
    }

    /// @param lock " for update" for who will write
    private Optional<Row> row(String secret, String lock) {
        return sql.sql(
                        """
                        select id, role, display_name, member_id, circle_id, rpps, since, until, invited_by, expires_at,
                               withdrawn_at is not null as withdrawn, accepted_at is not null as accepted
                          from access.invitation where token_hash = :hash
                        """
                                + lock)
                .param("hash", Sha256.of(secret))
                .query((row, _) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("display_name"),
                row.getObject("member_id", UUID.class),
                row.getObject("circle_id", UUID.class),
                row.getString("rpps"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("invited_by"),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("withdrawn"),
                row.getBoolean("accepted"));
    }

    private Link link(Optional<Row> row) {
        return row.map(r -> new Link(state(r), r.name(), r.invitedBy(), r.role())).orElse(UNKNOWN);
    }

    private State state(Row row) {
        if (row.accepted()) return State.USED;
        if (row.withdrawn()) return State.WITHDRAWN;
        return row.expires().isAfter(clock.instant()) ? State.OPEN : State.EXPIRED;
    }

    private Accepted accept(
            NetworkId network, Optional<Row> found, String login, String chosen, String again) {
        if (found.isEmpty() || state(found.get()) != State.OPEN) return new Accepted.Dead();
        var typed = login.strip();
        var refused =
                new Refused(
                        !TeamAccounts.isLogin(typed)
                                ? AccessText.NOT_A_LOGIN
                                : taken(typed) ? AccessText.LOGIN_TAKEN : null,
                        ChosenPassword.weak(typed, chosen),
                        chosen.equals(again) ? null : AccessText.NOT_THE_SAME);
        if (!refused.none()) return new Accepted.Wrong(refused);
        open(network, found.get(), typed, chosen);
        return new Accepted.Opened();
    }

    private boolean taken(String login) {
        return sql.sql(
                        "select exists (select 1 from access.account where lower(login) ="
                                + " lower(:login))")
                .param("login", login)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private void open(NetworkId network, Row invitation, String login, String chosen) {
        var account = Ids.next();
        var now = Timestamp.from(clock.instant());
        sql.sql(
                        """
                        insert into access.account (id, login, password_hash, display_name, rpps, created_at)
                        values (:id, :login, :hash, :name, :rpps, :now)
                        """)
                .param("id", account)
                .param("login", login)
                .param("hash", encoder.encode(chosen))
                .param("name", invitation.name())
                .param("rpps", invitation.rpps())
                .param("now", now)
                .update();
        sql.sql(
                        """
                        insert into access.membership (account_id, role, network_id, member_id, since, until)
                        values (:account, :role, :network, :member, :since, :until)
                        """)
                .param("account", account)
                .param("role", invitation.role().name())
                .param("network", network.value())
                .param("member", invitation.member(), Types.OTHER)
                .param("since", invitation.since())
                .param("until", invitation.until(), Types.DATE)
                .update();
        sql.sql(
                        "update access.invitation set accepted_at = :now, account_id = :account"
                                + " where id = :id")
                .param("now", now)
                .param("account", account)
                .param("id", invitation.id())
                .update();
        history.note(account, invitation.name(), AccountDeed.OPENED);
        events.publishEvent(
                new AccountOpened(network, account, invitation.member(), invitation.circle()));
    }
}

package fr.maillage.access.internal;

import fr.maillage.access.Invitations;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Sha256;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class SqlInvitations implements Invitations {

    private static final int SECRET_BYTES = 24;

    private final JdbcClient sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SqlInvitations(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Issued invite(Invitee who, int days) {
        var inviter = SignedIn.current();
        var id = Ids.next();
        var secret = secret();
        var expires = clock.instant().plus(Duration.ofDays(days));
        try {
            sql.sql(
                            """
                            insert into access.invitation (id, role, display_name, email, member_id, circle_id, rpps, since, until,
                                                           token_hash, invited_by, invited_at, sent_at, expires_at)
                            values (:id, :role, :name, :email, :member, :circle, :rpps, :since, :until, :hash, :by, :now, :now, :expires)
                            """)
                    .param("id", id)
                    .param("role", who.role().name())
                    .param("name", who.displayName())
                    .param("email", who.email())
                    .param("member", who.member(), Types.OTHER)
                    .param("circle", who.circleLine(), Types.OTHER)
                    .param("rpps", who.rpps())
                    .param("since", who.since())
                    .param("until", who.until(), Types.DATE)
                    .param("hash", Sha256.of(secret))
                    .param("by", inviter.displayName())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("expires", Timestamp.from(expires))
                    .update();
        } catch (DuplicateKeyException _) {
            throw new AlreadyInvited();
        }
        return new Issued(
                id, who.displayName(), who.email(), path(inviter.network(), secret), expires);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> accountOf(String rpps) {
        return sql.sql(
                        "select id from access.account where rpps = :rpps and disabled_at is null"
                                + " order by id limit 1")
                .param("rpps", rpps)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    @Override
    public void admit(UUID account, NetworkId network, LocalDate since, @Nullable LocalDate until) {
        sql.sql(
                        """
                        insert into access.membership (account_id, role, network_id, since, until)
                        select :account, 'PROFESSIONAL', :network, :since, :until
                         where not exists (select 1 from access.membership where account_id = :account and network_id = :network
                                            and role = 'PROFESSIONAL' and (until is null or until >= :since))
                        """)
                .param("account", account)
                .param("network", network.value())
                .param("since", since)
                .param("until", until, Types.DATE)
                .update();
    }

    @Override
    public Issued again(UUID invitation, int days) {
        var secret = secret();
        var expires = clock.instant().plus(Duration.ofDays(days));
        return sql.sql(
                        """
                        update access.invitation set token_hash = :hash, sent_at = :now, expires_at = :expires, mail_id = null
                         where id = :id and accepted_at is null and withdrawn_at is null
                        returning display_name, email
                        """)
                .param("hash", Sha256.of(secret))
                .param("now", Timestamp.from(clock.instant()))
                .param("expires", Timestamp.from(expires))
                .param("id", invitation)
                .query((row, _) ->
                        new Issued(
                                invitation,
                                row.getString("display_name"),
                                row.getString("email"),
                                path(SignedIn.current().network(), secret),
                                expires))
                .optional()
                .orElseThrow(() -> new NotFound("invitation", invitation));
    }

    @Override
    public void mailed(UUID invitation, UUID mail) {
        sql.sql("update access.invitation set mail_id = :mail where id = :id")
                .param("mail", mail)
                .param("id", invitation)
                .update();
    }

    @Override
    public void withdraw(UUID invitation) {
        var n =
                sql.sql(
                                "update access.invitation set withdrawn_at = :now where id = :id"
                                        + " and accepted_at is null and withdrawn_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", invitation)
                        .update();
        if (n == 0) throw new NotFound("invitation", invitation);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Pending> pending() {
        return sql.sql(
                        """
                        select id, display_name, email, role, invited_by, sent_at, expires_at, mail_id, member_id from access.invitation
                         where accepted_at is null and withdrawn_at is null order by sent_at desc, id limit 200
                        """)
                .query((row, _) -> pending(row))
                .list();
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("invited_by"),
                row.getTimestamp("sent_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getObject("mail_id", UUID.class),
                row.getObject("member_id", UUID.class));
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The structure stands in the link: the line is read in its context and no other.
    private static String path(NetworkId network, String secret) {
        return "/invitation/" + network.value().toString().replace("-", "") + "." + secret;
    }
}

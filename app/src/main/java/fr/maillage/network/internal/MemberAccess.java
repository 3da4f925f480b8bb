package fr.maillage.network.internal;

import fr.maillage.access.Role;
import fr.maillage.access.TeamAccounts;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PersonName;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Members of a team sign in once the head opened them an access: an account whose first password
/// is told once, to be handed over in person.
@Service
@Transactional
class MemberAccess {

    private final JdbcClient sql;
    private final TeamAccounts accounts;
    private final Clock clock;

    MemberAccess(JdbcClient sql, TeamAccounts accounts, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Member(
            UUID network, String family, String given, String function, @Nullable UUID account) {}

    private Member member(UUID id) {
        return sql.sql(
                        """
                        select network_id, family_name, given_name, function, account_id from network.team_member
                         where id = :id and (until is null or until >= :today)
                        """)
                .param("id", id)
                .param("today", LocalDate.now(clock))
                .query((row, _) ->
                        new Member(
                                row.getObject("network_id", UUID.class),
                                row.getString("family_name"),
                                row.getString("given_name"),
                                row.getString("function"),
                                row.getObject("account_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("membre", id));
    }

    /// The login of a member; empty when nobody opened them an access yet.
    @Transactional(readOnly = true)
    public Optional<String> login(UUID id) {
        return sql.sql(
                        "select account_id from network.team_member where id = :id and account_id is not null")
                .param("id", id)
                .query((row, _) -> row.getObject("account_id", UUID.class))
                .optional()
                .flatMap(accounts::login);
    }

    /// Opens an access, or gives a new password to whoever lost theirs. Throws `NotFound` for a
    /// member who left, or of another structure.
    TeamAccounts.Given give(UUID id) {
        var member = member(id);
        var network = new NetworkId(member.network());
        var account = member.account();
        if (account != null) return accounts.renew(account, network);
        var name = (member.given() + " " + member.family()).strip();
        var given =
                accounts.open(
                        PersonName.searchKey(name).replace(' ', '.'),
                        (member.given()
                                        + " "
                                        + member.family().toUpperCase(java.util.Locale.FRENCH))
                                .strip(),
                        role(member.function()),
                        network,
                        id,
                        LocalDate.now(clock));
        sql.sql("update network.team_member set account_id = :account where id = :id")
                .param("account", given.account())
                .param("id", id)
                .update();
        return given;
    }

    /// What a function of the team opens: whoever evaluates and coordinates sees files, whoever
    /// directs sees names and figures.
    static Role role(String function) {
        return switch (function) {
            case "SECRETARY" -> Role.SECRETARY;
            case "DOCTOR" -> Role.DOCTOR;
            case "HEAD", "INSTITUTIONAL_COORDINATOR" -> Role.HEAD;
            default -> Role.COORDINATOR;
        };
    }
}

package fr.maillage.access.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accounts and their memberships. They belong to no structure: read before any context is known.
@Component
class Accounts implements UserDetailsService {

    private final JdbcClient sql;
    private final Clock clock;

    Accounts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record AccountRow(
            UUID id,
            String login,
            String passwordHash,
            String displayName,
            @Nullable String rpps) {}

    record MembershipRow(
            String role,
            @Nullable UUID networkId,
            @Nullable String regionCode,
            @Nullable UUID patientId,
            @Nullable UUID memberId) {}

    /// A person of the demonstration, for the sign-in page.
    public record DemonstrationPerson(
            String login, String displayName, Role role, @Nullable String note) {}

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String login) {
        var account =
                sql.sql(
                                """
                                select id, login, password_hash, display_name, rpps from access.account
                                where lower(login) = lower(:login) and disabled_at is null
                                """)
                        .param("login", login.strip())
                        .query(DataClassRowMapper.newInstance(AccountRow.class))
                        .optional()
                        .orElseThrow(() -> new UsernameNotFoundException("no such account"));
        var memberships = memberships(account.id());
        if (memberships.isEmpty()) throw new UsernameNotFoundException("no right left");
        var role = Role.valueOf(memberships.getFirst().role());
        var networks = new HashSet<UUID>();
        var regions = new HashSet<String>();
        UUID member = null;
        UUID patient = null;
        for (var membership : memberships) {
            if (!membership.role().equals(role.name()))
                continue; // one role at a time: the first is the one signed in with
            if (membership.networkId() != null) networks.add(membership.networkId());
            if (membership.regionCode() != null) regions.add(membership.regionCode());
            if (membership.memberId() != null) member = membership.memberId();
            if (membership.patientId() != null) patient = membership.patientId();
        }
        return new SignedIn(
                account.id(),
                account.login(),
                account.passwordHash(),
                account.displayName(),
                role,
                networks,
                regions,
                member,
                patient,
                account.rpps());
    }

    private List<MembershipRow> memberships(UUID account) {
        return sql.sql(
                        """
                        select role, network_id, region_code, patient_id, member_id from access.membership
                        where account_id = :account and since <= :today and (until is null or until >= :today)
                        order by since, id
                        """)
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query(DataClassRowMapper.newInstance(MembershipRow.class))
                .list();
    }

    @Transactional
    void signedIn(UUID account) {
        sql.sql("update access.account set last_sign_in_at = :at where id = :id")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", account)
                .update();
    }

    /// The people of the demonstration, by role then name; empty on a real installation.
    @Transactional(readOnly = true)
    public List<DemonstrationPerson> demonstrationPeople() {
        return sql.sql(
                        """
                        select distinct on (m.role, a.display_name collate "fr-x-icu") a.login, a.display_name, m.role, a.demonstration_note as note
                        from access.account a join access.membership m on m.account_id = a.id
                        where a.demonstration and a.demonstration_note is not null and a.disabled_at is null
                          and exists (select 1 from platform.installation where demonstration)
                        order by m.role, a.display_name collate "fr-x-icu"
                        """)
                .query(DataClassRowMapper.newInstance(DemonstrationPerson.class))
                .list();
    }
}

package fr.maillage.access.internal;

import fr.maillage.access.Memberships;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Accounts and their memberships. They belong to no structure: read before any context is known,
/// and again at every request of a session, so that a right withdrawn is lost at once.
@Component
class Accounts implements UserDetailsService, Memberships {

    private static final String RIGHTS =
            """
            select a.id, a.login, a.password_hash, a.display_name, a.rpps, m.role, m.network_id, m.region_code, m.patient_id, m.member_id
            from access.account a join access.membership m on m.account_id = a.id
            where a.disabled_at is null and m.since <= :today and (m.until is null or m.until >= :today)
            """;

    private final JdbcClient sql;
    private final Clock clock;

    Accounts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            String login,
            String passwordHash,
            String displayName,
            @Nullable String rpps,
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
        return signedIn(
                        sql.sql(
                                        RIGHTS
                                                + " and lower(a.login) = lower(:login) order by"
                                                + " m.since, m.id")
                                .param("login", login.strip())
                                .param("today", LocalDate.now(clock))
                                .query(DataClassRowMapper.newInstance(Row.class))
                                .list())
                .orElseThrow(
                        () -> new UsernameNotFoundException("no such account, or no right left"));
    }

    /// The same person in the same role with the rights they have now; empty when the account is
    /// closed or nothing is left of that role.
    @Transactional(readOnly = true)
    public Optional<SignedIn> now(SignedIn then) {
        return signedIn(
                sql.sql(RIGHTS + " and a.id = :id and m.role = :role order by m.since, m.id")
                        .param("id", then.accountId())
                        .param("role", then.role().name())
                        .param("today", LocalDate.now(clock))
                        .query(DataClassRowMapper.newInstance(Row.class))
                        .list());
    }

    private static Optional<SignedIn> signedIn(List<Row> rows) {
        if (rows.isEmpty()) return Optional.empty();
        var account = rows.getFirst();
        var networks = new HashSet<UUID>();
        var regions = new HashSet<String>();
        UUID member = null;
        UUID patient = null;
        for (var right : rows) {
            if (!right.role().equals(account.role()))
                continue; // one role at a time: the first is the one signed in with
            if (right.networkId() != null) networks.add(right.networkId());
            if (right.regionCode() != null) regions.add(right.regionCode());
            if (right.memberId() != null) member = right.memberId();
            if (right.patientId() != null) patient = right.patientId();
        }
        return Optional.of(
                new SignedIn(
                        account.id(),
                        account.login(),
                        account.passwordHash(),
                        account.displayName(),
                        Role.valueOf(account.role()),
                        networks,
                        regions,
                        member,
                        patient,
                        account.rpps()));
    }

    @Override
    @Transactional
    public void until(UUID member, @Nullable LocalDate lastDay) {
        if (lastDay != null)
            sql.sql("delete from access.membership where member_id = :member and since > :day")
                    .param("member", member)
                    .param("day", lastDay)
                    .update();
        sql.sql("update access.membership set until = :day where member_id = :member")
                .param("day", lastDay, Types.DATE)
                .param("member", member)
                .update();
    }

    @Override
    @Transactional
    public void become(UUID member, Role role, LocalDate since) {
        // begun today under another role: corrected, not ended before it began
        sql.sql(
                        "update access.membership set role = :role where member_id = :member and"
                                + " since >= :since and role <> :role")
                .param("role", role.name())
                .param("member", member)
                .param("since", since)
                .update();
        sql.sql(
                        """
                        with ended as (
                          update access.membership set until = cast(:since as date) - 1
                           where member_id = :member and role <> :role and since < :since and (until is null or until >= :since)
                          returning account_id, network_id, member_id, until)
                        insert into access.membership (account_id, role, network_id, member_id, since)
                        select distinct account_id, :role, network_id, member_id, cast(:since as date) from ended
                        """)
                .param("role", role.name())
                .param("member", member)
                .param("since", since)
                .update();
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

package fr.maillage.network.internal.team;

import fr.maillage.access.Invitations;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.TeamSafety;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.platform.Mails;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Accounts and invitations as the head reads them.
@Component
@Transactional(readOnly = true)
class AccountScreens {

    private static final int PAGE = 50;
    private static final int EVENTS = 30;

    private final TeamSafety safety;
    private final Invitations invitations;
    private final Networks networks;
    private final Mails mails;
    private final Clock clock;

    AccountScreens(
            TeamSafety safety,
            Invitations invitations,
            Networks networks,
            Mails mails,
            Clock clock) {
        this.safety = safety;
        this.invitations = invitations;
        this.networks = networks;
        this.mails = mails;
        this.clock = clock;
    }

    AccountsPage accounts(@Nullable Role role, boolean unusedOnly, int page) {
        var network = SignedIn.current().network();
        var days = networks.setting(Setting.UNUSED_ACCOUNT_DAYS, null);
        var found =
                safety.accounts(
                        network,
                        new TeamSafety.Asked(
                                role == null ? Set.of() : Set.of(role),
                                unusedOnly ? unused(days) : null,
                                page * PAGE,
                                PAGE));
        return new AccountsPage(
                role == null ? "" : role.name(),
                unusedOnly,
                days,
                safety.holders(network, LocalDate.now(clock)).stream()
                        .sorted(Comparator.comparing(TeamSafety.Holders::role))
                        .map(h ->
                                new AccountsPage.Choice(
                                        h.role().name(), h.role().label(), h.people()))
                        .toList(),
                found.accounts().stream().map(a -> line(a, days)).toList(),
                found.total(),
                invitations(),
                page == 0 ? null : address(role, unusedOnly, page - 1),
                (page + 1) * PAGE < found.total() ? address(role, unusedOnly, page + 1) : null);
    }

    private static String address(@Nullable Role role, boolean unusedOnly, int page) {
        return "/reglages/equipe/comptes?page="
                + page
                + (role == null ? "" : "&role=" + role.name())
                + (unusedOnly ? "&inutilises=1" : "");
    }

    /// One account. Throws `NotFound` when it has no right in the structure.
    AccountPage account(UUID id) {
        var who = SignedIn.current();
        var account =
                safety.account(who.network(), id).orElseThrow(() -> new NotFound("compte", id));
        return new AccountPage(
                line(account, networks.setting(Setting.UNUSED_ACCOUNT_DAYS, null)),
                who.accountId().equals(id),
                safety.events(who.network(), id, EVENTS).stream()
                        .map(e ->
                                new AccountPage.Event(
                                        FrenchDates.exact(e.at()), e.what(), e.actor()))
                        .toList());
    }

    private Instant unused(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private AccountsPage.Line line(TeamSafety.Account account, int days) {
        var today = LocalDate.now(clock);
        return new AccountsPage.Line(
                account.id().toString(),
                account.name(),
                account.login(),
                account.role().label(),
                "depuis le "
                        + FrenchDates.date(account.since())
                        + (account.until() == null
                                ? ""
                                : ", jusqu’au " + FrenchDates.date(account.until())),
                TeamText.lastSignIn(account.lastSignIn(), today),
                Objects.requireNonNullElse(account.lastSignIn(), account.createdAt())
                        .isBefore(unused(days)),
                account.sessions(),
                TeamText.factor(account.codes(), account.passkeys()),
                account.factor());
    }

    private List<AccountsPage.Invitation> invitations() {
        var pending = invitations.pending();
        var outcomes =
                mails.outcomes(pending.stream().flatMap(p -> Stream.ofNullable(p.mail())).toList());
        return pending.stream()
                .map(p -> invitation(p, p.mail() == null ? null : outcomes.get(p.mail())))
                .toList();
    }

    /// @param mail what became of its mail, null when it was handed over
    private AccountsPage.Invitation invitation(
            Invitations.Pending pending, Mails.@Nullable Outcome mail) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        return new AccountsPage.Invitation(
                pending.id().toString(),
                pending.displayName(),
                pending.email() == null ? "sans adresse" : pending.email(),
                pending.role().label(),
                pending.invitedBy(),
                FrenchDates.relative(pending.sentAt(), today),
                TeamText.expiry(pending.expiresAt(), now),
                !pending.expiresAt().isAfter(now),
                TeamText.mail(mail));
    }
}

package fr.maillage.network.internal.team;

import fr.maillage.access.AccountOpened;
import fr.maillage.access.Invitations.Invitee;
import fr.maillage.access.Invitations.Issued;
import fr.maillage.access.Invitations;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.network.internal.Members;
import fr.maillage.platform.Mails;
import fr.maillage.platform.PublicAddress;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Invites members of the team, and binds their account to their line once they accept.
@Service
public class InvitationService {

    private final JdbcClient sql;
    private final Members members;
    private final Invitations invitations;
    private final Networks networks;
    private final Mails mails;
    private final PublicAddress address;
    private final Clock clock;

    InvitationService(
            JdbcClient sql,
            Members members,
            Invitations invitations,
            Networks networks,
            Mails mails,
            PublicAddress address,
            Clock clock) {
        this.sql = sql;
        this.members = members;
        this.invitations = invitations;
        this.networks = networks;
        this.mails = mails;
        this.address = address;
        this.clock = clock;
    }

    /// Adds somebody to the team and invites them. Refuses by [FormRefused].
    @Transactional
    Issued inviteNew(Sent form) {
        var email = form.value("email").strip();
        if (!email.isEmpty()) alone(email, form.errors());
        FormRefused.unless(form.errors());
        return invite(members.add(form), form.errors());
    }

    /// Invites somebody of the team who has no account yet. Refuses by [FormRefused].
    @Transactional
    Issued inviteMember(UUID member) {
        return invite(member, new FormErrors());
    }

    private void alone(String email, FormErrors errors) {
        sql.sql(
                        """
                        select given_name || ' ' || upper(family_name) from network.team_member
                         where lower(email) = lower(:email) and (until is null or until >= :today) limit 1
                        """)
                .param("email", email)
                .param("today", LocalDate.now(clock))
                .query((row, _) -> row.getString(1))
                .optional()
                .ifPresent(name -> errors.add("email", TeamText.ALREADY_THERE.formatted(name)));
        if (invitations.pending().stream().anyMatch(p -> email.equalsIgnoreCase(p.email())))
            errors.add("email", TeamText.ALREADY_INVITED);
    }

    private record Line(
            String family,
            String given,
            String function,
            @Nullable String email,
            @Nullable UUID account,
            LocalDate since,
            @Nullable LocalDate until) {}

    private Issued invite(UUID member, FormErrors errors) {
        var line =
                sql.sql(
                                """
                                select family_name, given_name, function, email, account_id, since, until from network.team_member
                                 where id = :id and (until is null or until >= :today)
                                """)
                        .param("id", member)
                        .param("today", LocalDate.now(clock))
                        .query((row, _) ->
                                new Line(
                                        row.getString("family_name"),
                                        row.getString("given_name"),
                                        row.getString("function"),
                                        row.getString("email"),
                                        row.getObject("account_id", UUID.class),
                                        row.getObject("since", LocalDate.class),
                                        row.getObject("until", LocalDate.class)))
                        .optional()
                        .orElseThrow(() -> new NotFound("membre", member));
        if (line.account() != null) errors.add("email", TeamText.HAS_ACCOUNT);
        FormRefused.unless(errors);
        try {
            return invitations.invite(
                    new Invitee(
                            (line.given() + " " + line.family().toUpperCase(Locale.FRENCH)).strip(),
                            line.email(),
                            Members.role(line.function()),
                            member,
                            null,
                            null,
                            line.since(),
                            line.until()),
                    networks.setting(Setting.INVITATION_DAYS, null));
        } catch (Invitations.AlreadyInvited _) {
            throw new FormRefused(errors.add("email", TeamText.ALREADY_INVITED));
        }
    }

    /// Another link for an invitation. Throws `NotFound`.
    @Transactional
    Issued again(UUID invitation) {
        return invitations.again(invitation, networks.setting(Setting.INVITATION_DAYS, null));
    }

    @Transactional
    void withdraw(UUID invitation) {
        invitations.withdraw(invitation);
    }

    /// What is left to do with a link.
    ///
    /// @param link the whole address, told once
    public record Handed(Issued issued, String link, Mails.Outcome outcome) {
        @Override
        public String toString() {
            return "Handed[" + issued + "]";
        }
    }

    /// Sends the link by mail where there is an address and a server; outside the transaction that
    /// made it, so that what a server takes is an invitation that exists.
    public Handed hand(Issued issued) {
        var link = address.of(issued.path());
        var email = issued.email();
        if (email == null || !mails.configured())
            return new Handed(issued, link, Mails.Outcome.NOT_CONFIGURED);
        var inviter = SignedIn.current();
        var structure = networks.get(inviter.network()).name();
        var sent =
                mails.send(
                        email,
                        TeamText.subject(structure),
                        TeamText.invitation(
                                issued.displayName(),
                                inviter.displayName(),
                                structure,
                                link,
                                LocalDate.ofInstant(issued.expires(), FrenchDates.PARIS)));
        invitations.mailed(issued.id(), sent.mail());
        return new Handed(issued, link, sent.outcome());
    }

    /// In the transaction of the acceptance, under the structure that invited.
    @EventListener
    void opened(AccountOpened opened) {
        if (opened.member() == null) return;
        sql.sql("update network.team_member set account_id = :account where id = :id")
                .param("account", opened.account())
                .param("id", opened.member())
                .update();
    }
}

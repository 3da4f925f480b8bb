package fr.maillage.casefile.internal;

import fr.maillage.access.AccountOpened;
import fr.maillage.access.Invitations;
import fr.maillage.access.Invitations.Invitee;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.access.Trail.Action;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.platform.PublicAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/// Accounts of the professionals of a circle. The right lasts as long as the line: a locum's ends
/// with the replacement. The link is always handed over by the team, never mailed: the address of a
/// professional stands on the file of a person.
@Service
@Transactional
class CircleAccess {

    private final JdbcClient sql;
    private final CircleService circle;
    private final Invitations invitations;
    private final Networks networks;
    private final PublicAddress address;
    private final Trail trail;
    private final Clock clock;

    CircleAccess(
            JdbcClient sql,
            CircleService circle,
            Invitations invitations,
            Networks networks,
            PublicAddress address,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.circle = circle;
        this.invitations = invitations;
        this.networks = networks;
        this.address = address;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param link to be handed over, null when none was needed or possible; the sentence says why
    record Opened(String name, @Nullable String link, String sentence) {
        @Override
        public String toString() {
            return "Opened[]";
        }
    }

    Opened invite(PatientId patient, UUID id) {
        var line = circle.line(patient, id);
        var today = LocalDate.now(clock);
        if (!line.kind().equals("PROFESSIONNEL") || !line.current(today))
            return new Opened(line.name(), null, CircleText.NOT_INVITED);
        trail.wrote(Action.UPDATE, patient, "CERCLE", id);
        var known = line.rpps() == null ? null : invitations.accountOf(line.rpps()).orElse(null);
        if (known != null) {
            invitations.admit(known, SignedIn.current().network(), today, line.until());
            bind(known, id);
            return new Opened(line.name(), null, CircleText.HAS_ACCOUNT);
        }
        if (hasAccount(id)) return new Opened(line.name(), null, CircleText.HAS_ACCOUNT);
        var issued =
                invitations.invite(
                        new Invitee(
                                line.name(),
                                null,
                                Role.PROFESSIONAL,
                                null,
                                id,
                                line.rpps(),
                                today,
                                line.until()),
                        networks.setting(Setting.INVITATION_DAYS, null));
        return new Opened(line.name(), address.of(issued.path()), CircleText.LINK);
    }

    private boolean hasAccount(UUID line) {
        return sql.sql(
                        "select exists (select 1 from casefile.care_team where id = :id and"
                                + " account_id is not null)")
                .param("id", line)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// In the transaction of the acceptance, under the structure that invited.
    @EventListener
    void opened(AccountOpened opened) {
        if (opened.circleLine() != null) bind(opened.account(), opened.circleLine());
    }

    private void bind(UUID account, UUID line) {
        sql.sql("update casefile.care_team set account_id = :account where id = :id")
                .param("account", account)
                .param("id", line)
                .update();
    }
}

package fr.maillage.access;

import fr.maillage.kernel.AccountId;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.Tenancy;
import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/// The person at the screen, as read at sign-in.
///
/// @param networks structures whose files may be opened; one for the team, several for a GP
/// @param regions regions whose publications may be read (agency)
/// @param memberId the line of the team (`network.team_member`), for the team
/// @param patientId the person whose plan is read, for the patient or the carer
/// @param rpps national number of a professional, when known
public record SignedIn(
        UUID accountId,
        String login,
        String passwordHash,
        String displayName,
        Role role,
        Set<UUID> networks,
        Set<String> regions,
        @Nullable UUID memberId,
        @Nullable UUID patientId,
        @Nullable String rpps)
        implements UserDetails {

    @Serial private static final long serialVersionUID = 1L;

    public SignedIn {
        networks = Set.copyOf(networks);
        regions = Set.copyOf(regions);
    }

    /// Who is signed in on this thread; empty for the application itself and for visitors.
    public static Optional<SignedIn> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /// Who is signed in. Throws `IllegalStateException` when nobody is: the page lacks an access
    /// rule.
    public static SignedIn current() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /// Somebody whose long work goes on without them: what they asked for is written under their
    /// name. The rights were asked when it was started.
    public static SignedIn atWork(
            UUID accountId, String displayName, Role role, NetworkId network) {
        return new SignedIn(
                accountId,
                "",
                "",
                displayName,
                role,
                Set.of(network.value()),
                Set.of(),
                null,
                null,
                null);
    }

    /// Runs `work` on this thread as this person: who acts, and what transactions may see.
    public void run(Runnable work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(this, null, getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            tenancy().run(work);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /// « Claire DUMONT (coordonnateur d’appui) », as it stands in the trail.
    public String actor() {
        return displayName + " (" + role.label() + ")";
    }

    /// What this person's transactions may see; writes go to the one structure, when there is only
    /// one.
    public Tenancy tenancy() {
        var readable = networks.stream().map(NetworkId::new).collect(Collectors.toSet());
        var acting = readable.size() == 1 ? readable.iterator().next() : null;
        var published = role == Role.NATIONAL ? Set.of(Tenancy.EVERY_REGION) : regions;
        return new Tenancy(readable, acting, published, new AccountId(accountId));
    }

    /// The structure this member of a team works in. Throws when there is not exactly one.
    public NetworkId network() {
        if (networks.size() != 1) throw new IllegalStateException("not a member of one structure");
        return new NetworkId(networks.iterator().next());
    }

    /// The team member's own line. Throws for somebody who is not of the team.
    public UUID member() {
        if (memberId == null) throw new IllegalStateException("not a member of a team");
        return memberId;
    }

    /// The person whose plan this account reads. Throws for anybody but a patient or carer.
    public PatientId patient() {
        if (patientId == null) throw new IllegalStateException("not a patient's account");
        return new PatientId(patientId);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public String toString() {
        return "SignedIn[" + accountId + ", " + role + "]";
    }
}

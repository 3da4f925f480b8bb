package fr.maillage.access;

import fr.maillage.kernel.NetworkId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The accounts of a structure as its head keeps them: who may sign in, when they last did, with
/// what, and ending it at once. Every act is traced. An account without a right in the structure is
/// `NotFound`.
public interface TeamSafety {

    /// Accounts with a right in the structure today or to come, by role then name.
    Found accounts(NetworkId network, Asked asked);

    /// How many hold each role in the structure on `day`.
    List<Holders> holders(NetworkId network, LocalDate day);

    /// How many accounts of these roles (of all when empty) have no second factor on `day`; those
    /// that everybody shares are left out, since they never have one.
    int withoutFactor(NetworkId network, Set<Role> roles, LocalDate day);

    /// One of them.
    Optional<Account> account(NetworkId network, UUID account);

    /// What was done to an account, the latest first, at most `limit`.
    List<Event> events(NetworkId network, UUID account, int limit);

    /// Ends every session of an account, at its next request. Returns how many were open.
    int endSessions(NetworkId network, UUID account);

    /// Takes the second factors of somebody who lost them away: the next sign-in asks the password
    /// alone, and another factor where the structure compels. Ends the sessions.
    void resetFactors(NetworkId network, UUID account);

    /// Which accounts, and which of them are shown.
    ///
    /// @param roles only those who hold one of them; all when empty
    /// @param unusedSince only those who did not sign in since then, nor were opened since; all
    ///   when null
    record Asked(Set<Role> roles, @Nullable Instant unusedSince, int offset, int limit) {}

    /// @param total how many there are, those not shown included
    record Found(List<Account> accounts, int total) {}

    /// @param until last day of the right, null when it has none
    /// @param sessions open now
    /// @param codes whether one-time codes are enrolled
    /// @param passkeys how many
    record Account(
            UUID id,
            String login,
            String name,
            Role role,
            @Nullable UUID member,
            LocalDate since,
            @Nullable LocalDate until,
            Instant createdAt,
            @Nullable Instant lastSignIn,
            int sessions,
            boolean codes,
            int passkeys) {

        /// Whether there is a second factor.
        public boolean factor() {
            return codes || passkeys > 0;
        }
    }

    /// @param neverSignedIn how many of them never signed in
    record Holders(Role role, int people, int neverSignedIn) {}

    /// @param what a code of `AccountDeed`, in words
    record Event(Instant at, String actor, String what) {}
}

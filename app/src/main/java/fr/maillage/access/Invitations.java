package fr.maillage.access;

import fr.maillage.kernel.NetworkId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Accounts by invitation: a link that serves once, told to one person. Call in a transaction of
/// the structure that invites.
public interface Invitations {

    /// Invites. The secret is told here and kept nowhere.
    ///
    /// @param days after which the link is dead
    /// @throws AlreadyInvited when an invitation to the same address or of the same member is open
    Issued invite(Invitee invitee, int days);

    /// The account that this professional already has, if any: another structure's GP needs no
    /// second one.
    Optional<UUID> accountOf(String rpps);

    /// Gives an existing account of a professional its right in a structure.
    void admit(UUID account, NetworkId network, LocalDate since, @Nullable LocalDate until);

    /// Makes another link for an invitation nobody accepted; the former is dead. Throws `NotFound`
    /// when there is none, or it was accepted or withdrawn.
    Issued again(UUID invitation, int days);

    /// Notes by which mail the link left.
    void mailed(UUID invitation, UUID mail);

    /// Withdraws an invitation nobody accepted: its link is dead. Throws `NotFound`.
    void withdraw(UUID invitation);

    /// Invitations that nobody accepted, the latest first.
    List<Pending> pending();

    /// @param member line of the team, for the team
    /// @param circleLine line of a circle of care, for its member
    /// @param rpps national number, when known
    /// @param until last day of the right: a locum
    record Invitee(
            String displayName,
            @Nullable String email,
            Role role,
            @Nullable UUID member,
            @Nullable UUID circleLine,
            @Nullable String rpps,
            LocalDate since,
            @Nullable LocalDate until) {
        @Override
        public String toString() {
            return "Invitee[" + role + "]";
        }
    }

    /// @param path of the link, secret included
    record Issued(
            UUID id, String displayName, @Nullable String email, String path, Instant expires) {
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    /// @param mail by which it left, null when it was handed over
    record Pending(
            UUID id,
            String displayName,
            @Nullable String email,
            Role role,
            String invitedBy,
            Instant sentAt,
            Instant expiresAt,
            @Nullable UUID mail,
            @Nullable UUID member) {}

    /// An invitation to the same address, or of the same member of the team, is still open.
    final class AlreadyInvited extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public AlreadyInvited() {
            super("an invitation is open", null, false, false);
        }
    }
}

package fr.maillage.network.internal.team;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Accounts of the structure, and invitations nobody accepted yet.
///
/// @param role the role asked for, "" for all
/// @param unusedDays days without a sign-in after which an account is marked
/// @param previous address of the page before, null on the first
public record AccountsPage(
        String role,
        boolean unusedOnly,
        int unusedDays,
        List<Choice> roles,
        List<Line> lines,
        int total,
        List<Invitation> invitations,
        @Nullable String previous,
        @Nullable String next) {

    /// A role and how many hold it.
    public record Choice(String value, String label, int people) {}

    /// @param unused without a sign-in for too long
    public record Line(
            String id,
            String name,
            String login,
            String role,
            String dates,
            String lastSignIn,
            boolean unused,
            int sessions,
            String factor,
            boolean hasFactor) {}

    /// @param mail what became of its mail, or that it was handed over
    public record Invitation(
            String id,
            String name,
            String email,
            String role,
            String by,
            String sent,
            String expiry,
            boolean expired,
            String mail) {}
}

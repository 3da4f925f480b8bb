package fr.maillage.access;

import fr.maillage.kernel.NetworkId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How members of a team come to sign in. The password given is told once and kept nowhere in
/// clear; its holder chooses another at the first sign-in. Call in a transaction.
public interface TeamAccounts {

    /// Makes an account and its right in a structure.
    ///
    /// @param wished the login wished; another close to it when somebody has it already
    /// @param member line of the team; null for who is of none
    Given open(
            String wished,
            String displayName,
            Role role,
            NetworkId network,
            @Nullable UUID member,
            LocalDate since);

    /// Gives a new password to the member of a structure whose account it is. Throws `NotFound`
    /// when the account has no right there: nobody changes the password of another structure's
    /// people.
    Given renew(UUID account, NetworkId network);

    /// Structures none of whose heads ever chose a password, with the account of the first of them:
    /// nobody of theirs can let anybody in.
    Map<UUID, UUID> unclaimed();

    /// The login of an account.
    Optional<String> login(UUID account);

    /// Whether `login` may be one: 3 to 40 letters, digits, dots and hyphens.
    static boolean isLogin(String login) {
        return login.matches("[\\p{L}0-9][\\p{L}0-9.-]{1,38}[\\p{L}0-9]");
    }

    /// @param password to be told at once
    record Given(UUID account, String login, String password) {
        @Override
        public String toString() {
            return "Given[" + account + "]";
        }
    }
}

package fr.maillage.kernel;

import java.util.Optional;
import java.util.UUID;

/// Somebody who may sign in.
public record AccountId(UUID value) {
    /// A new one, later in order than those given before.
    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    /// Reads an address or a form field; empty when it is not an identifier.
    public static Optional<AccountId> parse(String text) {
        return Ids.parse(text).map(AccountId::new);
    }

    /// The identifier alone, as it stands in addresses.
    @Override
    public String toString() {
        return value.toString();
    }
}

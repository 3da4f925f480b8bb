package fr.maillage.kernel;

import java.util.Optional;
import java.util.UUID;

/// The legal structure that holds the files, i.e. the tenant.
public record NetworkId(UUID value) {
    /// A new one, later in order than those given before.
    public static NetworkId next() {
        return new NetworkId(Ids.next());
    }

    /// Reads an address or a form field; empty when it is not an identifier.
    public static Optional<NetworkId> parse(String text) {
        return Ids.parse(text).map(NetworkId::new);
    }

    /// The identifier alone, as it stands in addresses.
    @Override
    public String toString() {
        return value.toString();
    }
}

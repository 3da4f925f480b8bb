package fr.maillage.kernel;

import java.util.Optional;
import java.util.UUID;

/// The file of a person in one structure.
public record PatientId(UUID value) {
    /// A new one, later in order than those given before.
    public static PatientId next() {
        return new PatientId(Ids.next());
    }

    /// Reads an address or a form field; empty when it is not an identifier.
    public static Optional<PatientId> parse(String text) {
        return Ids.parse(text).map(PatientId::new);
    }

    /// The identifier alone, as it stands in addresses.
    @Override
    public String toString() {
        return value.toString();
    }
}

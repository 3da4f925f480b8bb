package fr.maillage.network;

import java.util.List;
import java.util.UUID;

/// Somebody leaves and what they held goes to others: every module moves what it keeps, in the same
/// transaction.
///
/// @param parts persons, each with their new référent
/// @param rest who receives what is about none of these persons
public record CaseloadHandedOver(UUID from, List<Part> parts, UUID rest) {

    public CaseloadHandedOver {
        parts = List.copyOf(parts);
    }

    /// The persons, for a statement that moves everything at once: `unnest(:patients, :receivers)`.
    public UUID[] patients() {
        return parts.stream().map(Part::patient).toArray(UUID[]::new);
    }

    /// The new référent of each, in the order of [#patients].
    public UUID[] receivers() {
        return parts.stream().map(Part::to).toArray(UUID[]::new);
    }

    /// A person, once, and who follows them from now on.
    public record Part(UUID patient, UUID to) {}
}

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

    /// A person and who follows them from now on.
    public record Part(UUID patient, UUID to) {}
}

package fr.maillage.agenda.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/// Lists as PostgreSQL reads them after a cast: a statement stays one, whatever the length.
final class SqlArrays {

    private SqlArrays() {}

    /// For `cast(:x as uuid[])`.
    static String of(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /// For `cast(:x as timestamptz[])`.
    static String ofInstants(Collection<Instant> instants) {
        return instants.stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}"));
    }
}

package fr.maillage.registry.internal.sheet;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who a structure of the register is.
public record Structure(
        UUID id,
        @Nullable UUID owner,
        String name,
        String typeCode,
        String type,
        @Nullable String level,
        String region,
        String provenance,
        @Nullable String source,
        boolean entrance,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        int version) {

    boolean open(LocalDate day) {
        return (openedOn == null || !day.isBefore(openedOn))
                && (closedOn == null || !day.isAfter(closedOn));
    }
}

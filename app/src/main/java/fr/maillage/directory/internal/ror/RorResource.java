package fr.maillage.directory.internal.ror;

import fr.maillage.directory.internal.load.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A resource of the ROR as the directory keeps it until an offer is made of several.
///
/// @param key `HealthcareService/…`, as others name it
/// @param updatedAt when the ROR last changed it; null when it does not say
/// @param body fields by name, as `directory.make_offers` reads them
/// @param remarks what is to be said of it, with a detail that names nobody
record RorResource(
        String key,
        Kind kind,
        @Nullable Instant updatedAt,
        Map<String, Object> body,
        List<Said> remarks) {

    enum Kind {
        SERVICE,
        PLACE,
        STRUCTURE,
        CONTACT
    }

    record Said(Reason reason, @Nullable String detail) {}
}

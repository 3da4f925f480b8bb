package fr.maillage.casefile;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// An accompaniment ended; `reason` is the code (DECES, RELAIS…). A death closes every alert and
/// mailing at once: listeners of the same transaction (`@EventListener`) do so before the exit is
/// committed.
public record SupportClosed(
        NetworkId network, UUID support, PatientId patient, String reason, Instant at)
        implements NetworkEvent {}

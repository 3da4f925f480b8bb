package fr.maillage.casefile;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;

/// A right or a measure of a person was noted, changed, renewed or closed: what is awaited about it
/// changed too.
public record EntitlementChanged(NetworkId network, PatientId patient, Instant at)
        implements NetworkEvent {}

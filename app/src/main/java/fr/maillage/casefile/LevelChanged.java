package fr.maillage.casefile;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;

/// The level of an accompaniment changed.
public record LevelChanged(NetworkId network, PatientId patient, int level, Instant at)
        implements NetworkEvent {}

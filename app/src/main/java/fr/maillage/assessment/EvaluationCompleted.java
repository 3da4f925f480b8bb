package fr.maillage.assessment;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// An evaluation of a person was completed. The view `assessment.completed` has them all.
public record EvaluationCompleted(NetworkId network, UUID evaluation, PatientId patient, Instant at)
        implements NetworkEvent {}

package fr.maillage.careplan;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;

/// Somebody commented a line of the plan or proposed a change of it, or one of these was seen to:
/// what waits for the référent changed (`careplan.discussed`).
public record PlanDiscussed(NetworkId network, PatientId patient, Instant at)
        implements NetworkEvent {}

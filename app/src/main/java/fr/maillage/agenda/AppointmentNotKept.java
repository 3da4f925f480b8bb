package fr.maillage.agenda;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.util.UUID;

/// An appointment said to have taken place did not: what was said of it was corrected.
public record AppointmentNotKept(NetworkId network, UUID appointment, PatientId patient)
        implements NetworkEvent {}

package fr.maillage.agenda;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;
import java.util.UUID;

/// Somebody of the team met or called the person as planned: a contact. The view `agenda.kept` has
/// them all.
public record AppointmentKept(NetworkId network, UUID appointment, PatientId patient, Instant at)
        implements NetworkEvent {}

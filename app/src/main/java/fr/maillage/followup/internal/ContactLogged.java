package fr.maillage.followup.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.util.UUID;

/// An exchange about a person was noted: a silence may be over.
record ContactLogged(NetworkId network, UUID contact, PatientId patient) implements NetworkEvent {}

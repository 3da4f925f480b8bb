package fr.maillage.patient;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.Instant;

/// The attending doctor of a person, or whether there is one, changed; who it is now stands in
/// [Patients#get]. Listeners of the same transaction (`@EventListener`) keep the circle true.
public record AttendingDoctorChanged(NetworkId network, PatientId patient, Instant at)
        implements NetworkEvent {}

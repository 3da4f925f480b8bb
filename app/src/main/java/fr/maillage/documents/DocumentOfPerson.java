package fr.maillage.documents;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.util.UUID;

/// A document was filed about a person, or taken out of her file (removed, or filed by mistake).
/// The view `documents.of_person` has those that are there.
///
/// @param there whether it is in the file now
public record DocumentOfPerson(NetworkId network, UUID document, PatientId patient, boolean there)
        implements NetworkEvent {}

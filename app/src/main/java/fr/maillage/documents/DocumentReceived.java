package fr.maillage.documents;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.NetworkEvent;
import java.util.UUID;

/// A document was deposited, or got a new version: its text may be read.
public record DocumentReceived(NetworkId network, UUID document) implements NetworkEvent {}

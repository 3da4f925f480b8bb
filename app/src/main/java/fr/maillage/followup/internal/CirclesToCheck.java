package fr.maillage.followup.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.NetworkEvent;
import java.util.UUID;

/// An edition of the national directory came: a structure has to see whether somebody of its
/// circles left, or is back.
record CirclesToCheck(NetworkId network, UUID edition) implements NetworkEvent {}

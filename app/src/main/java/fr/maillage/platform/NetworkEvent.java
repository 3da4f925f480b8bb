package fr.maillage.platform;

import fr.maillage.kernel.NetworkId;

/// An event between modules. It carries ids only, never a name, and the structure under which
/// listeners open their transaction.
public interface NetworkEvent {

    /// The structure in which it happened.
    NetworkId network();
}

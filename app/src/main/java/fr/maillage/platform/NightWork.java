package fr.maillage.platform;

import fr.maillage.kernel.NetworkId;

/// Work a module has done at night, and at each start, for one structure after the other: found by
/// its type and run under that structure's context, without a transaction of its own. One that
/// fails stops neither the others nor the other structures.
public interface NightWork {

    /// What it is, for the log: « documents ».
    String name();

    /// Does it for one structure.
    void forStructure(NetworkId network);
}

package fr.maillage.platform;

import fr.maillage.kernel.NetworkId;
import java.util.UUID;

/// Work that somebody asked for and that lasts: done in the background, one at a time, taken up
/// again after a restart. Found by its type; started by [LongWorks#start].
public interface LongWork {

    /// What it is, for the log and the line that waits: « reprise ».
    String name();

    /// Does it, or goes on where it stopped: what is done already is not done twice. Runs without a
    /// context and without a transaction of its own.
    void run(NetworkId network, UUID work);
}

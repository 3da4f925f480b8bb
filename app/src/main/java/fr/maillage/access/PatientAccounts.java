package fr.maillage.access;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Rights of the person and of who reads for them: they follow the file when two are joined. Call
/// in a transaction.
public interface PatientAccounts {

    /// Rights on `from`'s plan become rights on `to`'s. Returns those that changed.
    List<UUID> follow(NetworkId network, PatientId from, PatientId to);

    /// Gives back to `to` those of `rights` that are still on `from`.
    void giveBack(NetworkId network, Collection<UUID> rights, PatientId from, PatientId to);
}

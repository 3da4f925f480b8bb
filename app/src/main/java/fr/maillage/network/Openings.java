package fr.maillage.network;

import fr.maillage.access.TeamAccounts;
import fr.maillage.kernel.NetworkId;
import java.util.Collection;

/// Structures come into an installation while it runs: each is whole from its first second, with
/// the criteria and the grid to start from and a head who signs in, and sees nothing of the others.
public interface Openings {

    /// Opens a structure and the account of its head, in a transaction of its own under that
    /// structure. What is said of it was checked by the caller, but for its name, which two
    /// structures never share: `FormRefused` then, of the field `name`.
    Opened open(NewStructure structure);

    /// @param kind RESEAU, PLATEFORME or DAC
    /// @param region INSEE code
    /// @param themes codes of the national themes it works on
    /// @param login wished for its head
    record NewStructure(
            String name,
            String shortName,
            String kind,
            String region,
            String phone,
            Collection<String> themes,
            String login,
            String given,
            String family) {}

    /// @param head whose password is to be told at once
    record Opened(NetworkId network, TeamAccounts.Given head) {}
}

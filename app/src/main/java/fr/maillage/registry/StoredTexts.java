package fr.maillage.registry;

import java.util.List;
import java.util.UUID;

/// Files of the lines of the register, as a check of what is kept sees them.
public interface StoredTexts {

    /// Compares every file of every sheet with its checksum, withdrawn ones too: under each
    /// structure for its own sheet, under the agency of the region for the sheets nobody here
    /// holds.
    Verification verify();

    /// @param altered files whose bytes are not those that came, or not all there
    record Verification(long checked, List<UUID> altered) {}
}

package fr.maillage.portability;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takeovers without a browser, for the demonstration and the benchmark: under the name of who is
/// signed in, at once and not in the background.
public interface Takeovers {

    /// Reads a file, matches its columns and values as they are proposed, and tries it. Throws
    /// `FormRefused` when it cannot be read or its columns do not tell persons. Returns its id.
    UUID tried(String name, byte[] file);

    /// Takes over the lines that are ready. Returns how many were.
    ///
    /// @param resumption no alert about these persons looks further back; null: they look at
    ///   everything
    int take(UUID takeover, @Nullable LocalDate resumption);
}

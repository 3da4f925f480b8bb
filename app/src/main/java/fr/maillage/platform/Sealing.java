package fr.maillage.platform;

import java.util.Optional;

/// Words kept so that the database alone does not give them: encrypted with the key of the
/// installation, which lies beside the database and not in it (`maillage.secret-key`, else the file
/// `secret.key` of the data directory).
public interface Sealing {

    /// Encrypts `clear`. The same words give different bytes each time.
    ///
    /// @param context what they belong to (« totp: » and an id): they open under no other
    byte[] seal(String clear, String context);

    /// The words; empty when the key is another one (a base restored without its key), the context
    /// is another one, or the bytes were changed.
    Optional<String> open(byte[] sealed, String context);

    /// A key of 32 bytes for this context, the same each time: for what is encrypted elsewhere and
    /// opened only by who may ask for it again. It does not tell the key of the installation.
    byte[] keyOf(String context);
}

package fr.maillage.platform.internal;

import org.jspecify.annotations.Nullable;

/// A backup or a restore that could not be done; the message is a French sentence for the operator
/// and names no person.
final class BackupFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupFailed(String sentence) {
        this(sentence, null);
    }

    BackupFailed(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}

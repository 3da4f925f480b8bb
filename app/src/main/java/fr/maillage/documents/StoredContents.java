package fr.maillage.documents;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Contents as a backup sees them, wherever they are kept: those of the structure the thread acts
/// for.
public interface StoredContents {

    /// Contents after `after` (null: from the first) in the order of their ids, at most `limit`.
    List<Held> after(@Nullable UUID after, int limit);

    /// The bytes, read as they are asked for; the caller closes. Throws [Missing] when there are
    /// none where they should be. The checksum is the caller's to compare.
    InputStream open(UUID content);

    /// Compares every content of the structure with its checksum, notes what is missing or altered,
    /// and what is found again.
    Verification verify();

    /// @param sha256 64 hexadecimal digits
    /// @param inDatabase false: a file of the folder, named `<structure>/<xx>/<id>`, where `xx` are
    ///   the last two characters of the id
    record Held(UUID id, String sha256, long size, String mediaType, boolean inDatabase) {}

    /// @param orphans files of the folder that no content names
    record Verification(long checked, List<UUID> missing, List<UUID> altered, long orphans) {
        /// Whether every content is there as it was received.
        public boolean intact() {
            return missing.isEmpty() && altered.isEmpty();
        }
    }

    /// No bytes where a content should be.
    final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Missing(UUID content, @Nullable Throwable cause) {
            super("content " + content + " is missing", cause);
        }
    }
}

package fr.maillage.documents;

import java.nio.file.Path;

/// Looks at a file somebody sent that is not a document of a person, by the same rules as for
/// documents: what it is by its content, no macros, no bomb, no virus, within the same weight.
public interface FileChecks {

    /// @param name as the sender called it
    Checked look(Path file, String name);

    /// The largest file taken, in words: « 20 Mo ».
    String limit();

    /// What was found.
    sealed interface Checked {
        /// @param mediaType what it is
        record Accepted(String mediaType) implements Checked {}

        /// @param sentence why, and what to do, in French
        record Refused(String sentence) implements Checked {}
    }
}

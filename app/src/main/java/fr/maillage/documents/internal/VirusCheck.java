package fr.maillage.documents.internal;

import java.nio.file.Path;

/// Who looks for viruses in what comes.
interface VirusCheck {

    /// Looks at a file. Never throws: an antivirus that does not answer is an answer.
    Verdict look(Path file);

    /// Whether there is one at all.
    boolean present();

    /// What it found.
    sealed interface Verdict {
        record Clean() implements Verdict {}

        /// @param name the antivirus's own name for it
        record Infected(String name) implements Verdict {}

        /// @param why for the log, without the file's name
        record Silent(String why) implements Verdict {}
    }
}

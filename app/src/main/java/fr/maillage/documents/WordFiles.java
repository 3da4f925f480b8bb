package fr.maillage.documents;

import java.io.InputStream;

/// Looks at a word-processor file that comes from outside, as at any document: told by its content,
/// never by its name.
public interface WordFiles {

    /// What it is. The stream is read once; the caller closes it.
    Looked look(String name, InputStream file);

    /// What came of looking.
    sealed interface Looked {
        /// A DOCX without macro, of a decent size, that no antivirus found anything in.
        record Docx(byte[] bytes) implements Looked {}

        /// @param sentence why, with the name of the file
        record Refused(String sentence) implements Looked {}
    }
}

package fr.maillage.directory;

import java.nio.file.Path;
import java.util.UUID;

/// The national files that make the directory.
public interface DirectoryFiles {

    /// Loads a file, plain or in the archive it is published in. Either the whole of it is in use
    /// when this returns, or nothing changed; what became of it stands in the edition, whose id is
    /// returned. Lasts about a minute for the national file of persons.
    ///
    /// @param name the file as people know it
    /// @param confirmed a file more than a fifth smaller than what is in use is wanted
    UUID load(Source source, Path file, String name, String author, boolean confirmed);
}

package fr.maillage.directory;

import java.nio.file.Path;
import java.util.UUID;

/// The national files that make the directory.
public interface DirectoryFiles {

    /// Loads the extraction of persons and activities (`PS_LibreAcces_Personne_activite`, plain or
    /// in its archive). Either the whole of it is in use when this returns, or nothing changed;
    /// what became of it stands in the edition. Lasts about a minute for the national file.
    ///
    /// @param name the file as people know it
    /// @param confirmed a file more than a fifth smaller than what is in use is wanted
    UUID persons(Path file, String name, String author, boolean confirmed);
}

package fr.maillage.directory;

import java.util.UUID;

/// An edition of the extraction of persons is in use: who came, left or moved stands in
/// `directory.movement` under its id. Of no structure: the directory is the same for all.
public record DirectoryChanged(UUID edition) {}

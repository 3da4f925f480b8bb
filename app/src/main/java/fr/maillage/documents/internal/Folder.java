package fr.maillage.documents.internal;

import fr.maillage.documents.StoredContents.Missing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Predicate;

/// Contents kept as files: `<structure>/<xx>/<id>`, ids only, so that a listing of the folder says
/// nothing about anybody. A file is written beside, forced to the disk, then named.
final class Folder {

    private final Path root;

    Folder(Path root) {
        this.root = root;
    }

    /// Writes a content. It is on the disk when this returns.
    void put(UUID network, UUID content, Path from) {
        var file = file(network, content);
        var beside = file.resolveSibling(content + ".part");
        try {
            Files.createDirectories(file.getParent());
            Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
            try (var written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("content " + content + " could not be written", e);
        }
    }

    /// Takes back a content whose transaction did not end well.
    void remove(UUID network, UUID content) {
        try {
            Files.deleteIfExists(file(network, content));
        } catch (IOException e) {
            throw new UncheckedIOException("content " + content + " could not be taken back", e);
        }
    }

    InputStream open(UUID network, UUID content) {
        try {
            return Files.newInputStream(file(network, content));
        } catch (NoSuchFileException e) {
            throw new Missing(content, e);
        } catch (IOException e) {
            throw new UncheckedIOException("content " + content + " could not be read", e);
        }
    }

    /// Files of a structure that `known` does not know.
    long orphans(UUID network, Predicate<String> known) {
        var own = root.resolve(network.toString());
        if (!Files.isDirectory(own)) return 0;
        try (var files = Files.walk(own, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !known.test(name))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of documents could not be listed", e);
        }
    }

    Path file(UUID network, UUID content) {
        var name = content.toString();
        return root.resolve(network.toString())
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }
}

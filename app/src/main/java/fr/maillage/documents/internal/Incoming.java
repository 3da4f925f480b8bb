package fr.maillage.documents.internal;

import fr.maillage.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;

/// A file on its way in: a temporary file of our own, readable by this process alone, with its size
/// and SHA-256, removed when it is closed.
///
/// @param name as the sender called it, without any folder; may be empty
record Incoming(String name, Path path, long size, byte[] sha256) implements AutoCloseable {

    private static final int LONGEST_NAME = 150;

    /// Copies what comes, once.
    static Incoming of(String name, InputStream from) {
        try {
            var path = Files.createTempFile("maillage-", ".recu");
            var digest = Sha256.begin();
            try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                from.transferTo(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
            return new Incoming(plain(name), path, Files.size(path), digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be received", e);
        }
    }

    /// The SHA-256 of what a stream gives.
    static byte[] digest(InputStream in) throws IOException {
        var digest = Sha256.begin();
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return digest.digest();
    }

    /// A name without folder, control characters, or what a system could take for something else.
    static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|]", " ").strip();
        return clean.length() <= LONGEST_NAME
                ? clean
                : clean.substring(clean.length() - LONGEST_NAME);
    }

    /// The beginning of the file, `length` bytes at most.
    byte[] head(int length) {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("a received file could not be removed", e);
        }
    }
}

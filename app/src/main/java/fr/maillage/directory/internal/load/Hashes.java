package fr.maillage.directory.internal.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The hashes of the lines of a file in their order, on disk: a first pass writes them, a second
/// takes them up again instead of computing them once more. Sixteen bytes a line.
final class Hashes implements AutoCloseable {

    private static final int SIZE = 16;

    private final Path file;
    private final OutputStream out;
    private final byte[] one = new byte[SIZE];
    private InputStream in = InputStream.nullInputStream();

    Hashes() throws IOException {
        file = Files.createTempFile(Uploads.PREFIX, ".hash");
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    /// The first sixteen bytes.
    void add(byte[] hash) throws IOException {
        out.write(hash, 0, SIZE);
    }

    /// From the first again; nothing is added any more.
    void rewind() throws IOException {
        out.close();
        in.close();
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /// The next one, in an array that is used again.
    byte[] next() throws IOException {
        if (in.readNBytes(one, 0, SIZE) < SIZE)
            throw new IOException("the file grew while it was read");
        return one;
    }

    @Override
    public void close() throws IOException {
        out.close();
        in.close();
        Files.deleteIfExists(file);
    }
}

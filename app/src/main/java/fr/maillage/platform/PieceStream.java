package fr.maillage.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;

/// Bytes kept as rows of a mebibyte: cut when they are written, read a row at a time as they are
/// asked for, so that a slow reader holds neither memory nor connection.
public final class PieceStream extends InputStream {

    private static final int PIECE = 1 << 20;

    private final IntFunction<byte[]> rows;
    private InputStream piece = InputStream.nullInputStream();
    private int rank;
    private boolean over;

    /// @param rows the bytes of a row by its rank, from 0; empty after the last
    public PieceStream(IntFunction<byte[]> rows) {
        this.rows = rows;
    }

    /// What keeps a row.
    @FunctionalInterface
    public interface Row {
        void keep(int rank, byte[] bytes);
    }

    /// Cuts a file into rows, in their order.
    public static void cut(Path file, Row each) {
        try (var in = Files.newInputStream(file)) {
            var piece = new byte[PIECE];
            int read;
            for (int rank = 0; (read = in.readNBytes(piece, 0, PIECE)) > 0; rank++)
                each.keep(rank, read == PIECE ? piece : Arrays.copyOf(piece, read));
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be cut", e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (!over) {
            int read = piece.read(into, from, length);
            if (read > 0 || length == 0) return Math.max(read, 0);
            var bytes = rows.apply(rank++);
            over = bytes.length == 0;
            piece = new ByteArrayInputStream(bytes);
        }
        return -1;
    }
}

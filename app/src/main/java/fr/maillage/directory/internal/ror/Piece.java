package fr.maillage.directory.internal.ror;

import fr.maillage.directory.internal.files.Opened;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A text read piece by piece, none longer than a measure: one resource stands in memory, so one
/// without end would fill it, however small the archive it came in.
final class Piece extends FilterInputStream {

    /// Bytes of one resource at most: the largest of the ROR have some tens of thousands.
    static final long LONGEST = 8L << 20;

    private long number;
    private long read;

    Piece(InputStream in) {
        super(in);
    }

    /// Another piece begins.
    void next(long number) {
        this.number = number;
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) count(1);
        return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        if (n > 0) count(n);
        return n;
    }

    private void count(int n) throws Opened.Stopped {
        read += n;
        if (read > LONGEST)
            throw new Opened.Stopped(
                    new Unusable(Why.RESOURCE_TOO_LONG, Long.toString(number + 1)));
    }
}

package fr.maillage.directory.internal.files;

import fr.maillage.directory.internal.files.Unusable.Why;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Lines of a text, one after the other, in one buffer that is used again: nothing is allocated for
/// a line. A line ends with LF or CRLF; a mark of byte order at the start is passed over.
public final class Lines {

    private static final int LONGEST = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 20];
    private int from; // first byte not given yet
    private int filled;
    private boolean ended;
    private long number;
    private long bytes;
    private int start;
    private int end;
    private boolean closed = true;

    public Lines(InputStream in) {
        this.in = in;
    }

    /// Moves to the next line; false after the last. Empty lines count, and are given.
    public boolean next() throws IOException, Unusable {
        int scan = from;
        while (true) {
            int feed = indexOf(scan);
            if (feed >= 0) {
                give(feed, feed + 1);
                closed = true;
                return true;
            }
            scan = filled;
            if (ended) {
                if (from == filled) return false;
                give(filled, filled);
                closed = false;
                return true;
            }
            if (filled - from > LONGEST)
                throw new Unusable(Why.LINE_TOO_LONG, Long.toString(number + 1));
            scan -= more();
        }
    }

    private int indexOf(int scan) {
        for (int i = scan; i < filled; i++) if (buffer[i] == '\n') return i;
        return -1;
    }

    private void give(int feed, int following) {
        start = from;
        end = feed > start && buffer[feed - 1] == '\r' ? feed - 1 : feed;
        if (number == 0
                && end - start >= 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF) start += 3;
        bytes += following - from;
        from = following;
        number++;
    }

    /// Reads on, after moving what is not given yet to the start when room is short; by how much it
    /// moved.
    private int more() throws IOException {
        int moved = 0;
        if (filled == buffer.length) {
            if (from == 0) buffer = Arrays.copyOf(buffer, buffer.length * 2);
            else {
                moved = from;
                System.arraycopy(buffer, from, buffer, 0, filled - from);
                filled -= from;
                from = 0;
            }
        }
        int n = in.read(buffer, filled, buffer.length - filled);
        if (n < 0) ended = true;
        else filled += n;
        return moved;
    }

    /// Number of this line, from 1.
    public long number() {
        return number;
    }

    /// Bytes read up to the end of this line.
    public long bytes() {
        return bytes;
    }

    /// Whether this line had its end: the last line of a file that was cut has none.
    public boolean closed() {
        return closed;
    }

    /// The buffer this line stands in, until the next is asked for.
    public byte[] buffer() {
        return buffer;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}

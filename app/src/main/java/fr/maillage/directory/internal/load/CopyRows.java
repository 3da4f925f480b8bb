package fr.maillage.directory.internal.load;

import fr.maillage.kernel.SearchKey;
import fr.maillage.directory.internal.files.Fields;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/// Rows on their way to a table by COPY, in PostgreSQL's text format: bytes of a file go to the
/// server without becoming strings in between. A row is made field by field and ended by [#end()];
/// one that turns out wrong is taken back by [#drop()].
final class CopyRows implements AutoCloseable {

    private static final int CHUNK = 1 << 18;
    private static final byte[] NULL = {'\\', 'N'};
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final CopyIn copy;
    private byte[] buffer = new byte[CHUNK + (1 << 16)];
    private int length;
    private int row; // where the row in hand begins
    private boolean first = true;
    private long rows;

    CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /// A field of the line; null when it is empty.
    void field(Fields line, int field) {
        part();
        if (line.empty(field) || !append(line.bytes(), line.start(field), line.end(field)))
            raw(NULL);
    }

    /// Fields of the line that make one text, such as an address, parted by spaces; null when all
    /// are empty.
    void joined(Fields line, int... fields) {
        part();
        int before = length;
        for (int field : fields) {
            if (line.empty(field)) continue;
            if (length > before) one((byte) ' ');
            if (!append(line.bytes(), line.start(field), line.end(field)) && length > before)
                length--;
        }
        if (length == before) raw(NULL);
    }

    /// The search key of a field ([SearchKey]).
    void key(Fields line, int field) {
        part();
        if (line.empty(field)) {
            raw(NULL);
            return;
        }
        byte[] bytes = line.bytes();
        int before = length;
        room(line.end(field) - line.start(field));
        boolean parted = false;
        for (int i = line.start(field); i < line.end(field); i++) {
            byte b = bytes[i];
            if (b < 0) {
                length = before;
                raw(SearchKey.of(line.text(field)).getBytes(StandardCharsets.US_ASCII));
                return;
            }
            if (b >= 'A' && b <= 'Z') b += 32;
            if (b >= 'a' && b <= 'z' || b >= '0' && b <= '9') {
                if (parted && length > before) buffer[length++] = ' ';
                buffer[length++] = b;
                parted = false;
            } else parted = true;
        }
    }

    /// A text of ours; null when null.
    void text(@Nullable String text) {
        part();
        if (text == null || text.isEmpty()) {
            raw(NULL);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        append(bytes, 0, bytes.length);
    }

    /// A text that is there and empty.
    void blank() {
        part();
    }

    /// A number.
    void number(long number) {
        part();
        raw(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    /// Sixteen bytes as a uuid.
    void uuid(byte[] sixteen) {
        part();
        room(32);
        for (int i = 0; i < 16; i++) {
            buffer[length++] = HEX[(sixteen[i] >> 4) & 15];
            buffer[length++] = HEX[sixteen[i] & 15];
        }
    }

    /// Ends the row.
    void end() throws SQLException {
        one((byte) '\n');
        row = length;
        first = true;
        rows++;
        if (length >= CHUNK) send();
    }

    /// Takes the row in hand back.
    void drop() {
        length = row;
        first = true;
    }

    /// Rows ended so far.
    long rows() {
        return rows;
    }

    /// Sends what remains and ends the COPY.
    void finish() throws SQLException {
        send();
        copy.endCopy();
    }

    /// Leaves a COPY that was not ended.
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) copy.cancelCopy();
    }

    private void send() throws SQLException {
        if (row == 0) return;
        copy.writeToCopy(buffer, 0, row);
        System.arraycopy(buffer, row, buffer, 0, length - row);
        length -= row;
        row = 0;
    }

    private void part() {
        if (first) first = false;
        else one((byte) '\t');
    }

    /// Copies what stands between spaces, escaped; false when nothing does. What a line cannot hold
    /// (control characters) becomes a space.
    private boolean append(byte[] from, int start, int end) {
        while (start < end && from[start] <= ' ' && from[start] >= 0) start++;
        while (end > start && from[end - 1] <= ' ' && from[end - 1] >= 0) end--;
        if (start == end) return false;
        room(2 * (end - start));
        for (int i = start; i < end; i++) {
            byte b = from[i];
            if (b == '\\') buffer[length++] = '\\';
            buffer[length++] = b >= 0 && b < ' ' || b == 127 ? (byte) ' ' : b;
        }
        return true;
    }

    private void raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void one(byte b) {
        room(1);
        buffer[length++] = b;
    }

    private void room(int more) {
        if (length + more > buffer.length)
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
}

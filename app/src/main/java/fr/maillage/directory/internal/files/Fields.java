package fr.maillage.directory.internal.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The fields of one line, cut at a separator that no quote protects (so most national files are
/// written). Positions in the line's own bytes; nothing is decoded before it is asked for.
public final class Fields {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /// Parts the fields once their quotation marks are gone: no text holds it.
    private static final byte UNIT = 0x1F;

    private final byte given;
    private final boolean quoted;
    private final byte separator;
    private final int[] starts = new int[130];
    private byte[] bytes = {};
    private int end;
    private boolean older;
    private int count;
    private boolean plain; // every byte is ASCII
    private boolean trailing;

    public Fields(char separator) {
        this(separator, false);
    }

    /// @param quoted whether a field may stand between quotation marks, which are not part of it
    public Fields(char separator, boolean quoted) {
        this.given = (byte) separator;
        this.quoted = quoted;
        this.separator = quoted ? UNIT : (byte) separator;
    }

    /// Cuts the line `lines` stands on. The files end their lines with a separator: the empty field
    /// after it is none.
    public void cut(Lines lines) {
        cut(lines.buffer(), lines.start(), lines.end());
    }

    /// Cuts these bytes.
    public void cut(byte[] line, int from, int to) {
        if (quoted) {
            var plain = unquoted(line, from, to);
            part(plain, 0, plain.length);
        } else part(line, from, to);
    }

    /// The same line with its separators told apart from those between quotation marks.
    private byte[] unquoted(byte[] line, int from, int to) {
        var plain = new byte[to - from];
        int n = 0;
        boolean inside = false;
        boolean begins = true;
        for (int i = from; i < to; i++) {
            byte b = line[i];
            if (begins && b == '"' && closed(line, i + 1, to)) inside = true;
            else if (inside && b == '"') {
                // two in a row are one
                if (i + 1 < to && line[i + 1] == '"') plain[n++] = line[++i];
                else inside = false;
            } else plain[n++] = b == given && !inside ? UNIT : b;
            begins = b == given && !inside;
        }
        return Arrays.copyOf(plain, n);
    }

    /// Whether the mark that opens a field is closed by one that ends it: somebody's name may begin
    /// with a mark that means nothing.
    private boolean closed(byte[] line, int from, int to) {
        for (int i = from; i < to; i++)
            if (line[i] == '"') {
                if (i + 1 < to && line[i + 1] == '"') i++;
                else return i + 1 == to || line[i + 1] == given;
            }
        return false;
    }

    private void part(byte[] line, int from, int to) {
        bytes = line;
        end = to;
        int n = 0;
        starts[0] = from;
        byte seen = 0;
        for (int i = from; i < to; i++) {
            byte b = line[i];
            seen |= b;
            if (b == separator && n < starts.length - 2) starts[++n] = i + 1;
        }
        plain = seen >= 0;
        trailing = n > 0 && starts[n] == to;
        if (trailing) count = n;
        else {
            count = n + 1;
            starts[count] = to + 1;
        }
    }

    public int count() {
        return count;
    }

    /// Whether the line ends with a separator.
    boolean trailing() {
        return trailing;
    }

    /// First byte of a field, in [#bytes()].
    public int start(int field) {
        return starts[field];
    }

    /// The byte after its last.
    public int end(int field) {
        return starts[field + 1] - 1;
    }

    public byte[] bytes() {
        return bytes;
    }

    /// Bytes of the whole line, from that of its first field.
    public int length() {
        return end - starts[0];
    }

    /// Whether a line so far was in the encoding of older files.
    public boolean older() {
        return older;
    }

    /// Whether nothing stands in the field, or the line has no such field (−1 included).
    public boolean empty(int field) {
        return field < 0 || field >= count || start(field) == end(field);
    }

    /// The field as text, without control characters; empty when the line has none such.
    public String text(int field) {
        return empty(field)
                ? ""
                : Words.plain(
                        new String(
                                        bytes,
                                        start(field),
                                        end(field) - start(field),
                                        StandardCharsets.UTF_8)
                                .strip(),
                        Integer.MAX_VALUE);
    }

    /// Makes the line UTF-8: it is, or it is read as windows-1252, the encoding of older files (ISO
    /// 8859-1 with the quotes people type). False when it is neither.
    public boolean decode() {
        if (plain || text(StandardCharsets.UTF_8) != null) return true;
        var text = text(WINDOWS);
        if (text == null) return false;
        older = true;
        var utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        part(utf8, 0, utf8.length);
        return true;
    }

    private @Nullable CharSequence text(Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes, starts[0], end - starts[0]));
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}

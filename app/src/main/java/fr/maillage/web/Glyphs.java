package fr.maillage.web;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// What the printed font can draw. People type emoji, and names come with marks no font of ours
/// has: the paper shows an empty box in their place rather than nothing, or no paper at all. XML
/// refuses control characters: they go.
final class Glyphs {

    private static final int BOX = 0x25A1;
    private final CmapLookup drawn;

    Glyphs(InputStream font) throws IOException {
        this.drawn = new TTFParser().parse(new RandomAccessReadBuffer(font)).getUnicodeCmapLookup();
    }

    /// `text` with composed letters, a box for what cannot be drawn (one for a whole emoji), and no
    /// control character.
    String printable(String text) {
        var out = new StringBuilder(text.length());
        var boxed = false;
        for (var point : Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
            if (point == '\n' || point == '\t') {
                out.appendCodePoint(point);
                boxed = false;
            } else if (Character.isISOControl(point)
                    || Character.getType(point) == Character.FORMAT
                    || Character.getType(point) == Character.SURROGATE
                    || (point >= 0xFE00 && point <= 0xFE0F)
                    || point == 0xFFFE
                    || point == 0xFFFF) {
                continue;
            } else if (drawn.getGlyphId(point) > 0) {
                out.appendCodePoint(point);
                boxed = false;
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                out.append('\u00A0');
            } else if (!boxed) {
                out.appendCodePoint(drawn.getGlyphId(BOX) > 0 ? BOX : '?');
                boxed = true;
            }
        }
        return out.toString();
    }
}

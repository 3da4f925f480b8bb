package fr.maillage.web;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// What the printed font can draw. People type emoji, and names come in writings no font of ours
/// has: the paper shows their names in brackets, so that nothing is lost, rather than boxes, or no
/// paper at all. The names are those of the Unicode standard, in English: it has no others. XML
/// refuses control characters: they go.
final class Glyphs {

    private final CmapLookup drawn;

    Glyphs(InputStream font) throws IOException {
        this.drawn = new TTFParser().parse(new RandomAccessReadBuffer(font)).getUnicodeCmapLookup();
    }

    /// `text` with composed letters, the names of what cannot be drawn (those that follow each
    /// other in the same brackets), and no control character.
    String printable(String text) {
        var out = new StringBuilder(text.length());
        var open = false;
        for (var point : Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
            if (point != '\n' && point != '\t' && ignored(point)) continue;
            var named =
                    point != '\n'
                            && point != '\t'
                            && drawn.getGlyphId(point) <= 0
                            && !Character.isWhitespace(point)
                            && !Character.isSpaceChar(point);
            if (named) out.append(open ? ", " : "[").append(name(point));
            else {
                if (open) out.append(']');
                if (point == '\n' || point == '\t' || drawn.getGlyphId(point) > 0)
                    out.appendCodePoint(point);
                else out.append('\u00A0');
            }
            open = named;
        }
        if (open) out.append(']');
        return out.toString();
    }

    /// What is drawn by nobody: controls, joiners, variation selectors, marks of direction.
    private static boolean ignored(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE
                || (point >= 0xFE00 && point <= 0xFE0F)
                || point == 0xFFFE
                || point == 0xFFFF;
    }

    /// « slightly smiling face », or « U+E123 » for what has no name. Only letters, digits, hyphens
    /// and spaces: it goes into a page.
    private static String name(int point) {
        var name = Character.getName(point);
        return name == null || Character.getType(point) == Character.PRIVATE_USE
                ? "U+%04X".formatted(point)
                : name.toLowerCase(java.util.Locale.ROOT);
    }
}

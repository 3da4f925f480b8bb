package fr.maillage.correspondence.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;

/// The source of a template as a team's word processor gives it back. A field is read whole,
/// however the word processor cut it in pieces; what a letter cannot hold is told, never taken
/// silently.
public final class WordReader {

    private WordReader() {}

    /// What came of reading.
    public sealed interface Read {
        /// @param subject null when the file names none
        /// @param left what was in the file and is not in the text
        record Done(@Nullable String subject, String body, Set<Left> left) implements Read {}

        /// No word processor would open it either.
        record Unreadable() implements Read {}
    }

    /// What is not taken over.
    public enum Left {
        IMAGE,
        HEADER,
        FOOTNOTE,
        COMMENT,
        DELETED,
        MERGEFIELD,
        TABLE_IN_TABLE
    }

    /// Reads a DOCX already looked at (size, macros, bomb). Closes the stream.
    public static Read read(InputStream file) {
        try (file;
                var document = new XWPFDocument(file)) {
            var reading = new Reading();
            for (var element : document.getBodyElements()) reading.add(element);
            reading.flush();
            if (!document.getAllPictures().isEmpty()) reading.left.add(Left.IMAGE);
            if (document.getFootnotes().stream().anyMatch(note -> note.getId().intValue() > 0))
                reading.left.add(Left.FOOTNOTE);
            if (document.getHeaderList().stream().anyMatch(h -> !h.getText().isBlank())
                    || document.getFooterList().stream().anyMatch(f -> !f.getText().isBlank()))
                reading.left.add(Left.HEADER);
            if (document.getDocComments() != null
                    && !document.getDocComments().getComments().isEmpty())
                reading.left.add(Left.COMMENT);
            return new Read.Done(
                    reading.subject, String.join("\n\n", reading.paragraphs), reading.left);
        } catch (IOException
                | POIXMLException
                | OpenXML4JRuntimeException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException _) {
            // POI answers a damaged file by any of these
            return new Read.Unreadable();
        }
    }

    /// Paragraphs of one kind that follow each other are one paragraph of the text.
    private static final class Reading {
        final List<String> paragraphs = new ArrayList<>();
        final Set<Left> left = new LinkedHashSet<>();
        private final List<String> open = new ArrayList<>();
        private String mark = "";
        private @Nullable String subject;

        void add(IBodyElement element) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> table(table);
                case XWPFSDT content -> {
                    for (var line : content.getContent().getText().lines().toList())
                        plain(
                                LetterText.escaped(line.strip(), true)
                                        .replace("\\{\\{", "{{")
                                        .replace("\\}\\}", "}}"));
                }
                default -> flush();
            }
        }

        private void plain(String line) {
            flush();
            if (!line.isBlank()) paragraphs.add(line);
        }

        private void paragraph(XWPFParagraph paragraph) {
            var words = words(paragraph);
            if (words.isBlank()) {
                flush();
                return;
            }
            var style = style(paragraph);
            var bare = words.strip();
            if (subject == null
                    && (style.equals("objet") || bare.matches("(?s)\\**Objet[\\p{Z}]*:.*"))) {
                flush();
                subject =
                        bare.replaceFirst("^\\**Objet[\\p{Z}]*:[\\p{Z}*]*", "")
                                .replace("*", "")
                                .strip();
            } else if (style.matches("(titre|heading) ?1|titre|title")) {
                plain("# " + unformatted(bare));
            } else if (style.matches("(titre|heading) ?[2-9]|sous-titre|subtitle")) {
                plain("## " + unformatted(bare));
            } else if (style.equals("coupe")
                    || style.equals("ligne à découper")
                    || bare.startsWith("✂")) {
                plain("--- " + unformatted(bare.replaceFirst("^✂[\\p{Z}-]*", "")));
            } else if (bare.replace("\\", "").matches("[_.…]{4,}")) {
                line("___", "___");
            } else if (bare.replace("\\", "").matches("(?s)[□☐].*")) {
                line("□ ", "□ " + bare.replaceFirst("^\\\\?[□☐]\\p{Z}*", ""));
            } else if (paragraph.getNumID() != null || style.equals("puce")) {
                line("- ", "- " + bare.replaceAll("\\s*\\n\\s*", ", "));
            } else plain(bare);
        }

        private void table(XWPFTable table) {
            flush();
            var lines = new ArrayList<String>();
            for (var row : table.getRows()) {
                var cells = new ArrayList<String>();
                for (var cell : row.getTableCells()) {
                    if (!cell.getTables().isEmpty()) left.add(Left.TABLE_IN_TABLE);
                    var text =
                            cell.getParagraphs().stream()
                                    .map(this::words)
                                    .filter(w -> !w.isBlank())
                                    .collect(Collectors.joining(", "))
                                    .replaceAll("\\s*\\n\\s*", ", ");
                    // the head is bold by itself
                    cells.add(lines.isEmpty() ? unformatted(text) : text);
                }
                lines.add("| " + String.join(" | ", cells));
            }
            if (!lines.isEmpty()) paragraphs.add(String.join("\n", lines));
        }

        private void line(String kind, String words) {
            if (!mark.equals(kind)) flush();
            mark = kind;
            open.add(words);
        }

        void flush() {
            if (!open.isEmpty()) paragraphs.add(String.join("\n", open));
            open.clear();
            mark = "";
        }

        private static String unformatted(String words) {
            return words.replaceAll("(?<!\\\\)\\*", "");
        }

        private static String style(XWPFParagraph paragraph) {
            var id = paragraph.getStyle();
            if (id == null) return "";
            var styles = paragraph.getDocument().getStyles();
            var style = styles == null ? null : styles.getStyle(id);
            var name = style == null || style.getName() == null ? id : style.getName();
            return name.toLowerCase(Locale.FRENCH);
        }

        /// The words with their marks. The word processor cuts runs where it likes, in the middle
        /// of a field too: letters are put end to end with their look, then read.
        private String words(XWPFParagraph paragraph) {
            var letters = new StringBuilder();
            var looks = new ArrayList<Integer>();
            if (paragraph.getCTP().xmlText().contains("MERGEFIELD")) left.add(Left.MERGEFIELD);
            for (var run : paragraph.getRuns()) {
                if (!run.getEmbeddedPictures().isEmpty()) left.add(Left.IMAGE);
                if (run.getCTR().sizeOfDelTextArray() > 0) {
                    left.add(Left.DELETED);
                    continue;
                }
                var text = text(run);
                letters.append(text);
                int look = (run.isBold() ? 2 : 0) + (run.isItalic() ? 1 : 0);
                for (int i = 0; i < text.length(); i++) looks.add(look);
            }
            return marked(letters.toString(), looks);
        }

        private static String text(XWPFRun run) {
            var text = run.text();
            return text == null ? "" : text.replace('\t', ' ').replace("\u00AD", "");
        }

        private static String marked(String letters, List<Integer> looks) {
            var tokens = Token.IN_A_LINE.matcher(letters);
            var next = tokens.find() ? tokens.start() : letters.length();
            var out = new StringBuilder();
            int look = 0;
            int plain = 0;
            for (int i = 0; i < letters.length(); i++) {
                boolean token = i == next;
                int here = looks.get(i);
                if (letters.charAt(i) == '\n') here = 0;
                boolean edge = here != look || token || letters.charAt(i) == '\n';
                if (edge) {
                    out.append(
                            LetterText.escaped(
                                    letters.substring(plain, i), starts(letters, plain)));
                    plain = i;
                }
                if (here != look) {
                    if ((here & 2) != (look & 2)) out.append("**");
                    if ((here & 1) != (look & 1)) out.append('*');
                    look = here;
                }
                if (token) {
                    var end = tokens.end();
                    out.append(Token.of(tokens.group(1)).written());
                    next = tokens.find() ? tokens.start() : letters.length();
                    i = end - 1;
                    plain = end;
                }
            }
            out.append(LetterText.escaped(letters.substring(plain), starts(letters, plain)));
            if ((look & 2) != 0) out.append("**");
            if ((look & 1) != 0) out.append('*');
            return out.toString();
        }

        private static boolean starts(String letters, int at) {
            return at == 0 || letters.charAt(at - 1) == '\n';
        }
    }
}

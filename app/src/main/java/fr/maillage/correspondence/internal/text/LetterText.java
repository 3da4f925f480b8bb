package fr.maillage.correspondence.internal.text;

import fr.maillage.correspondence.internal.text.LetterBlock.Cell;
import fr.maillage.correspondence.internal.text.LetterBlock.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The text of a letter, as it is kept: paragraphs separated by blank lines. A paragraph whose
/// lines all begin with `- ` is a list, with `□ ` answers to tick, with `| ` a table (the first
/// line names its columns), with `___` lines to write on; `# ` and `## ` are headings, `--- ` a
/// line to cut along. In a *rich* text `**words**` are bold, `*words*` italic, and a backslash
/// takes its meaning from the next character; a plain one is read as it stands.
public final class LetterText {

    private static final List<Kind> LINES =
            List.of(Kind.ANSWERS, Kind.LIST, Kind.RULES, Kind.TABLE);
    private static final List<Kind> SINGLE = List.of(Kind.SUBHEADING, Kind.HEADING, Kind.CUT);

    private LetterText() {}

    /// The pieces of a text. A field left in it is shown by the words of `label`.
    public static List<LetterBlock> blocks(
            String text, boolean rich, Function<Token, String> label) {
        return paragraphs(text).stream().map(p -> block(p, rich, label)).toList();
    }

    /// Paragraphs, each a list of its lines.
    static List<List<String>> paragraphs(String text) {
        var clean = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (clean.isEmpty()) return List.of();
        var all = new ArrayList<List<String>>();
        for (var paragraph : clean.split("\n[ \t]*\n\\s*")) {
            var lines = paragraph.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
            // a heading followed by a line is two paragraphs, as people type them
            var rest = new ArrayList<String>();
            for (var line : lines) {
                if (SINGLE.stream().anyMatch(k -> line.startsWith(k.mark()))) {
                    if (!rest.isEmpty()) all.add(List.copyOf(rest));
                    rest.clear();
                    all.add(List.of(line));
                } else rest.add(line);
            }
            if (!rest.isEmpty()) all.add(List.copyOf(rest));
        }
        return List.copyOf(all);
    }

    /// What a paragraph is.
    static Kind kind(List<String> lines) {
        for (var kind : SINGLE) if (lines.getFirst().startsWith(kind.mark())) return kind;
        for (var kind : LINES)
            if (lines.stream().allMatch(line -> line.startsWith(kind.mark()))) return kind;
        return Kind.P;
    }

    private static LetterBlock block(
            List<String> lines, boolean rich, Function<Token, String> label) {
        var kind = kind(lines);
        var from = kind == Kind.RULES ? 0 : kind.mark().length();
        return new LetterBlock(
                kind,
                lines.stream()
                        .map(line -> line.substring(from))
                        .map(line ->
                                (kind == Kind.TABLE ? cells(line, rich) : List.of(line))
                                        .stream()
                                                .map(cell -> new Cell(spans(cell, rich, label)))
                                                .toList())
                        .toList());
    }

    private static List<String> cells(String line, boolean rich) {
        if (!rich) return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) cell.append(c).append(line.charAt(++i));
            else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else cell.append(c);
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static List<Span> spans(String text, boolean rich, Function<Token, String> label) {
        if (!rich) return List.of(Span.plain(text));
        var spans = new ArrayList<Span>();
        var words = new StringBuilder();
        boolean bold = false;
        boolean italic = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                words.append(text.charAt(++i));
            } else if (c == '*') {
                boolean two = i + 1 < text.length() && text.charAt(i + 1) == '*';
                if (!words.isEmpty()) spans.add(new Span(words.toString(), bold, italic, false));
                words.setLength(0);
                if (two) {
                    bold = !bold;
                    i++;
                } else italic = !italic;
            } else if (text.startsWith("{{", i) && text.indexOf("}}", i) > 0) {
                var end = text.indexOf("}}", i);
                if (!words.isEmpty()) spans.add(new Span(words.toString(), bold, italic, false));
                words.setLength(0);
                spans.add(
                        new Span(
                                label.apply(Token.of(text.substring(i + 2, end))),
                                bold,
                                italic,
                                true));
                i = end + 1;
            } else words.append(c);
        }
        if (!words.isEmpty() || spans.isEmpty())
            spans.add(new Span(words.toString(), bold, italic, false));
        return List.copyOf(spans);
    }

    /// Words typed by somebody, so that none of them is a mark.
    ///
    /// @param first whether they begin a line
    static String escaped(String words, boolean first) {
        var out = new StringBuilder(words.length() + 8);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean starts = i == 0 ? first : words.charAt(i - 1) == '\n';
            if ("\\*{}|".indexOf(c) >= 0 || starts && "-#□_".indexOf(c) >= 0) out.append('\\');
            out.append(c);
        }
        return out.toString();
    }
}

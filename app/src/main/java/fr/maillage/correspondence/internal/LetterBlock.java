package fr.maillage.correspondence.internal;

import java.util.Arrays;
import java.util.List;

/// A piece of a letter. The body is plain text; paragraphs are separated by a blank line, and a
/// paragraph whose lines all begin with `- ` is a list, with `□ ` answers to tick, with `| ` a
/// table (the first line names its columns), with `___` lines to write on.
///
/// @param kind P, LIST, ANSWERS, TABLE or RULES
/// @param rows lines of the paragraph, each in cells; one cell but in a table
public record LetterBlock(String kind, List<List<String>> rows) {

    /// The text of a paragraph.
    public String text() {
        return String.join("\n", rows.stream().map(List::getFirst).toList());
    }

    /// Lines under the names of the columns.
    public List<List<String>> body() {
        return rows.subList(1, rows.size());
    }

    static List<LetterBlock> of(String body) {
        return Arrays.stream(body.replace("\r\n", "\n").strip().split("\n\\s*\n"))
                .map(LetterBlock::paragraph)
                .toList();
    }

    private static LetterBlock paragraph(String text) {
        var lines = text.lines().map(String::strip).toList();
        if (all(lines, "□ ")) return cut("ANSWERS", lines, 2);
        if (all(lines, "- ")) return cut("LIST", lines, 2);
        if (all(lines, "___")) return cut("RULES", lines, 0);
        if (all(lines, "| ")) {
            return new LetterBlock(
                    "TABLE",
                    lines.stream()
                            .map(line ->
                                    Arrays.stream(line.substring(2).split("\\|", -1))
                                            .map(String::strip)
                                            .toList())
                            .toList());
        }
        return cut("P", lines, 0);
    }

    private static boolean all(List<String> lines, String beginning) {
        return !lines.isEmpty() && lines.stream().allMatch(line -> line.startsWith(beginning));
    }

    private static LetterBlock cut(String kind, List<String> lines, int from) {
        return new LetterBlock(
                kind, lines.stream().map(line -> List.of(line.substring(from))).toList());
    }
}

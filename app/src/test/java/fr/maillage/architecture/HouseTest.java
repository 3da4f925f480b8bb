package fr.maillage.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.SqlInTheCode;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What this house asks of every French sentence on a screen or a paper.
class HouseTest {

    private static final Path CLASSES = Path.of("target/classes");

    /// A space at which a line could end although `: ; ? ! »` follow it, or « stands before it.
    private static final Pattern BREAKS =
            Pattern.compile(
                    "(?<![\\s«(\\[=,]) (?=»|[:;?!](?:[\\s<.,)…%’»\\u0001]|$))|(?<=«) (?!»)");

    /// What the templates hold that nobody reads.
    private static final Pattern UNREAD =
            Pattern.compile("<(style|script)\\b.*?</\\1>|\\bstyle=\"[^\"]*\"", Pattern.DOTALL);

    /// A string of a static script, on one line.
    private static final Pattern SCRIPTED = Pattern.compile("'(?:\\\\.|[^'\\\\\\n])*'");

    /// Source: Lexique des règles typographiques en usage à l’Imprimerie nationale: a line never
    /// begins with a colon. Sentences of the demonstration are left as people type them.
    @Test
    void no_line_of_a_sentence_begins_with_its_punctuation() throws IOException {
        var broken = new ArrayList<String>();
        try (var files = Files.walk(CLASSES)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = CLASSES.relativize(file).toString();
                if (name.startsWith("fr/maillage/demo/")) continue;
                for (var words : sentences(file, name)) {
                    var found = BREAKS.matcher(words);
                    while (found.find())
                        broken.add(
                                name
                                        + ": "
                                        + words.substring(
                                                Math.max(0, found.start() - 40),
                                                Math.min(words.length(), found.end() + 10)));
                }
            }
        }
        assertThat(broken)
                .as("a no-break space (\\u00A0) stands before : ; ? ! » and after «")
                .isEmpty();
    }

    private static List<String> sentences(Path file, String name) throws IOException {
        if (name.endsWith(".class"))
            return StreamSupport.stream(
                            ClassFile.of().parse(file).constantPool().spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue())
                    .filter(words -> !SqlInTheCode.isSql(words))
                    .toList();
        if (name.endsWith(".bin"))
            return List.of(UNREAD.matcher(Files.readString(file)).replaceAll(""));
        if (name.startsWith("static/") && name.endsWith(".js") && !name.contains(".min."))
            return SCRIPTED.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group().substring(1, found.group().length() - 1))
                    .toList();
        return List.of();
    }
}

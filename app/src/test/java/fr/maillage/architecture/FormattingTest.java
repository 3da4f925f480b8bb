package fr.maillage.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file is written the same way (Google Java Format, AOSP style). A test and not a
/// plugin: the formatter reads Java with the compiler of the JVM it runs in, and only the tests are
/// sure to run on 25. `mvn -q -Dquick -pl app test -Dtest=FormattingTest -Dmaillage.format=apply`
/// rewrites instead of checking.
class FormattingTest {

    @Test
    void every_source_is_formatted() throws Exception {
        var formatter =
                new Formatter(
                        JavaFormatterOptions.builder()
                                .style(JavaFormatterOptions.Style.AOSP)
                                .build());
        var apply = "apply".equals(System.getProperty("maillage.format"));
        var unformatted = new ArrayList<String>();
        for (var module : List.of("app", "browser", "bench")) {
            var root = Path.of("..", module, "src");
            if (!Files.isDirectory(root)) continue;
            List<Path> files;
            try (Stream<Path> all = Files.walk(root)) {
                files = all.filter(f -> f.toString().endsWith(".java")).sorted().toList();
            }
            for (var file : files) {
                var source = Files.readString(file);
                var formatted = formatter.formatSource(source);
                if (formatted.equals(source)) continue;
                if (apply) Files.writeString(file, formatted);
                else unformatted.add(file.toString());
            }
        }
        assertThat(unformatted)
                .as(
                        "files to format: mvn -q -Dquick -pl app test -Dtest=FormattingTest -Dmaillage.format=apply")
                .isEmpty();
    }
}

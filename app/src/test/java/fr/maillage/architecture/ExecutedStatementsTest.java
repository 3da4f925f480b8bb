package fr.maillage.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.Isolation;
import fr.maillage.testing.SqlInTheCode;
import java.io.IOException;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// SQL that no test executes is SQL nobody has seen stay inside a structure. Runs after all the
/// other tests, on what each of their processes executed; stands aside when only some tests run.
class ExecutedStatementsTest {

    @Test
    void every_statement_of_the_code_was_executed() throws IOException {
        var executed = Isolation.executed();
        Assumptions.assumeFalse(executed.isEmpty(), "only some tests run");
        var all =
                executed.stream()
                        .map(ExecutedStatementsTest::normal)
                        .collect(Collectors.joining("\n"));

        var never = new TreeSet<String>();
        for (var statement : SqlInTheCode.statements()) {
            if (statement.module().equals("demo") || statement.module().equals("platform"))
                continue; // own tests, on the owner's connection
            // A statement put together at run time is looked for piece by piece.
            for (var piece : statement.text().split("\u0001|%(?:\\d+\\$)?[sd]")) {
                var words = normal(piece);
                if (words.length() > 20 && !all.contains(words))
                    never.add(statement.className() + ": " + words);
            }
        }

        assertThat(never).as("statements never executed by a test").isEmpty();
    }

    private static String normal(String text) {
        return text.replaceAll("--[^\\n]*", " ")
                .replaceAll("(?<!:):[a-zA-Z][a-zA-Z0-9_]*", "?")
                .replaceAll("\\?(\\s*,\\s*\\?)+", "?")
                .replace("%%", "%")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}

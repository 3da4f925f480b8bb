package fr.maillage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/// At the end of each class, replays under another structure what its tests made the application
/// execute ([Replay]): the class fails when something comes out. The texts are put down for
/// `ExecutedStatementsTest`, which looks at those of every process of the run.
public final class Isolation implements TestExecutionListener {

    private static final String END = "\0";

    @Override
    public void afterTestClass(TestContext test) throws Exception {
        if (!test.hasApplicationContext()) return;
        var recorded = RecordedStatements.all();
        putDown(recorded.takeTexts());
        var replay = new Replay(test.getApplicationContext().getBean(DataSource.class));
        assertThat(replay.faults(recorded.takeExecutions()))
                .as("statements that reach another structure")
                .isEmpty();
    }

    /// Where the texts of this run are; null when only some tests run.
    private static @Nullable Path folder() {
        var run = System.getProperty("maillage.run", "");
        return run.isEmpty() ? null : Path.of("target", "executed-statements", run);
    }

    private static void putDown(List<String> texts) throws IOException {
        var folder = folder();
        if (folder == null || texts.isEmpty()) return;
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(ProcessHandle.current().pid() + ".txt"),
                String.join(END, texts) + END,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /// Every text executed by the run so far; empty when only some tests run.
    public static List<String> executed() throws IOException {
        var folder = folder();
        if (folder == null || !Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            var all = new StringBuilder();
            for (var file : files.toList()) all.append(Files.readString(file));
            return List.of(all.toString().split(END));
        }
    }
}

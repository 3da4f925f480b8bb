package fr.maillage.directory.internal.load;

import org.slf4j.LoggerFactory;
import org.slf4j.Logger;
import fr.maillage.directory.Source;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Loads the files named on the command line (`--maillage.directory.persons=FILE`…) once the
/// application answers, beside it, and says on the standard output where it stands and what became
/// of each.
@Component
class LoadAtStart {

    private static final Logger log = LoggerFactory.getLogger(LoadAtStart.class);

    private final ImportProperties properties;
    private final DirectoryImport files;
    private final Editions editions;
    private final Announcements announcements;
    private final PrintStream out;
    private final Duration every;

    @Autowired
    LoadAtStart(
            ImportProperties properties,
            DirectoryImport files,
            Editions editions,
            Announcements announcements) {
        this(properties, files, editions, announcements, System.out, Duration.ofSeconds(5));
    }

    /// @param every how often it says where it stands
    LoadAtStart(
            ImportProperties properties,
            DirectoryImport files,
            Editions editions,
            Announcements announcements,
            PrintStream out,
            Duration every) {
        this.properties = properties;
        this.files = files;
        this.editions = editions;
        this.announcements = announcements;
        this.out = out;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        announcements.tell();
        var wanted = properties.files();
        if (!wanted.isEmpty()) Thread.ofPlatform().name("annuaire").start(() -> loadAll(wanted));
    }

    /// One after the other, in the order of their sources.
    void loadAll(Map<Source, Path> wanted) {
        for (var one : wanted.entrySet())
            try {
                load(one.getKey(), one.getValue());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | RuntimeException e) {
                // the others are loaded all the same
                log.error("{} could not be loaded at start", one.getKey(), e);
            }
    }

    private void load(Source source, Path file) throws InterruptedException, ExecutionException {
        var name = String.valueOf(file.getFileName());
        var id = editions.begin(source, name, LoadText.OPERATOR, 0);
        var loading =
                CompletableFuture.runAsync(
                        () -> files.run(id, source, file, name, properties.confirmed()));
        var said = "";
        while (true) {
            try {
                loading.get(every.toMillis(), TimeUnit.MILLISECONDS);
                out.println(LoadText.told(editions.get(id)));
                return;
            } catch (TimeoutException _) {
                var standing = LoadText.standing(editions.get(id));
                if (!standing.equals(said)) out.println(standing);
                said = standing;
            }
        }
    }
}

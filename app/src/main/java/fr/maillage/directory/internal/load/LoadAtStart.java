package fr.maillage.directory.internal.load;

import fr.maillage.directory.DirectoryFiles;
import fr.maillage.platform.Owner;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Loads the file named by `--maillage.directory.persons=FILE` once the application answers, beside
/// it, and says on the standard output where it stands and what became of it. An import that a stop
/// cut is told as failed: nothing of it was taken.
@Component
class LoadAtStart {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ImportProperties properties;
    private final DirectoryFiles files;
    private final Editions editions;
    private final Owner owner;
    private final PrintStream out = System.out;

    LoadAtStart(ImportProperties properties, DirectoryFiles files, Editions editions, Owner owner) {
        this.properties = properties;
        this.files = files;
        this.editions = editions;
        this.owner = owner;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        cut();
        var persons = properties.persons();
        if (persons != null) Thread.ofPlatform().name("annuaire").start(() -> load(persons));
    }

    /// Unless an import is running now, on this node or another, those said to run were cut.
    private void cut() {
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var free =
                        statement.executeQuery(
                                "select pg_try_advisory_xact_lock(hashtextextended('directory.import', 0))")) {
            free.next();
            if (free.getBoolean(1)) editions.cut();
        } catch (SQLException e) {
            throw new IllegalStateException("imports of the directory could not be looked at", e);
        }
    }

    private void load(Path file) {
        var name = String.valueOf(file.getFileName());
        var loading =
                CompletableFuture.supplyAsync(
                        () -> files.persons(file, name, LoadText.OPERATOR, properties.confirmed()));
        try {
            out.println(LoadText.told(editions.get(waited(loading))));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the directory could not be loaded", e);
        }
    }

    private UUID waited(CompletableFuture<UUID> loading)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return loading.get(EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                editions.running().ifPresent(e -> out.println(LoadText.standing(e)));
            }
        }
    }
}

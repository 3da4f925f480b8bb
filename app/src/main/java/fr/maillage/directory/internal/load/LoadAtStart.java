package fr.maillage.directory.internal.load;

import fr.maillage.directory.Source;
import fr.maillage.platform.Owner;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
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
/// of each. An import that a stop cut is told as failed: nothing of it was taken.
@Component
class LoadAtStart {

    private final ImportProperties properties;
    private final DirectoryImport files;
    private final Editions editions;
    private final Announcements announcements;
    private final Owner owner;
    private final PrintStream out;
    private final Duration every;

    @Autowired
    LoadAtStart(
            ImportProperties properties,
            DirectoryImport files,
            Editions editions,
            Announcements announcements,
            Owner owner) {
        this(properties, files, editions, announcements, owner, System.out, Duration.ofSeconds(5));
    }

    /// @param every how often it says where it stands
    LoadAtStart(
            ImportProperties properties,
            DirectoryImport files,
            Editions editions,
            Announcements announcements,
            Owner owner,
            PrintStream out,
            Duration every) {
        this.properties = properties;
        this.files = files;
        this.editions = editions;
        this.announcements = announcements;
        this.owner = owner;
        this.out = out;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        cut();
        announcements.tell();
        var wanted = properties.files();
        if (!wanted.isEmpty()) Thread.ofPlatform().name("annuaire").start(() -> loadAll(wanted));
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

    /// One after the other, in the order of their sources.
    void loadAll(Map<Source, Path> wanted) {
        try {
            for (var one : wanted.entrySet()) load(one.getKey(), one.getValue());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the directory could not be loaded", e);
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

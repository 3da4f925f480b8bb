package fr.maillage.directory.internal.load;

import org.springframework.context.event.EventListener;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import java.time.Duration;
import fr.maillage.web.FormRefused;
import fr.maillage.directory.Source;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Files given by the browser: each waits its turn on the disk, is loaded in the background, and
/// goes. One refused because it lost a fifth stays until it is confirmed, so that nobody sends it
/// again; the last two of those, and none after a restart: what one that was killed left on the
/// disk is removed a day later.
@Component
class Uploads {

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);

    private static final int KEPT = 2;
    private static final Duration A_DAY = Duration.ofDays(1);

    /// Begins the name of whatever stands on the disk for a while.
    static final String PREFIX = "maillage-annuaire-";

    private final DirectoryImport files;
    private final Editions editions;
    private final SequencedMap<UUID, Given> kept = new LinkedHashMap<>();
    private final ExecutorService one =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("annuaire").factory());

    Uploads(DirectoryImport files, Editions editions) {
        this.files = files;
        this.editions = editions;
    }

    private record Given(Source source, Path path, String name) {}

    /// Takes a file over; the edition it will be, begun. Loaded soon, in the background. Throws
    /// `FormRefused` when the disk does not take it.
    UUID receive(Source source, MultipartFile sent, String name, String author, boolean confirmed) {
        Path path = null;
        try {
            path = Files.createTempFile(PREFIX, ".recu");
            sent.transferTo(path);
            return begin(new Given(source, path, name), author, confirmed);
        } catch (IOException e) {
            log.error("a national file could not be received", e);
            if (path != null) remove(path);
            throw FormRefused.because("file", LoadText.NOT_KEPT);
        } catch (RuntimeException e) {
            if (path != null) remove(path);
            throw e;
        }
    }

    /// Whether the file of this edition is still there to be confirmed.
    synchronized boolean keeps(UUID edition) {
        return kept.containsKey(edition);
    }

    /// Loads the file of a refused edition as it is; the edition it becomes. Empty when it is no
    /// longer there.
    Optional<UUID> confirm(UUID edition, String author) {
        @Nullable Given given;
        synchronized (this) {
            given = kept.remove(edition);
        }
        return given == null ? Optional.empty() : Optional.of(begin(given, author, true));
    }

    private UUID begin(Given given, String author, boolean confirmed) {
        var id = editions.begin(given.source(), given.name(), author, 0);
        one.execute(() -> load(id, given, confirmed));
        return id;
    }

    private void load(UUID id, Given given, boolean confirmed) {
        try {
            files.run(id, given.source(), given.path(), given.name(), confirmed);
            if ("SHRUNK".equals(editions.get(id).why())) keep(id, given);
            else remove(given.path());
        } catch (RuntimeException e) {
            log.error("import {} failed", id, e);
            remove(given.path());
        }
    }

    private synchronized void keep(UUID id, Given given) {
        kept.put(id, given);
        while (kept.size() > KEPT) {
            var oldest = kept.pollFirstEntry();
            remove(oldest.getValue().path());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        try {
            leftovers(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException e) {
            log.warn("the files of former imports could not be looked for", e);
        }
    }

    /// Removes what a node that was killed left; what is less than a day older than the folder may
    /// be of one that lives, here or beside.
    static void leftovers(Path folder) throws IOException {
        var now = Files.getLastModifiedTime(folder).toInstant();
        try (var found = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (var each : found)
                if (Files.getLastModifiedTime(each).toInstant().isBefore(now.minus(A_DAY)))
                    remove(each);
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("a received file could not be removed", e);
        }
    }

    @PreDestroy
    synchronized void close() {
        one.shutdownNow();
        kept.values().forEach(given -> remove(given.path()));
    }
}

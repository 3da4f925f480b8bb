package fr.maillage.directory.internal.load;

import fr.maillage.directory.Source;
import fr.maillage.directory.internal.files.Opened;
import fr.maillage.platform.DailyWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The folder where a scheduled task of the machine puts the files it downloads
/// (`maillage.directory.folder`), read each night with nobody there. A file is known by its name,
/// or by the names inside its archive, under which it is published; one archive may serve several
/// sources. What was taken goes to `pris`, what was refused to `refuses`: the edition says why. A
/// file still on its way has a name that begins with a dot or ends in `.part` or `.tmp`.
@Component
class DropFolder implements DailyWork {

    private static final Logger log = LoggerFactory.getLogger(DropFolder.class);

    static final String TAKEN = "pris";
    static final String REFUSED = "refuses";

    /// Files kept in each of the two: a week of archives weighs a gigabyte.
    private static final int KEPT = 7;

    private final ImportProperties properties;
    private final DirectoryImport files;
    private final Editions editions;

    DropFolder(ImportProperties properties, DirectoryImport files, Editions editions) {
        this.properties = properties;
        this.files = files;
        this.editions = editions;
    }

    /// A file and one of the sources it holds.
    private record Part(Source source, Path file) {}

    /// What waits in the folder.
    ///
    /// @param unknown names of files nobody knows what to do with
    record Waiting(int files, List<String> unknown) {}

    @Override
    public String name() {
        return "dossier";
    }

    @Override
    public LocalTime at() {
        return properties.folderAt();
    }

    @Override
    public void run() {
        var folder = properties.folder();
        if (folder == null) return;
        try {
            read(folder);
        } catch (IOException e) {
            log.error("the folder of national files could not be read", e);
        }
    }

    /// What waits; empty when no folder is set, or when it cannot be read.
    Optional<Waiting> waiting() {
        var folder = properties.folder();
        if (folder == null) return Optional.empty();
        try {
            int known = 0;
            var unknown = new ArrayList<String>();
            for (var file : there(folder))
                if (sources(file).isEmpty()) unknown.add(String.valueOf(file.getFileName()));
                else known++;
            return Optional.of(new Waiting(known, unknown));
        } catch (IOException e) {
            log.warn("the folder of national files could not be looked at", e);
            return Optional.empty();
        }
    }

    private void read(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(TAKEN));
        Files.createDirectories(folder.resolve(REFUSED));
        var parts = new ArrayList<Part>();
        for (var file : there(folder))
            for (var source : sources(file)) parts.add(new Part(source, file));
        // places before people, and of two weeks the older first
        parts.sort(
                Comparator.comparingInt((Part p) -> Sources.LOADED.indexOf(p.source()))
                        .thenComparing(Part::file));
        var states = new LinkedHashMap<Path, Set<String>>();
        for (var part : parts)
            states.computeIfAbsent(part.file(), _ -> new HashSet<>()).add(state(part));
        states.forEach((file, said) -> {
            // one that something else stopped is read again the next night
            if (!said.contains("ECHEC"))
                move(file, folder.resolve(said.contains("REFUSEE") ? REFUSED : TAKEN));
        });
    }

    private String state(Part part) {
        var name = String.valueOf(part.file().getFileName());
        var id = files.load(part.source(), part.file(), name, LoadText.FOLDER, false);
        var edition = editions.get(id);
        log.info(LoadText.told(edition));
        return edition.state();
    }

    /// None for one that cannot be opened: the others are read all the same.
    private static Set<Source> sources(Path file) {
        try {
            var found = Opened.sources(file);
            found.retainAll(Sources.LOADED);
            return found;
        } catch (IOException e) {
            log.warn("a file of the folder cannot be opened", e);
            return Set.of();
        }
    }

    private static List<Path> there(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).filter(DropFolder::whole).sorted().toList();
        }
    }

    private static boolean whole(Path file) {
        var name = String.valueOf(file.getFileName());
        return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
    }

    /// One that cannot be moved stays, and is read again the next night: it changes nothing then.
    private static void move(Path file, Path to) {
        try {
            Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            forget(to);
        } catch (IOException e) {
            log.warn("a national file could not be put aside", e);
        }
    }

    private static void forget(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            for (var old :
                    all.filter(Files::isRegularFile)
                            .sorted(Comparator.comparing(DropFolder::date).reversed())
                            .skip(KEPT)
                            .toList()) Files.deleteIfExists(old);
        }
    }

    private static long date(Path file) {
        return file.toFile().lastModified();
    }
}

package fr.maillage.directory.internal.load;

import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.Source;
import fr.maillage.directory.internal.files.Opened;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import fr.maillage.platform.Owner;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Loads a national file. Either the whole of it is in use afterwards or nothing changed: the
/// edition says which, with what was left out and why.
@Component
@EnableConfigurationProperties(ImportProperties.class)
class DirectoryImport implements DirectoryFiles {

    private static final Logger log = LoggerFactory.getLogger(DirectoryImport.class);

    private final Owner owner;
    private final Editions editions;
    private final ImportProperties properties;
    private final Sources sources;
    private final Announcements announcements;

    DirectoryImport(
            Owner owner,
            Editions editions,
            ImportProperties properties,
            Sources sources,
            Announcements announcements) {
        this.announcements = announcements;
        this.owner = owner;
        this.editions = editions;
        this.properties = properties;
        this.sources = sources;
    }

    @Override
    public UUID load(Source source, Path file, String name, String author, boolean confirmed) {
        var id = editions.begin(source, name, author, 0);
        run(id, source, file, name, confirmed);
        return id;
    }

    /// Loads the file of an edition that was begun.
    void run(UUID id, Source source, Path file, String name, boolean confirmed) {
        run(id, source, () -> Opened.of(file, source, properties.mostBytes()), name, confirmed);
    }

    /// As above, of a text that comes from anywhere.
    void run(UUID id, Source source, Import.Reader reader, String name, boolean confirmed) {
        try (var connection = owner.connect()) {
            connection.setAutoCommit(false);
            var database = new Database(connection);
            database.begin();
            var remarks = new Remarks();
            try {
                var load =
                        sources.of(
                                source, name, database, reader, editions.progress(id), confirmed);
                remarks = load.remarks();
                var done = load.run(id);
                // said before the edition is over: whoever sees the end sees all of it
                editions.remarks(id, remarks);
                editions.ended(connection, id, done);
                connection.commit();
            } catch (Unusable e) {
                connection.rollback();
                editions.refused(id, e, remarks);
            } catch (Opened.Stopped e) {
                connection.rollback();
                editions.refused(id, e.why(), remarks);
            } catch (ZipException | EOFException e) {
                connection.rollback();
                editions.refused(id, new Unusable(Why.CUT, name), remarks);
            }
        } catch (SQLException | IOException | RuntimeException e) {
            log.error("import {} failed", id, e);
            editions.failed(id, Stop.of(e));
            return;
        }
        announce();
    }

    /// The file is in use whatever becomes of this: what could not be told now is told at the next
    /// import, or at the next start.
    private void announce() {
        try {
            announcements.tell();
        } catch (RuntimeException e) {
            log.error("an edition of the directory could not be announced", e);
        }
    }
}

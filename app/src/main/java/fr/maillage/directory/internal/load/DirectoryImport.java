package fr.maillage.directory.internal.load;

import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.internal.files.Opened;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import fr.maillage.platform.Owner;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
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

    DirectoryImport(Owner owner, Editions editions, ImportProperties properties) {
        this.owner = owner;
        this.editions = editions;
        this.properties = properties;
    }

    @Override
    public UUID persons(Path file, String name, String author, boolean confirmed) {
        var id = editions.begin(Source.PERSONNES, name, author, size(file));
        try (var connection = owner.connect()) {
            connection.setAutoCommit(false);
            var load =
                    new PersonsImport(
                            connection,
                            () ->
                                    Opened.of(
                                            file,
                                            Source.PERSONNES.inName(),
                                            properties.mostBytes()),
                            (step, bytes, lines) -> editions.progress(id, step, bytes, lines),
                            confirmed);
            try {
                var done = load.run(id);
                ended(connection, id, done);
                connection.commit();
                editions.remarks(id, load.remarks());
            } catch (Unusable e) {
                connection.rollback();
                editions.refused(id, e, load.remarks());
            } catch (Opened.Stopped e) {
                connection.rollback();
                editions.refused(id, e.why(), load.remarks());
            } catch (ZipException | java.io.EOFException e) {
                connection.rollback();
                editions.refused(id, new Unusable(Why.CUT, name), load.remarks());
            }
        } catch (SQLException | IOException e) {
            log.error("import {} failed", id, e);
            editions.failed(id);
        }
        return id;
    }

    private static long size(Path file) {
        try {
            return java.nio.file.Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private void ended(Connection connection, UUID id, PersonsImport.Done done)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update directory.edition set state = ?, ended_at = clock_timestamp(), step = null, lines = ?, before = ?, added = ?, removed = ?
                         where id = ?
                        """)) {
            statement.setString(1, done.added() + done.removed() == 0 ? "IDENTIQUE" : "FAITE");
            statement.setLong(2, done.lines());
            statement.setLong(3, done.before());
            statement.setLong(4, done.added());
            statement.setLong(5, done.removed());
            statement.setObject(6, id);
            statement.executeUpdate();
        }
    }
}

package fr.maillage.directory.internal.load;

import fr.maillage.directory.Source;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The way each source goes into the database.
@Component
class Sources {

    /// Those that a file can be given for, in the order they are offered.
    static final List<Source> LOADED = List.of(Source.PERSONNES, Source.ROR);

    private final Clock clock;

    Sources(Clock clock) {
        this.clock = clock;
    }

    /// The import of a file of this source.
    ///
    /// @param name of the file as people know it
    Import of(
            Source source,
            String name,
            Database database,
            Import.Reader reader,
            Progress progress,
            boolean confirmed)
            throws SQLException {
        return switch (source) {
            case PERSONNES ->
                    new PersonsImport(database, reader, progress, professions(database), confirmed);
            case ROR -> new OffersImport(database, reader, progress, confirmed, clock.instant());
            default -> throw new IllegalArgumentException(source + " is not loaded from " + name);
        };
    }

    private static Map<String, String> professions(Database database) throws SQLException {
        var known = new HashMap<String, String>();
        try (var statement = database.connection().createStatement();
                var found =
                        statement.executeQuery(
                                "select national, code from directory.profession_code")) {
            while (found.next()) known.put(found.getString(1), found.getString(2));
        }
        return known;
    }
}

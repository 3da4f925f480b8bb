package fr.maillage.directory.internal.load;

import fr.maillage.directory.Source;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.territory.CommuneFiles;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// The way each source goes into the database.
@Component
class Sources {

    /// Those that a file can be given for, in the order they are needed: places come first, and a
    /// structure before its mailbox.
    static final List<Source> LOADED =
            List.of(
                    Source.COMMUNES,
                    Source.FUSIONS,
                    Source.POPULATIONS,
                    Source.PERSONNES,
                    Source.SAVOIR_FAIRE,
                    Source.DIPLOMES,
                    Source.FINESS,
                    Source.MSSANTE,
                    Source.ROR);

    private final CommuneLayouts communes;
    private final Clock clock;

    Sources(CommuneFiles communes, Clock clock) {
        this.communes = new CommuneLayouts(communes);
        this.clock = clock;
    }

    /// The import of a file of this source. Throws [Unusable] when its name or its first line
    /// already tells that it cannot be taken.
    ///
    /// @param name of the file as people know it
    Import of(
            Source source,
            String name,
            Database database,
            Import.Reader reader,
            Progress progress,
            boolean confirmed)
            throws SQLException, IOException, Unusable {
        return switch (source) {
            case PERSONNES ->
                    new PersonsImport(
                            database,
                            reader,
                            progress,
                            Professions.known(database.connection()),
                            CommuneCodes.of(database.connection()),
                            confirmed);
            case ROR -> new OffersImport(database, reader, progress, confirmed, clock.instant());
            default ->
                    new TableImport(
                            database, reader, progress, layout(source, name, reader), confirmed);
        };
    }

    private Layout layout(Source source, String name, Import.Reader reader)
            throws IOException, Unusable {
        return switch (source) {
            case SAVOIR_FAIRE -> Layouts.expertise();
            case DIPLOMES -> Layouts.diplomas();
            case MSSANTE -> Layouts.mailboxes();
            case FINESS -> FinessLines.layout(reader);
            case COMMUNES -> communes.communes(name);
            case FUSIONS -> communes.mergers(name);
            case POPULATIONS -> communes.populations(name);
            default -> throw new IllegalArgumentException(source + " is no file of lines");
        };
    }
}

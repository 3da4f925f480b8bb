package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import fr.maillage.directory.internal.ror.BundleEntries;
import fr.maillage.directory.internal.ror.RorStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/// A bundle of the ROR into `directory.offer`.
final class OffersImport implements Import {

    private static final int REPORT = 2_000;

    private final Database database;
    private final Reader reader;
    private final Progress progress;
    private final boolean confirmed;
    private final Instant now;
    private final Remarks remarks = new Remarks();

    /// @param now what a resource without a date is dated
    OffersImport(
            Database database, Reader reader, Progress progress, boolean confirmed, Instant now) {
        this.database = database;
        this.reader = reader;
        this.progress = progress;
        this.confirmed = confirmed;
        this.now = now;
    }

    /// A statement failed inside the reading of a stream.
    private static final class Failed extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient SQLException statement;

        Failed(SQLException statement) {
            super(statement);
            this.statement = statement;
        }
    }

    @Override
    public Remarks remarks() {
        return remarks;
    }

    @Override
    public Done run(UUID edition) throws SQLException, IOException, Unusable {
        var store = new RorStore(database.connection(), remarks, now);
        var lines = new long[1];
        try (var opened = reader.open()) {
            progress.opened(opened.bytes());
            BundleEntries.read(
                    opened.stream(),
                    (number, named, resource, type) -> {
                        lines[0] = number;
                        if (number % REPORT == 0) progress.at(Editions.Step.READING, 0, number);
                        try {
                            store.add(number, named, resource, type);
                        } catch (SQLException e) {
                            throw new Failed(e);
                        }
                    });
        } catch (Failed e) {
            throw e.statement;
        }
        var offers = store.services();
        if (offers == 0) throw new Unusable(Why.NO_LINE, "");
        Import.shrunk(offers, store.inUse(), confirmed);
        progress.at(Editions.Step.COMPARING, 0, lines[0]);
        var merged = store.merge(true);
        return new Done(lines[0], merged.before(), merged.changed(), merged.gone(), 0);
    }
}

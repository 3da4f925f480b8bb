package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Opened;
import fr.maillage.directory.internal.files.Unusable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/// One file into the database, in one transaction that the caller commits or rolls back.
interface Import {

    /// A file with fewer lines than this share of what is in use is refused unless confirmed.
    int SHRINK_PERCENT = 80;

    /// Lines between two reports of progress.
    int REPORT = 50_000;

    /// Opens the same text again.
    @FunctionalInterface
    interface Reader {
        Opened open() throws IOException, Unusable;
    }

    /// What an import did.
    ///
    /// @param before lines in use before
    /// @param changed lines that stay, with something else in them
    record Done(long lines, long before, long added, long removed, long changed) {

        boolean nothing() {
            return added + removed + changed == 0;
        }
    }

    /// Does it, without committing. Throws [Unusable] for a file that is not taken: the transaction
    /// is then to be rolled back.
    Done run(UUID edition) throws SQLException, IOException, Unusable;

    /// What is to be said of its lines.
    Remarks remarks();

    /// Refuses a file that lost a fifth, unless somebody knows.
    static void shrunk(long lines, long before, boolean confirmed) throws Unusable {
        if (!confirmed && lines * 100 < before * SHRINK_PERCENT)
            throw new Unusable(Unusable.Why.SHRUNK, lines + " " + before);
    }
}

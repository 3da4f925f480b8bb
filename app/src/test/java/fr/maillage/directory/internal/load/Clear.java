package fr.maillage.directory.internal.load;

import fr.maillage.platform.Owner;
import java.sql.SQLException;

/// Empties the directory.
final class Clear {

    private Clear() {}

    static void all(Owner owner) {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute("delete from directory.edition");
            statement.execute("truncate directory.activity, directory.name");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

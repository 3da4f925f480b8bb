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

    /// Empties what the other files brought, and the structures their tests wrote by hand.
    static void others(Owner owner) {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate directory.expertise, directory.diploma, directory.mailbox");
            statement.execute(
                    "delete from directory.organization where source = 'FINESS' or name = 'À LA MAIN'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

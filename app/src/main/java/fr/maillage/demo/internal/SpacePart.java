package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// Spaces of groups of actors, beside the register whose bodies and texts they use.
final class SpacePart {

    private SpacePart() {}

    /// @param structures the platform, the network and the DAC, in this order
    static void write(Connection connection, List<Structure> structures, LocalDate today)
            throws SQLException {
        Loader.script(connection, "/demo/spaces.sql", structures, today);
    }
}

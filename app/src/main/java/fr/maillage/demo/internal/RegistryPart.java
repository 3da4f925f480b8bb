package fr.maillage.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// The register of structures: those of the demonstration, invented, beside those the migrations
/// ship from public documents. A script, since it is a few hundred short lines about nobody.
final class RegistryPart {

    private RegistryPart() {}

    /// @param structures the platform, the network and the DAC, in this order
    static void write(Connection connection, List<Structure> structures, LocalDate today)
            throws SQLException {
        try (var in = RegistryPart.class.getResourceAsStream("/demo/registry.sql")) {
            var script =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .replace("{platform}", structures.get(0).id().toString())
                            .replace("{network}", structures.get(1).id().toString())
                            .replace("{dac}", structures.get(2).id().toString())
                            .replace("{today}", today.toString());
            Loader.execute(connection, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

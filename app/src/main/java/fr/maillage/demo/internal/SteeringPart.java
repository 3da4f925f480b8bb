package fr.maillage.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/// Surveys, projects and what regions published: a script, since it is a few hundred short lines
/// about nobody. After the register, in whose sheets' names they are.
final class SteeringPart {

    private SteeringPart() {}

    static void write(Connection connection, UUID platform, LocalDate today) throws SQLException {
        try (var in = SteeringPart.class.getResourceAsStream("/demo/steering.sql")) {
            var script =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .replace("{platform}", platform.toString())
                            .replace("{today}", today.toString());
            Loader.execute(connection, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

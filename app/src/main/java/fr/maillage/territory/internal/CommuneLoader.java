package fr.maillage.territory.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the communes of `territory/communes.csv` into an empty table, at start, before anything
/// answers. The zones they belong to came with the migrations. A table already filled is left
/// alone: a later edition will be a migration.
@Component
class CommuneLoader implements SmartInitializingSingleton {

    private static final String FILE = "/territory/communes.csv";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    CommuneLoader(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ -> load());
    }

    private void load() {
        // Two nodes starting on one database: the second waits, then finds the table filled.
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('territory.commune', 0))", _ -> {});
        if (Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "select exists (select 1 from territory.commune)", Boolean.class))) return;
        jdbc.batchUpdate(
                """
                insert into territory.commune (code, name, postcodes, population, arrondissement, latitude, longitude, zone_code)
                values (?, ?, string_to_array(?, ' '), ?::int, ?, ?::numeric, ?::numeric, ?)
                """,
                rows());
    }

    private static List<Object[]> rows() {
        var stream = CommuneLoader.class.getResourceAsStream(FILE);
        if (stream == null)
            throw new IllegalStateException(FILE + " is missing from the application");
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var header = List.of(reader.readLine().split(",", -1));
            var rows = new ArrayList<Object[]>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var cells = cells(header, line);
                rows.add(
                        new Object[] {
                            cells.get("code"), cells.get("name"), cells.get("postcodes"),
                                    empty(cells, "population"),
                            cells.get("arrondissement"), empty(cells, "latitude"),
                                    empty(cells, "longitude"), empty(cells, "zone_code")
                        });
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /// No cell of this file holds a comma or a quote (a test of the files says so).
    private static Map<String, String> cells(List<String> header, String line) {
        var cells = new java.util.HashMap<String, String>();
        var values = line.split(",", -1);
        for (int i = 0; i < header.size(); i++) cells.put(header.get(i), values[i]);
        return cells;
    }

    private static @org.jspecify.annotations.Nullable String empty(
            Map<String, String> cells, String name) {
        var value = cells.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}

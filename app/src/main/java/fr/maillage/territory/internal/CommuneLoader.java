package fr.maillage.territory.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the communes of the files of `territory/` into the table, at start, before anything
/// answers: those of the region described (with postcodes, population and zone), then those of the
/// whole country (with their place alone). The zones came with the migrations. What is there
/// already is left alone: a later edition will be a migration.
@Component
class CommuneLoader implements SmartInitializingSingleton {

    private static final String REGION = "/territory/communes.csv";
    private static final String COUNTRY = "/territory/communes_france.csv";
    private static final String FORMER = "/territory/communes_former.csv";

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
        communes();
        former();
    }

    /// Codes of merged communes, for the communes that are there.
    private void former() {
        if (Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "select exists (select 1 from territory.commune_former)", Boolean.class)))
            return;
        jdbc.batchUpdate(
                "insert into territory.commune_former (old_code, code) select ?, c.code from territory.commune c where c.code = ?",
                rows(FORMER, "old_code", "code"));
    }

    private void communes() {
        if (Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "select exists (select 1 from territory.commune where area_km2 is not null)",
                        Boolean.class))) return;
        jdbc.batchUpdate(
                """
                insert into territory.commune (code, name, postcodes, population, arrondissement, latitude, longitude, zone_code)
                values (?, ?, string_to_array(?, ' '), ?::int, ?, ?::numeric, ?::numeric, ?) on conflict do nothing
                """,
                rows(
                        REGION,
                        "code",
                        "name",
                        "postcodes",
                        "population",
                        "arrondissement",
                        "latitude",
                        "longitude",
                        "zone_code"));
        jdbc.batchUpdate(
                """
                insert into territory.commune (code, name, latitude, longitude, area_km2, edition) values (?, ?, ?::numeric, ?::numeric, ?::numeric, 2018)
                on conflict (code) do update set area_km2 = excluded.area_km2
                """,
                rows(COUNTRY, "code", "name", "latitude", "longitude", "area_km2"));
        // what the migration did for the communes that were there: the first link and the first
        // population
        jdbc.update(
                """
                insert into territory.commune_zone (commune_code, division_code, zone_code, valid_from)
                select c.code, z.division_code, c.zone_code, z.valid_from from territory.commune c join territory.zone z on z.code = c.zone_code
                on conflict do nothing
                """);
        jdbc.update(
                """
                insert into territory.population (commune_code, year, source, people)
                select code, edition, 'INSEE, populations légales en vigueur en 2026 (année de référence à vérifier)', population
                  from territory.commune where population is not null
                on conflict do nothing
                """);
    }

    private static List<@Nullable Object[]> rows(String file, String... columns) {
        var stream = CommuneLoader.class.getResourceAsStream(file);
        if (stream == null)
            throw new IllegalStateException(file + " is missing from the application");
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var header = List.of(reader.readLine().split(",", -1));
            var places = Arrays.stream(columns).mapToInt(header::indexOf).toArray();
            var rows = new ArrayList<@Nullable Object[]>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                // no cell of these files holds a comma or a quote (a test of the files says so)
                var cells = line.split(",", -1);
                var row = new @Nullable Object[columns.length];
                for (int i = 0; i < places.length; i++)
                    row[i] = cells[places[i]].isEmpty() && i > 2 ? null : cells[places[i]];
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}

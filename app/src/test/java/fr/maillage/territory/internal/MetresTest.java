package fr.maillage.territory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.kernel.GreatCircle;
import fr.maillage.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The distance in SQL is that of the code.
@IntegrationTest
class MetresTest {

    @Autowired JdbcClient sql;

    private record Pair(
            double latitude,
            double longitude,
            double otherLatitude,
            double otherLongitude,
            int metres) {}

    @Test
    void the_distance_in_sql_is_that_of_the_code_near_and_far() {
        var pairs =
                sql.sql(
                                """
                                select a.latitude, a.longitude, b.latitude as other_latitude, b.longitude as other_longitude,
                                       territory.metres(a.latitude, a.longitude, b.latitude, b.longitude) as metres
                                  from (select latitude, longitude from territory.commune where latitude is not null order by md5(code) limit 30) a
                                 cross join (select latitude, longitude from territory.commune where latitude is not null order by md5(code) limit 30) b
                                union all
                                -- Lille to Saint-Denis de La Réunion and to Nouméa
                                select o.*, territory.metres(o.a, o.b, o.c, o.d) from (values (50.6311::float, 3.0468::float, -20.9, 55.5), (50.6311, 3.0468, -22.27, 166.44)) o (a, b, c, d)
                                """)
                        .query((row, _) ->
                                new Pair(
                                        row.getDouble(1),
                                        row.getDouble(2),
                                        row.getDouble(3),
                                        row.getDouble(4),
                                        row.getInt(5)))
                        .list();
        assertThat(pairs)
                .hasSizeGreaterThan(900)
                .anySatisfy(p -> assertThat(p.metres()).isGreaterThan(16_000_000));
        for (var pair : pairs)
            assertThat((double) pair.metres())
                    .isCloseTo(
                            GreatCircle.metres(
                                    pair.latitude(),
                                    pair.longitude(),
                                    pair.otherLatitude(),
                                    pair.otherLongitude()),
                            within(1.0));
        assertThat(
                        sql.sql("select territory.metres(50.6, 3.0, null, 3.1) is null")
                                .query(Boolean.class)
                                .single())
                .as("a place that is not known")
                .isTrue();
    }
}

package fr.maillage.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.maillage.testing.IntegrationTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a constraint refuses is in no exception, hence in no log: it may be somebody's name.
@IntegrationTest
class RefusedLinesTest {

    @Autowired Owner owner;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    private static String trace(Throwable refused) {
        var words = new StringWriter();
        refused.printStackTrace(new PrintWriter(words));
        return words.toString();
    }

    @Test
    void neither_on_the_connections_of_the_pool_nor_on_those_of_the_owner() throws SQLException {
        var pool =
                catchThrowable(() ->
                        transaction.executeWithoutResult(_ ->
                                sql.sql(
                                                "insert into platform.event_publication (id, listener_id) values (gen_random_uuid(), 'LEROY Odette')")
                                        .update()));
        assertThat(pool).isNotNull();
        assertThat(trace(pool)).doesNotContain("Failing row");
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            var owned =
                    catchThrowable(() ->
                            statement.execute(
                                    "do $$ begin perform 1; insert into directory.movement (edition_id, pp_id, kind) select gen_random_uuid(), pp_id, 'X' from (select 'LEROY ' || 'Odette' as pp_id) p; end $$"));
            assertThat(owned).hasMessageContaining("movement_kind_check");
            assertThat(trace(owned)).doesNotContain("LEROY Odette");
        }
    }
}

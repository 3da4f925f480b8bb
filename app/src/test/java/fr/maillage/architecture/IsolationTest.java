package fr.maillage.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.RecordedStatements.Execution;
import fr.maillage.testing.Replay;
import fr.maillage.testing.TestWorld.Cast;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A structure's data never leave it, whatever the SQL forgets.
@IntegrationTest
class IsolationTest {

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired DataSource dataSource;

    @Autowired Owner owner;

    @Test
    @Proves("REQ-MULTI-STRUCTURE-05")
    void a_query_that_forgets_its_where_clause_sees_one_structure() {
        var ours = cast.newPatient(cast.douai).value();
        var theirs = cast.newPatient(cast.calais).value();

        var seen =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql("select id from patient.patient")
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .list());

        assertThat(seen).contains(ours).doesNotContain(theirs);
        assertThat(
                        cast.as(
                                cast.drMorel,
                                () ->
                                        sql.sql("select id from patient.patient")
                                                .query((row, _) -> row.getObject(1, UUID.class))
                                                .list()))
                .as("a doctor of two structures reads both")
                .contains(ours, theirs);
        assertThat(
                        sql.sql("select count(*) from patient.patient")
                                .query((row, _) -> row.getInt(1))
                                .single())
                .as("without a context, nothing")
                .isZero();
    }

    @Test
    void nothing_is_written_into_another_structure() {
        var theirs = cast.newPatient(cast.calais).value();

        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "update patient.patient set notes = 'x' where id = :id")
                                                .param("id", theirs)
                                                .update()))
                .isZero();
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql("delete from patient.patient where id = :id")
                                                .param("id", theirs)
                                                .update()))
                .isZero();
        assertThatThrownBy(() ->
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        """
                                                        insert into patient.patient (network_id, birth_name, given_names, sex, created_at) values (:other, 'X', 'Y', 'F', now())
                                                        """)
                                                .param("other", cast.calais.value())
                                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void the_pool_s_role_can_neither_bypass_nor_alter_the_policies() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            try (var role =
                    statement.executeQuery(
                            "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user")) {
                assertThat(role.next()).isTrue();
                for (var right = 1; right <= 4; right++)
                    assertThat(role.getBoolean(right)).isFalse();
            }
            for (var attempt :
                    List.of(
                            "alter table patient.patient disable row level security",
                            "alter table patient.patient no force row level security",
                            "drop policy tenant on patient.patient",
                            "create policy mine on patient.patient using (true)",
                            "alter table access.trail disable trigger append_only",
                            "drop trigger append_only on access.trail",
                            "truncate access.trail",
                            "alter role current_user bypassrls",
                            "create or replace function platform.networks() returns uuid[] language sql as $$ select array_agg(id) from network.network $$",
                            "create table patient.copy as select * from patient.patient")) {
                assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void every_table_with_a_structure_is_protected_and_forced() throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select n.nspname || '.' || c.relname
                                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'network_id' and not a.attisdropped
                                 where c.relkind = 'r' and n.nspname || '.' || c.relname not in ('access.membership')
                                   and not (c.relrowsecurity and c.relforcerowsecurity)
                                """)) {
            var open = new ArrayList<String>();
            while (rows.next()) open.add(rows.getString(1));
            assertThat(open).isEmpty();
        }
    }

    /// [fr.maillage.testing.Isolation] replays what each class executed: it would see an identifier
    /// that comes out, and a line that changes.
    @Test
    void what_gets_out_of_a_structure_is_seen_by_the_replay() throws Exception {
        var theirs = cast.newPatient(cast.calais).value();
        var shown = "select '" + theirs + "'::uuid where not exists (select 1 from rcp.meeting)";
        var counted =
                "select count(*) from (select 1 where not exists (select 1 from rcp.meeting)) x";

        assertThat(
                        new Replay(dataSource)
                                .faults(
                                        Stream.of(shown, counted, "select id from patient.patient")
                                                .map(text -> new Execution(text, List.of()))
                                                .toList()))
                .containsExactlyInAnyOrder("shows an identifier: " + shown, "counts 1: " + counted);
    }
}

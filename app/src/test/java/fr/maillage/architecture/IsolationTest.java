package fr.maillage.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.RecordedStatements;
import fr.maillage.testing.SqlInTheCode;
import fr.maillage.testing.TestWorld.Cast;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A structure's data never leave it, whatever the SQL forgets. Runs last, to replay what all the
/// other tests executed.
@IntegrationTest
@Order(Integer.MAX_VALUE)
class IsolationTest {

    private static final NetworkId NOBODYS =
            new NetworkId(UUID.fromString("00000000-0000-7000-8000-000000000000"));

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

    /// Every statement the tests executed inside a structure, run again with the same values under
    /// a structure that has nothing: no identifier of anybody's data comes out, and no line
    /// changes.
    @Test
    void every_statement_executed_by_the_tests_stays_inside_the_structure() throws Exception {
        var known = tenantIdentifiers();
        var faults = new ArrayList<String>();
        var replayed = 0;
        for (var execution : RecordedStatements.all().executions()) {
            var text = execution.sql().strip().toLowerCase(Locale.ROOT);
            if (text.startsWith("select set_config") || !mentionsTenantTable(text)) continue;
            replayed++;
            var given = new HashSet<String>();
            execution
                    .parameters()
                    .forEach(p ->
                            given.add(
                                    String.valueOf(p.getArgs().length > 1 ? p.getArgs()[1] : "")));
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    context(connection);
                    try (var statement = connection.prepareStatement(execution.sql())) {
                        for (var parameter : execution.parameters()) set(statement, parameter);
                        if (statement.execute()) {
                            leak(statement.getResultSet(), known, given, text, faults);
                        } else if (!text.startsWith("insert") && statement.getUpdateCount() > 0) {
                            faults.add(
                                    "changed " + statement.getUpdateCount() + " line(s): " + text);
                        } else if (text.startsWith("insert")) {
                            // a line of its own, if any: the policy is proven above
                        }
                    }
                } catch (SQLException refused) {
                    // a foreign key or a policy said no: nothing came out
                } finally {
                    connection.rollback();
                }
            }
        }
        assertThat(faults).as("statements that reach another structure").isEmpty();
        assertThat(replayed).isPositive();
        System.out.println(
                "Cloisonnement : " + replayed + " instructions rejouées sous une autre structure");
    }

    /// SQL that no test executes is SQL nobody has seen stay inside.
    @Test
    void every_statement_of_the_code_was_executed() {
        var selected = System.getProperty("maillage.selected-tests", "");
        Assumptions.assumeTrue(
                selected.isEmpty() || selected.startsWith("$"), "only some tests run");
        var executed = new StringBuilder();
        RecordedStatements.all()
                .texts()
                .forEach(text -> executed.append(normal(text)).append('\n'));
        var all = executed.toString();

        var never = new TreeSet<String>();
        for (var statement : SqlInTheCode.statements()) {
            if (statement.module().equals("demo") || statement.module().equals("platform"))
                continue; // own tests, on the owner's connection
            // A statement put together at run time is looked for piece by piece.
            for (var piece : statement.text().split("\u0001|%s")) {
                var words = normal(piece);
                if (words.length() > 20 && !all.contains(words))
                    never.add(statement.className() + ": " + words);
            }
        }

        assertThat(never).as("statements never executed by a test").isEmpty();
    }

    private static String normal(String text) {
        return text.replaceAll("--[^\\n]*", " ")
                .replaceAll("(?<!:):[a-zA-Z][a-zA-Z0-9_]*", "?")
                .replaceAll("\\?(\\s*,\\s*\\?)+", "?")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static boolean mentionsTenantTable(String text) {
        return Pattern.compile(
                        "\\b(patient|intake|casefile|documents|correspondence|assessment|careplan|protocol|followup|agenda|planning|indicators|portability|web)\\.[a-z_]+")
                .matcher(text)
                .find();
    }

    private static void leak(
            ResultSet rows, Set<String> known, Set<String> given, String text, List<String> faults)
            throws SQLException {
        var columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (var column = 1; column <= columns; column++) {
                var value = rows.getString(column);
                if (value == null || given.contains(value)) continue;
                for (var id : value.split("[{},\"\\s]+")) {
                    if (id.length() == 36 && known.contains(id) && !given.contains(id)) {
                        faults.add("shows an identifier: " + text);
                        return;
                    }
                }
                // An aggregate over tenant tables alone counts nothing.
                if (columns == 1 && text.startsWith("select count(*) from") && !"0".equals(value)) {
                    faults.add("counts " + value + ": " + text);
                    return;
                }
            }
        }
    }

    private void context(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select set_config('maillage.networks', ?, true), set_config('maillage.network', ?, true),
                               set_config('maillage.agencies', '', true), set_config('maillage.account', '', true)
                        """)) {
            statement.setString(1, NOBODYS.value().toString());
            statement.setString(2, NOBODYS.value().toString());
            statement.execute();
        }
    }

    private static void set(
            PreparedStatement statement, net.ttddyy.dsproxy.proxy.ParameterSetOperation parameter)
            throws Exception {
        try {
            parameter.getMethod().invoke(statement, parameter.getArgs());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException refused) throw refused;
            throw e;
        }
    }

    /// Every identifier held in a tenant table.
    private Set<String> tenantIdentifiers() throws SQLException {
        var known = new HashSet<String>();
        for (var network : List.of(cast.douai, cast.calais)) {
            known.addAll(
                    cast.in(
                            network,
                            () -> {
                                var ids = new ArrayList<String>();
                                var tables =
                                        sql.sql(
                                                        """
                                                        select c.table_schema || '.' || c.table_name from information_schema.columns c
                                                          join information_schema.columns n on n.table_schema = c.table_schema and n.table_name = c.table_name and n.column_name = 'network_id'
                                                          join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                                                         where c.column_name = 'id' and c.table_schema in ('patient','intake','casefile','documents','correspondence','assessment','careplan','protocol','followup','agenda','planning','indicators','portability')
                                                        """)
                                                .query((row, _) -> row.getString(1))
                                                .list();
                                for (var table : tables) {
                                    ids.addAll(
                                            sql.sql("select id::text from " + table)
                                                    .query((row, _) -> row.getString(1))
                                                    .list());
                                }
                                return ids;
                            }));
        }
        return known;
    }
}

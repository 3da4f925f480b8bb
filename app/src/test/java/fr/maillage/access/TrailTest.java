package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class TrailTest {

    @Autowired Cast cast;

    @Autowired Trail trail;

    @Autowired JdbcClient sql;

    @Autowired Owner owner;

    @Test
    @Proves("REQ-RIGHTS-12")
    void an_opened_file_leaves_a_line_that_nobody_changes_or_removes() {
        var patient = cast.newPatient(cast.douai);

        cast.in(
                cast.douai,
                () -> {
                    trail.read(patient, "PPS", null);
                    return null;
                });

        assertThat(cast.in(cast.douai, () -> trail.of(patient, true, 10)))
                .extracting(Trail.Line::action, Trail.Line::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("READ", "PPS"));
        assertThat(cast.in(cast.calais, () -> trail.of(patient, true, 10))).isEmpty();
        assertThatThrownBy(() ->
                        cast.in(cast.douai, () -> sql.sql("delete from access.trail").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        cast.in(
                                cast.douai,
                                () -> sql.sql("update access.trail set actor = 'nobody'").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    @Proves("REQ-RIGHTS-12")
    void a_sealed_line_changed_behind_the_application_is_found() throws SQLException {
        var patient = cast.newPatient(cast.calais);
        cast.in(
                cast.calais,
                () -> {
                    trail.read(patient, "SYNTHESE", null);
                    return null;
                });
        assertThat(cast.in(cast.calais, trail::seal)).isPositive();
        assertThat(cast.in(cast.calais, trail::brokenBlocks)).isEmpty();

        tamper(patient.value(), "SYNTHESE", "NOTHING");

        assertThat(cast.in(cast.calais, trail::brokenBlocks)).isNotEmpty();
        tamper(patient.value(), "NOTHING", "SYNTHESE"); // the other tests find an intact trail
        assertThat(cast.in(cast.calais, trail::brokenBlocks)).isEmpty();
    }

    /// What somebody who holds the owner's password and disables the protections could do.
    private void tamper(java.util.UUID patient, String from, String to) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter table access.trail disable trigger append_only");
            statement.execute("alter table access.trail no force row level security");
            statement.execute(
                    "update access.trail set what = '"
                            + to
                            + "' where what = '"
                            + from
                            + "' and patient_id = '"
                            + patient
                            + "'");
            statement.execute("alter table access.trail force row level security");
            statement.execute("alter table access.trail enable trigger append_only");
        }
    }
}

package fr.maillage.directory.internal.refresh;

import static fr.maillage.directory.internal.refresh.FakeService.GOOD;
import static fr.maillage.directory.internal.refresh.FakeService.changed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.internal.load.Announcements;
import fr.maillage.directory.internal.load.Editions;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.hl7.fhir.r4.model.HealthcareService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A service that answers what no service should, and nights that go wrong one after the other.
@IntegrationTest
class RefreshRiskTest extends PageTest {

    private static final String DAY = "2026-06-01T10:00:00Z";

    @Autowired Owner owner;
    @Autowired Editions editions;
    @Autowired Announcements announcements;

    private FakeService ror;

    @BeforeEach
    void a_ror_of_one_offer() throws Exception {
        empty();
        ror = new FakeService().with(offer("1", "Soins à domicile"));
    }

    @AfterEach
    void nothing_left() throws Exception {
        ror.close();
        empty();
    }

    private void empty() throws SQLException {
        execute(
                "truncate directory.refresh, directory.ror_resource, directory.offer; delete from directory.edition");
    }

    private void execute(String statements) throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static HealthcareService offer(String id, String name) {
        return Shelved.at(DAY, Shelved.offer(id, name, "49", "Soins infirmiers"));
    }

    private RefreshProperties properties(String address) {
        return new RefreshProperties(
                new RefreshProperties.Service(null, null),
                new RefreshProperties.Service(address, "clé"),
                LocalTime.of(1, 40),
                2,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                2,
                Duration.ofSeconds(2),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5));
    }

    private void night(String address) {
        new Refresh(owner, editions, announcements, properties(address), clock, _ -> {}).run();
    }

    private List<String> states() {
        return sql.sql(
                        "select distinct coalesce(failure || ' ' || failures, 'ok') from directory.refresh order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> offers() {
        return sql.sql("select name from directory.offer order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> worries() {
        return new ServiceWorries(sql, properties(ror.address()), clock)
                .worries().stream().map(w -> w.words().replace('\u00a0', ' ')).toList();
    }

    @Test
    void our_key_is_never_sent_in_clear() {
        night("http://192.0.2.1:9/fhir");
        assertThat(states()).containsExactly("IN_CLEAR 1");
    }

    /// Each byte comes well before the service is taken for silent.
    @Test
    void an_answer_by_drops_is_hung_up_on_and_told() {
        ror.then(FakeService.drops(50), FakeService.drops(50));
        var begun = System.nanoTime();
        night(ror.address());
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("two tries of two seconds")
                .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(20));
        assertThat(ror.asked()).as("nothing else is asked that night").hasSize(2);
        assertThat(states()).containsExactly("SLOW 1");
        night(ror.address());
        assertThat(states()).containsExactly("ok");
        assertThat(offers()).containsExactly("Soins à domicile");
    }

    /// Before the first word of an answer too.
    @Test
    void a_head_by_drops_is_hung_up_on() throws Exception {
        try (var socket = new ServerSocket(0);
                var _ = dripping(socket)) {
            night("http://localhost:" + socket.getLocalPort() + "/fhir");
        }
        assertThat(states()).containsExactly("SLOW 1");
    }

    private static AutoCloseable dripping(ServerSocket socket) {
        var server =
                Thread.startVirtualThread(() -> {
                    while (!socket.isClosed())
                        try (var one = socket.accept()) {
                            var out = one.getOutputStream();
                            out.write(
                                    "HTTP/1.1 200 OK\r\nX-Long: "
                                            .getBytes(StandardCharsets.US_ASCII));
                            for (int i = 0; i < 1_000; i++) {
                                out.write('a');
                                out.flush();
                                Thread.sleep(50);
                            }
                        } catch (IOException | InterruptedException _) {
                            // hung up on, as it should be
                        }
                });
        return server::interrupt;
    }

    @Test
    void an_answer_without_measure_is_left_and_asked_once() {
        // structures, places and contacts come before
        ror.then(
                GOOD,
                GOOD,
                GOOD,
                (_, _, out) -> {
                    out.setContentType("application/fhir+json;charset=UTF-8");
                    var spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 80; i++) out.getOutputStream().write(spaces);
                });
        night(ror.address());
        assertThat(ror.asked()).hasSize(4);
        assertThat(states()).containsExactly("HUGE 1", "ok");
    }

    @Test
    void empty_pages_without_end_are_left() {
        var round = new int[1];
        FakeService.Fault another =
                (_, _, out) -> {
                    out.setStatus(200);
                    out.setContentType("application/fhir+json;charset=UTF-8");
                    out.getOutputStream()
                            .print(
                                    "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":\"next\",\"url\":\"%s?page=%d\"}]}"
                                            .formatted(ror.address(), ++round[0]));
                };
        ror.then(GOOD, GOOD, GOOD);
        for (int i = 0; i < 40; i++) ror.then(another);
        night(ror.address());
        assertThat(round[0]).isEqualTo(20);
        assertThat(states()).containsExactly("LOOP 1", "ok");
    }

    @Test
    void a_null_character_and_a_resource_on_two_pages_stop_nothing() {
        ror.with(offer("2", "Nul\0le"), offer("3", "Troisième"));
        ror.then(
                GOOD,
                GOOD,
                GOOD,
                GOOD,
                changed(text ->
                        text.replace(
                                "\"entry\":[",
                                "\"entry\":[{\"resource\":{\"resourceType\":\"HealthcareService\",\"id\":\"1\",\"meta\":{\"lastUpdated\":\"2026-06-01T11:00:00Z\"},\"identifier\":[{\"value\":\"OFFRE-1\"}],\"name\":\"Renommée\"}},")));
        night(ror.address());
        assertThat(offers()).containsExactly("Renommée", "Nulle", "Troisième");
    }

    @Test
    void a_night_whose_gifts_cannot_be_taken_in_is_told_and_so_are_three_of_them()
            throws Exception {
        execute(
                "alter table directory.offer add constraint test_full check (name <> 'Soins à domicile')");
        try {
            night(ror.address());
            assertThat(states()).containsExactly("NOT_TAKEN 1");
            assertThat(worries()).isEmpty();
            assertThat(
                            sql.sql("select state || ' ' || why from directory.edition")
                                    .query(String.class)
                                    .list())
                    .containsExactly("ECHEC DATABASE");
            night(ror.address());
            night(ror.address());
        } finally {
            execute("alter table directory.offer drop constraint test_full");
        }
        assertThat(worries())
                .singleElement()
                .satisfies(w ->
                        assertThat(w)
                                .startsWith(
                                        "ROR, offres de santé et d’accompagnement : depuis 3 nuits")
                                .contains("n’a pas pu être pris", "Il n’a encore jamais répondu"));
        night(ror.address());
        assertThat(states()).containsExactly("ok");
        assertThat(worries()).isEmpty();
    }

    @Test
    void nights_that_do_not_take_place_any_more_are_told() throws SQLException {
        night(ror.address());
        assertThat(worries()).isEmpty();
        execute(
                "update directory.refresh set tried_at = timestamptz '%s' - interval '3 days'"
                        .formatted(Timestamp.from(clock.instant())));
        assertThat(worries())
                .singleElement()
                .satisfies(w ->
                        assertThat(w)
                                .contains(
                                        "le service n’est plus demandé, la dernière fois il y a 3 j"));
    }

    @Test
    void a_page_forgotten_on_the_way_ends_the_list_and_asks_for_nothing_again() {
        ror.with(offer("2", "Deuxième"), offer("3", "Troisième"));
        ror.then(GOOD, GOOD, GOOD, GOOD, FakeService.busy(410, null));
        night(ror.address());
        assertThat(states()).containsExactly("INCOMPLETE 1", "ok");
        assertThat(offers()).hasSize(2);
        assertThat(ror.asked()).filteredOn(a -> a.startsWith("/HealthcareService")).hasSize(1);
        night(ror.address());
        assertThat(states()).containsExactly("ok");
        assertThat(offers()).hasSize(3);
    }
}

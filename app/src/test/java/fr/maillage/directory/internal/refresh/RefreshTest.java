package fr.maillage.directory.internal.refresh;

import static fr.maillage.directory.internal.refresh.FakeService.GOOD;
import static fr.maillage.directory.internal.refresh.FakeService.busy;
import static fr.maillage.directory.internal.refresh.FakeService.changed;
import static fr.maillage.directory.internal.refresh.FakeService.cut;
import static fr.maillage.directory.internal.refresh.FakeService.silent;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.internal.load.Announcements;
import fr.maillage.directory.internal.load.Editions;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The ROR asked over HTTP, while it does well and while it does not. Its lists come in the order
/// structures, places, contacts, offers; pages hold two.
@IntegrationTest
class RefreshTest extends PageTest {

    private static final String DAY = "2026-06-01T10:00:00Z";
    private static final String LATER = "2026-06-02T05:00:00Z";

    @Autowired Owner owner;
    @Autowired Editions editions;
    @Autowired Announcements announcements;

    private final List<Duration> pauses = new ArrayList<>();
    private FakeService ror;

    @BeforeEach
    void a_ror_of_five_offers() throws Exception {
        empty();
        ror =
                new FakeService()
                        .with(Shelved.at(DAY, Shelved.structure("590000014", "354")))
                        .with(
                                IntStream.rangeClosed(1, 5)
                                        .mapToObj(i -> place(i, 20, 0))
                                        .toArray(Location[]::new))
                        .with(
                                IntStream.rangeClosed(1, 5)
                                        .mapToObj(RefreshTest::offer)
                                        .toArray(HealthcareService[]::new));
    }

    @AfterEach
    void nothing_left() throws SQLException, LifecycleException {
        ror.close();
        empty();
    }

    private void empty() throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate directory.refresh, directory.ror_resource, directory.offer; delete from directory.edition");
        }
    }

    private static Location place(int i, int total, int free) {
        return Shelved.at(DAY, Shelved.place("" + i, "59178", 50.37, 3.08, total, free));
    }

    private static HealthcareService offer(int i) {
        return Shelved.at(
                "2026-06-01T1" + i + ":00:00Z",
                Shelved.offer("" + i, "Soins à domicile " + i, "49", "Soins infirmiers"));
    }

    private void night() {
        night(ror.address(), "clé");
    }

    private void night(@Nullable String address, @Nullable String key) {
        pauses.clear();
        var properties =
                new RefreshProperties(
                        new RefreshProperties.Service(null, null),
                        new RefreshProperties.Service(address, key),
                        LocalTime.of(1, 40),
                        2,
                        Duration.ofMillis(700),
                        Duration.ofSeconds(20),
                        4,
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
        new Refresh(owner, editions, announcements, properties, clock, pauses::add).run();
    }

    private List<String> offers() {
        return sql.sql(
                        "select id || ' ' || coalesce(places_free, -1) || '/' || coalesce(places_total, -1) from directory.offer order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Of each list: how far it was read, what went wrong, how many times in a row.
    private List<String> states() {
        return sql.sql(
                        "select resource || ' ' || coalesce(to_char(mark at time zone 'UTC', 'DD HH24:MI'), '-') || ' ' || coalesce(failure || ' ' || failures, 'ok') from directory.refresh order by resource")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> editions() {
        return sql.sql(
                        "select source || ' ' || state || ' ' || added || ' ' || removed from directory.edition order by begun_at, id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> remarks() {
        return sql.sql(
                        "select reason || coalesce(' ' || detail, '') from directory.edition_fault order by edition_id, rank")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static final String[] FIVE = {
        "OFFRE-1 0/20", "OFFRE-2 0/20", "OFFRE-3 0/20", "OFFRE-4 0/20", "OFFRE-5 0/20"
    };

    private static final String[] HEARD = {
        "HealthcareService 01 15:00 ok",
        "Location 01 10:00 ok",
        "Organization 01 10:00 ok",
        "PractitionerRole - ok"
    };

    @Test
    @Proves("REQ-DIRECTORY-02")
    void every_page_is_taken_and_the_mark_is_the_latest_change_seen() {
        night();

        assertThat(offers()).containsExactly(FIVE);
        assertThat(states()).containsExactly(HEARD);
        assertThat(editions()).containsExactly("ROR_FHIR FAITE 5 0");
        // one page of structures, three of places, one of contacts, three of offers
        assertThat(ror.asked()).hasSize(8);
        assertThat(ror.key()).isEqualTo("clé");
        assertThat(pauses).isEmpty();
        assertThat(
                        sql.sql(
                                        "select need || ' ' || organization || ' ' || mode || ' ' || phone || ' ' || commune_name from directory.offer where id = 'OFFRE-1'")
                                .query(String.class)
                                .single())
                .isEqualTo("SSIAD 590000014 DOMICILE 0327000001 Douai");
    }

    @Test
    void the_next_night_asks_for_what_changed_and_a_place_that_frees_changes_its_offer() {
        night();
        ror.asked();
        ror.with(Shelved.at(LATER, Shelved.place("3", "59178", 50.37, 3.08, 20, 4)));

        night();

        assertThat(ror.asked())
                .filteredOn(q -> q.startsWith("/Location"))
                .singleElement()
                .asString()
                .contains("_lastUpdated=ge2026-06-01T");
        assertThat(offers())
                .containsExactly(
                        "OFFRE-1 0/20",
                        "OFFRE-2 0/20",
                        "OFFRE-3 4/20",
                        "OFFRE-4 0/20",
                        "OFFRE-5 0/20");
        assertThat(states()).contains("Location 02 05:00 ok");
        assertThat(editions()).last().isEqualTo("ROR_FHIR FAITE 1 0");

        night();

        assertThat(editions()).last().isEqualTo("ROR_FHIR IDENTIQUE 0 0");
    }

    @Test
    void an_offer_that_ends_or_becomes_sensitive_goes_and_an_older_version_never_comes_back() {
        night();
        var ended = Shelved.at(LATER, Shelved.offer("1", "Fini", "49", "Soins infirmiers"));
        ended.setActive(false);
        var sensitive = Shelved.at(LATER, Shelved.offer("2", "Secret", "49", "Soins"));
        sensitive.addExtension(
                "https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/ror-healthcareservice-sensitive-unit",
                new org.hl7.fhir.r4.model.BooleanType(true));
        ror.with(ended, sensitive);

        night();

        assertThat(offers()).containsExactly("OFFRE-3 0/20", "OFFRE-4 0/20", "OFFRE-5 0/20");
        assertThat(remarks()).contains("SENSITIVE HealthcareService/2");

        // the service loses its memory, and gives again a place as it was before
        ror.with(Shelved.at(LATER, Shelved.place("3", "59178", 50.37, 3.08, 20, 9)));
        night();
        ror.with(
                Shelved.at(
                        "2026-06-02T04:58:00Z", Shelved.place("3", "59178", 50.37, 3.08, 20, 0)));
        night();

        assertThat(offers()).contains("OFFRE-3 9/20");
    }

    @Test
    void a_busy_service_is_waited_for_as_long_as_it_says_else_twice_as_long_each_time() {
        ror.then(busy(429, "7"), GOOD, busy(503, null), busy(503, null), busy(429, null));

        night();

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8));
        assertThat(offers()).containsExactly(FIVE);
        assertThat(states()).containsExactly(HEARD);
    }

    @Test
    void one_that_asks_to_wait_for_hours_is_asked_the_next_night() {
        ror.then(GOOD, busy(429, "7200"));

        night();

        assertThat(pauses).isEmpty();
        assertThat(offers()).isEmpty();
        assertThat(states())
                .containsExactly(
                        "HealthcareService - BUSY 1",
                        "Location - BUSY 1",
                        "Organization 01 10:00 ok",
                        "PractitionerRole - BUSY 1");
    }

    @Test
    void a_connection_cut_in_the_middle_of_a_page_is_tried_again_and_no_page_is_missed() {
        ror.then(GOOD, GOOD, cut(), GOOD, cut(), cut());

        night();

        assertThat(pauses).hasSize(3);
        assertThat(offers()).containsExactly(FIVE);
        assertThat(states()).containsExactly(HEARD);
    }

    @Test
    void a_service_that_hangs_is_left_after_the_longest_silence_and_tried_again() {
        ror.then(silent(1_500));

        night();

        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
        assertThat(offers()).containsExactly(FIVE);
    }

    @Test
    void what_is_known_stays_while_a_service_is_silent_and_the_state_says_since_when()
            throws Exception {
        night();
        ror.with(Shelved.at(LATER, Shelved.place("3", "59178", 50.37, 3.08, 20, 4)));
        clock.move(Duration.ofDays(1));
        // the structures answer; a page of places never does
        ror.then(GOOD, busy(503, null), busy(503, null), busy(503, null), busy(503, null));

        night();

        assertThat(pauses).hasSize(3);
        assertThat(offers()).containsExactly(FIVE);
        assertThat(states())
                .containsExactly(
                        "HealthcareService 01 15:00 BUSY 1",
                        "Location 01 10:00 BUSY 1",
                        "Organization 01 10:00 ok",
                        "PractitionerRole - BUSY 1");
        assertThat(
                        sql.sql(
                                        "select tried_at - heard_at = interval '1 day' from directory.refresh where resource = 'Location'")
                                .query(Boolean.class)
                                .single())
                .isTrue();
        assertThat(page(cast.helenHead, "/reglages/annuaire/services").text())
                .contains("était occupé. Ce qui est connu date du")
                .contains("Nouvel essai la nuit prochaine")
                .contains("maillage.directory.fhir.ror.address");

        night();

        assertThat(offers()).contains("OFFRE-3 4/20");
        assertThat(states()).contains("Location 02 05:00 ok");
    }

    @Test
    void nobody_at_that_address_changes_nothing() {
        night();
        night("http://localhost:1/fhir", "clé");

        assertThat(offers()).containsExactly(FIVE);
        assertThat(states())
                .allSatisfy(state -> assertThat(state).endsWith(" UNREACHABLE 1"))
                .contains("HealthcareService 01 15:00 UNREACHABLE 1");
        assertThat(editions()).containsExactly("ROR_FHIR FAITE 5 0");
    }

    @Test
    void a_service_that_refuses_us_is_asked_once() {
        ror.then(busy(401, null));

        night();

        assertThat(ror.asked()).hasSize(1);
        assertThat(states()).allSatisfy(state -> assertThat(state).endsWith("- REFUSED 1"));
    }

    @Test
    void pages_that_come_round_end_and_do_not_move_the_mark() {
        var first = new String[1];
        ror.then(GOOD, changed(answer -> first[0] = answer), changed(_ -> first[0]));

        night();

        // places 3 to 5 were never given: their offers show without them
        assertThat(offers())
                .containsExactly(
                        "OFFRE-1 0/20",
                        "OFFRE-2 0/20",
                        "OFFRE-3 -1/-1",
                        "OFFRE-4 -1/-1",
                        "OFFRE-5 -1/-1");
        assertThat(states()).contains("Location - LOOP 1", "HealthcareService 01 15:00 ok");
        assertThat(remarks()).contains("UNKNOWN_NAMED Location/L3");

        night();

        assertThat(offers()).containsExactly(FIVE);
        assertThat(states()).containsExactly(HEARD);
    }

    @Test
    void a_next_page_at_another_address_is_not_followed() throws Exception {
        try (var other = new FakeService()) {
            ror.then(GOOD, changed(answer -> answer.replace(ror.address(), other.address())));

            night();

            assertThat(other.asked()).isEmpty();
        }
        assertThat(states()).contains("Location - ELSEWHERE 1", "HealthcareService 01 15:00 ok");
    }

    @Test
    void fewer_than_announced_leaves_the_mark_and_more_is_a_remark() {
        ror.then(
                GOOD,
                changed(a -> a.replace("\"total\":5", "\"total\":9")),
                GOOD,
                GOOD,
                GOOD,
                changed(a -> a.replace("\"total\":5", "\"total\":3")));

        night();

        assertThat(offers()).containsExactly(FIVE);
        assertThat(states()).contains("Location - INCOMPLETE 1", "HealthcareService 01 15:00 ok");
        assertThat(remarks()).contains("TOTAL Location 5 / 9", "TOTAL HealthcareService 5 / 3");
    }

    @Test
    void a_resource_of_another_kind_is_told_and_left_out() {
        ror.then(
                GOOD,
                GOOD,
                GOOD,
                GOOD,
                GOOD,
                changed(a ->
                        a.replaceFirst(
                                "\\{\\s*\"resourceType\":\\s*\"HealthcareService\",\\s*\"id\":\\s*\"1\"",
                                "{\"resourceType\":\"Device\",\"id\":\"1\"")));

        night();

        assertThat(offers())
                .containsExactly("OFFRE-2 0/20", "OFFRE-3 0/20", "OFFRE-4 0/20", "OFFRE-5 0/20");
        assertThat(remarks()).contains("RESOURCE_TYPE Device");
    }

    @Test
    void an_answer_that_is_no_fhir_is_tried_again_then_given_up() {
        ror.then(
                changed(_ -> "<html>maintenance</html>"),
                changed(_ -> "{\"resourceType\":\"Patient\"}"),
                changed(_ -> "{\"resourceType\":\"Bundle\",\"entry\":["),
                changed(_ -> "[]"));

        night();

        assertThat(pauses).hasSize(3);
        assertThat(states()).allSatisfy(state -> assertThat(state).endsWith("UNREACHABLE 1"));
        assertThat(editions()).isEmpty();
    }

    @Test
    void a_service_that_forgot_what_is_so_old_is_asked_for_everything() {
        night();
        ror.asked();
        ror.then(GOOD, busy(410, null));

        night();

        assertThat(ror.asked())
                .filteredOn(q -> q.startsWith("/Location?"))
                .hasSize(2)
                .last()
                .asString()
                .doesNotContain("_lastUpdated");
        assertThat(offers()).containsExactly(FIVE);
        assertThat(states()).containsExactly(HEARD);
    }

    @Test
    void a_date_of_the_future_does_not_hide_what_changes_until_then() {
        ror.with(
                Shelved.at(
                        "2999-01-01T00:00:00Z", Shelved.place("1", "59178", 50.37, 3.08, 20, 0)));

        night();

        assertThat(states()).contains("Location 02 06:30 ok");
    }
}

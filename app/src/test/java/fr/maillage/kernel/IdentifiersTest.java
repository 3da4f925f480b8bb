package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @Test
    void an_rpps_with_a_wrong_luhn_digit_is_kept_with_a_doubt() {
        int certain = 0;
        for (int last = 0; last < 10; last++) {
            var rpps = Rpps.parse("1000000000" + last).orElseThrow();
            if (!rpps.doubtful()) certain++;
        }
        assertThat(certain).isEqualTo(1);
        assertThat(new Rpps("10000000009").doubtful()).isFalse();
        assertThat(new Rpps("10000000008").doubtful()).isTrue();
    }

    @Test
    void an_rpps_has_eleven_digits_however_typed() {
        assertThat(Rpps.parse("100 0000 0008")).contains(new Rpps("10000000008"));
        assertThat(Rpps.parse("810000000008")).contains(new Rpps("10000000008"));
        assertThat(new Rpps("10000000008").nationalId()).isEqualTo("810000000008");
        for (var wrong :
                new String[] {"", "1000000000", "910000000008", "1000000000A", "١٠٠٠٠٠٠٠٠٠٨"}) {
            assertThat(Rpps.parse(wrong)).isEmpty();
        }
        assertThatThrownBy(() -> new Rpps("12")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_last_digit_only_of_the_ten_makes_a_finess() {
        var chance = new Random(62);
        for (int i = 0; i < 500; i++) {
            var eight = "%08d".formatted(10_000_000 + chance.nextInt(80_000_000));
            int fit = 0;
            for (int last = 0; last < 10; last++)
                fit += Finess.parse(eight + last).isPresent() ? 1 : 0;
            assertThat(fit).isEqualTo(1);
        }
    }

    @Test
    void a_finess_of_corsica_is_judged_by_its_shape() {
        assertThat(Finess.parse("2a 000 0012")).contains(new Finess("2A0000012"));
        assertThat(Finess.parse("2B0000012")).isPresent();
        assertThat(Finess.parse("2C0000012")).isEmpty();
        assertThat(Finess.parse("A20000012")).isEmpty();
        assertThat(Finess.parse("000000000")).isEmpty();
        assertThat(Finess.parse("59078")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "59178,59",
        "01001,01",
        "2A004,2A",
        "2b033,2B",
        "97411,974",
        "97502,975",
        "98818,988",
        "75056,75",
        "99109,99",
        "95680,95"
    })
    void a_commune_code_knows_its_departement(String typed, String departement) {
        assertThat(CommuneCode.parse(typed))
                .get()
                .extracting(CommuneCode::departement)
                .isEqualTo(departement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "59000", "00123", "20004", "96001", "2C004", "5917", "591788", "97900", "97400",
                "98500", "99001", "ABCDE", "59 17 O"
            })
    void what_has_not_the_shape_of_a_commune_code_is_refused(String typed) {
        assertThat(CommuneCode.parse(typed)).isEmpty();
    }

    @Test
    void a_country_of_birth_is_a_code_too() {
        assertThat(new CommuneCode("99352").abroad()).isTrue();
        assertThat(new CommuneCode("59178").abroad()).isFalse();
    }

    @Test
    void identifiers_come_in_order_and_are_version_7() {
        var given = new ArrayList<UUID>();
        for (int i = 0; i < 20_000; i++) given.add(Ids.next()); // more than 4096 a millisecond
        assertThat(given)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()));
        assertThat(given).allMatch(id -> id.version() == 7 && id.variant() == 2);
        long millis = given.getFirst().getMostSignificantBits() >>> 16;
        assertThat(Instant.ofEpochMilli(millis))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void several_threads_never_get_the_same_one() throws Exception {
        var all = new ConcurrentSkipListSet<String>();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < 20; t++)
                threads.submit(() -> {
                    for (int i = 0; i < 500; i++) all.add(Ids.next().toString());
                });
        }
        assertThat(all).hasSize(10_000);
    }

    @Test
    void the_same_seed_gives_the_same_identifiers() {
        var noon = Instant.parse("2026-06-02T12:00:00Z");
        assertThat(Ids.at(noon, new Random(7)))
                .isEqualTo(Ids.at(noon, new Random(7)))
                .isNotEqualTo(Ids.at(noon, new Random(8)));
        assertThat(Ids.at(noon, new Random(7)).toString())
                .isLessThan(Ids.at(noon.plusMillis(1), new Random(7)).toString());
        assertThat(Ids.at(noon, new Random(7)).version()).isEqualTo(7);
    }

    @Test
    void an_identifier_of_an_address_is_read_or_empty() {
        var patient = PatientId.next();
        assertThat(PatientId.parse(patient.toString())).contains(patient);
        assertThat(NetworkId.parse("1-1-1-1-1")).isEmpty();
        assertThat(AccountId.parse("<script>")).isEmpty();
        assertThat(NetworkId.next()).isNotEqualTo(NetworkId.next());
        assertThat(AccountId.next().value().version()).isEqualTo(7);
    }
}

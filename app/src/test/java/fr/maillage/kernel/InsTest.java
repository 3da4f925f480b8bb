package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsTest {
    @ParameterizedTest
    @ValueSource(strings = {"277076322082910", "279035121518989", "146026322000196"})
    void published_samples_whose_key_is_right_are_read(String sample) {
        assertThat(Ins.parse(sample)).contains(new Ins(sample));
    }

    @Test
    void a_published_sample_whose_key_is_wrong_is_refused() {
        assertThat(Ins.check("246037433000291")).isEqualTo(new Ins.Check.WrongKey());
    }

    @Test
    void one_key_only_of_the_hundred_fits_each_number() {
        var chance = new Random(59);
        for (int i = 0; i < 500; i++) {
            var number =
                    ""
                            + (1 + chance.nextInt(2))
                            + "%012d".formatted(chance.nextLong(1_000_000_000_000L));
            int expected = 97 - new BigInteger(number).mod(BigInteger.valueOf(97)).intValue();
            for (int key = 0; key < 100; key++) {
                assertThat(Ins.parse(number + "%02d".formatted(key)).isPresent())
                        .isEqualTo(key == expected);
            }
        }
    }

    @Test
    void every_key_from_01_to_97_exists() {
        var seen = new java.util.TreeSet<Integer>();
        for (int order = 0; order < 1000; order++)
            seen.add(Ins.key("1840359178%03d".formatted(order)));
        assertThat(seen).hasSize(97).first().isEqualTo(1);
        assertThat(seen.last()).isEqualTo(97);
    }

    @Test
    void a_digit_mistyped_or_two_neighbours_swapped_never_pass() {
        var right = "277076322082910";
        for (int i = 0; i < 13; i++) {
            for (char c = '0'; c <= '9'; c++) {
                var typed = right.substring(0, i) + c + right.substring(i + 1);
                assertThat(Ins.parse(typed).isPresent()).isEqualTo(typed.equals(right));
            }
            if (i < 12) {
                var swapped =
                        right.substring(0, i)
                                + right.charAt(i + 1)
                                + right.charAt(i)
                                + right.substring(i + 2);
                assertThat(Ins.parse(swapped).isPresent()).isEqualTo(swapped.equals(right));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2A,19,1000000", "2B,18,2000000"})
    void corsica_is_read_as_19_or_18(String departement, String digits, long subtracted) {
        for (int order = 0; order < 1000; order++) {
            var number = "17204" + departement + "004%03d".formatted(order);
            int key =
                    97 - (int) (Long.parseLong("17204" + digits + "004%03d".formatted(order)) % 97);
            assertThat(Ins.parse(number + "%02d".formatted(key))).isPresent();
            // the other way the rule is written: the letter as 0, minus one or two millions
            long withZero =
                    Long.parseLong(number.replace('A', '0').replace('B', '0')) - subtracted * 1L;
            assertThat(97 - (int) (withZero % 97)).isEqualTo(key);
        }
    }

    @Test
    void corsica_with_the_key_of_the_other_half_is_refused() {
        var number = "172042A004001";
        var other = "%02d".formatted(Ins.key("172042B004001"));
        assertThat(Ins.check(number + other)).isEqualTo(new Ins.Check.WrongKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 2 77 07 63 220 829 10 ",
                "2\u00A077\u202F07 63 220 829 10",
                "2.77.07.63.220.829-10"
            })
    void what_people_put_between_the_digits_is_not_looked_at(String typed) {
        assertThat(Ins.parse(typed)).contains(new Ins("277076322082910"));
    }

    @Test
    void small_letters_are_read() {
        var number = "172042A004001";
        assertThat(Ins.parse((number + "%02d".formatted(Ins.key(number))).toLowerCase()))
                .isPresent();
    }

    @Test
    void what_is_wrong_is_told_exactly() {
        assertThat(Ins.check("  ")).isEqualTo(new Ins.Check.Missing());
        assertThat(Ins.check("2770763220829")).isEqualTo(new Ins.Check.WrongLength(13));
        assertThat(Ins.check("2770763220829100")).isEqualTo(new Ins.Check.WrongLength(16));
        assertThat(Ins.check("2770763220829O0")).isEqualTo(new Ins.Check.WrongCharacter(14));
        assertThat(Ins.check("577076322082910")).isEqualTo(new Ins.Check.WrongCharacter(1));
        assertThat(Ins.check("277073A22082910")).isEqualTo(new Ins.Check.WrongCharacter(7));
        assertThat(Ins.check("277072C22082910")).isEqualTo(new Ins.Check.WrongCharacter(7));
        assertThat(Ins.check("27707632208291٠")).isEqualTo(new Ins.Check.WrongCharacter(15));
        assertThat(Ins.check("277076322082911")).isEqualTo(new Ins.Check.WrongKey());
    }

    @Test
    void the_value_is_in_no_text_made_from_it() {
        assertThat(new Ins("277076322082910")).hasToString("INS[…10]");
        assertThatThrownBy(() -> new Ins("277076322082911"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an INS");
        assertThat(Ins.check("277076322082911").toString()).doesNotContain("2770763");
    }

    @Test
    void it_is_shown_in_the_groups_people_read() {
        assertThat(new Ins("277076322082910").formatted().replace(Typography.NBSP, " "))
                .isEqualTo("2 77 07 63 220 829 10");
    }

    @Test
    void the_authority_is_known_by_its_oid_or_its_urn() {
        assertThat(InsOid.of("1.2.250.1.213.1.4.8")).contains(InsOid.NIR);
        assertThat(InsOid.of("urn:oid:1.2.250.1.213.1.4.9")).contains(InsOid.NIA);
        assertThat(InsOid.of("1.2.250.1.213.1.4.10"))
                .contains(InsOid.NIR_TEST)
                .get()
                .matches(o -> !o.production());
        assertThat(InsOid.of("1.2.250.1.213.1.4.11")).contains(InsOid.NIR_DEMO);
        assertThat(InsOid.of("1.2.250.1.213.1.4.2")).isEmpty(); // INS-C
        assertThat(InsOid.of("1.2.250.1.213.1.4.13"))
                .isEmpty(); // a social security number is not an INS
        for (var oid : InsOid.values()) assertThat(InsOid.of(oid.fhirSystem())).contains(oid);
    }
}

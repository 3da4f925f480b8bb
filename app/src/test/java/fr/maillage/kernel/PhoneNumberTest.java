package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0327000000",
                "03 27 00 00 00",
                " 03.27.00.00.00 ",
                "03-27-00-00-00",
                "03/27/00/00/00",
                "03\u00A027\u202F00 00 00",
                "+33327000000",
                "+33 3 27 00 00 00",
                "+33 (0)3 27 00 00 00",
                "(+33) 3 27 00 00 00",
                "0033 3 27 00 00 00",
                "+330327000000",
                "(03) 27 00 00 00"
            })
    void one_number_typed_in_many_ways(String typed) {
        assertThat(PhoneNumber.parse(typed)).contains(new PhoneNumber("0327000000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "03270000",
                "032700000000",
                "0027000000",
                "zéro trois",
                "03 27 00 00 OO",
                "327000000",
                "+33",
                "+0327000000",
                "03 27 00 00 00 poste 12",
                "1234",
                "٠٣٢٧٠٠٠٠٠٠"
            })
    void what_is_not_a_number_is_refused(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0327000000,03 27 00 00 00",
        "3977,39 77",
        "15,15",
        "119,119",
        "116117,11 61 17",
        "+3269123456,+32 69 12 34 56",
        "+32470123456,+32 470 12 34 56",
        "+12025550100,+12025550100"
    })
    void it_is_written_as_in_france(String typed, String written) {
        assertThat(PhoneNumber.parse(typed).orElseThrow().formatted().replace(Typography.NBSP, " "))
                .isEqualTo(written);
    }

    @Test
    void overseas_numbers_are_french_ones() {
        assertThat(PhoneNumber.parse("+262 262 00 00 00")).contains(new PhoneNumber("0262000000"));
        assertThat(PhoneNumber.parse("00590 590 00 00 00")).contains(new PhoneNumber("0590000000"));
    }

    @Test
    void what_was_typed_finds_what_is_stored() {
        var stored = new PhoneNumber("0327000000").value();
        for (var typed : new String[] {"03 27", "+33 3 27", "0033327", "03.27.00.0"}) {
            assertThat(stored).startsWith(PhoneNumber.searchForm(typed));
        }
        assertThat(PhoneNumber.searchForm("Leroy")).isEmpty();
    }

    @Test
    void only_mobiles_get_text_messages() {
        assertThat(new PhoneNumber("0600000000").mobile()).isTrue();
        assertThat(new PhoneNumber("0327000000").mobile()).isFalse();
        assertThat(new PhoneNumber("0327000000").dial()).isEqualTo("+33327000000");
        assertThat(new PhoneNumber("3977").dial()).isEqualTo("3977");
    }

    @Test
    void it_does_not_reach_a_log() {
        assertThat(new PhoneNumber("0327112233")).hasToString("PhoneNumber[…33]");
        assertThatThrownBy(() -> new PhoneNumber("03 27 11 22 33"))
                .hasMessage("not a phone number");
    }

    @Test
    void a_kept_number_is_written_as_france_writes_it_and_other_words_stay_as_typed() {
        assertThat(PhoneNumber.written("0327000000"))
                .isEqualTo("03\u00A027\u00A000\u00A000\u00A000");
        assertThat(PhoneNumber.written("03 27 00 00 00 poste 12"))
                .isEqualTo("03 27 00 00 00 poste 12");
        assertThat(PhoneNumber.written("")).isEmpty();
    }
}

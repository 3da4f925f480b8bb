package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "leroy,odette,LEROY Odette", " D'Hondt , JEAN-PIERRE ,D’HONDT Jean-Pierre",
                        "lefèvre,éloïse,LEFÈVRE Éloïse",
                "M.,t.,M. T.", "de  la   cour,marie louise,DE LA COUR Marie Louise",
                        "N'Diaye,n'golo,N’DIAYE N’Golo",
                "bœuf,maëlys,BŒUF Maëlys", "weiß,ana,WEISS Ana"
            })
    void it_is_put_in_one_form(String family, String given, String display) {
        var name = PersonName.parse(family, given).orElseThrow();
        assertThat(name.display()).isEqualTo(display);
        assertThat(new PersonName(name.family(), name.given()))
                .isEqualTo(name); // stored and read again
    }

    @Test
    void a_decomposed_accent_is_the_same_name() {
        assertThat(new PersonName("LEFE\u0300VRE", "E\u0301loi\u0308se"))
                .isEqualTo(new PersonName("Lefèvre", "Éloïse"));
    }

    @Test
    void a_displayed_name_divides_after_its_capitals() {
        assertThat(PersonName.familyOf("DA SILVA Yvette")).isEqualTo("DA SILVA");
        assertThat(PersonName.givenOf("DA SILVA Yvette")).isEqualTo("Yvette");
        assertThat(PersonName.familyOf("LEROY")).isEqualTo("LEROY");
        assertThat(PersonName.givenOf("LEROY")).isEmpty();
        assertThat(PersonName.familyOf("Monsieur inconnu")).isEqualTo("Monsieur inconnu");
    }

    @Test
    void a_first_name_may_be_unknown() {
        assertThat(new PersonName("Leroy", "").display()).isEqualTo("LEROY");
        assertThat(PersonName.check(" \u00A0 ", "Odette"))
                .isEqualTo(new PersonName.Check.FamilyMissing());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "LEFÈVRE Éloïse,lefevre eloise", "Bœuf,boeuf", "D’AŸ,d ay",
                        "Jean-Pierre,jean pierre", "Ægir Weiß,aegir weiss",
                "  Ñuñez   Łukasz ,nunez lukasz", "ﬁlière,filiere", "<b>Léo</b>,b leo b",
                        "Đặng,dang", "Москва,москва"
            })
    void search_looks_at_letters_alone(String text, String key) {
        assertThat(PersonName.searchKey(text)).isEqualTo(key);
    }

    @Test
    void accents_and_case_do_not_change_the_key() {
        assertThat(new PersonName("Lefèvre", "Éloïse").searchKey())
                .isEqualTo(PersonName.searchKey("lefevre  ELOISE"));
        assertThat(PersonName.searchKey(PersonName.searchKey("Œ’Ñ-é")))
                .isEqualTo(PersonName.searchKey("Œ’Ñ-é"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "Robert'); drop table--",
                "🌻",
                "👩‍⚕️",
                "%s ${x} {{x}}",
                "李"
            })
    void markup_and_emoji_are_plain_text(String typed) {
        assertThat(PersonName.check(typed, typed)).isInstanceOf(PersonName.Check.Valid.class);
        var name = new PersonName(typed, typed);
        assertThat(new PersonName(name.family(), name.given())).isEqualTo(name);
        assertThat(name.searchKey()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\tb",
                "a\nb",
                "a\u001Bb",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Eb",
                "a\uFEFFb",
                "a\u2028b",
                "a\uD83Cb",
                "a\u0085b"
            })
    void what_is_not_text_is_refused_in_either_part(String typed) {
        assertThat(PersonName.check(typed, "Odette"))
                .isEqualTo(new PersonName.Check.ControlCharacter(PersonName.Part.FAMILY));
        assertThat(PersonName.check("Leroy", typed))
                .isEqualTo(new PersonName.Check.ControlCharacter(PersonName.Part.GIVEN));
        assertThatThrownBy(() -> new PersonName(typed, "")).hasMessage("not a name");
    }

    @Test
    void length_is_counted_in_characters_people_see_not_in_code_units() {
        assertThat(PersonName.parse("🌻".repeat(100), "e".repeat(100))).isPresent();
        assertThat(PersonName.check("e".repeat(101), ""))
                .isEqualTo(new PersonName.Check.TooLong(PersonName.Part.FAMILY));
        assertThat(PersonName.check("ß".repeat(51), ""))
                .isEqualTo(new PersonName.Check.TooLong(PersonName.Part.FAMILY));
        assertThat(PersonName.check("L", "e".repeat(101)))
                .isEqualTo(new PersonName.Check.TooLong(PersonName.Part.GIVEN));
        assertThat(PersonName.check("L", "aİ" + "İ".repeat(90)))
                .isEqualTo(new PersonName.Check.TooLong(PersonName.Part.GIVEN));
    }

    @Test
    void it_does_not_reach_a_log() {
        assertThat(new PersonName("Leroy", "Odette")).hasToString("PersonName[…]");
    }
}

package fr.maillage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentTest {

    @Test
    void a_field_gives_its_value_or_its_sentence_and_everything_typed_stays() {
        var form =
                Sent.with(
                        "name",
                        "  Odette\0 ",
                        "on",
                        "02/06/2026",
                        "off",
                        "31/02/2026",
                        "fte",
                        "12",
                        "mail",
                        "a@b",
                        "phone",
                        "12",
                        "one",
                        "a",
                        "one",
                        "b",
                        "one",
                        "a");

        assertThat(form.text("name")).isEqualTo("Odette");
        assertThat(form.value("name")).isEqualTo("  Odette\0 ");
        assertThat(form.text("name", 3)).isEqualTo("Odette");
        assertThat(form.day("on")).contains(LocalDate.of(2026, 6, 2));
        assertThat(form.day("off")).isEmpty();
        assertThat(form.day("none")).isEmpty();
        assertThat(form.number("fte", 0, 10)).isNull();
        assertThat(form.number("none", 0, 10)).isNull();
        assertThat(form.required("none", 10)).isEmpty();
        assertThat(form.email("mail")).isEqualTo("a@b");
        assertThat(form.phone("phone")).isNull();
        assertThat(form.all("one")).containsExactly("a", "b");
        assertThat(form.invalid("off")).isEqualTo("true");
        assertThat(form.invalid("on")).isNull();
        assertThat(form.errors().all())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("name", "off", "fte", "none", "mail", "phone");
        assertThat(form.unread().errors().none()).isTrue();
        assertThat(form).hasToString("Sent[…]");
    }

    @Test
    void marksThatTurnTheDirectionOfWhatFollowsAreNotKept() {
        var form = Sent.with("name", "\u202Eetted\u2066O\u2069\u202C", "words", "l’été\u200B");

        assertThat(form.text("name")).isEqualTo("ettedO");
        assertThat(form.text("words")).isEqualTo("l’été\u200B");
    }
}

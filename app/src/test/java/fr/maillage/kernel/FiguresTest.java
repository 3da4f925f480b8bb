package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "18,25,72 %",
        "0,25,0 %",
        "25,25,100 %",
        "1,1000,< 1 %",
        "999,1000,> 99 %",
        "1,8,13 %",
        "1,200,1 %",
        "2,3,67 %",
        "0,0,–"
    })
    void a_share_is_written_without_lying_at_its_ends(
            long numerator, long denominator, String written) {
        assertThat(plain(new Share(numerator, denominator).formatted())).isEqualTo(written);
    }

    @Test
    void a_share_of_nothing_is_empty() {
        assertThat(new Share(0, 0).percent()).isEmpty();
        assertThat(new Share(0, 0).ratio()).isEmpty();
        assertThat(new Share(18, 25).percent()).hasValue(72);
        assertThat(new Share(18, 25).ratio()).hasValue(0.72);
        assertThatThrownBy(() -> new Share(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_percentage_is_the_one_of_exact_arithmetic() {
        for (long d = 1; d < 120; d++) {
            for (long n = 0; n <= d; n++) {
                var exact =
                        BigDecimal.valueOf(100 * n)
                                .divide(BigDecimal.valueOf(d), 0, java.math.RoundingMode.HALF_UP)
                                .intValueExact();
                assertThat(new Share(n, d).percent()).hasValue(exact);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 234,50 €;1234.50",
                "1234.5;1234.50",
                "12;12.00",
                "-3,05;-3.05",
                "−3,05 euros;-3.05",
                "1 000 000;1000000.00",
                "0;0.00"
            })
    void an_amount_is_read_as_typed(String typed, String amount) {
        assertThat(Money.parse(typed))
                .get()
                .extracting(Money::amount)
                .isEqualTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "douze", "1,234.50", "12,345", "12 34", "1e9", "9999999999999999", "€"})
    void what_is_no_amount_is_refused(String typed) {
        assertThat(Money.parse(typed)).isEmpty();
    }

    @Test
    void amounts_add_up_and_are_written_in_french() {
        var budget = Money.euros(1234).plus(new Money(new BigDecimal("0.5")));
        assertThat(budget.formatted()).isEqualTo("1\u202F234,50\u00A0€");
        assertThat(Money.ZERO.minus(budget).formatted()).isEqualTo("−1\u202F234,50\u00A0€");
        assertThat(new Money(new BigDecimal("-0.05")).formatted()).isEqualTo("−0,05\u00A0€");
        assertThat(new Money(new BigDecimal("1.5"))).isEqualTo(new Money(new BigDecimal("1.500")));
        assertThat(Money.euros(10).per(3)).contains(new Money(new BigDecimal("3.33")));
        assertThat(Money.euros(10).per(0)).isEmpty();
        assertThat(Money.euros(10).times(new BigDecimal("0.1255")))
                .isEqualTo(new Money(new BigDecimal("1.26")));
        assertThat(Money.euros(2).times(3)).isEqualByComparingTo(Money.euros(6));
        assertThatThrownBy(() -> new Money(new BigDecimal("0.001")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbers_are_grouped_by_three() {
        assertThat(Typography.number(1_234_567)).isEqualTo("1\u202F234\u202F567");
        assertThat(Typography.number(-123)).isEqualTo("−123");
        assertThat(Typography.number(-1234)).isEqualTo("−1\u202F234");
        assertThat(Typography.number(999)).isEqualTo("999");
    }

    @Test
    void wordsTypedKeepTheirSignsAndTheirDigitsTogether() {
        assertThat(Typography.held("Groupe « Retour » : 4 250 personnes, dont 12 aidants ; 5 % ?"))
                .isEqualTo(
                        "Groupe «\u00A0Retour\u00A0»\u00A0: 4\u202F250 personnes, dont 12 aidants\u00A0; 5\u00A0%\u00A0?");
        assertThat(Typography.held("en 2010 1440 et 03 27 00 00 00"))
                .isEqualTo("en 2010 1440 et 03 27 00 00 00");
    }

    @Test
    void under_eleven_is_not_said_and_not_kept() {
        for (long count = 0; count < 11; count++) {
            assertThat(Masked.of(count)).isEqualTo(new Masked.TooSmall());
        }
        assertThat(plain(Masked.of(10).formatted())).isEqualTo("< 11");
        assertThat(Masked.of(11)).isEqualTo(new Masked.Shown(11));
        assertThat(Masked.of(1200).formatted()).isEqualTo("1\u202F200");
        assertThatThrownBy(() -> new Masked.Shown(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Masked.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_single_hidden_count_takes_the_smallest_other_with_it() {
        assertThat(words(Masked.table(List.of(40L, 3L, 25L, 60L))))
                .isEqualTo("40 < 11 n.c. 60 = 128");
        assertThat(words(Masked.table(List.of(40L, 25L)))).isEqualTo("40 25 = 65");
        assertThat(words(Masked.table(List.of(3L, 4L, 25L)))).isEqualTo("< 11 < 11 25 = 32");
        assertThat(words(Masked.table(List.of(0L, 0L, 25L)))).isEqualTo("< 11 < 11 n.c. = 25");
        assertThat(words(Masked.table(List.of(5L)))).isEqualTo("< 11 = < 11");
        assertThat(words(Masked.table(List.of()))).isEqualTo("= < 11");
    }

    /// Every list a reader could imagine behind the masked one is tried: no hidden count is the
    /// same in all of them.
    @Test
    void no_hidden_count_can_be_worked_out_from_the_total() {
        for (long a = 0; a < 16; a++) {
            for (long b = 0; b < 16; b++) {
                for (long c = 0; c < 16; c++) {
                    var published = Masked.table(List.of(a, b, c));
                    var behind = behind(published);
                    assertThat(behind).contains(List.of(a, b, c));
                    for (int i = 0; i < 3; i++) {
                        if (published.counts().get(i) instanceof Masked.Shown) continue;
                        int cell = i;
                        assertThat(behind.stream().map(l -> l.get(cell)).distinct().count())
                                .as("cell %s of %s, %s, %s", i, a, b, c)
                                .isGreaterThan(1);
                    }
                }
            }
        }
    }

    /// Every list of three counts below fifty that reads like the published one.
    private static List<List<Long>> behind(Masked.Table published) {
        var possible =
                published.counts().stream()
                        .map(cell ->
                                LongStream.range(0, 50).filter(n -> fits(cell, n)).boxed().toList())
                        .toList();
        var behind = new ArrayList<List<Long>>();
        for (var x : possible.get(0)) {
            for (var y : possible.get(1)) {
                for (var z : possible.get(2)) {
                    if (fits(published.total(), x + y + z)) behind.add(List.of(x, y, z));
                }
            }
        }
        return behind;
    }

    private static boolean fits(Masked masked, long count) {
        return switch (masked) {
            case Masked.Shown(var shown) -> shown == count;
            case Masked.TooSmall() -> count < 11;
            case Masked.Withheld() -> count >= 11;
        };
    }

    private static String words(Masked.Table table) {
        var text = new StringBuilder();
        table.counts().forEach(c -> text.append(plain(c.formatted())).append(' '));
        return text + "= " + plain(table.total().formatted());
    }

    private static String plain(String text) {
        return text.replace(Typography.NBSP, " ").replace(Typography.NNBSP, " ");
    }
}

package fr.maillage.registry.internal.counter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.registry.Entrances.Ask;
import fr.maillage.registry.Entrances.Entrance;
import fr.maillage.registry.internal.counter.Candidate.Area;
import fr.maillage.registry.internal.counter.Candidate.Size;
import fr.maillage.registry.internal.counter.Candidate.Theme;
import fr.maillage.registry.internal.counter.CounterRule.Place;
import fr.maillage.registry.internal.counter.OpeningHours.Stretch;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which entrance is the right one, and what is said when there is none.
class CounterRuleTest {

    private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 6, 2, 10, 0);
    private static final Place DOUAI =
            new Place("59178", "Douai", Set.of("AD-DO", "AD", "32"), 50.37, 3.08);
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final OpeningHours OFFICE =
            new OpeningHours(
                    IntStream.rangeClosed(1, 5)
                            .mapToObj(d ->
                                    new Stretch(
                                            DayOfWeek.of(d),
                                            LocalTime.of(9, 0),
                                            LocalTime.of(17, 0)))
                            .toList());

    private static Theme theme(String code, Integer from, Integer to) {
        return new Theme(code, code, from, to, null);
    }

    private static Area zone(String code) {
        return new Area(null, code, code, Size.ZONE, false, SINCE);
    }

    private static Candidate of(
            String name, String type, boolean any, List<Theme> themes, List<Area> areas) {
        return new Candidate(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                null,
                name,
                type,
                type,
                1,
                "03 27 00 00 00",
                null,
                "Douai",
                "Répond.",
                null,
                any,
                "59",
                50.37,
                3.08,
                themes,
                areas,
                OFFICE);
    }

    private static final Candidate NETWORK =
            of(
                    "Réseau",
                    "RESEAU",
                    false,
                    List.of(theme("GERONTOLOGIE", 60, null)),
                    List.of(zone("AD-DO")));
    private static final Candidate DAC =
            of(
                    "DAC",
                    "DAC",
                    true,
                    List.of(),
                    List.of(new Area(null, "32", "Région", Size.REGION, false, SINCE)));
    private static final Candidate CHILDREN =
            of(
                    "Pédiatrie",
                    "RESEAU",
                    false,
                    List.of(theme("CANCEROLOGIE", null, 17)),
                    List.of(zone("AD-DO")));

    private static List<String> names(Ask ask, Candidate... all) {
        return CounterRule.answer(DOUAI, ask, List.of(all), TUESDAY).entrances().stream()
                .map(Entrance::name)
                .toList();
    }

    @Test
    void the_one_of_the_theme_comes_before_the_one_that_takes_everything() {
        assertThat(names(new Ask("59178", "GERONTOLOGIE", 84), DAC, NETWORK))
                .containsExactly("Réseau", "DAC");
        assertThat(names(new Ask("59178", null, null), NETWORK, DAC))
                .as("nothing asked: the one that takes everything")
                .startsWith("DAC");
    }

    @Test
    void for_who_does_not_know_the_one_of_many_themes_comes_before_the_one_of_a_disease() {
        var platform =
                of(
                        "Plate-forme",
                        "PLATEFORME",
                        false,
                        List.of(theme("GERONTOLOGIE", 60, null), theme("ADDICTOLOGIE", null, null)),
                        List.of(zone("AD-DO")));
        var diabetes =
                of(
                        "Diabète",
                        "RESEAU",
                        false,
                        List.of(theme("DIABETOLOGIE", null, null)),
                        List.of(zone("AD-DO")));
        assertThat(names(new Ask("59178", null, null), diabetes, platform))
                .containsExactly("Plate-forme", "Diabète");
    }

    @Test
    void the_bounds_of_age_are_inside() {
        assertThat(names(new Ask("59178", "GERONTOLOGIE", 60), NETWORK)).containsExactly("Réseau");
        assertThat(names(new Ask("59178", "GERONTOLOGIE", 59), NETWORK)).isEmpty();
        assertThat(names(new Ask("59178", "CANCEROLOGIE", 17), CHILDREN)).hasSize(1);
        assertThat(names(new Ask("59178", "CANCEROLOGIE", 18), CHILDREN)).isEmpty();
        assertThat(names(new Ask("59178", "CANCEROLOGIE", null), CHILDREN)).hasSize(1);
    }

    @Test
    void the_nearest_area_first_and_one_being_set_up_last() {
        var commune =
                of(
                        "Quartier",
                        "RESEAU",
                        false,
                        List.of(theme("GERONTOLOGIE", null, null)),
                        List.of(
                                new Area(
                                        "GERONTOLOGIE",
                                        "59178",
                                        "Douai",
                                        Size.COMMUNE,
                                        false,
                                        SINCE)));
        var emerging =
                of(
                        "Naissant",
                        "RESEAU",
                        false,
                        List.of(theme("GERONTOLOGIE", null, null)),
                        List.of(new Area(null, "59178", "Douai", Size.COMMUNE, true, SINCE)));
        assertThat(names(new Ask("59178", "GERONTOLOGIE", 84), emerging, NETWORK, commune))
                .containsExactly("Quartier", "Réseau", "Naissant");
    }

    @Test
    void an_area_of_another_theme_does_not_count() {
        var other =
                of(
                        "Autre",
                        "RESEAU",
                        false,
                        List.of(
                                theme("GERONTOLOGIE", null, null),
                                theme("CANCEROLOGIE", null, null)),
                        List.of(
                                new Area(
                                        "CANCEROLOGIE",
                                        "AD-DO",
                                        "Douaisis",
                                        Size.ZONE,
                                        false,
                                        SINCE)));
        assertThat(names(new Ask("59178", "GERONTOLOGIE", 84), other)).isEmpty();
        assertThat(names(new Ask("59178", "CANCEROLOGIE", 84), other)).hasSize(1);
    }

    @Test
    void without_an_entrance_the_nearest_says_why_it_is_no_more() {
        var far =
                of(
                        "Ailleurs",
                        "RESEAU",
                        false,
                        List.of(theme("DIABETOLOGIE", null, null)),
                        List.of(zone("LI-CL")));
        var clic =
                of(
                        "CLIC",
                        "CLIC",
                        false,
                        List.of(theme("GERONTOLOGIE", 60, null)),
                        List.of(zone("LI-CL")));

        var answer =
                CounterRule.answer(
                        DOUAI, new Ask("59178", "DIABETOLOGIE", 70), List.of(far, clic), TUESDAY);

        assertThat(answer.entrances()).isEmpty();
        assertThat(answer.nearest()).extracting(Entrance::name).containsExactly("Ailleurs", "CLIC");
        assertThat(answer.nearest().getFirst().why().toString())
                .contains("Ne déclare pas couvrir Douai");
        assertThat(answer.nearest().getLast().why().toString()).contains("informe et oriente");
    }

    @Test
    void hours_are_told_in_words_and_holidays_are_closed() {
        assertThat(OFFICE.words().replace('\u00A0', ' '))
                .isEqualTo("du lundi au vendredi, 9 h – 17 h");
        assertThat(OFFICE.openAt(TUESDAY)).isTrue();
        assertThat(OFFICE.now(TUESDAY).replace('\u00A0', ' ')).isEqualTo("Ouvert jusqu’à 17 h");
        assertThat(OFFICE.now(TUESDAY.withHour(18)).replace('\u00A0', ' '))
                .isEqualTo("Fermé, ouvre demain à 9 h");
        assertThat(OFFICE.now(LocalDateTime.of(2026, 7, 13, 18, 0)).replace('\u00A0', ' '))
                .as("14 July is a holiday")
                .isEqualTo("Fermé, ouvre mer. 15 juil. à 9 h");
        assertThat(new OpeningHours(List.of()).now(TUESDAY)).isEmpty();
    }
}

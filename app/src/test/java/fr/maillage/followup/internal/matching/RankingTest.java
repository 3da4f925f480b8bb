package fr.maillage.followup.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.followup.internal.matching.Ranking.Ranked;
import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final PatientId ODETTE = new PatientId(UUID.randomUUID());
    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    private static Arrival report(String title, String who) {
        return new Arrival(EventKind.DOCUMENT, "COMPTE_RENDU", ODETTE, DAY, title, who, false);
    }

    private static Planned act(String title, String type, String actor, int from, int until) {
        return new Planned(
                UUID.randomUUID(),
                UUID.randomUUID(),
                ODETTE,
                title,
                type,
                actor,
                "PREVU",
                DAY.plusDays(from),
                DAY.plusDays(until),
                DAY.plusDays(until + 7));
    }

    private static List<String> titles(List<Ranked> ranked) {
        return ranked.stream().map(r -> r.act().title() + " " + r.score()).toList();
    }

    @Test
    void the_author_weighs_most_then_the_words_then_the_kind_and_the_date_decides_between_equals() {
        var cardiology =
                act("Consultation de cardiologie", "CONSULTATION", "Dr Yves LAMBERT", -5, 5);
        var eye = act("Fond d’œil", "EXAMEN", "Dr Léa MARCHAND", -5, 5);
        var later = act("Consultation mémoire", "CONSULTATION", "Dr Léa MARCHAND", 10, 20);
        var nurse = act("Pansement", "PRESCRIPTION_NON_MEDICAMENTEUSE", "Lucie PETIT", -1, 1);

        var ranked =
                Ranking.of(
                        report("Compte rendu de cardiologue", "LAMBERT Yves"),
                        List.of(nurse, later, eye, cardiology));

        assertThat(titles(ranked))
                .containsExactly(
                        "Consultation de cardiologie 95",
                        "Fond d’œil 40",
                        "Consultation mémoire 30");
        assertThat(ranked.getFirst().why().replace('\u00A0', ' '))
                .isEqualTo(
                        "même auteur, même mot : cardiologie, trace habituelle de ce type d’acte, dans les dates prévues");
        assertThat(ranked.getLast().why()).endsWith("10 jours avant la date prévue");
    }

    @Test
    void the_date_alone_proposes_nothing_and_a_series_proposes_its_nearest_date() {
        assertThat(
                        Ranking.of(
                                report("Radio du genou", "CH de Douai"),
                                List.of(
                                        act(
                                                "Pansement",
                                                "PRESCRIPTION_NON_MEDICAMENTEUSE",
                                                "Lucie PETIT",
                                                0,
                                                0))))
                .isEmpty();
        var series = UUID.randomUUID();
        var acts =
                IntStream.rangeClosed(-20, 20)
                        .mapToObj(k -> {
                            var a =
                                    act(
                                            "Kinésithérapie",
                                            "PRESCRIPTION_NON_MEDICAMENTEUSE",
                                            "M. ROCHE",
                                            k * 3 + 1,
                                            k * 3 + 1);
                            return new Planned(
                                    a.id(),
                                    series,
                                    ODETTE,
                                    a.title(),
                                    a.type(),
                                    a.actor(),
                                    "PREVU",
                                    a.dueOn(),
                                    a.dueUntil(),
                                    a.lateAfter());
                        })
                        .toList();
        assertThat(Ranking.of(report("Bilan de kinésithérapie", "M. Roche"), acts))
                .singleElement()
                .satisfies(r -> assertThat(r.act().dueOn()).isEqualTo(DAY.plusDays(1)));
    }

    @Test
    void a_name_is_one_however_it_is_written_and_a_common_word_is_no_name() {
        assertThat(Ranking.sameAuthor("MARCHAND Léa", "Dr Léa Marchand")).isTrue();
        assertThat(Ranking.sameAuthor("Cabinet infirmier", "Cabinet de kinésithérapie")).isFalse();
        assertThat(Ranking.sameAuthor(null, "Dr Marchand")).isFalse();
    }

    @Test
    void whatever_comes_in_an_act_done_suspended_of_somebody_else_or_too_far_is_never_proposed() {
        var random = new Random(20260602);
        var words =
                List.of(
                        "Consultation",
                        "cardiologie",
                        "Pansement",
                        "Bilan",
                        "mémoire",
                        "kinésithérapie",
                        "HbA1c");
        var people = List.of("Dr Yves LAMBERT", "Lucie PETIT", "M. ROCHE", "Claire DUMONT");
        var types =
                List.of(
                        "CONSULTATION",
                        "EXAMEN",
                        "EVALUATION",
                        "BILAN_SOCIAL",
                        "HOSPITALISATION",
                        "SIGNALEMENT",
                        "");
        var statuses = List.of("PREVU", "FAIT", "FAIT_HORS_DELAI", "NON_FAIT", "SUSPENDU");
        var natures =
                List.of("COMPTE_RENDU", "COURRIER_SORTIE", "ORDONNANCE", "ADMINISTRATIF", "AUTRE");
        var other = new PatientId(UUID.randomUUID());
        int proposed = 0;
        for (int round = 0; round < 2_000; round++) {
            var kind = EventKind.values()[random.nextInt(EventKind.values().length)];
            var arrival =
                    new Arrival(
                            kind,
                            natures.get(random.nextInt(natures.size())),
                            ODETTE,
                            DAY.plusDays(random.nextInt(200) - 100),
                            words.get(random.nextInt(words.size()))
                                    + " "
                                    + words.get(random.nextInt(words.size())),
                            random.nextInt(4) == 0
                                    ? null
                                    : people.get(random.nextInt(people.size())),
                            random.nextBoolean());
            var acts = new ArrayList<Planned>();
            for (int k = random.nextInt(30); k > 0; k--) {
                var from = DAY.plusDays(random.nextInt(240) - 120);
                var until = from.plusDays(random.nextInt(40));
                acts.add(
                        new Planned(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                random.nextInt(3) == 0 ? other : ODETTE,
                                words.get(random.nextInt(words.size()))
                                        + " "
                                        + words.get(random.nextInt(words.size())),
                                types.get(random.nextInt(types.size())),
                                random.nextInt(4) == 0
                                        ? null
                                        : people.get(random.nextInt(people.size())),
                                statuses.get(random.nextInt(statuses.size())),
                                from,
                                until,
                                until.plusDays(random.nextInt(20))));
            }
            var ranked = Ranking.of(arrival, acts);
            assertThat(ranked).hasSizeLessThanOrEqualTo(Ranking.MOST).doesNotHaveDuplicates();
            for (var r : ranked) {
                assertThat(r.act().patient()).isEqualTo(ODETTE);
                assertThat(r.act().status()).isEqualTo("PREVU");
                assertThat(r.act().dueOn().minusDays(Ranking.DISTANCE))
                        .isBeforeOrEqualTo(arrival.day());
                assertThat(r.act().dueUntil().plusDays(Ranking.DISTANCE))
                        .isAfterOrEqualTo(arrival.day());
                assertThat(r.score()).isBetween(Ranking.LEAST, 110);
                assertThat(r.why()).isNotBlank();
            }
            assertThat(ranked.stream().map(Ranked::score).toList())
                    .isSortedAccordingTo(Collections.reverseOrder());
            Collections.shuffle(acts, random);
            assertThat(Ranking.of(arrival, acts))
                    .as("whatever the order of the acts")
                    .isEqualTo(ranked);
            proposed += ranked.size();
        }
        assertThat(proposed).as("something was proposed").isGreaterThan(300);
    }
}

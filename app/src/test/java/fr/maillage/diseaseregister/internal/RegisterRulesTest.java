package fr.maillage.diseaseregister.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.diseaseregister.internal.Case.Answer;
import fr.maillage.diseaseregister.internal.Field.Choice;
import fr.maillage.diseaseregister.internal.Field.Moment;
import fr.maillage.diseaseregister.internal.Field.Type;
import fr.maillage.kernel.Masked;
import fr.maillage.territory.Tree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The rules of a register, without any database.
class RegisterRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    private static final Field DIALYSIS =
            new Field(
                    "dialyse",
                    "Première dialyse",
                    Type.DATE,
                    Moment.INCLUSION,
                    "",
                    null,
                    null,
                    List.of(),
                    true,
                    null,
                    null,
                    true);
    private static final Field GRAFT =
            new Field(
                    "greffe",
                    "Greffe",
                    Type.DATE,
                    Moment.INCLUSION,
                    "",
                    null,
                    null,
                    List.of(),
                    false,
                    null,
                    "dialyse",
                    true);
    private static final Field HAEMOGLOBIN =
            new Field(
                    "hemoglobine",
                    "Hémoglobine",
                    Type.NOMBRE,
                    Moment.LES_DEUX,
                    "g/dL",
                    new BigDecimal("3"),
                    new BigDecimal("20"),
                    List.of(),
                    true,
                    null,
                    null,
                    true);
    private static final Field CAUSE =
            new Field(
                    "cause",
                    "Néphropathie",
                    Type.LISTE,
                    Moment.INCLUSION,
                    "",
                    null,
                    null,
                    List.of(new Choice("DIAB", "Diabétique"), new Choice("VASC", "Vasculaire")),
                    false,
                    null,
                    null,
                    true);
    private static final Field WORDS =
            new Field(
                    "mots",
                    "Commentaire",
                    Type.TEXTE,
                    Moment.INCLUSION,
                    "",
                    null,
                    null,
                    List.of(),
                    false,
                    null,
                    null,
                    true);

    private static final Definition DEFINITION =
            new Definition(
                    new Definition.Head(
                            "Insuffisance rénale",
                            "Un traitement de suppléance a commencé.",
                            "",
                            "Premier traitement",
                            List.of("rénale"),
                            "32",
                            1_000_000,
                            12,
                            60,
                            "Avis"),
                    List.of(DIALYSIS, GRAFT, HAEMOGLOBIN, CAUSE, WORDS));

    private static Case of(
            int n,
            LocalDate incident,
            LocalDate included,
            @Nullable LocalDate died,
            @Nullable String commune,
            Map<String, Answer> answers,
            Case.FollowUp... followUps) {
        return new Case(
                new UUID(0, n),
                n,
                new UUID(1, n),
                "DURAND Odette " + n,
                n % 2 == 0 ? "F" : "M",
                LocalDate.of(1950, 1, 1),
                died,
                incident,
                included,
                commune,
                commune,
                included,
                "ORAL",
                "PERSONNE",
                answers,
                List.of(followUps),
                List.of(),
                null,
                null,
                0);
    }

    private static Map<String, Answer> said(String... pairs) {
        var answers = new LinkedHashMap<String, Answer>();
        for (int i = 0; i < pairs.length; i += 2)
            answers.put(pairs[i], new Answer(pairs[i + 1], false));
        return answers;
    }

    @Test
    void a_value_is_of_its_type_within_its_bounds_and_of_its_list() {
        assertThat(HAEMOGLOBIN.read("10,5")).isEqualTo(new Field.Read("10.5", null));
        assertThat(HAEMOGLOBIN.read("105").fault())
                .isEqualTo("Entre 3 et 20" + RegisterText.S + "g/dL.");
        assertThat(HAEMOGLOBIN.read("beaucoup").fault()).isEqualTo(RegisterText.NOT_A_NUMBER);
        assertThat(DIALYSIS.read("31/02/2026").fault()).isEqualTo(RegisterText.NOT_A_DAY);
        assertThat(CAUSE.read("AUTRE").fault()).isEqualTo(RegisterText.NOT_IN_LIST);
        assertThat(CAUSE.read("DIAB")).isEqualTo(new Field.Read("DIAB", null));
    }

    @Test
    void quality_tells_what_is_missing_not_permitted_and_impossible() {
        var one =
                of(
                        1,
                        LocalDate.of(2025, 1, 10),
                        LocalDate.of(2025, 2, 1),
                        LocalDate.of(2026, 1, 1),
                        "59178",
                        said("dialyse", "2026-03-01", "greffe", "2025-01-01", "hemoglobine", "25"),
                        new Case.FollowUp(
                                new UUID(2, 1), 1, LocalDate.of(2026, 2, 1), Map.of(), 0));
        assertThat(Quality.of(DEFINITION, one, TODAY))
                .extracting(f -> f.kind() + " " + f.field() + " " + f.sentence())
                .containsExactly(
                        "DATES Première dialyse " + RegisterText.AFTER_DEATH,
                        "DATES Greffe " + RegisterText.before("Première dialyse"),
                        "HORS_BORNES Hémoglobine " + "Entre 3 et 20" + RegisterText.S + "g/dL.",
                        "DATES 1er suivi " + RegisterText.AFTER_DEATH,
                        "MANQUE Hémoglobine, 1er suivi " + RegisterText.MISSING);
        var good =
                of(
                        2,
                        LocalDate.of(2025, 1, 10),
                        LocalDate.of(2025, 2, 1),
                        null,
                        "59178",
                        said("dialyse", "2025-01-10", "hemoglobine", "10"));
        assertThat(Quality.of(DEFINITION, good, TODAY)).isEmpty();
    }

    @Test
    void a_follow_up_is_due_each_period_and_late_after_the_tolerance() {
        var one = of(1, LocalDate.of(2024, 1, 10), LocalDate.of(2024, 3, 1), null, null, Map.of());
        assertThat(one.due(DEFINITION, LocalDate.of(2025, 2, 28))).isEmpty();
        assertThat(one.due(DEFINITION, LocalDate.of(2025, 3, 1)))
                .containsExactly(new Case.Due(1, LocalDate.of(2025, 3, 1), false));
        assertThat(one.due(DEFINITION, LocalDate.of(2025, 4, 30)))
                .as("the sixtieth day is still in time")
                .containsExactly(new Case.Due(1, LocalDate.of(2025, 3, 1), false));
        assertThat(one.due(DEFINITION, LocalDate.of(2025, 5, 1)))
                .containsExactly(new Case.Due(1, LocalDate.of(2025, 3, 1), true));
        var seen =
                of(
                        1,
                        LocalDate.of(2024, 1, 10),
                        LocalDate.of(2024, 3, 1),
                        null,
                        null,
                        Map.of(),
                        new Case.FollowUp(
                                new UUID(2, 1), 1, LocalDate.of(2025, 3, 4), Map.of(), 0));
        assertThat(seen.due(DEFINITION, TODAY))
                .containsExactly(new Case.Due(2, LocalDate.of(2026, 3, 1), true));
        var dead =
                of(
                        1,
                        LocalDate.of(2024, 1, 10),
                        LocalDate.of(2024, 3, 1),
                        LocalDate.of(2025, 1, 1),
                        null,
                        Map.of());
        assertThat(dead.due(DEFINITION, TODAY)).isEmpty();
        assertThat(dead.next(DEFINITION, TODAY)).isEmpty();
    }

    private static Tree tree() {
        var communes = new LinkedHashMap<String, Tree.Commune>();
        communes.put(
                "59178",
                new Tree.Commune("59178", "Douai", "AD-DO", 50, 3, 10, 40_000, 2021, "INSEE"));
        communes.put(
                "62498",
                new Tree.Commune("62498", "Lens", "AD-LH", 50, 3, 10, 60_000, 2021, "INSEE"));
        return new Tree(
                List.of(
                        new Tree.Zone("32", "Hauts-de-France", "REGION", "Région", null, 0),
                        new Tree.Zone("AD-DO", "Douaisis", "ZONE", "Zone", "32", 1),
                        new Tree.Zone("AD-LH", "Lens-Hénin", "ZONE", "Zone", "32", 1)),
                communes);
    }

    @Test
    void incidence_counts_a_year_prevalence_a_day_for_the_inhabitants_of_the_area() {
        var cases = new ArrayList<Case>();
        for (int n = 0; n < 12; n++)
            cases.add(
                    of(
                            n,
                            LocalDate.of(2025, 1 + n, 5),
                            LocalDate.of(2026, 1, 1),
                            null,
                            "59178",
                            Map.of()));
        for (int n = 20; n < 23; n++)
            cases.add(
                    of(
                            n,
                            LocalDate.of(2024, 5, 5),
                            LocalDate.of(2026, 1, 1),
                            n == 20 ? LocalDate.of(2026, 2, 1) : null,
                            "62498",
                            Map.of()));
        cases.add(
                of(
                        30,
                        LocalDate.of(2025, 5, 5),
                        LocalDate.of(2026, 1, 1),
                        null,
                        "75056",
                        Map.of()));
        var figures = Figures.of(DEFINITION, cases, tree(), 2024, TODAY);
        assertThat(figures.years())
                .containsExactly(
                        new Figures.Year(2024, new Rate(3, 100_000, 1_000_000)),
                        new Figures.Year(2025, new Rate(12, 100_000, 1_000_000)),
                        new Figures.Year(2026, new Rate(0, 100_000, 1_000_000)));
        assertThat(figures.zones())
                .containsExactly(
                        new Figures.ByZone("Douaisis", new Rate(12, 40_000, 1_000_000)),
                        new Figures.ByZone("Lens-Hénin", new Rate(2, 60_000, 1_000_000)));
        assertThat(figures.prevalence()).isEqualTo(new Rate(14, 100_000, 1_000_000));
        assertThat(figures.elsewhere()).isEqualTo(1);
        // a dead one was still there the day before
        assertThat(
                        Figures.of(DEFINITION, cases, tree(), 2024, LocalDate.of(2026, 1, 31))
                                .prevalence()
                                .cases())
                .isEqualTo(15);
        // twelve for 40,000 is 300 a million; Byar's interval at 95 %
        assertThat(figures.zones().getFirst().prevalence().formatted())
                .isEqualTo("300,0 [154,8 – 524,1]");
        assertThat(figures.maskedZones().counts())
                .as("two people are not said, and twelve would give them back")
                .containsExactly(new Masked.Withheld(), new Masked.TooSmall());
        assertThat(figures.maskedYears().counts()).first().isEqualTo(new Masked.TooSmall());
    }

    @Test
    void a_pseudonym_is_the_same_each_time_and_cannot_be_made_without_the_key() {
        var key = new byte[32];
        var other = new byte[32];
        other[31] = 1;
        var person = UUID.fromString("0190a5c0-0000-7000-8000-000000000001");
        var name = new Pseudonyms(key).of(person);
        assertThat(name).matches("[A-HJ-NP-Z2-9]{16}").isEqualTo(new Pseudonyms(key).of(person));
        assertThat(new Pseudonyms(other).of(person)).isNotEqualTo(name);
        var names = new HashSet<String>();
        var pseudonyms = new Pseudonyms(key);
        for (int i = 0; i < 10_000; i++) names.add(pseudonyms.of(new UUID(7, i)));
        assertThat(names).hasSize(10_000);
    }

    @Test
    void nobody_stands_out_by_sex_age_and_zone_together() {
        var lines = new ArrayList<Coarse>();
        IntStream.range(0, 11).forEach(_ -> lines.add(new Coarse("F", "70-79", "AD-DO")));
        IntStream.range(0, 6).forEach(_ -> lines.add(new Coarse("M", "50-59", "AD-DO")));
        IntStream.range(0, 5).forEach(_ -> lines.add(new Coarse("M", "50-59", "AD-LH")));
        lines.add(new Coarse("M", "20-29", "AD-LH"));
        var out = Coarse.of(lines);
        assertThat(out.subList(0, 11)).containsOnly(new Coarse("F", "70-79", "AD-DO"));
        assertThat(out.subList(11, 22)).containsOnly(new Coarse("M", "50-59", Coarse.WITHHELD));
        assertThat(out.getLast())
                .isEqualTo(new Coarse(Coarse.WITHHELD, Coarse.WITHHELD, Coarse.WITHHELD));
        assertThat(Coarse.classOf(9)).isEqualTo("0-9");
        assertThat(Coarse.classOf(93)).isEqualTo("90 et plus");
    }

    @Test
    void an_extract_says_nobody_and_no_day() {
        var cases = new ArrayList<Case>();
        for (int n = 0; n < 11; n++)
            cases.add(
                    of(
                            2 * n,
                            LocalDate.of(2025, 1, 10),
                            LocalDate.of(2025, 2, 1),
                            null,
                            "59178",
                            said(
                                    "dialyse",
                                    "2025-01-10",
                                    "hemoglobine",
                                    "10.5",
                                    "cause",
                                    "DIAB",
                                    "mots",
                                    "Mme DURAND"),
                            new Case.FollowUp(
                                    new UUID(2, n),
                                    1,
                                    LocalDate.of(2026, 2, 1),
                                    said("hemoglobine", "11"),
                                    0)));
        var lines = ExtractLines.of(DEFINITION, cases, tree(), new Pseudonyms(new byte[32]));
        assertThat(lines.caseHeads())
                .endsWith("dialyse", "greffe", "hemoglobine", "cause")
                .doesNotContain("mots");
        assertThat(lines.cases())
                .hasSize(11)
                .allSatisfy(line -> {
                    assertThat(line.subList(1, 6))
                            .containsExactly("F", "70-79", "AD-DO", "2025-01", "vivant");
                    assertThat(line).endsWith("2025-01", "", "10.5", "DIAB");
                });
        assertThat(lines.cases().toString() + lines.followUps())
                .doesNotContain("DURAND", "1950", "59178", "2025-01-10", "00000000-");
        assertThat(lines.followUps())
                .hasSize(11)
                .allSatisfy(line -> assertThat(line).endsWith("1", "2026-02", "11"));
    }
}

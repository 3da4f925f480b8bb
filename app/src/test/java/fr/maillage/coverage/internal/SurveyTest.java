package fr.maillage.coverage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.coverage.internal.Material.Count;
import fr.maillage.coverage.internal.Material.Publication;
import fr.maillage.registry.DeclaredAreas.Declared;
import fr.maillage.territory.Tree;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What masking hides is never said to be smaller than it may be. Five communes of a thousand
/// inhabitants in one zone, two structures that publish.
class SurveyTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final UUID DOUAI = new UUID(0, 1);
    private static final UUID CALAIS = new UUID(0, 2);
    private static final Count UNDER = new Count(null, false);
    private static final Count WITHHELD = new Count(null, true);

    private static Tree tree() {
        var communes = new LinkedHashMap<String, Tree.Commune>();
        for (var code : List.of("A", "B", "C", "D", "E"))
            communes.put(code, new Tree.Commune(code, code, "Z", 50, 3, 10, 1_000, 2025, "INSEE"));
        return new Tree(
                List.of(new Tree.Zone("Z", "Zone", "ZONE", "Zone de proximité", null, 0)),
                communes);
    }

    private static Declared declared(UUID owner, String commune) {
        return new Declared(
                owner,
                owner.equals(DOUAI) ? "Douai" : "Calais",
                "PLATEFORME",
                "TERRITORIAL",
                null,
                null,
                commune,
                "COUVERT",
                "CERTAIN",
                DAY,
                null,
                null,
                owner);
    }

    private static Survey survey(
            String theme,
            List<Declared> declared,
            Map<UUID, Map<String, Count>> residence,
            Map<UUID, Count> totals) {
        var places = new LinkedHashMap<String, List<String>>();
        for (var area : declared)
            places.put(SurveyReader.place(area), List.of(SurveyReader.place(area)));
        var byTheme = new LinkedHashMap<UUID, Map<String, Map<String, Count>>>();
        residence.forEach((who, counts) -> byTheme.put(who, Map.of(theme, counts)));
        var wholes = new LinkedHashMap<UUID, Map<String, Count>>();
        totals.forEach((who, total) -> wholes.put(who, Map.of(theme, total)));
        return Survey.of(
                new Material(
                        tree(),
                        2025,
                        DAY,
                        declared,
                        places,
                        List.of(
                                new Publication(DOUAI, "Douai", DAY, true, true),
                                new Publication(CALAIS, "Calais", DAY, true, true)),
                        byTheme,
                        wholes),
                theme);
    }

    private static Count said(int count) {
        return new Count(count, false);
    }

    private static State state(Survey survey, String commune) {
        return survey.line(commune).state();
    }

    private static String beyond(Survey survey, String name) {
        return survey.hidden().stream()
                .filter(h -> h.publication().name().equals(name))
                .map(CoverageText::beyond)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_withheld_count_is_neither_under_eleven_nor_a_hole() {
        var survey =
                survey(
                        "GERONTOLOGIE",
                        List.of(declared(DOUAI, "A"), declared(DOUAI, "B"), declared(DOUAI, "D")),
                        Map.of(
                                DOUAI,
                                Map.of(
                                        "A", said(40), "B", WITHHELD, "C", WITHHELD, "D", UNDER,
                                        "AUTRES", said(12))),
                        Map.of(DOUAI, said(100)));

        assertThat(survey.lines().stream().map(Survey.Line::state))
                .containsExactly(
                        State.FOLLOWED, State.WITHHELD, State.WITHHELD, State.MASKED, State.HOLE);
        assertThat(SurveyTables.share(survey))
                .as("B and C may have eleven: 20 % sure, 80 % at most")
                .isEqualTo(new CoveragePage.Shares("60\u00A0%", "20\u00A0à 80\u00A0%"));
        assertThat(survey.most(survey.lines()))
                .as("any number in B and C, so all that is left of the total")
                .isEqualTo(60);
    }

    @Test
    void all_themes_together_a_commune_is_named_because_eleven_live_there() {
        var survey =
                survey(
                        "",
                        List.of(declared(DOUAI, "A")),
                        Map.of(DOUAI, Map.of("A", WITHHELD, "B", WITHHELD, "AUTRES", said(12))),
                        Map.of(DOUAI, said(100)));

        assertThat(state(survey, "A")).isEqualTo(State.FOLLOWED);
        assertThat(state(survey, "B")).isEqualTo(State.OVERFLOW);
        assertThat(SurveyTables.followed(survey, survey.line("A"))).isEqualTo("n.c.");
    }

    @Test
    void two_structures_that_mask_a_commune_hide_ten_each_even_where_another_is_said() {
        var survey =
                survey(
                        "GERONTOLOGIE",
                        List.of(
                                declared(DOUAI, "A"),
                                declared(CALAIS, "A"),
                                declared(DOUAI, "B"),
                                declared(CALAIS, "B")),
                        Map.of(
                                DOUAI, Map.of("A", said(30), "AUTRES", said(20)),
                                CALAIS, Map.of("A", UNDER, "AUTRES", said(17))),
                        Map.of(DOUAI, said(50), CALAIS, said(17)));

        assertThat(survey.most(List.of(survey.line("A")))).as("ten of Calais").isEqualTo(10);
        assertThat(survey.most(List.of(survey.line("B")))).as("ten each").isEqualTo(20);
        assertThat(survey.most(survey.lines()))
                .as("ten of Douai in B, and Calais has but seventeen")
                .isEqualTo(27);
        assertThat(SurveyTables.followed(survey, survey.line("A")))
                .isEqualTo("30 Douai\u00A0; <\u00A011 Calais");
    }

    @Test
    void a_commune_nobody_names_is_under_eleven_only_when_somebody_publishes() {
        var silent = survey("CANCEROLOGIE", List.of(), Map.of(), Map.of());
        assertThat(SurveyTables.followed(silent, silent.line("A"))).isEqualTo("–");
        var published =
                survey(
                        "CANCEROLOGIE",
                        List.of(),
                        Map.of(DOUAI, Map.of("AUTRES", said(12))),
                        Map.of(DOUAI, said(12)));
        assertThat(SurveyTables.followed(published, published.line("A"))).isEqualTo("<\u00A011");
    }

    @Test
    void who_can_live_in_no_commune_declared_is_said() {
        var survey =
                survey(
                        "SOINS_PALLIATIFS",
                        List.of(declared(CALAIS, "D")),
                        Map.of(
                                DOUAI, Map.of("AUTRES", said(65)),
                                CALAIS, Map.of("A", said(15), "AUTRES", said(30))),
                        Map.of(DOUAI, said(65), CALAIS, said(45)));

        assertThat(beyond(survey, "Douai"))
                .as("it declares nothing for this theme")
                .isEqualTo("au moins 65 dans des communes que rien ne nomme");
        assertThat(beyond(survey, "Calais"))
                .as("45 less the 15 of A, ten at most in D")
                .isEqualTo("A (15), au moins 20 dans des communes que rien ne nomme");
        var small =
                survey(
                        "SOINS_PALLIATIFS",
                        List.of(),
                        Map.of(DOUAI, Map.of("AUTRES", UNDER)),
                        Map.of(DOUAI, UNDER));
        assertThat(beyond(small, "Douai")).as("under eleven may be nobody").isEqualTo("–");
    }
}

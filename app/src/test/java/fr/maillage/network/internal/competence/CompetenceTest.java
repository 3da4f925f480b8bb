package fr.maillage.network.internal.competence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The framework of competences, as the member and the head see it.
@IntegrationTest
class CompetenceTest extends PageTest {

    private static String[] marks(int mark, String... others) {
        var all = new ArrayList<String>();
        for (var competence : Competence.values())
            all.addAll(List.of(competence.name(), String.valueOf(mark)));
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    @Test
    @Proves("REQ-TEAM-06")
    void three_axes_of_knowledge_know_how_and_behaviour_are_marked_by_the_member_and_by_the_head()
            throws Exception {
        assertThat(
                        Arrays.stream(Competence.values())
                                .collect(
                                        Collectors.groupingBy(
                                                c -> c.axis + " " + c.kind, Collectors.counting())))
                .as("annexe 2 of the guide, heading by heading")
                .containsOnly(
                        Map.entry("APF SAVOIR", 2L),
                        Map.entry("APF SAVOIR_FAIRE", 6L),
                        Map.entry("APF SAVOIR_ETRE", 3L),
                        Map.entry("OIC SAVOIR", 1L),
                        Map.entry("OIC SAVOIR_FAIRE", 4L),
                        Map.entry("OIC SAVOIR_ETRE", 2L),
                        Map.entry("MIPE SAVOIR", 3L),
                        Map.entry("MIPE SAVOIR_FAIRE", 6L),
                        Map.entry("MIPE SAVOIR_ETRE", 3L));
        var here = new OwnStructure(cast, sql, "32");
        var address = "/equipe/" + here.alice.member() + "/competences";
        var blank = page(here.alice, address);
        assertThat(blank.select("form.form h3").eachText())
                .containsExactly(
                        "Animer, piloter et former un collectif d’acteurs (APF)",
                        "Outils et processus d’information et de communication (OIC)",
                        "Méthodologies d’intervention, de projet et d’évaluation (MIPE)");
        assertThat(blank.select("form.form thead th:first-child").eachText())
                .containsExactly(
                        "Savoirs",
                        "Savoir-faire",
                        "Savoir-être",
                        "Savoirs",
                        "Savoir-faire",
                        "Savoir-être",
                        "Savoirs",
                        "Savoir-faire",
                        "Savoir-être");
        assertThat(blank.select("form.form select")).hasSize(30);

        // every competence has its mark, and what was typed stays
        var refused = refused(here.alice, address, "GUIDER", "2", "words", "Une année pleine");
        assertThat(refused.select("td .error")).hasSize(29);
        assertThat(refused.select("#GUIDER option[selected]").val()).isEqualTo("2");
        assertThat(refused.select("#words").text()).isEqualTo("Une année pleine");
        var odd = marks(2);
        odd[1] = "4";
        refused(here.alice, address, odd);

        send(here.alice, address, marks(2, "words", "Une année pleine", "training", "Médiation"));
        var head = marks(2);
        head[Arrays.asList(head).indexOf("NEGOCIER") + 1] = "0";
        send(here.head, address, head);
        var both = page(here.alice, address);
        assertThat(both.select("tr:has(#NEGOCIER) td").last().text()).isEqualTo("À acquérir");
        assertThat(both.select("caption").get(1).text())
                .isEqualTo(
                        "Savoir-faire : acquises selon la personne 6 sur 6, selon la direction 5 sur 6");
        assertThat(both.select("section[aria-labelledby=regards] tbody tr").eachText())
                .satisfiesExactly(
                        line -> assertThat(line).contains("direction", "29 sur 30"),
                        line ->
                                assertThat(line)
                                        .contains(
                                                "sur soi",
                                                "30 sur 30",
                                                "Une année pleine",
                                                "Médiation"));
        assertThat(both.select("section[aria-labelledby=regards]").text())
                .contains("À développer : Négocier.");
        // nobody else reads it
        form(here.bruno, address, 404, marks(1));
        form(cast.helenHead, address, 404, marks(1));
    }
}

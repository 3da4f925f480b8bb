package fr.maillage.help.internal;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import static org.assertj.core.api.Assertions.assertThat;

/// Activity by priority mission.
@IntegrationTest
class MissionTest extends PageTest {

    private static List<String> years(Document page) {
        return page.select("main table tr").eachText();
    }

    @Test
    @Proves("REQ-THEME-04")
    void activity_is_tagged_with_the_four_priority_missions_over_the_four_years_of_a_contract()
            throws Exception {
        var here = new OwnStructure(cast, sql, "32");
        here.themes("SOINS_PALLIATIFS", "ADDICTOLOGIE", "GERONTOLOGIE");
        var first = here.patient();
        here.support(first, 2, "2024-03-01", null, null, here.alice, "SOINS_PALLIATIFS", "54395");
        var second = here.patient();
        here.support(
                second,
                2,
                "2023-02-01",
                "2024-01-15",
                "RELAIS",
                here.alice,
                "ADDICTOLOGIE",
                "54395");
        var third = here.patient();
        var home =
                here.support(
                        third, 2, "2026-01-10", null, null, here.bruno, "GERONTOLOGIE", "54395");
        cast.in(
                here.id,
                () ->
                        sql.sql("update casefile.support set goal = 'RAD' where id = :id")
                                .param("id", home)
                                .update());
        var file = "/dossiers/" + first + "/appuis";
        // proposed from what the file says, and nothing but the four
        var shown = page(here.alice, file);
        assertThat(shown.select("input[name=missions]").eachAttr("value"))
                .containsExactly("MAINTIEN_A_DOMICILE", "ETP", "SOINS_PALLIATIFS", "ADDICTOLOGIE");
        assertThat(shown.select("input[name=missions][checked]").eachAttr("value"))
                .containsExactly("SOINS_PALLIATIFS");
        assertThat(shown.select("#missions").text()).contains("à confirmer");
        refused(here.alice, file + "/missions", "missions", "GERONTOLOGIE");
        refused(here.alice, file + "/missions");
        send(
                here.alice,
                file + "/missions",
                "missions",
                "SOINS_PALLIATIFS",
                "missions",
                "MAINTIEN_A_DOMICILE");
        assertThat(page(here.alice, file).select("#missions").text()).doesNotContain("à confirmer");
        // a closed accompaniment keeps what it was for
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        "insert into help.mission (patient_id, support_id, mission, noted_by, noted_at) select patient_id, id, 'ADDICTOLOGIE', 'Alice', now() from casefile.support where patient_id = :p")
                                .param("p", second.value())
                                .update());

        assertThat(years(page(here.head, "/appuis/missions?debut=2023")))
                .containsExactly(
                        "Mission 2023 2024 2025 2026",
                        "Maintien à domicile 0 1 1 1",
                        "Éducation thérapeutique du patient 0 0 0 0",
                        "Soins palliatifs 0 1 1 1",
                        "Addictologie 1 1 0 0",
                        "Sans mission notée 0 0 0 1",
                        "Personnes différentes 1 2 1 2");
        // each confirms their own, in one gesture
        assertThat(page(here.head, "/appuis/missions").select("main .notice")).isEmpty();
        assertThat(page(here.alice, "/appuis/missions").select("main .notice")).isEmpty();
        assertThat(page(here.bruno, "/appuis/missions").select("main .notice").text())
                .contains("1 personne que vous suivez à classer");
        send(here.bruno, "/appuis/missions");
        assertThat(years(page(here.bruno, "/appuis/missions")))
                .contains("Maintien à domicile 0 1 1 2", "Sans mission notée 0 0 0 0");
        form(here.head, "/appuis/missions", 404);
    }
}

package fr.maillage.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class PilotageTest {

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired MockMvc mvc;

    @Autowired MovableClock clock;

    OwnStructure here;

    @BeforeEach
    void aStructure() {
        clock.reset();
        here = new OwnStructure(cast, sql, "32");
        for (var level = 1; level <= 3; level++)
            here.open(here.patient(), level, "2026-02-0" + level);
        var planned = here.patient();
        here.pps(
                planned,
                here.support(
                        planned, 3, "2026-02-01", null, null, here.bruno, "ADDICTOLOGIE", "59606"),
                "SOINS",
                "VALIDE",
                "AVIS");
        here.support(here.patient(), 0, null, null, null, here.bruno, "PRECARITE", "59178");
        here.support(
                here.patient(),
                2,
                "2025-02-01",
                "2026-03-01",
                "DECES",
                here.bruno,
                "GERONTOLOGIE",
                "59178");
        here.referral(null, LocalDateTime.of(2026, 5, 1, 9, 0), "A_ANALYSER", null);
        here.referral(here.patient(), LocalDateTime.of(2026, 5, 1, 9, 0), "SANS_SUITE", "REFUS");
        here.alert(planned, LocalDate.of(2026, 5, 1));
    }

    private Document open(SignedIn who, String address) throws Exception {
        var response =
                mvc.perform(get(java.net.URI.create(address)).with(user(who)))
                        .andReturn()
                        .getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(
                response.getContentAsString().replace('\u00A0', ' ').replace('\u202F', ' '));
    }

    @Test
    @Proves("REQ-ACTIVITY-09")
    void every_figure_opens_a_list_of_its_length() throws Exception {
        var page = open(here.head, "/pilotage");

        assertThat(page.select(".figure")).hasSize(13);
        assertThat(page.select(".figure:contains(File active) .figure-value").first().text())
                .isEqualTo("5");
        assertThat(page.select(".figure:contains(Avec un PPS) .figure-value").first().text())
                .isEqualTo("33 %");
        assertThat(page.select(".figure:contains(Avec un PPS) .figure-ref").first().text())
                .isEqualTo("1 sur 3, niveaux 2 et 3");
        for (var figure : page.select(".figure")) {
            assertThat(figure.attr("title"))
                    .as("its definition, source and date on hover")
                    .contains("Source", "2 juin 2026");
            var list = open(here.head, figure.select("a").attr("href"));
            var rows = list.select("tbody tr").size();
            assertThat(list.select("h1 .count").text()).isEqualTo(String.valueOf(rows));
            var reference = figure.select(".figure-ref");
            if (figure.select(".figure-value").text().contains("%")) {
                assertThat(reference.first().text()).startsWith(rows + " sur 3");
            } else {
                assertThat(figure.select(".figure-value").text())
                        .as(figure.text())
                        .isEqualTo(String.valueOf(rows));
            }
        }
        assertThat(page.select("table.barchart tbody tr td.num a, table.barchart tbody th a"))
                .hasSizeGreaterThan(15);
        for (var bar : page.select(".cols-even table.barchart tbody tr")) {
            assertThat(open(here.head, bar.select("a").attr("href")).select("tbody tr"))
                    .as(bar.text())
                    .hasSize(Integer.parseInt(bar.select("td.num").first().text()));
        }
    }

    @Test
    void a_director_reads_names_and_status_and_no_health_content() throws Exception {
        var situations = open(here.head, "/pilotage/situations-en-cours");
        assertThat(situations.select("tbody th").text()).contains("DURAND");
        assertThat(situations.select("main").text()).doesNotContain("Addictologie");
        assertThat(open(here.head, "/pilotage/alertes-ouvertes").select("main").text())
                .contains("Sans contact")
                .doesNotContain("Rétinographie");

        var theme = open(here.head, "/pilotage/situations-en-cours?par=theme&code=ADDICTOLOGIE");
        assertThat(theme.select("tbody tr")).hasSize(1);
        assertThat(theme.select("tbody").text())
                .contains("Nom réservé aux cliniciens")
                .doesNotContain("DURAND");
        assertThat(theme.select("tbody a")).isEmpty();
        assertThat(
                        open(
                                        here.alice,
                                        "/pilotage/situations-en-cours?par=theme&code=ADDICTOLOGIE")
                                .select("tbody")
                                .text())
                .contains("DURAND", "Addictologie");
    }

    @Test
    @Proves("REQ-RIGHTS-12")
    void a_list_leaves_one_line_in_the_trail_with_its_persons() throws Exception {
        open(here.head, "/pilotage/avec-pps");

        var traced =
                cast.in(
                        here.id,
                        () ->
                                sql.sql(
                                                "select cardinality(patients) as n from access.trail where what = 'PILOTAGE' and account_id = :who")
                                        .param("who", here.head.accountId())
                                        .query((row, _) -> row.getInt("n"))
                                        .list());
        assertThat(traced).containsExactly(1);
    }

    @Test
    @Proves({"REQ-TEAM-03", "REQ-TEAM-04", "REQ-TEAM-05", "REQ-TEAM-13"})
    void the_caseload_stands_beside_the_guide_s_indications_and_warns_beyond_the_structure_s_own()
            throws Exception {
        var page = open(here.head, "/pilotage");
        assertThat(page.select("main").text())
                .contains("150 à 200 personnes", "110 situations")
                .contains("environ 1 000");
        var alice =
                page.select("#referents")
                        .first()
                        .closest("section")
                        .select("tr:contains(Alice)")
                        .first();
        assertThat(alice.select("td.num").eachText().subList(0, 2)).containsExactly("3", "3");
        assertThat(alice.text()).doesNotContain("Surcharge");

        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, value) values ('CASELOAD_HIGH', '2'), ('CASELOAD_LOW', '1')")
                                .update());

        var changed = open(here.head, "/pilotage").select("tr:contains(Alice)").first();
        assertThat(changed.text()).contains("Surcharge : au-delà de 2");
        assertThat(open(here.head, "/pilotage").select("tr:contains(Bruno)").first().text())
                .doesNotContain("Surcharge");
    }

    @Test
    @Proves("REQ-ACTIVITY-04")
    void a_low_file_active_is_flagged_beside_the_national_mean_with_the_floor_of_gerontology()
            throws Exception {
        assertThat(LowFile.floor("GERONTOLOGIE", 292, 51)).isEqualTo(150);
        assertThat(LowFile.floor("ADDICTOLOGIE", 304, 51)).isEqualTo(155);
        var chart = open(here.head, "/pilotage").select("section:has(#file-themes)");
        assertThat(chart.select("tr:contains(Gérontologie)").text()).contains("faible, sous 150");
        assertThat(chart.select("tr:contains(Addictologie)").text())
                .contains("moy. 304", "faible, sous 155");
        assertThat(chart.select("tr:contains(Addictologie) rect.bar-late")).hasSize(1);
        assertThat(chart.select("caption").text()).contains("51 %", "pas un jugement");

        cast.as(
                here.head,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, level, value) values ('LOW_FILE_PERCENT', -1, '0')")
                                .update());
        var silenced = open(here.head, "/pilotage").select("section:has(#file-themes)");
        assertThat(silenced.select("tr:contains(Addictologie)").text()).doesNotContain("faible");
        assertThat(silenced.select("tr:contains(Gérontologie)").text())
                .contains("faible, sous 150");
    }

    @Test
    void figures_are_for_the_head_and_the_clinicians_and_unknown_ones_do_not_exist()
            throws Exception {
        for (var refused : new String[] {"/pilotage", "/pilotage/file-active"}) {
            assertThat(
                            mvc.perform(get(refused).with(user(here.secretary)))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                    .isEqualTo(404);
        }
        for (var unknown :
                new String[] {
                    "/pilotage/inconnu",
                    "/pilotage/file-active?par=nom&code=x",
                    "/pilotage/file-active?par=referent&code=" + UUID.randomUUID()
                }) {
            assertThat(
                            mvc.perform(get(unknown).with(user(here.head)))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                    .as(unknown)
                    .isEqualTo(404);
        }
        assertThat(
                        open(cast.helenHead, "/pilotage/situations-en-cours?par=commune&code=59606")
                                .select("tbody tr")
                                .size())
                .as("another structure's")
                .isZero();
    }
}

package fr.maillage.coverage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Declared against real: twelve persons of Douai in gerontology where the structure declares,
/// three of Sin-le-Noble, eleven of Arras where it does not; enough of other themes and places that
/// nothing of this can be worked out by subtraction.
@IntegrationTest
class CoverageTest extends PageTest {

    OwnStructure here;
    SignedIn officer;

    @BeforeEach
    void aStructureThatPublished() {
        here = new OwnStructure(cast, sql, "32");
        here.themes("GERONTOLOGIE");
        officer = cast.newOfficer("32");
    }

    private UUID sheet(String type) {
        var id = UUID.randomUUID();
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        """
                                        insert into registry.structure (id, owner_id, type_code, name, region_code, provenance)
                                        values (:id, :owner, :type, :name, '32', 'FICTIVE')
                                        """)
                                .param("id", id)
                                .param("owner", here.id.value())
                                .param("type", type)
                                .param("name", "Appui " + id)
                                .update());
        return id;
    }

    private void declares(UUID sheet, @Nullable String theme, String zone, String since) {
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        """
                                        insert into registry.declared_area (structure_id, theme_code, zone_code, since) values (:id, :theme, :zone, cast(:since as date))
                                        """)
                                .param("id", sheet)
                                .param("theme", theme)
                                .param("zone", zone)
                                .param("since", since)
                                .update());
    }

    private void follows(int people, String theme, String commune) {
        for (int i = 0; i < people; i++)
            here.support(here.patient(), 2, "2026-02-01", null, null, here.alice, theme, commune);
    }

    private void followed(String commune, int... people) {
        var themes = List.of("GERONTOLOGIE", "SOINS_PALLIATIFS", "ADDICTOLOGIE", "HANDICAP");
        for (int i = 0; i < people.length; i++) follows(people[i], themes.get(i), commune);
    }

    private void publishes() throws Exception {
        followed("59178", 12, 14, 2, 3);
        followed("62041", 11, 4, 2, 3);
        followed("59606", 2, 4, 3, 3);
        followed("59569", 3, 2, 0, 0);
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        "update network.team_member set sectors = array['AD-DO'] where id = :id")
                                .param("id", here.alice.member())
                                .update());
        send(here.head, "/pilotage/publications");
        var draft = rows(here.id, "select id::text from indicators.publication").getFirst();
        send(here.head, "/pilotage/publications/" + draft + "/signer");
    }

    private static Element row(Document page, String commune) {
        return page.select("#communes tbody tr").stream()
                .filter(tr -> tr.select("th").text().equals(commune))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Document page, String commune) {
        return row(page, commune).select(".cov-state").text();
    }

    @Test
    @Proves({"REQ-COVERAGE-01", "REQ-COVERAGE-02"})
    void what_is_declared_is_compared_with_where_those_followed_live_by_commune_and_theme()
            throws Exception {
        declares(sheet("RESEAU"), "GERONTOLOGIE", "AD-DO", "2020-01-01");
        publishes();

        var page = page(here.head, "/couverture?theme=GERONTOLOGIE&zone=AD-DO");
        assertThat(state(page, "Douai")).isEqualTo("Déclarée et suivie");
        assertThat(row(page, "Douai").select("td").last().text()).isEqualTo("12");
        assertThat(state(page, "Sin-le-Noble")).isEqualTo("Déclarée, moins de 11 suivis");
        assertThat(row(page, "Sin-le-Noble").select("td").last().text()).isEqualTo("< 11");
        var beyond = page(here.head, "/couverture?theme=GERONTOLOGIE&zone=AD-AR");
        assertThat(row(beyond, "Arras").text()).contains("Suivie hors du territoire déclaré", "11");
        var masking = page.select("#masquage").first().closest("section");
        assertThat(masking.select("td[data-label=Communes masquées]").text())
                .as("63 of its 64 communes")
                .isEqualTo("63 sur 64");
        assertThat(masking.select("td[data-label=Peuvent avoir]").text())
                .as("what the total leaves: 28 − 12 − 11")
                .isEqualTo("0 à 5");
        assertThat(masking.select("td[data-label=Hors territoire]").text()).isEqualTo("Arras (11)");

        var palliative = page(here.head, "/couverture?theme=SOINS_PALLIATIFS&zone=AD-DO");
        assertThat(state(palliative, "Douai")).isEqualTo("Suivie hors du territoire déclaré");
        assertThat(values(here.head, "theme=GERONTOLOGIE"))
                .contains("\"59178\":[\"f\"", "\"59569\":[\"m\"", "\"62041\":[\"o\"")
                .contains("\"59350\":[\"h\"");
        assertThat(values(here.head, "theme=GERONTOLOGIE&vue=declaree"))
                .contains("\"59569\":[\"d\"", "\"62041\":[\"h\"");
    }

    private String values(SignedIn who, String query) throws Exception {
        return mvc.perform(get("/couverture/carte.json?" + query).with(user(who)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @Proves("REQ-COVERAGE-03")
    void the_share_of_the_population_is_that_of_the_communes_declared_and_followed()
            throws Exception {
        declares(sheet("RESEAU"), "GERONTOLOGIE", "AD-DO", "2020-01-01");
        publishes();

        var page = page(here.head, "/couverture?theme=GERONTOLOGIE");
        var shares = page.select("#parts").first().closest("section");
        assertThat(shares.select("tr:contains(Gérontologie) td").eachText())
                .as("245,129 of 4,073,540 declared; Douai and Arras followed, the rest masked")
                .containsExactly("6 %", "2 à 7 %");
        assertThat(
                        page.select(".cov-table tr").stream()
                                .filter(tr -> tr.select("th").text().equals("Douaisis"))
                                .map(tr -> tr.select("td").first().text()))
                .containsExactly("100 %");
        assertThat(page.text()).contains("approximation");
    }

    @Test
    void a_commune_says_theme_by_theme_who_declares_it_and_who_is_followed() throws Exception {
        declares(sheet("RESEAU"), "GERONTOLOGIE", "AD-DO", "2020-01-01");
        publishes();

        var page = page(here.head, "/couverture/communes/59178");
        assertThat(theme(page, "Tous les thèmes")).contains("Déclarée et suivie", "31");
        assertThat(theme(page, "Gérontologie")).contains("Déclarée et suivie", "Appui ", "12");
        assertThat(theme(page, "Soins palliatifs"))
                .contains("Suivie hors du territoire déclaré", "14");
        assertThat(theme(page(here.head, "/couverture/communes/59569"), "Gérontologie"))
                .contains("Déclarée, moins de 11 suivis", "< 11");
        form(here.head, "/couverture/communes/13055", 404);
        assertThat(
                        page(officer, "/territoires/communes/59178")
                                .select("a.btn[href]")
                                .eachAttr("href"))
                .contains("/couverture/communes/59178?region=32");
    }

    private static String theme(Document page, String label) {
        return page.select("tbody tr").stream()
                .filter(tr -> tr.select("th").text().equals(label))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private void notes(int needs, String need) {
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        """
                                        insert into offer.unmet_need (need, commune_code, commune_name, since, words, noted_name, noted_at)
                                        select :need, '59178', 'Douai', '2026-01-05', 'Mots qui ne partent pas', 'Alice', '2026-02-01' from generate_series(1, :n)
                                        """)
                                .param("need", need)
                                .param("n", needs)
                                .update());
    }

    @Test
    void the_agency_has_the_list_of_needs_nobody_answers_added_up_as_far_as_masking_allows()
            throws Exception {
        notes(14, "SSIAD");
        notes(12, "GARDE_NUIT");
        notes(3, "TRANSPORT");
        publishes();

        var page = page(here.head, "/couverture/besoins");
        assertThat(page.select("main p strong").first().text()).isEqualTo("29");
        var needs = page.select("#besoins").first().closest("section");
        assertThat(needs.select("tr:contains(Garde) td").first().text()).isEqualTo("12");
        assertThat(needs.select("li:contains(Transport)").text())
                .as("what the total leaves: 29 − 14 − 12")
                .endsWith(": 0 à 3");
        assertThat(page.text()).doesNotContain("Mots qui ne partent pas");
        var name =
                rows(here.id, "select name from network.network where id = platform.acting()")
                        .getFirst();
        assertThat(page(officer, "/couverture/besoins").text()).contains(name);
        assertThat(page(cast.newOfficer("44"), "/couverture/besoins").text())
                .contains("Aucune structure n’a publié de besoins")
                .doesNotContain(name);
    }

    @Test
    void two_structures_on_one_commune_are_an_overlap() throws Exception {
        declares(sheet("RESEAU"), "GERONTOLOGIE", "AD-DO", "2020-01-01");
        declares(sheet("RESEAU"), null, "AD-DO", "2020-01-01");
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        """
                                        insert into registry.structure_theme (structure_id, theme_code, since)
                                        select structure_id, 'GERONTOLOGIE', '2020-01-01' from registry.declared_area a join registry.structure s on s.id = a.structure_id
                                         where s.owner_id = platform.acting() and a.theme_code is null
                                        """)
                                .update());

        var page = page(here.head, "/couverture?theme=GERONTOLOGIE&vue=declaree&zone=AD-DO");
        assertThat(state(page, "Douai")).isEqualTo("Déclarée par plusieurs structures");
        assertThat(page.select(".tile:contains(recouvrement) b").text()).isEqualTo("64");
    }

    @Test
    void the_workbook_says_what_the_page_says_and_no_small_count() throws Exception {
        declares(sheet("RESEAU"), "GERONTOLOGIE", "AD-DO", "2020-01-01");
        publishes();

        var bytes =
                mvc.perform(
                                get("/couverture/couverture.xlsx?theme=GERONTOLOGIE")
                                        .with(user(here.head)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = book.findSheet("Communes").orElseThrow().read();
            assertThat(rows).hasSize(1535);
            assertThat(
                            rows.stream()
                                    .filter(r -> r.getCellText(0).equals("59178"))
                                    .findFirst()
                                    .orElseThrow()
                                    .getCellText(8))
                    .isEqualTo("12");
            assertThat(
                            rows.stream()
                                    .filter(r -> r.getCellText(0).equals("59569"))
                                    .findFirst()
                                    .orElseThrow()
                                    .getCellText(8)
                                    .replace('\u00A0', ' '))
                    .isEqualTo("< 11");
        }
    }

    @Test
    @Proves({"REQ-COVERAGE-04", "REQ-COVERAGE-06", "REQ-COVERAGE-07", "REQ-COVERAGE-08"})
    void zones_without_a_platform_territories_with_one_network_and_sectors_to_come()
            throws Exception {
        var network = sheet("RESEAU");
        declares(network, "GERONTOLOGIE", "AD-DO", "2020-01-01");
        var before = page(here.head, "/couverture/zones");
        assertThat(before.select("#sans .count").text()).isEqualTo("15 sur 15");
        assertThat(before.text()).doesNotContain("Périmètre de plus");

        declares(sheet("PLATEFORME"), "GERONTOLOGIE", "AD-DO", "2020-01-01");
        declares(network, "GERONTOLOGIE", "LI-CL", "2020-01-01");
        declares(network, "GERONTOLOGIE", "HC-VA", "2026-10-01");
        publishes();
        var page = page(here.head, "/couverture/zones");

        assertThat(page.select("#sans .count").text()).isEqualTo("14 sur 15");
        assertThat(page.select("#sans").first().closest("section").select("li a").eachText())
                .doesNotContain("Douaisis")
                .contains("Calaisis");
        var territories = page.select("#territoires").first().closest("section");
        var gerontology = territories.select("th").eachText().indexOf("Gérontologie") - 1;
        assertThat(cell(territories.select("tr:contains(Artois)").first(), gerontology))
                .isEqualTo("2");
        assertThat(cell(territories.select("tr:contains(Littoral)").first(), gerontology))
                .isEqualTo("un seul");
        assertThat(cell(territories.select("tr:contains(Métropole)").first(), gerontology))
                .isEqualTo("aucun dispositif");
        var sectors = page.select("#secteurs").first().closest("section");
        assertThat(sectors.select("tr:contains(Douaisis)").text())
                .contains("Couvert", "245\u202F129", "1");
        assertThat(sectors.select("tr:contains(Valenciennois)").text())
                .contains("Bientôt couvert, le 1er octobre 2026");
        assertThat(sectors.select("tr:contains(Boulonnais)").text()).contains("Non couvert");
        assertThat(page.select(".notice.is-due").text())
                .contains("2 territoires de santé", "Artois-Douaisis", "Littoral");
    }

    private static String cell(Element row, int column) {
        return row.select("td").get(column).select(".mark").text();
    }

    @Test
    @Proves("REQ-COVERAGE-05")
    void the_agency_keeps_the_list_of_priority_themes_and_how_each_widens() throws Exception {
        var page = page(officer, "/couverture/priorites");
        assertThat(page.select("h2 a").eachText())
                .contains("Cancérologie", "Soins palliatifs", "Gérontologie");

        var refused =
                refused(
                        officer,
                        "/couverture/priorites",
                        "theme",
                        "ADDICTOLOGIE",
                        "plan",
                        "Plan addictions",
                        "widen",
                        "on");
        assertThat(refused.text()).contains("par quelle stratégie");
        assertThat(refused.select("#plan").val()).isEqualTo("Plan addictions");
        refused(officer, "/couverture/priorites", "theme", "GERONTOLOGIE");
        send(
                officer,
                "/couverture/priorites",
                "theme",
                "ADDICTOLOGIE",
                "widen",
                "on",
                "strategy",
                "Étendre le réseau du Douaisis au Cambrésis, à moyens constants.");
        var there = page(officer, "/couverture/priorites");
        var form = there.select("#p-addictologie form").first().attr("action");
        assertThat(there.text()).contains("extension attendue", "à moyens constants");
        send(officer, form, "_tag", "0", "strategy", "Autre chose");
        form(officer, form, 409, "_tag", "0", "strategy", "Trop tard");
        refused(officer, form, "_tag", "1", "widen", "on", "strategy", "");
        assertThat(page(here.head, "/couverture/priorites").select("form.form")).isEmpty();
        form(here.head, form + "/retirer", 404);
        form(cast.newOfficer("44"), form + "/retirer", 404);
        send(officer, form + "/retirer");
        assertThat(page(officer, "/couverture/priorites").text()).doesNotContain("Addictologie :");
    }

    @Test
    @Proves("REQ-COVERAGE-09")
    void a_proposal_keeps_the_figures_of_the_map_of_its_day() throws Exception {
        refused(officer, "/couverture/zones/propositions", "zone", "AD-DO", "words", "");
        refused(officer, "/couverture/zones/propositions", "zone", "NULLE", "words", "Rien");
        send(
                officer,
                "/couverture/zones/propositions",
                "zone",
                "HC-SA",
                "theme",
                "SOINS_PALLIATIFS",
                "words",
                "Une plateforme avec le Valenciennois");

        var page = page(officer, "/couverture/zones");
        var line = page.select("#propositions li:contains(Une plateforme avec)").first();
        assertThat(line.text())
                .contains("Sambre-Avesnois", "223\u202F006 habitants", "2 juin 2026");
        send(officer, line.select("form").attr("action"));
        assertThat(page(officer, "/couverture/zones").text()).doesNotContain("Une plateforme avec");
    }

    @Test
    void a_form_of_the_agency_sent_twice_is_done_once() throws Exception {
        var token = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++)
            send(
                    officer,
                    "/couverture/zones/propositions",
                    "zone",
                    "LI-BO",
                    "words",
                    "Deux fois " + token,
                    "_once",
                    token);

        var lines =
                page(officer, "/couverture/zones")
                        .select("#propositions li:contains(" + token + ")");
        assertThat(lines).hasSize(1);
        send(officer, lines.select("form").attr("action"));
    }

    @Test
    void the_document_is_read_again_without_being_fitted() throws Exception {
        var page = page(officer, "/couverture/schema-regional");
        var shares = page.select("#parts").first().closest("section");

        var palliative = shares.select("tr:contains(palliatifs) td").eachText();
        assertThat(palliative.subList(0, 4))
                .containsExactly("10 sur 15", "78,7 %", "plus de 78 %", "+0,7 point");
        var gerontology = shares.select("tr:contains(Gérontologie) td").eachText();
        assertThat(gerontology.subList(0, 4))
                .containsExactly("2 sur 15", "de 15,2 % à 100,0 %", "environ 30 %", "–");
        assertThat(gerontology.get(4)).contains("Source illisible", "13 zones sur 15");
        assertThat(page.select("#grille").first().closest("section").text())
                .contains("source illisible");
        assertThat(page.select("#secteurs").first().closest("section").text())
                .contains("841\u202F973");
    }

    @Test
    void an_agency_sees_what_is_published_in_its_region_and_nothing_of_another() throws Exception {
        declares(sheet("RESEAU"), "GERONTOLOGIE", "AD-DO", "2020-01-01");
        publishes();
        var name =
                rows(here.id, "select name from network.network where id = platform.acting()")
                        .getFirst();

        assertThat(page(officer, "/couverture?theme=GERONTOLOGIE").text()).contains(name);
        var elsewhere = page(cast.newOfficer("44"), "/couverture?theme=GERONTOLOGIE");
        assertThat(elsewhere.text()).contains("Aucun découpage").doesNotContain(name);
        form(here.alice, "/couverture/priorites", 404);
    }
}

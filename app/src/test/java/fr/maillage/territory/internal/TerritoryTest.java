package fr.maillage.territory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import fr.maillage.access.SignedIn;
import fr.maillage.platform.NightWork;
import fr.maillage.territory.Territories;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/// Zones by day: the tree, redraws looked at before they hold, and shapes.
@IntegrationTest
class TerritoryTest extends PageTest {

    private static final String REDRAWS = "/territoires/decoupages";

    @Autowired Territories territories;
    @Autowired List<NightWork> nights;

    SignedIn officer;
    SignedIn elsewhere;

    @BeforeEach
    void officers() {
        officer = cast.newOfficer("32");
        elsewhere = cast.newOfficer("44");
    }

    /// Every test redraws from its own day on, and the division is as it was for the next.
    @AfterEach
    void asItWas() {
        sql.sql("delete from territory.commune_zone where valid_from > date '2006-01-01'").update();
        sql.sql("update territory.commune_zone set valid_to = null where valid_to is not null")
                .update();
        sql.sql("delete from territory.zone_parent where valid_from > date '2006-01-01'").update();
        sql.sql("update territory.zone_parent set valid_to = null where valid_to is not null")
                .update();
        sql.sql("select territory.settle(date '2026-06-02')").query(_ -> {});
        sql.sql("update territory.zone set valid_to = null where valid_to is not null").update();
        sql.sql("delete from territory.zone where valid_from > date '2006-01-01'").update();
        sql.sql("delete from territory.redraw").update();
        sql.sql("delete from territory.shape").update();
        sql.sql("delete from territory.shape_load").update();
    }

    private String sendFile(String name, byte[] bytes, String to, int expected, String... fields)
            throws Exception {
        var request = multipart(to).file(new MockMultipartFile("file", name, null, bytes));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        var response =
                mvc.perform(request.with(csrf()).with(user(officer))).andReturn().getResponse();
        var body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(expected == 303 ? 302 : expected);
        return expected == 303 ? response.getHeader("Location") : body;
    }

    private Document redraw(String csv, String day, String... more) throws Exception {
        var fields = new java.util.ArrayList<>(List.of("region", "32", "day", day));
        fields.addAll(List.of(more));
        var at =
                sendFile(
                        "d.csv",
                        csv.getBytes(StandardCharsets.UTF_8),
                        REDRAWS,
                        303,
                        fields.toArray(String[]::new));
        return page(officer, at);
    }

    private void apply(Document look) throws Exception {
        var form = look.select("form[action$=appliquer]").first();
        send(officer, form.attr("action"), "_tag", form.select("[name=_tag]").val());
    }

    @Test
    void an_agency_draws_a_region_nobody_drew_yet() throws Exception {
        var corsican = cast.newOfficer("94");
        assertThat(page(corsican, "/territoires").text())
                .contains("Corse, découpage de l’agence", "Aucun découpage ce jour-là");
        assertThat(page(corsican, "/couverture").text())
                .contains("Aucun découpage de cette région");
        send(
                corsican,
                "/territoires/decoupages",
                "region",
                "94",
                "code",
                "CO-AJ",
                "label",
                "Ajaccio",
                "kind",
                "ZONE",
                "parent",
                "94",
                "day",
                "2026-06-02",
                "communes",
                "2A004");
        var start = page(corsican, "/territoires/decoupages?region=94");
        var preview = start.select("#prepares").first().closest("section").select("a").first();
        assertThat(page(corsican, preview.attr("href")).text()).contains("Ajaccio (CO-AJ)");
        send(
                corsican,
                preview.attr("href") + "/appliquer",
                "_tag",
                tag(corsican, preview.attr("href")));

        assertThat(page(corsican, "/territoires").select("tbody tr").text())
                .contains("Corse (communes du découpage)", "Ajaccio");
        assertThat(page(corsican, "/couverture/communes/2A004").select("h1").text())
                .isEqualTo("Ajaccio");
    }

    @Test
    void aFormSentEmptySaysWhatItLacksItselfAndNotTheFormBesideIt() throws Exception {
        var zone =
                refused(officer, REDRAWS, "region", "32", "code", "", "label", "Nord", "day", "");
        assertThat(zone.select("#code-error").text()).contains("Donnez le code de la zone");
        assertThat(zone.select("#file-error")).isEmpty();
        assertThat(zone.select("#label").val()).isEqualTo("Nord");

        var file = refused(officer, REDRAWS, "region", "32", "day", "2026-09-01");
        assertThat(file.select("#file-error").text()).contains("Choisissez un fichier");
        assertThat(file.select("#code-error")).isEmpty();
    }

    private String tag(SignedIn who, String preview) throws Exception {
        return page(who, preview).select("input[name=_tag]").val();
    }

    @Test
    void four_territories_and_fifteen_zones_with_their_communes_and_population() throws Exception {
        var page = page(officer, "/territoires");

        assertThat(page.select("tbody tr")).hasSize(20);
        assertThat(page.select("tr:contains(AD-DO)").text())
                .contains("Douaisis", "64", "245\u202F129");
        assertThat(page.text()).contains("approximation");
        assertThat(page(officer, "/territoires?au=2000-01-01").text())
                .contains("Aucun découpage ce jour-là");
        var zone = page(officer, "/territoires/zones/AD-DO");
        assertThat(zone.select(".commune-list li")).hasSize(64);
        assertThat(page(officer, "/territoires/zones/AD").select("tbody tr")).hasSize(4);
        assertThat(
                        mvc.perform(get("/territoires/zones/NULLE").with(user(officer)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_former_code_leads_to_the_commune_of_today() throws Exception {
        var former =
                sql.sql(
                                """
                                select f.old_code from territory.commune_former f join territory.commune c on c.code = f.code
                                 where c.zone_code is not null and not exists (select 1 from territory.commune o where o.code = f.old_code) limit 1
                                """)
                        .query(String.class)
                        .optional()
                        .orElse(null);
        if (former == null) return;
        assertThat(page(officer, "/territoires/communes/" + former).select("h1").text())
                .isNotEmpty();
    }

    @Test
    void a_redraw_is_looked_at_then_holds_from_its_day_and_not_before() throws Exception {
        var look =
                redraw(
                        "code;libellé;type;parent;communes\nAD-DS;Douaisis-Sud;SECTEUR;AD-DO;59178 Sin-le-Noble\nAD-DO;Douaisis;;;Arras",
                        "2026-09-01");

        assertThat(look.text())
                .contains("Douaisis-Sud", "nouvelle zone, sous Douaisis")
                .contains("Commune inconnue");
        look =
                redraw(
                        "code;libellé;type;parent;communes\nAD-DS;Douaisis-Sud;SECTEUR;AD-DO;Douai,Sin-le-Noble\nAD-DO;;;;Arras",
                        "2026-09-01");
        assertThat(look.select("#communes").first().text()).contains("3");
        assertThat(territories.tree("32", LocalDate.parse("2026-09-01")).zone("AD-DS"))
                .as("nothing is written before it is applied")
                .isNull();
        apply(look);

        var before = territories.tree("32", LocalDate.parse("2026-08-31"));
        var after = territories.tree("32", LocalDate.parse("2026-09-01"));
        assertThat(before.communes().get("59178").zone()).isEqualTo("AD-DO");
        assertThat(before.zone("AD-DS")).isNull();
        assertThat(after.communes().get("59178").zone()).isEqualTo("AD-DS");
        assertThat(after.zone("AD-DS").depth()).isEqualTo(3);
        assertThat(after.communesOf("AD-DO"))
                .as("a sector stands under its zone")
                .contains("59178", "62041");
        assertThat(after.above("AD-DS", "TERRITOIRE").code()).isEqualTo("AD");
        assertThat(today("59178")).as("what holds today is unchanged").isEqualTo("AD-DO");

        clock.move(Duration.ofDays(100));
        nights.forEach(night -> {
            if (night.name().equals("zones du jour")) night.forStructure(cast.douai);
        });
        assertThat(today("59178")).isEqualTo("AD-DS");
        assertThat(page(officer, "/territoires/communes/59178").text())
                .contains("Douaisis-Sud", "depuis le", "au 31 août 2026");
        assertThat(page(officer, "/territoires/zones/AD-DO").text()).contains("Douai part vers");
        assertThat(page(officer, "/territoires").text()).contains("3 communes changent de zone");
    }

    private String today(String commune) {
        return sql.sql("select zone_code from territory.commune where code = :code")
                .param("code", commune)
                .query(String.class)
                .single();
    }

    @Test
    void wrong_lines_are_told_with_their_number_and_the_rest_is_read() throws Exception {
        var csv =
                """
                code;libellé;type;parent;communes
                ;Sans code;;AD;
                AD-X1;Bonne;ZONE;AD;59178
                AD-X1;Deux fois;ZONE;AD;
                AD-X2;;ZONE;AD;
                AD-X3;Type faux;CANTON;AD;
                AD-X4;Orpheline;ZONE;NULLE;
                AD-X5;Boucle;ZONE;AD-X6;
                AD-X6;Boucle aussi;ZONE;AD-X5;
                32;La région;;;
                AD-X7;Partagée;ZONE;AD;59178 99999
                """;
        var latin =
                sendFile(
                        "d.csv",
                        csv.getBytes(Charset.forName("windows-1252")),
                        REDRAWS,
                        303,
                        "region",
                        "32",
                        "day",
                        "2027-01-01");
        var look = page(officer, latin);

        assertThat(look.select("#fausses").first().parent().parent().select("li").eachText())
                .hasSize(10)
                .anySatisfy(l -> assertThat(l).startsWith("Ligne 2 : Code de zone"))
                .anySatisfy(l -> assertThat(l).contains("Ligne 4", "deux fois"))
                .anySatisfy(l -> assertThat(l).contains("Ligne 6", "CANTON"))
                .anySatisfy(l -> assertThat(l).contains("Ligne 7", "NULLE"))
                .anySatisfy(l -> assertThat(l).contains("sous elle-même"))
                .anySatisfy(l -> assertThat(l).contains("Ligne 11", "99999"));
        assertThat(look.text()).contains("Bonne");
    }

    @Test
    void a_whole_division_takes_out_what_it_does_not_name() throws Exception {
        var look =
                redraw(
                        "code,libelle,parent,communes\nAD,Artois-Douaisis,32,\nAD-DO,Douaisis,AD,59178",
                        "2027-01-01",
                        "whole",
                        "on");
        assertThat(look.text()).contains("Zones qui se ferment", "hors du découpage");
        apply(look);

        var after = territories.tree("32", LocalDate.parse("2027-01-01"));
        assertThat(after.communes()).containsOnlyKeys("59178");
        assertThat(after.zones()).hasSize(3);
        sql.sql("update territory.zone set valid_to = null").update();
    }

    @Test
    void a_zone_named_otherwise_keeps_its_code_and_its_communes() throws Exception {
        var day = LocalDate.parse("2026-09-01");
        var held = territories.tree("32", day).communesOf("AD-DO");
        apply(
                redraw(
                        "code;libellé;parent;communes\nAD-DO;Douaisis et Ostrevant;;",
                        day.toString()));
        var after = territories.tree("32", day);
        assertThat(after.zone("AD-DO").label()).isEqualTo("Douaisis et Ostrevant");
        assertThat(after.communesOf("AD-DO")).isEqualTo(held).isNotEmpty();
        apply(redraw("code;libellé;parent;communes\nAD-DO;Douaisis;;", day.toString()));
        assertThat(territories.tree("32", day).zone("AD-DO").label()).isEqualTo("Douaisis");
    }

    @Test
    void what_changed_meanwhile_is_shown_again_before_it_is_applied() throws Exception {
        var first = redraw("code;libellé;parent;communes\nAD-LH;;;Douai", "2027-01-01");
        var second = redraw("code;libellé;parent;communes\nAD-BB;;;Douai", "2027-01-01");
        apply(second);
        var form = first.select("form[action$=appliquer]").first();

        var again =
                form(officer, form.attr("action"), 409, "_tag", form.select("[name=_tag]").val());

        assertThat(again.text()).contains("relisez");
        var applied = second.select("form[action$=appliquer]").attr("action");
        refused(officer, applied, "_tag", "x");
        var drawn = applied.replace("/appliquer", "");
        assertThat(page(officer, drawn).text()).contains("Ce qu’a changé");
        send(officer, form.attr("action").replace("appliquer", "abandonner"));
        assertThat(page(officer, REDRAWS).select(".plain-list li")).hasSize(1);
    }

    @Test
    void a_zone_described_in_the_form_and_what_is_refused_keeps_what_was_typed() throws Exception {
        assertThat(page(officer, REDRAWS + "?zone=AD-DO").select("#communes").text())
                .contains("Douai");
        var page =
                refused(
                        officer,
                        REDRAWS,
                        "region",
                        "32",
                        "label",
                        "Sans code",
                        "day",
                        "32/13/2026");
        assertThat(page.select("#label").val()).isEqualTo("Sans code");
        assertThat(page.text()).contains("Choisissez un fichier");
        assertThat(
                        sendFile(
                                "d.csv",
                                "bonjour".getBytes(StandardCharsets.UTF_8),
                                REDRAWS,
                                422,
                                "region",
                                "32",
                                "day",
                                "2027-01-01"))
                .contains("La première ligne doit nommer");
        send(
                officer,
                REDRAWS,
                "region",
                "32",
                "day",
                "2027-01-01",
                "code",
                "AD-DO",
                "label",
                "Le Douaisis",
                "kind",
                "ZONE",
                "parent",
                "AD",
                "communes",
                "Douai\nArras");
        assertThat(page(officer, REDRAWS).select(".plain-list li")).hasSize(1);
        form(elsewhere, REDRAWS, 404, "region", "32", "code", "X", "label", "X");
    }

    @Test
    void populations_of_another_year_stay_beside_and_wrong_lines_are_told() throws Exception {
        var csv =
                "code;population\n59178;41 000\n59178;1\n62041;beaucoup\n99999;12\n"
                        .getBytes(StandardCharsets.UTF_8);
        var at = "/territoires/populations";
        assertThat(sendFile("p.csv", csv, at, 422, "year", "2011", "source", "Essai"))
                .contains("3 lignes fausses", "Ligne 3", "Ligne 4", "99999");
        assertThat(sendFile("p.csv", csv, at, 422, "year", "mille", "source", ""))
                .contains("Un nombre entier");
        sendFile("p.csv", csv, at, 303, "year", "2011", "source", "Essai", "partial", "on");

        assertThat(page(officer, at).text()).contains("2011 : 41\u202F000 habitants, 1 commune");
        assertThat(page(officer, "/territoires/communes/59178").text())
                .contains("2011", "41\u202F000", "40\u202F250");
        assertThat(
                        territories
                                .tree("32", LocalDate.parse("2011-12-31"))
                                .communes()
                                .get("59178")
                                .people())
                .isEqualTo(41_000);
        sql.sql("delete from territory.population where source = 'Essai'").update();
    }

    @Test
    void communes_are_drawn_as_cells_then_by_the_shapes_loaded() throws Exception {
        var cells = outlines();
        assertThat(cells).contains("\"id\":\"59178\"", "\"Polygon\"").doesNotContain("Multi");

        var body =
                sendFile(
                        "c.geojson",
                        """
                        {"type":"FeatureCollection","crs":{"a":[1]},"features":[
                        {"type":"Feature","properties":{"code":"59178"},"geometry":{"type":"Polygon","coordinates":[[[3.05,50.35],[3.1,50.35],[3.1,50.4],[3.05,50.4],[3.05,50.35]]]}},
                        {"type":"Feature","properties":{"code":"59999","anciensCodes":["59569"]},"geometry":{"type":"MultiPolygon","coordinates":[[[[3.1,50.35],[3.15,50.35],[3.15,50.4],[3.1,50.35]]]]}},
                        {"type":"Feature","properties":{"nom":"Sans code"},"geometry":{"type":"Polygon","coordinates":[]}},
                        {"type":"Feature","properties":{"code":"59606"},"geometry":{"type":"Polygon","coordinates":[[[700000,6500000],[700001,6500000],[700001,6500001],[700000,6500000]]]}},
                        {"type":"Feature","properties":{"code":"62041"},"geometry":{"type":"Polygon","coordinates":[[[5.3,43.2],[5.4,43.2],[5.4,43.3],[5.3,43.2]]]}},
                        {"type":"Feature","properties":{"code":"59350"},"geometry":{"type":"Point","coordinates":[3,50]}},
                        {"type":"Feature","properties":{"code":"99999"},"geometry":{"type":"Polygon","coordinates":[[[3.05,50.35],[3.1,50.35],[3.1,50.4],[3.05,50.35]]]}}
                        ]}
                        """
                                .getBytes(StandardCharsets.UTF_8),
                        "/territoires/contours",
                        303,
                        "source",
                        "Essai 2026");
        assertThat(body).isEqualTo("/territoires/contours");
        var page = page(officer, "/territoires/contours");
        assertThat(page.text())
                .contains("Essai 2026, 2 communes de 7 contours")
                .contains("Lambert", "km de son centre connu", "ni Polygon", "code inconnu");
        assertThat(outlines()).contains("MultiPolygon").isNotEqualTo(cells);
        assertThat(page(officer, "/territoires/communes/59178").text()).contains("vrai contour");

        assertThat(
                        sendFile(
                                "c.geojson",
                                "{\"features\":[{\"properties\":{\"code\":\"591"
                                        .getBytes(StandardCharsets.UTF_8),
                                "/territoires/contours",
                                422,
                                "source",
                                "Coupé"))
                .contains("rien n’a été changé");
        send(officer, "/territoires/contours/retirer");
        assertThat(outlines()).isEqualTo(cells);
    }

    private String outlines() throws Exception {
        return mvc.perform(get("/territoires/contours.json?region=32").with(user(officer)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}

package fr.maillage.registry.internal.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/// The public counter, over HTTP: no session, no cookie, nothing kept, one frame only.
@IntegrationTest
class CounterTest extends PageTest {

    private final List<UUID> made = new ArrayList<>();
    private final String address = "198.51.100." + UUID.randomUUID();

    private UUID network(String name, String theme, int from, String zone) {
        var id = UUID.randomUUID();
        made.add(id);
        cast.as(
                cast.agencyOfficer,
                () -> {
                    sql.sql(
                                    "insert into registry.structure (id, type_code, name, region_code, provenance, commune_code, phone, entrance, does) values (:id, 'RESEAU', :name, '32', 'FICTIVE', '59178', '03 27 11 22 33', true, 'Vient à domicile.')")
                            .param("id", id)
                            .param("name", name)
                            .update();
                    sql.sql(
                                    "insert into registry.structure_theme (structure_id, theme_code, age_from, since) values (:id, :theme, :from, '2020-01-01')")
                            .param("id", id)
                            .param("theme", theme)
                            .param("from", from)
                            .update();
                    sql.sql(
                                    "insert into registry.declared_area (structure_id, zone_code, since) values (:id, :zone, '2020-01-01')")
                            .param("id", id)
                            .param("zone", zone)
                            .update();
                    return sql.sql(
                                    "insert into registry.opening (structure_id, weekday, from_time, to_time) values (:id, 2, '08:00', '17:00')")
                            .param("id", id)
                            .update();
                });
        return id;
    }

    @AfterEach
    void closed() {
        for (var id : made)
            cast.as(
                    cast.agencyOfficer,
                    () ->
                            sql.sql(
                                            "update registry.structure set entrance = false, closed_on = coalesce(opened_on, '1990-01-01') where id = :id")
                                    .param("id", id)
                                    .update());
    }

    private MockHttpServletResponse ask(String to, String... fields) throws Exception {
        var request = post(to);
        request.with(r -> {
            r.setRemoteAddr(address);
            return r;
        });
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request).andReturn().getResponse();
    }

    private static Document read(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(
                response.getContentAsString(StandardCharsets.UTF_8).replace('\u00A0', ' '));
    }

    @Test
    @Proves("REQ-DIRECTORY-11")
    void anybody_is_told_the_right_entrance_and_why() throws Exception {
        network("Réseau Rhumato Scarpe", "RHUMATOLOGIE", 60, "AD-DO");
        var answer = ask("/guichet", "commune", "douai", "theme", "RHUMATOLOGIE", "age", "72");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getCookies()).isEmpty();
        var page = read(answer);
        var first = page.select(".counter-list > li").first().text();
        assertThat(first)
                .contains(
                        "Réseau Rhumato Scarpe",
                        "03 27 11 22 33",
                        "Vient à domicile",
                        "Ouvert jusqu’à 17 h",
                        "Son territoire déclaré comprend Douai (zone Douaisis), depuis le 1er janvier 2020",
                        "Reçoit à partir de 60 ans");
        assertThat(page.select("script, input[name=_csrf]")).isEmpty();
    }

    @Test
    void communes_of_one_name_are_told_apart_by_their_departement() throws Exception {
        var several = ask("/guichet", "commune", "Montreuil");
        assertThat(several.getStatus()).isEqualTo(422);
        var page = read(several);
        assertThat(page.select(".choice").eachText())
                .contains("Montreuil (28)", "Montreuil (93)")
                .doesNotHaveDuplicates();
        assertThat(page.select("#commune-error").text()).contains("choisissez la vôtre");
        assertThat(read(ask("/guichet", "commune", "Montreuil (93)")).text())
                .contains("Montreuil (93)")
                .doesNotContain("Laquelle");
    }

    @Test
    void without_an_entrance_the_nearest_is_said_to_be_no_more() throws Exception {
        network("Réseau Rhumato du Calaisis", "RHUMATOLOGIE", 60, "LI-CL");
        var page = read(ask("/guichet", "commune", "Douai", "theme", "RHUMATOLOGIE", "age", "72"));
        assertThat(page.text())
                .contains(
                        "Aucune structure ne déclare ce besoin pour Douai",
                        "Ne déclare pas couvrir Douai");
        assertThat(
                        read(ask(
                                        "/guichet",
                                        "commune",
                                        "Douai",
                                        "theme",
                                        "RHUMATOLOGIE",
                                        "age",
                                        "40"))
                                .text())
                .contains("pas à cet âge");
    }

    @Test
    void what_cannot_be_read_comes_back_with_its_sentence() throws Exception {
        assertThat(ask("/guichet", "commune", "").getStatus()).isEqualTo(422);
        var wrong = read(ask("/guichet", "commune", "Atlantide", "theme", "XX", "age", "douze"));
        assertThat(wrong.text())
                .contains(
                        "Aucune commune connue", "Donnez l’âge en années", "Choisissez un besoin");
        assertThat(wrong.select("#commune").attr("value")).isEqualTo("Atlantide");
        var several = read(ask("/guichet", "commune", "59360"));
        assertThat(several.select("input[name=choix]")).hasSizeGreaterThan(1);
        var code = several.select("label:contains(Bazuel) input[name=choix]").first().attr("value");
        assertThat(ask("/guichet", "commune", "59360", "choix", code).getStatus()).isEqualTo(200);
        assertThat(ask("/guichet", "commune", "x".repeat(5_000)).getStatus()).isEqualTo(422);
    }

    @Test
    void only_the_page_to_embed_may_stand_in_a_frame_and_only_where_the_setting_says()
            throws Exception {
        var embedded =
                mvc.perform(get("/guichet/integre"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse();
        assertThat(embedded.getHeader("X-Frame-Options"))
                .as("it would forbid what the policy allows")
                .isNull();
        assertThat(embedded.getHeader("Content-Security-Policy"))
                .as("no setting: nowhere")
                .contains("frame-ancestors 'none'");
        assertThat(embedded.getCookies()).isEmpty();
        var whole = mvc.perform(get("/guichet")).andReturn().getResponse();
        assertThat(whole.getHeader("X-Frame-Options")).isEqualTo("DENY");
        var elsewhere = mvc.perform(get("/connexion")).andReturn().getResponse();
        assertThat(elsewhere.getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(elsewhere.getHeader("Content-Security-Policy"))
                .contains("frame-ancestors 'self'");
    }

    @Test
    void one_source_is_held_back() throws Exception {
        int held = 0;
        for (int i = 0; i < CounterController.ASKED_IN_AN_HOUR + 1; i++)
            if (ask("/guichet", "commune", "Atlantide").getStatus() == 429) held++;
        assertThat(held).isEqualTo(1);
    }
}

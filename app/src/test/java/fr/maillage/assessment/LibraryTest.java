package fr.maillage.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// The library of tools, as a catalogue and for a person.
@IntegrationTest
class LibraryTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    @Test
    void tools_are_filed_by_domain_found_by_their_words_and_say_whose_they_are() throws Exception {
        var all = page("/evaluations/outils");
        assertThat(all.select("h2[id^=domaine-]").eachText())
                .anyMatch(title -> title.startsWith("Vue d’ensemble"))
                .anyMatch(title -> title.startsWith("Enfant et famille"));
        assertThat(all.select("a[href=/evaluations/outils/zarit]").first().parent().text())
                .contains("Résultat seul : droits réservés");
        assertThat(all.select("a[href=/evaluations/outils/katz]").first().parent().text())
                .contains("Libre");
        assertThat(all.select("form button[aria-label^=Commencer]")).isEmpty();

        assertThat(page("/evaluations/outils?outil=epuises+rien").text())
                .contains("Aucun outil ne répond à ces mots.");
        assertThat(page("/evaluations/outils?outil=précarité").select("li.line a").eachAttr("href"))
                .containsOnly("/evaluations/outils/epices");
        assertThat(page("/evaluations/outils?domaine=escarre").select("li.line a").eachAttr("href"))
                .containsExactly("/evaluations/outils/norton", "/evaluations/outils/braden");
    }

    @Test
    void a_tool_shows_its_cut_offs_their_meaning_and_its_source() throws Exception {
        var epices = page("/evaluations/outils/epices");
        assertThat(epices.select("tbody tr")).hasSize(5);
        assertThat(epices.select("tbody tr").get(3).text())
                .contains("4e quintile", "de 30,17 à 48,52 exclu", "Situation de précarité.");
        assertThat(epices.select(".facts").text()).contains("BEH 2006", "Deux sources lues");
        assertThat(page("/evaluations/outils/mmse").text())
                .contains("Ses questions appartiennent à leur auteur", "anormal sous 24");
        mvc.perform(get("/evaluations/outils/inconnu").with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/evaluations/outils").with(user(cast.sophieSecretary)))
                .andExpect(status().isNotFound());
    }

    @Test
    void for_a_person_the_tools_of_the_theme_come_first_each_with_its_button() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var address = "/dossiers/" + followed.patient() + "/evaluations";
        assertThat(page(address).select("a[href$=/evaluations/nouvelle]")).isNotEmpty();
        var choice = page(address + "/nouvelle");
        var first = choice.select("section[aria-labelledby=proposes]").first();
        assertThat(first).isNotNull();
        assertThat(first.select("h3").text()).contains("Gérontologie");
        assertThat(first.select("input[name=questionnaire]").eachAttr("value"))
                .contains("aggir", "katz", "gds-15")
                .doesNotContain("epds", "audit-c");
        assertThat(choice.select("section[aria-labelledby=domaine-addiction] button")).isNotEmpty();
        mvc.perform(get(address + "/nouvelle").with(user(cast.sophieSecretary)))
                .andExpect(status().isNotFound());
        mvc.perform(get(address + "/nouvelle").with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
    }

    private Document page(String path) throws Exception {
        return page(path, cast.claireCoordinator);
    }

    private Document page(String path, SignedIn who) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}

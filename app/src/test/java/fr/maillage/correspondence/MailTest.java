package fr.maillage.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class MailTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired Outbox outbox;

    @Autowired JdbcClient sql;

    @Test
    void letters_are_printed_one_a_page_posted_once_and_come_back() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var one = letter(followed, "AVIS_PPS");
        var two = letter(followed, "INFORMATION_DEMANDE");

        var print =
                mvc.perform(
                                post("/courriers/imprimer")
                                        .with(user(cast.claireCoordinator))
                                        .with(csrf())
                                        .param("id", one.toString(), two.toString()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(Jsoup.parse(print).select("article.letter")).hasSize(2);
        assertThat(Jsoup.parse(print).select("article.letter .box")).hasSize(4);
        assertThat(Jsoup.parse(print).select("article.letter table tbody td").eachText())
                .contains("1 fois", "2 fois");
        mvc.perform(post("/courriers/imprimer").with(user(cast.claireCoordinator)).with(csrf()))
                .andExpect(status().isUnprocessableContent());

        for (int twice = 0; twice < 2; twice++) {
            mvc.perform(
                            post("/courriers/postes")
                                    .with(user(cast.sophieSecretary))
                                    .with(csrf())
                                    .param("id", one.toString(), two.toString()))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(state(one)).isEqualTo("ENVOYE");
        assertThat(attempts(one)).isEqualTo(1);
        mvc.perform(
                        post("/courriers/" + one + "/revenu")
                                .with(user(cast.sophieSecretary))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(state(one)).isEqualTo("ECHEC");
        mvc.perform(
                        post("/courriers/" + one + "/remettre")
                                .with(user(cast.sophieSecretary))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(state(one)).isEqualTo("A_ENVOYER");
        mvc.perform(
                        post("/courriers/" + one + "/annuler")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(
                        post("/courriers/" + one + "/annuler")
                                .with(user(cast.claireCoordinator))
                                .with(csrf())
                                .param("motif", "Doublon"))
                .andExpect(status().is3xxRedirection());
        assertThat(state(one)).isEqualTo("ANNULE");
    }

    @Test
    void a_secretary_posts_a_letter_with_health_content_without_reading_it_and_others_find_nothing()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var clinical = letter(followed, "AVIS_PPS");
        var plain = letter(followed, "INFORMATION_DEMANDE");

        mvc.perform(get("/courriers/" + clinical).with(user(cast.sophieSecretary)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/courriers/" + plain).with(user(cast.sophieSecretary)))
                .andExpect(status().isOk());
        mvc.perform(get("/courriers/" + clinical).with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
        var tray =
                mvc.perform(get("/courriers").with(user(cast.sophieSecretary)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(tray).contains("Contenu de santé").doesNotContain("Zopiclone");
        for (var tab : new String[] {"ENVOYE", "ECHEC", "ANNULE"})
            mvc.perform(get("/courriers").param("etat", tab).with(user(cast.sophieSecretary)))
                    .andExpect(status().isOk());
    }

    private UUID letter(Followed followed, String kind) {
        return cast.in(
                cast.douai,
                () ->
                        outbox.put(
                                new Outbox.Message(
                                        followed.patient(),
                                        "MEDECIN_TRAITANT",
                                        "Dr Anne MOREL",
                                        "4 place d’Armes\n59500 Douai",
                                        "10100000017",
                                        kind,
                                        "objet",
                                        "Docteur,\n\nZopiclone\n\n| Quoi | Avant | Proposé\n| Kiné | 1 fois | 2 fois\n\n□ oui\n□ non\n\n___",
                                        null)));
    }

    private String state(UUID id) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select state from correspondence.outgoing_message where id = :id")
                                .param("id", id)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    private int attempts(UUID id) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select attempts from correspondence.outgoing_message where id = :id")
                                .param("id", id)
                                .query((row, _) -> row.getInt(1))
                                .single());
    }
}

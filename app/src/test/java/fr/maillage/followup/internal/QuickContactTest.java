package fr.maillage.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A call noted from anywhere: whom one speaks with is chosen, several persons at once, and the
/// page behind stays.
@IntegrationTest
class QuickContactTest extends PageTest {

    @Test
    @Proves({"REQ-CONTACTLOG-01", "REQ-CONTACTLOG-02"})
    void who_is_known_is_chosen_with_their_quality_and_a_call_back_has_an_hour_and_a_number()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30).patient();
        var paul = cast.newFollowed(cast.douai, 2, 30).patient();
        mvc.perform(
                        post("/dossiers/" + odette + "/famille")
                                .param("other", paul.toString())
                                .param("relation", "CONJOINT")
                                .param("household", "1")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().is3xxRedirection());
        var form = read(get("/contacts/nouveau").param("dossier", odette.toString()));
        assertThat(form.select("input[name=person]").eachAttr("value"))
                .as("she, and her household to be ticked")
                .containsExactly(odette.toString(), paul.toString());
        assertThat(form.select("input[name=person][checked]")).hasSize(1);
        var doctor = form.select("label:contains(Dr Anne MOREL) input[name=member]").first();
        assertThat(doctor.parent().text()).contains("médecin traitant");
        assertThat(form.select("input[name=member]").first().val())
                .as("the person herself comes first")
                .isEqualTo(odette.toString());

        var note = "Note " + UUID.randomUUID();
        var answer =
                mvc.perform(
                                post("/contacts")
                                        .header("X-Maillage-In-Place", "1")
                                        .param("person", odette.toString(), paul.toString())
                                        .param("member", doctor.val())
                                        .param("reached", "A_RAPPELER")
                                        .param("motive", "AIDANT_EPUISE")
                                        .param("reason", "répit")
                                        .param("note", note)
                                        .param("decided", "Chercher un accueil de jour")
                                        .param("callback", "2026-06-04")
                                        .param("callbackTime", "14:30")
                                        .with(csrf())
                                        .with(user(cast.sophieSecretary)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(Jsoup.parse(answer).select("[data-said]").text())
                .startsWith("Appel enregistré. Rappel noté pour le");
        assertThat(Jsoup.parse(answer).select("nav, main, form"))
                .as("nothing follows it")
                .isEmpty();
        assertThat(
                        rows(
                                cast.douai,
                                "select concat_ws('|', who, who_quality, caller, motive, direction, (select count(*) from followup.contact_patient p where p.contact_id = c.id)) from followup.contact c where note = '"
                                        + note
                                        + "'"))
                .containsExactly(
                        "Dr Anne MOREL|Médecin traitant|MEDECIN_TRAITANT|AIDANT_EPUISE|ENTRANT|2");
        assertThat(
                        rows(
                                cast.douai,
                                "select concat_ws('|', t.kind, t.due_on, t.due_at, t.phone) from followup.task t join followup.contact c on c.id = t.contact_id where c.note = '"
                                        + note
                                        + "'"))
                .containsExactly("RAPPEL|2026-06-04|14:30:00|0327000002");
    }

    @Test
    void what_is_refused_comes_back_whole_and_nothing_is_written() throws Exception {
        var form =
                Jsoup.parse(
                        mvc.perform(
                                        post("/contacts")
                                                .header("X-Maillage-In-Place", "1")
                                                .param("note", "Tout ce qui était tapé")
                                                .param("callbackTime", "25:99")
                                                .param("motive", "INVENTE")
                                                .with(csrf())
                                                .with(user(cast.claireCoordinator)))
                                .andExpect(status().is(422))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(form.select("#who-error, #callbackTime-error")).hasSize(2);
        assertThat(form.select("#note").text()).isEqualTo("Tout ce qui était tapé");
    }

    @Test
    void a_task_for_somebody_has_a_form_of_its_own() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30).patient();
        var form =
                read(
                        get("/taches/nouvelle")
                                .param("dossier", odette.toString())
                                .param("rappel", "1"));
        assertThat(form.select("form[action=/taches] input[name=patient]").val())
                .isEqualTo(odette.toString());
        assertThat(form.select("input[name=kind][checked]").val()).isEqualTo("RAPPEL");
        var refused =
                Jsoup.parse(
                        mvc.perform(
                                        post("/taches")
                                                .param("alone", "1")
                                                .param("patient", odette.toString())
                                                .param("who", "Sa fille")
                                                .with(csrf())
                                                .with(user(cast.claireCoordinator)))
                                .andExpect(status().is(422))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(refused.select("#title-error")).hasSize(1);
        assertThat(refused.select("#who").val()).isEqualTo("Sa fille");
        assertThat(refused.select(".worklist")).as("the form alone").isEmpty();
    }

    private Document read(MockHttpServletRequestBuilder asked) throws Exception {
        return Jsoup.parse(
                mvc.perform(asked.with(user(cast.claireCoordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}

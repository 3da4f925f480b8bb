package fr.maillage.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The daily log of contacts, and the tasks that come of it.
@IntegrationTest
class ContactsTest extends PageTest {

    @Test
    @Proves({"REQ-CONTACTLOG-01", "REQ-CONTACTLOG-02"})
    void a_call_about_a_person_says_who_called_why_and_what_was_decided() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var who = "Fille " + UUID.randomUUID();
        var token = UUID.randomUUID().toString();
        for (int sending = 0; sending < 2; sending++) { // sent twice, done once
            mvc.perform(
                            post("/contacts")
                                    .param("who", who)
                                    .param("about", name(odette.patient()))
                                    .param("reached", "A_RAPPELER")
                                    .param("reason", "Répit du mari")
                                    .param("decided", "Voir avec le SSIAD")
                                    .param("minutes", "12")
                                    .param("_once", token)
                                    .header(
                                            "Referer",
                                            "http://localhost/dossiers/" + odette.patient())
                                    .with(csrf())
                                    .with(user(cast.claireCoordinator)))
                    .andExpect(redirectedUrl("/dossiers/" + odette.patient()));
        }
        assertThat(
                        rows(
                                cast.douai,
                                "select concat_ws('|', c.channel, c.direction, c.who, c.reason, c.decided, c.minutes, p.patient_id, c.author_name) from followup.contact c join followup.contact_patient p on p.contact_id = c.id where c.who = '"
                                        + who
                                        + "'"))
                .containsExactly(
                        "TELEPHONE|ENTRANT|"
                                + who
                                + "|Répit du mari|Voir avec le SSIAD|12|"
                                + odette.patient()
                                + "|Claire DUMONT");
        assertThat(
                        rows(
                                cast.douai,
                                "select kind || ' ' || due_on from followup.task where who = '"
                                        + who
                                        + "'"))
                .containsExactly("RAPPEL 2026-06-02");
        var journal =
                Jsoup.parse(
                        mvc.perform(get("/contacts").with(user(cast.sophieSecretary)))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(journal.text()).contains(who, "Répit du mari");
        assertThat(
                        mvc.perform(get("/contacts").with(user(cast.calaisCoordinator)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .doesNotContain(who);
    }

    @Test
    void an_uncertain_name_is_asked_and_nothing_typed_is_lost() throws Exception {
        var one = cast.newFollowed(cast.douai, 2, 30);
        cast.newFollowed(cast.douai, 2, 30);
        var answer =
                mvc.perform(
                                post("/contacts")
                                        .param("who", "Dr Morel")
                                        .param("about", "DURAND Odette")
                                        .param("note", "Rappelle jeudi")
                                        .with(csrf())
                                        .with(user(cast.sophieSecretary)))
                        .andExpect(status().is(422))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        var page = Jsoup.parse(answer);
        assertThat(page.select("form[action=/contacts] [name=match0][value]").size())
                .isGreaterThan(2);
        assertThat(page.select("textarea[name=note]").text()).isEqualTo("Rappelle jeudi");
        assertThat(page.select("input#who").val()).isEqualTo("Dr Morel");
        mvc.perform(
                        post("/contacts")
                                .param("who", "Dr Morel")
                                .param("about", "DURAND Odette")
                                .param("settled", "1")
                                .param("match0", one.patient().toString())
                                .param("note", "Rappelle jeudi")
                                .with(csrf())
                                .with(user(cast.sophieSecretary)))
                .andExpect(status().is3xxRedirection());
        assertThat(
                        rows(
                                cast.douai,
                                "select 1 from followup.contact_patient where patient_id = '"
                                        + one.patient()
                                        + "'"))
                .hasSize(1);
    }

    @Test
    void it_may_be_about_nobody_or_several_persons_and_never_somebody_of_another_structure()
            throws Exception {
        var one = cast.newFollowed(cast.douai, 2, 30);
        var two = cast.newFollowed(cast.douai, 2, 30);
        var theirs = cast.newFollowed(cast.calais, 2, 30);
        mvc.perform(
                        post("/contacts")
                                .param("who", "Mairie")
                                .with(csrf())
                                .with(user(cast.sophieSecretary)))
                .andExpect(redirectedUrl("/contacts"));
        var who = "Équipe " + UUID.randomUUID();
        mvc.perform(
                        post("/contacts")
                                .param("who", who)
                                .param("about", name(one.patient()) + ", " + name(two.patient()))
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().is3xxRedirection());
        assertThat(
                        rows(
                                cast.douai,
                                "select p.patient_id from followup.contact c join followup.contact_patient p on p.contact_id = c.id where c.who = '"
                                        + who
                                        + "'"))
                .hasSize(2);
        mvc.perform(
                        post("/contacts")
                                .param("who", "x")
                                .param("person", theirs.patient().toString())
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
    }

    @Test
    @Proves("REQ-FOLLOWUP-05")
    void a_significant_fact_prepares_a_letter_to_the_doctor_unless_the_person_opposes_it()
            throws Exception {
        var told = cast.newFollowed(cast.douai, 2, 30);
        var opposed = cast.newFollowed(cast.douai, 2, 30);
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update patient.patient set mt_told = false where id = :id")
                                .param("id", opposed.patient().value())
                                .update());
        mvc.perform(
                        post("/contacts")
                                .param("who", "Fille")
                                .param(
                                        "person",
                                        told.patient().toString(),
                                        opposed.patient().toString())
                                .param("significant", "1")
                                .param("note", "Deux chutes")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().is3xxRedirection());
        assertThat(
                        rows(
                                cast.douai,
                                "select recipient_name || ' ' || kind from correspondence.outgoing_message where patient_id = '"
                                        + told.patient()
                                        + "'"))
                .containsExactly("Dr Anne MOREL FAIT_SIGNIFICATIF");
        assertThat(
                        rows(
                                cast.douai,
                                "select kind from correspondence.outgoing_message where patient_id = '"
                                        + opposed.patient()
                                        + "'"))
                .isEmpty();
    }

    @Test
    void what_is_wrong_is_said_beside_its_field() throws Exception {
        var page =
                Jsoup.parse(
                        mvc.perform(
                                        post("/contacts")
                                                .param("who", "")
                                                .param("note", "x".repeat(2_000_000))
                                                .param("day", "2026-06-03")
                                                .param("minutes", "deux")
                                                .with(csrf())
                                                .with(user(cast.claireCoordinator)))
                                .andExpect(status().is(422))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(page.select("#who-error, #note-error, #day-error, #minutes-error")).hasSize(4);
        assertThat(page.select("textarea[name=note]").text()).hasSize(2_000_000);
    }

    @Test
    void a_task_is_made_put_off_and_done() throws Exception {
        var title = "Demander " + UUID.randomUUID();
        mvc.perform(
                        post("/taches")
                                .param("title", title)
                                .param("dueOn", "2026-06-02")
                                .param("assignee", cast.claireCoordinator.member().toString())
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(redirectedUrl("/taches"));
        var id =
                rows(cast.douai, "select id from followup.task where title = '" + title + "'")
                        .getFirst();
        mvc.perform(
                        post("/taches/" + id + "/report")
                                .param("jours", "3")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(redirectedUrl("/taches"));
        assertThat(rows(cast.douai, "select due_on from followup.task where id = '" + id + "'"))
                .containsExactly("2026-06-05");
        assertThat(
                        mvc.perform(get("/taches?filtre=late").with(user(cast.claireCoordinator)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .doesNotContain(title);
        mvc.perform(
                        post("/taches/" + id + "/faite")
                                .param("outcome", "Fait")
                                .with(csrf())
                                .with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        post("/taches/" + id + "/faite")
                                .param("outcome", "Obtenu")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(redirectedUrl("/taches"));
        assertThat(
                        mvc.perform(get("/taches?filtre=done").with(user(cast.claireCoordinator)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .contains(title, "Obtenu");
        mvc.perform(
                        post("/taches")
                                .param("title", "")
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().is(422));
    }

    @Test
    void the_follow_up_page_is_health_content() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        mvc.perform(
                        get("/dossiers/" + odette.patient() + "/suivi")
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isOk());
        mvc.perform(
                        get("/dossiers/" + odette.patient() + "/suivi")
                                .with(user(cast.sophieSecretary)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        get("/dossiers/" + odette.patient() + "/suivi")
                                .with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
    }

    private String name(PatientId patient) {
        return rows(
                        cast.douai,
                        "select display_name from patient.identity where id = '" + patient + "'")
                .getFirst();
    }
}

package fr.maillage.followup.internal.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The notebook around one person, each reading what is theirs; points de coordination and what
/// they decide.
@IntegrationTest
class LiaisonTest extends PageTest {

    @Test
    @Proves("REQ-CONTACTLOG-03")
    void each_writes_in_the_notebook_and_reads_what_their_part_allows() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var here = "/dossiers/" + followed.patient() + "/cahier";
        joins(followed, "Lucie PETIT", cast.nurseLucie, "SOINS");
        var help = professional("Aide à domicile");
        joins(followed, "Nadia AIDE", help, "TACHES");
        var daughter = cast.patientAccount(followed);

        send(cast.nurseLucie, here, "part", "SOINS", "words", "Pansement refait");
        send(
                cast.claireCoordinator,
                here,
                "part",
                "SOCIAL",
                "words",
                "Dossier APA déposé",
                "kept",
                "1");
        send(daughter, here, "part", "TACHES", "words", "Qui vient samedi ?", "question", "1");
        send(help, here, "part", "TACHES", "words", "Courses faites");

        assertThat(page(cast.claireCoordinator, here).select("article").text())
                .contains(
                        "Pansement refait",
                        "Dossier APA déposé",
                        "Qui vient samedi",
                        "Courses faites")
                .contains("Équipe d’appui", "Infirmière");
        assertThat(page(cast.nurseLucie, here).select("article").text())
                .contains("Pansement refait", "Qui vient samedi", "Courses faites")
                .doesNotContain("Dossier APA");
        assertThat(page(help, here).select("article").text())
                .contains("Courses faites", "Qui vient samedi")
                .doesNotContain("Pansement", "Dossier APA");
        assertThat(page(help, here).select("input[name=part]").eachAttr("value"))
                .as("nor writes elsewhere than in their part")
                .containsExactly("TACHES");
        assertThat(page(daughter, "/mon-plan/cahier").select("article").text())
                .contains("Pansement refait", "Courses faites")
                .doesNotContain("Dossier APA");
        for (var other :
                List.of(
                        cast.sophieSecretary,
                        cast.helenHead,
                        cast.calaisCoordinator,
                        professional("Ailleurs")))
            mvc.perform(get(here).with(user(other))).andExpect(status().isNotFound());
        mvc.perform(
                        post(here)
                                .param("part", "MEDICAL")
                                .param("words", "Hors de ma part")
                                .with(csrf())
                                .with(user(help)))
                .andExpect(status().is(422));

        // the question is answered by somebody else, and the mark of reading is there once
        var question =
                value(
                        "select id from followup.liaison_entry where words = 'Qui vient samedi ?' and patient_id = '"
                                + followed.patient()
                                + "'");
        assertThat(page(cast.claireCoordinator, here).text()).contains("Sans réponse");
        send(cast.nurseLucie, here, "answers", question, "words", "Moi, à 9 h");
        var read = page(cast.claireCoordinator, here);
        assertThat(read.select("article .notice").text()).contains("Moi, à 9 h", "Réponse");
        assertThat(read.text()).doesNotContain("Sans réponse");
        assertThat(read.select("p:contains(Lu par)").text()).contains("Lucie PETIT");
        assertThat(
                        value(
                                "select count(*) from followup.liaison_read where entry_id = '"
                                        + question
                                        + "' and account_id = '"
                                        + cast.nurseLucie.accountId()
                                        + "'"))
                .isEqualTo("1");
        assertThat(page(daughter, "/mon-plan/cahier").text()).contains("Moi, à 9 h");

        var pdf =
                mvc.perform(
                                get(here + ".pdf?du=2026-06-01&au=2026-06-02")
                                        .with(user(cast.nurseLucie)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        try (var paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Pansement refait", "Moi, à 9 h")
                    .doesNotContain("Dossier APA");
        }
        assertThat(
                        page(cast.claireCoordinator, here + "?du=2026-05-01&au=2026-05-31")
                                .select("article"))
                .as("another period")
                .isEmpty();
    }

    @Test
    @Proves("REQ-FOLLOWUP-05")
    void a_significant_line_of_the_notebook_prepares_a_letter_unless_the_person_opposes_it()
            throws Exception {
        var told = cast.newFollowed(cast.douai, 2, 30);
        var opposed = cast.newFollowed(cast.douai, 2, 30);
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update patient.patient set mt_told = false where id = :id")
                                .param("id", opposed.patient().value())
                                .update());
        for (var one : List.of(told, opposed)) {
            joins(one, "Lucie PETIT", cast.nurseLucie, "SOINS");
            send(
                    cast.nurseLucie,
                    "/dossiers/" + one.patient() + "/cahier",
                    "part",
                    "SOINS",
                    "words",
                    "Deux chutes",
                    "significant",
                    "1");
        }
        assertThat(
                        value(
                                "select string_agg(recipient_name || ' ' || kind, ',') from correspondence.outgoing_message where patient_id in ('"
                                        + told.patient()
                                        + "', '"
                                        + opposed.patient()
                                        + "')"))
                .isEqualTo("Dr Anne MOREL FAIT_SIGNIFICATIF");
    }

    @Test
    @Proves({"REQ-RCP-04", "REQ-CONTACTLOG-03"})
    void a_point_by_telephone_says_with_whom_what_and_makes_its_tasks() throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 30);
        var here = "/dossiers/" + followed.patient() + "/points";
        joins(followed, "Lucie PETIT", cast.nurseLucie, "SOINS");
        var nurse =
                page(cast.claireCoordinator, here)
                        .select("label:contains(Lucie PETIT) input")
                        .val();
        send(
                cast.claireCoordinator,
                here,
                "mode",
                "TELEPHONE",
                "subject",
                "Les nuits",
                "line",
                nurse,
                "others",
                "M. Durand",
                "minutes",
                "20",
                "decision1",
                "Demander une garde de nuit",
                "due1",
                "2026-06-09",
                "who1",
                cast.karimCoordinator.member().toString(),
                "decision2",
                "La fille vient le samedi");
        assertThat(page(cast.claireCoordinator, here).select("article").text())
                .contains(
                        "Les nuits",
                        "Par téléphone",
                        "20 min",
                        "Lucie PETIT, Infirmière",
                        "M. Durand",
                        "tâche pour le",
                        "La fille vient le samedi");
        assertThat(page(cast.claireCoordinator, here).text()).contains("1 point cette année");
        assertThat(
                        value(
                                "select string_agg(title || ' ' || due_on || ' ' || assigned_to, ',') from followup.task where patient_id = '"
                                        + followed.patient()
                                        + "'"))
                .as("what has a day is a task, what has none is noted")
                .isEqualTo(
                        "Demander une garde de nuit 2026-06-09 " + cast.karimCoordinator.member());
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/" + followed.patient() + "/ligne-de-vie")
                                .text())
                .contains("Point de coordination par téléphone, 2 interlocuteurs");
        mvc.perform(get(here).with(user(cast.sophieSecretary)))
                .andExpect(status().is4xxClientError());
        mvc.perform(get(here).with(user(cast.calaisCoordinator))).andExpect(status().isNotFound());
        var refused =
                mvc.perform(
                                post(here)
                                        .param("subject", "Demain")
                                        .param("mode", "TELEPHONE")
                                        .param("day", "2026-06-03")
                                        .param("due1", "2026-01-01")
                                        .param("decision1", "Trop tard")
                                        .param("minutes", "9999")
                                        .with(csrf())
                                        .with(user(cast.claireCoordinator)))
                        .andExpect(status().is(422))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(
                        Jsoup.parse(refused)
                                .select("#day-error, #others-error, #due1-error, #minutes-error"))
                .hasSize(4);
        assertThat(Jsoup.parse(refused).select("#subject").val()).isEqualTo("Demain");
    }

    @Test
    void a_point_is_corrected_with_its_trace_and_two_do_not_overwrite_each_other()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var here = "/dossiers/" + followed.patient() + "/points";
        send(
                cast.claireCoordinator,
                here,
                "mode",
                "TELEPHONE",
                "subject",
                "Les nuits",
                "said",
                "Trois levers",
                "others",
                "M. Durand, Mme Petit",
                "minutes",
                "20",
                "decision1",
                "Garde de nuit",
                "due1",
                "2026-06-09");
        var correct = page(cast.claireCoordinator, here).select("a[href$=/corriger]").attr("href");
        var form = page(cast.claireCoordinator, correct);
        assertThat(form.select("#subject").val()).isEqualTo("Les nuits");
        assertThat(form.select("#others").val()).isEqualTo("M. Durand, Mme Petit");
        assertThat(form.text()).contains("Déjà décidé", "Garde de nuit");
        var version = form.select("input[name=version]").val();
        String[] corrected = {
            "version", version, "mode", "VISIO", "subject", "Les nuits et les repas", "said",
                    "Deux levers",
            "others", "M. Durand", "day", "2026-06-01", "time", "14:05", "decision1",
                    "Portage de repas",
            "why", "Erreur de personne"
        };
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        correct,
                                        "version",
                                        version,
                                        "mode",
                                        "VISIO",
                                        "subject",
                                        "Sans raison",
                                        "others",
                                        "M. Durand",
                                        "time",
                                        "25:99")
                                .select("#why-error, #time-error"))
                .hasSize(2);
        send(cast.claireCoordinator, correct, corrected);
        var article = page(cast.claireCoordinator, here).select("article").text();
        assertThat(article)
                .contains(
                        "Les nuits et les repas",
                        "En visioconférence",
                        "Deux levers",
                        "Garde de nuit",
                        "Portage de repas",
                        "Corrigé par Claire DUMONT",
                        "Erreur de personne",
                        "Avant : Les nuits ·",
                        "Par téléphone · 20 min · M. Durand, Mme Petit",
                        "Trois levers");
        assertThat(
                        value(
                                "select count(*) from followup.task where patient_id = '"
                                        + followed.patient()
                                        + "'"))
                .as("its task goes on")
                .isEqualTo("1");

        var second = form(cast.karimCoordinator, correct, 409, corrected);
        assertThat(second.select("#subject").val())
                .as("what the second typed is kept")
                .isEqualTo("Les nuits et les repas");
        assertThat(second.select("[role=alert]").text()).contains("collègue");
        assertThat(second.select("input[name=version]").val()).isEqualTo("1");
        form(cast.calaisCoordinator, correct, 404, corrected);
    }

    @Test
    void a_consigne_is_left_from_the_page_of_a_person_and_leads_back_to_it() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        for (var from : List.of("", "/cahier", "/points"))
            assertThat(
                            page(cast.claireCoordinator, "/dossiers/" + followed.patient() + from)
                                    .select(
                                            "a[href=/consignes/nouvelle?dossier="
                                                    + followed.patient()
                                                    + "]"))
                    .as(from)
                    .isNotEmpty();
        var words = "Clé chez la voisine " + UUID.randomUUID();
        mvc.perform(
                        post("/consignes")
                                .param("patient", followed.patient().toString())
                                .param("words", words)
                                .with(csrf())
                                .with(user(cast.claireCoordinator)))
                .andExpect(redirectedUrl("/dossiers/" + followed.patient()));
        assertThat(page(cast.claireCoordinator, "/consignes?filtre=equipe").text()).contains(words);
    }

    private SignedIn professional(String name) {
        return cast.register(
                new SignedIn(
                        UUID.randomUUID(),
                        "pro",
                        "",
                        name,
                        fr.maillage.access.Role.PROFESSIONAL,
                        java.util.Set.of(cast.douai.value(), cast.calais.value()),
                        java.util.Set.of(),
                        null,
                        null,
                        null));
    }

    private void joins(Followed followed, String name, SignedIn who, String part) {
        cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (patient_id, kind, actor_group, role, name, profession, phone, account_id, since, parts)
                                        values (:patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, 'Infirmière', '0327000003', :account, '2026-01-01', :parts)
                                        """)
                                .param("patient", followed.patient().value())
                                .param("name", name)
                                .param("account", who.accountId())
                                .param("parts", new String[] {part})
                                .update());
    }
}

package fr.maillage.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Every questionnaire has a paper twin that leaves nothing out, and what was written on it is
/// typed with its own day, author and scan.
@IntegrationTest
class PaperTwinTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    @Test
    void every_question_every_option_and_every_condition_of_every_definition_is_on_paper()
            throws Exception {
        assertThat(Engines.ENGINE.definitions()).hasSizeGreaterThanOrEqualTo(3);
        for (var definition : Engines.ENGINE.definitions()) {
            var code = definition.url.substring(definition.url.lastIndexOf('/') + 1);
            var page = page("/evaluations/modeles/" + code + "/papier");
            assertThat(page.select("h1").text()).isEqualTo(flat(definition.title));
            assertThat(page.select(".paper-who").text()).contains("Feuille remplie le", "Par");
            int number = 0;
            var numbers = new Conditions(definition).numbers();
            for (var item : definition.items.values()) {
                if (item.type == QuestionnaireItemType.GROUP) {
                    assertThat(page.select("h2, h3").eachText()).contains(flat(item.text));
                } else if (item.isQuestion()) {
                    var asked = page.getElementById("papier-" + AssessmentFormPage.id(item.linkId));
                    assertThat(asked).as(item.linkId).isNotNull();
                    assertThat(asked.select(".paper-label").text())
                            .startsWith(++number + ". " + flat(item.text));
                    for (var option : item.options.values())
                        assertThat(asked.select(".paper-option").eachText())
                                .as(item.linkId)
                                .contains(flat(option.display()));
                    if (item.type == QuestionnaireItemType.BOOLEAN)
                        assertThat(asked.select(".paper-option").eachText()).contains("Oui");
                    else
                        assertThat(asked.select(".paper-option, .paper-blank, .paper-lines"))
                                .as(item.linkId)
                                .isNotEmpty();
                }
                if (item.conditions.isEmpty()) continue;
                var when = new Conditions(definition).words().get(item.linkId);
                assertThat(when).startsWith("Seulement si ");
                assertThat(page.select(".paper-when").eachText())
                        .as(item.linkId)
                        .contains(flat(when));
                for (var condition : item.conditions) {
                    var on = numbers.get(condition.getQuestion());
                    if (on != null) assertThat(when).contains("la question " + on);
                }
            }
        }
    }

    @Test
    void a_sheet_bears_the_name_of_the_person_and_her_structure_alone_prints_it() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var path = "/dossiers/" + odette.patient() + "/evaluations/modeles/sega-a/papier";
        assertThat(page(path).select(".paper-who").text()).contains("DURAND", "12/04/1942");
        for (var other : new SignedIn[] {cast.sophieSecretary, cast.calaisCoordinator})
            mvc.perform(get(path).with(user(other))).andExpect(status().isNotFound());
        mvc.perform(get("/evaluations/modeles/inconnu/papier").with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_filled_sheet_is_typed_with_its_day_its_author_and_its_scan() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var scan = new MockMultipartFile("file", "sega.pdf", "application/pdf", pdf());
        var location =
                send(
                                odette.patient().toString(),
                                "sega-a",
                                "2026-05-28",
                                "Lucie PETIT, infirmière",
                                scan)
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        var form = page(location);
        assertThat(form.text()).contains("Feuille papier remplie par Lucie PETIT, infirmière");
        assertThat(form.select("#onDate").val()).isEqualTo("2026-05-28");
        assertThat(form.select("a:contains(Voir la feuille)").attr("href"))
                .startsWith("/documents/");
        assertThat(
                        page("/dossiers/" + odette.patient() + "/evaluations")
                                .select("section[aria-labelledby=brouillons]")
                                .text())
                .contains("À domicile, feuille papier");
        assertThat(page("/dossiers/" + odette.patient() + "/documents").text())
                .contains("feuille papier", "28 mai");

        // the same scan for a second questionnaire is one document
        send(odette.patient().toString(), "aggir", "2026-05-28", "Lucie PETIT", scan)
                .andExpect(status().is3xxRedirection());
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select count(distinct sheet_id) from assessment.response where patient_id = :p")
                                                .param("p", odette.patient().value())
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .isEqualTo(1);

        // a questionnaire that asks day and place itself gets them
        var multi =
                page(
                        send(
                                        odette.patient().toString(),
                                        "evaluation-multidimensionnelle",
                                        "2026-05-20",
                                        "Karim BELKACEM",
                                        new MockMultipartFile("file", new byte[0]))
                                .andExpect(status().is3xxRedirection())
                                .andReturn()
                                .getResponse()
                                .getRedirectedUrl());
        assertThat(multi.select("[name=r.cadre.date]").val()).isEqualTo("2026-05-20");
        assertThat(multi.select("[name=r.cadre.lieu][checked]").val()).isEqualTo("domicile");
    }

    @Test
    void what_is_wrong_is_said_and_what_was_typed_is_kept() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var empty = new MockMultipartFile("file", "feuille.pdf", "application/pdf", new byte[0]);
        var refused =
                Jsoup.parse(
                        send(
                                        odette.patient().toString(),
                                        "sega-a",
                                        "2026-05-28",
                                        "Lucie PETIT",
                                        empty)
                                .andExpect(status().is(422))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(refused.select("#file-error").text()).contains("vide");
        assertThat(refused.select("#filledBy").val()).isEqualTo("Lucie PETIT");
        assertThat(refused.select("#onDate").val()).isEqualTo("2026-05-28");

        var wrong =
                Jsoup.parse(
                        send(
                                        odette.patient().toString(),
                                        "",
                                        LocalDate.now(clock).plusDays(1).toString(),
                                        "",
                                        new MockMultipartFile("file", new byte[0]))
                                .andExpect(status().is(422))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(wrong.select("#questionnaire-error, #onDate-error, #filledBy-error")).hasSize(3);
        assertThat(wrong.select("#onDate-error").text()).contains("jour à venir");
        var before =
                Jsoup.parse(
                        send(
                                        odette.patient().toString(),
                                        "sega-a",
                                        "1941-05-28",
                                        "x",
                                        new MockMultipartFile("file", new byte[0]))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(before.select("#onDate-error").text()).contains("naissance");
        assertThat(page("/dossiers/" + odette.patient() + "/evaluations").select("#brouillons"))
                .isEmpty();
        send(UUID.randomUUID().toString(), "sega-a", "2026-05-28", "x", empty)
                .andExpect(status().isNotFound());
    }

    private ResultActions send(
            String patient, String code, String day, String by, MockMultipartFile scan)
            throws Exception {
        return mvc.perform(
                multipart("/dossiers/" + patient + "/evaluations/feuille")
                        .file(scan)
                        .param("questionnaire", code)
                        .param("onDate", day)
                        .param("setting", "DOMICILE")
                        .param("filledBy", by)
                        .param("_once", UUID.randomUUID().toString())
                        .session(new org.springframework.mock.web.MockHttpSession())
                        .with(csrf())
                        .with(user(cast.claireCoordinator)));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(user(cast.claireCoordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// As a page shows it: jsoup folds spaces.
    private static String flat(String words) {
        return Jsoup.parse(words.replace("<", "&lt;")).text();
    }

    private static byte[] pdf() throws Exception {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }
}

package fr.maillage.steering.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.registry.internal.RegistryPageTest;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PostOffice;
import fr.maillage.testing.Proves;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A survey from its first question to two waves side by side: who may answer, once, until when,
/// and what is told of it.
@IntegrationTest
class SurveyTest extends RegistryPageTest {

    @Autowired PostOffice post;

    private UUID survey(SignedIn who, UUID sheet, String names) throws Exception {
        var title = "Enquête " + UUID.randomUUID();
        send(
                who,
                "/enquetes",
                "structure",
                sheet.toString(),
                "title",
                title,
                "purpose",
                "Savoir.",
                "names",
                names,
                "opens_on",
                "2026-06-02",
                "closes_on",
                "2026-06-30",
                "of_service",
                "on");
        return id(who, "select id from steering.survey where title = '" + title + "'");
    }

    private UUID id(SignedIn who, String query) {
        return cast.as(who, () -> sql.sql(query).query(UUID.class).single());
    }

    private long count(SignedIn who, String query) {
        return cast.as(who, () -> sql.sql(query).query(Long.class).single());
    }

    /// A choice, a number for those who said yes, a free text; their ids.
    private List<UUID> questions(SignedIn who, UUID survey) throws Exception {
        var here = "/enquetes/" + survey + "/questions";
        send(
                who,
                here,
                "words",
                "Demandé ?",
                "kind",
                "CHOIX",
                "choices",
                "oui\nnon",
                "required",
                "on");
        var first = id(who, "select id from steering.question where survey_id = '" + survey + "'");
        send(
                who,
                here,
                "words",
                "En combien de jours ?",
                "kind",
                "NOMBRE",
                "unit",
                "jours",
                "required",
                "on",
                "condition",
                first + ":1");
        send(who, here, "words", "Ce qui manque", "kind", "TEXTE");
        return cast.as(
                who,
                () ->
                        sql.sql(
                                        "select id from steering.question where survey_id = :survey order by rank")
                                .param("survey", survey)
                                .query(UUID.class)
                                .list());
    }

    private void asked(SignedIn who, UUID survey, UUID sheet) {
        cast.as(
                who,
                () ->
                        sql.sql(
                                        """
                                        insert into steering.addressee (survey_id, anonymous, structure_id, name)
                                        select s.id, s.anonymous, :sheet, 'Structure' from steering.survey s where s.id = :survey
                                        """)
                                .param("survey", survey)
                                .param("sheet", sheet)
                                .update());
    }

    private String link(SignedIn who, UUID survey, UUID addressee) throws Exception {
        var made =
                mvc.perform(
                                post("/enquetes/"
                                                + survey
                                                + "/destinataires/"
                                                + addressee
                                                + "/lien")
                                        .with(csrf())
                                        .with(user(who)))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getFlashMap()
                        .get("survey-link");
        return made.toString().replaceFirst(".*(/enquete/)", "$1");
    }

    private Document byLink(String link, int expected) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(link))
                        .andExpect(status().is(expected))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document answerByLink(String link, int expected, String... fields) throws Exception {
        var request = post(link).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return Jsoup.parse(
                mvc.perform(request)
                        .andExpect(
                                expected == 303
                                        ? status().is3xxRedirection()
                                        : status().is(expected))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    @Proves("REQ-GOVERNANCE-11")
    void a_structure_answers_once_and_until_the_last_day() throws Exception {
        var sheet = open(cast.helenHead, "Réseau qui interroge");
        var theirs = open(headOfCalais(), "Réseau interrogé");
        var survey = survey(cast.helenHead, sheet, "NOMS");
        var here = "/enquetes/" + survey;
        assertThat(refused(cast.helenHead, here + "/ouvrir").text())
                .as("no question, nobody asked")
                .contains(SurveyText.NO_QUESTION);
        var q = questions(cast.helenHead, survey);
        asked(cast.helenHead, survey, theirs);
        send(
                cast.helenHead,
                here + "/destinataires/partenaires",
                "partners",
                "Cabinet Petit ; cabinet@exemple.example\nPharmacie du Port");
        assertThat(page(cast.calaisCoordinator, "/enquetes").text())
                .doesNotContain(survey.toString());
        send(cast.helenHead, here + "/ouvrir");

        var waiting =
                page(cast.calaisCoordinator, "/enquetes").select("a[href=" + here + "/repondre]");
        assertThat(waiting).hasSize(1);
        var form = page(cast.calaisCoordinator, here + "/repondre");
        assertThat(form.select("[data-if=q-" + q.get(0) + "][data-if-value=1]"))
                .as("asked of those who said yes")
                .hasSize(1);
        var wrong =
                refused(
                        cast.calaisCoordinator,
                        here + "/repondre",
                        "q-" + q.get(0),
                        "1",
                        "q-" + q.get(1),
                        "vite",
                        "q-" + q.get(2),
                        "Des nouvelles");
        assertThat(wrong.select("#q-" + q.get(1) + "-error").text())
                .contains("Un nombre est attendu");
        assertThat(wrong.select("#q-" + q.get(2)).text())
                .as("nothing is lost")
                .isEqualTo("Des nouvelles");
        send(cast.calaisCoordinator, here + "/repondre", "q-" + q.get(0), "1", "brouillon", "1");
        assertThat(
                        page(cast.calaisCoordinator, here + "/repondre")
                                .select("input[name=q-" + q.get(0) + "][checked]")
                                .attr("value"))
                .as("what was kept")
                .isEqualTo("1");
        assertThat(
                        count(
                                cast.helenHead,
                                "select count(*) from steering.unsent u join steering.addressee a on a.id = u.addressee_id where a.survey_id = '"
                                        + survey
                                        + "'"))
                .as("who leads does not read what is not sent")
                .isZero();
        send(
                cast.calaisCoordinator,
                here + "/repondre",
                "q-" + q.get(0),
                "2",
                "q-" + q.get(1),
                "4,5");
        assertThat(
                        refused(
                                        headOfCalais(),
                                        here + "/repondre",
                                        "q-" + q.get(0),
                                        "1",
                                        "q-" + q.get(1),
                                        "3")
                                .text())
                .as("one answer a structure, whoever gives it")
                .contains(plain(SurveyText.SECOND));

        var results = page(cast.helenHead, here + "/resultats");
        assertThat(results.text()).contains("1 sur 3, soit 33 %");
        assertThat(results.select("section[aria-label=Demandé ?] .barchart tbody tr").get(1).text())
                .isEqualTo("non 1 100 %");
        assertThat(
                        count(
                                cast.helenHead,
                                "select count(*) from steering.answer where survey_id = '"
                                        + survey
                                        + "' and jsonb_exists(given, '"
                                        + q.get(1)
                                        + "')"))
                .as("the days are not asked of who said no")
                .isZero();

        clock.move(Duration.ofDays(29));
        var link =
                id(
                        cast.helenHead,
                        "select id from steering.addressee where name = 'Pharmacie du Port' and survey_id = '"
                                + survey
                                + "'");
        var late = link(cast.helenHead, survey, link);
        assertThat(answerByLink(late, 422, "q-" + q.get(0), "2").text())
                .contains("ne prend pas de réponse");
        send(cast.helenHead, here + "/prolonger", "closes_on", "2026-07-10");
        answerByLink(late, 303, "q-" + q.get(0), "2");
        send(cast.helenHead, here + "/clore");
        assertThat(byLink(late, 404).text()).contains("Ce lien n’ouvre rien");
    }

    @Test
    @Proves("REQ-GOVERNANCE-11")
    void nothing_leads_from_an_anonymous_answer_to_who_gave_it() throws Exception {
        var sheet = open(cast.helenHead, "Réseau discret");
        var survey = survey(cast.helenHead, sheet, "ANONYME");
        var here = "/enquetes/" + survey;
        var q = questions(cast.helenHead, survey);
        var partners = new StringBuilder();
        for (int i = 1; i <= 15; i++) partners.append("Partenaire ").append(i).append('\n');
        send(cast.helenHead, here + "/destinataires/partenaires", "partners", partners.toString());
        send(cast.helenHead, here + "/ouvrir");
        var addressees =
                cast.as(
                        cast.helenHead,
                        () ->
                                sql.sql(
                                                "select id from steering.addressee where survey_id = :survey order by id")
                                        .param("survey", survey)
                                        .query(UUID.class)
                                        .list());
        for (int i = 0; i < 14; i++) {
            var link = link(cast.helenHead, survey, addressees.get(i));
            if (i == 0) {
                assertThat(byLink(link, 200).text()).contains("Réponses anonymes", "rien ne relie");
                answerByLink(link, 303, "q-" + q.get(0), "1", "brouillon", "1");
            }
            answerByLink(
                    link,
                    303,
                    "q-" + q.get(0),
                    i < 11 ? "1" : "2",
                    "q-" + q.get(1),
                    String.valueOf(i + 1),
                    "q-" + q.get(2),
                    "Texte " + i);
            if (i == 0) {
                assertThat(byLink(link, 200).text())
                        .as("who has just answered is thanked, not told off")
                        .contains(SurveyText.RECEIVED)
                        .doesNotContain(plain(SurveyText.SECOND));
                assertThat(answerByLink(link, 422, "q-" + q.get(0), "2").text())
                        .contains(plain(SurveyText.SECOND));
                assertThat(byLink(link.substring(0, link.length() - 1), 404).text())
                        .as("a link cut by a mail says so")
                        .contains("il est incomplet");
            }
        }

        assertThat(page(cast.helenHead, here + "/resultats").text())
                .contains("14 sur 15, soit 93 %", "une fois l’enquête close");
        assertThat(
                        count(
                                cast.helenHead,
                                "select count(*) from steering.answer where survey_id = '"
                                        + survey
                                        + "'"))
                .as("not even by the database")
                .isZero();
        send(cast.helenHead, here + "/clore");
        assertThat(
                        count(
                                cast.helenHead,
                                "select count(*) from steering.answer where survey_id = '"
                                        + survey
                                        + "' and addressee_id is null and given_on is null"))
                .isEqualTo(14);
        assertThat(
                        count(
                                cast.helenHead,
                                "select count(distinct xmin::text) from steering.answer where survey_id = '"
                                        + survey
                                        + "'"))
                .as("written anew in one transaction")
                .isEqualTo(1);
        assertThat(
                        count(
                                cast.helenHead,
                                "select count(*) from steering.addressee where survey_id = '"
                                        + survey
                                        + "' and answered_on is not null"))
                .isZero();
        assertThatThrownBy(() ->
                        cast.as(
                                cast.helenHead,
                                () ->
                                        sql.sql(
                                                        "update steering.addressee set answered_on = '2026-06-02' where survey_id = :id and answered")
                                                .param("id", survey)
                                                .update()))
                .rootCause()
                .hasMessageContaining("check constraint");
        var results = page(cast.helenHead, here + "/resultats");
        assertThat(
                        results.select("section[aria-label=Demandé ?] .barchart tbody td.num")
                                .eachText())
                .as("11 would give 3 away")
                .containsExactly("n.c.", "< 11");
        assertThat(results.select("section[aria-label=En combien de jours ?]").text())
                .contains("moins de 11 réponses");

        var texts = here + "/textes/" + q.get(2);
        send(cast.helenHead, texts + "/themes", "label", "délais");
        assertThat(refused(cast.helenHead, texts + "/themes", "label", "délais").text())
                .contains(SurveyText.CODE_THERE);
        var read = page(cast.helenHead, texts);
        assertThat(read.select("blockquote")).hasSize(14);
        var code = read.select("input[name=codes]").first().attr("value");
        var one = read.select("form:has(input[name=codes])").first().attr("action");
        send(cast.helenHead, one, "codes", code);
        assertThat(page(cast.helenHead, texts).text()).contains("1 texte codé sur 14");
        send(cast.helenHead, one);
        assertThat(page(cast.helenHead, texts).text()).contains("0 texte codé sur 14");
        var sheets = workbook(here + "/resultats.xlsx");
        assertThat(sheets).contains("Lire", "Résultats").doesNotContain("Réponses");
        send(cast.helenHead, texts + "/themes/" + code + "/retirer");
    }

    private List<String> workbook(String address) throws Exception {
        var bytes =
                mvc.perform(get(address).with(user(cast.helenHead)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return book.getSheets().map(s -> s.getName()).toList();
        }
    }

    @Test
    void a_survey_that_was_opened_is_frozen_and_asked_again_as_another_wave() throws Exception {
        var sheet = open(cast.helenHead, "Réseau qui recommence");
        var survey = survey(cast.helenHead, sheet, "NOMS");
        var here = "/enquetes/" + survey;
        var q = questions(cast.helenHead, survey);
        send(cast.helenHead, here + "/questions", "words", "À retirer", "kind", "DATE");
        var taken =
                id(
                        cast.helenHead,
                        "select id from steering.question where words = 'À retirer' and survey_id = '"
                                + survey
                                + "'");
        send(cast.helenHead, here + "/questions/" + taken + "/retirer");
        assertThat(refused(cast.helenHead, here + "/questions/" + q.get(0) + "/retirer").text())
                .as("another question is asked after it")
                .contains(plain(SurveyText.ASKED_BY_OTHERS));
        assertThat(
                        refused(
                                        cast.helenHead,
                                        here + "/questions",
                                        "words",
                                        "Sans choix",
                                        "kind",
                                        "CHOIX",
                                        "choices",
                                        "seul")
                                .text())
                .contains(SurveyText.TWO_CHOICES);
        send(
                cast.helenHead,
                here + "/questions/" + q.get(2),
                "_tag",
                "0",
                "words",
                "Ce qui manque le plus",
                "kind",
                "TEXTE");
        form(
                cast.helenHead,
                here + "/questions/" + q.get(2),
                409,
                "_tag",
                "0",
                "words",
                "Autre",
                "kind",
                "TEXTE");
        send(cast.helenHead, here + "/destinataires/equipe", "functions", "COORDINATOR");
        send(
                cast.helenHead,
                here,
                "_tag",
                "0",
                "title",
                "Enquête figée",
                "purpose",
                "Savoir.",
                "names",
                "NOMS",
                "opens_on",
                "2026-06-02",
                "closes_on",
                "2026-06-30");
        send(cast.helenHead, here + "/ouvrir");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        here + "/questions/" + q.get(2),
                                        "_tag",
                                        "1",
                                        "words",
                                        "Autre",
                                        "kind",
                                        "TEXTE")
                                .text())
                .contains(plain(SurveyText.FROZEN));
        assertThatThrownBy(() ->
                        cast.as(
                                cast.helenHead,
                                () ->
                                        sql.sql(
                                                        "update steering.question set words = 'x' where survey_id = :id")
                                                .param("id", survey)
                                                .update()))
                .rootCause()
                .hasMessageContaining("do not change");
        assertThat(refused(cast.karimCoordinator, here + "/repondre", "q-" + q.get(0), "9").text())
                .contains("Choisissez dans la liste");
        send(cast.karimCoordinator, here + "/repondre", "q-" + q.get(0), "1", "q-" + q.get(1), "4");
        send(cast.helenHead, here + "/clore");

        send(cast.helenHead, here + "/nouvelle-vague");
        var second =
                id(
                        cast.helenHead,
                        "select id from steering.survey where series_id = '"
                                + survey
                                + "' and wave = 2");
        assertThat(
                        count(
                                cast.helenHead,
                                "select count(*) from steering.question where survey_id = '"
                                        + second
                                        + "' and (if_choice = 1) = (rank = 2)"))
                .as("its three questions, the second asked after the first")
                .isEqualTo(1);
        var again = "/enquetes/" + second;
        send(cast.helenHead, again + "/ouvrir");
        var q2 =
                id(
                        cast.helenHead,
                        "select id from steering.question where survey_id = '"
                                + second
                                + "' and rank = 1");
        send(cast.karimCoordinator, again + "/repondre", "q-" + q2, "2");
        assertThat(
                        page(cast.helenHead, again + "/comparaison?avec=" + survey)
                                .select("section[aria-label=Demandé ?] tbody tr")
                                .first()
                                .text())
                .isEqualTo("oui 1 sur 1, soit 100 % 0 sur 1, soit 0 % −100 points");
        assertThat(workbook(again + "/resultats.xlsx")).contains("Réponses");
        assertThat(page(cast.helenHead, here).text()).contains("Autres vagues");
        assertThat(page(cast.helenHead, here + "/questions").text())
                .contains("Ce qui manque le plus");
    }

    @Test
    void structures_are_chosen_by_type_theme_and_place_and_written_to() throws Exception {
        var officer = cast.newOfficer("32");
        var ars =
                cast.as(
                        officer,
                        () ->
                                sql.sql(
                                                """
                                                insert into registry.structure (type_code, name, region_code, provenance)
                                                values ('ARS', 'Agence qui enquête', '32', 'FICTIVE') returning id
                                                """)
                                        .query(UUID.class)
                                        .single());
        var fits =
                open(
                        officer,
                        "Pôle qui convient",
                        "type_code",
                        "POLE_SANTE",
                        "email",
                        "pole@exemple.example");
        var other = open(officer, "Pôle sans le thème", "type_code", "POLE_SANTE");
        add(officer, fits, "themes", "theme_code", "ADDICTOLOGIE", "since", "2020-01-01");
        add(
                officer,
                fits,
                "territoire",
                "zone_code",
                "AD-DO",
                "status",
                "COUVERT",
                "certainty",
                "CERTAIN",
                "since",
                "2020-01-01");
        var survey = survey(officer, ars, "NOMS");
        questions(officer, survey);
        var here = "/enquetes/" + survey + "/destinataires";
        assertThat(page(officer, here + "?type=POLE_SANTE&theme=ADDICTOLOGIE&lieu=AD").text())
                .contains("Pôle qui convient")
                .doesNotContain("Pôle sans le thème");
        assertThat(page(officer, here + "?type=POLE_SANTE&lieu=HC").text())
                .doesNotContain("Pôle qui convient");
        send(officer, here, "type", "POLE_SANTE", "theme", "ADDICTOLOGIE", "lieu", "AD");
        assertThat(
                        count(
                                officer,
                                "select count(*) from steering.addressee where structure_id in ('"
                                        + fits
                                        + "', '"
                                        + other
                                        + "') and survey_id = '"
                                        + survey
                                        + "'"))
                .isEqualTo(1);
        assertThat(
                        refused(officer, here + "/partenaires", "partners", "Un ; pas-une-adresse")
                                .text())
                .contains("Partenaire 1");
        assertThat(refused(officer, here + "/ecrire").text()).contains(SurveyText.NOT_OPEN);
        send(officer, "/enquetes/" + survey + "/ouvrir");
        assertThat(refused(officer, here + "/ecrire").text()).contains(plain(SurveyText.NO_MAIL));
        try (var open = post.open()) {
            send(officer, here + "/ecrire");
            assertThat(open.received().getFirst().getSubject())
                    .startsWith("enquête «\u00A0Enquête");
            assertThat(open.received().getFirst().getContent().toString()).contains("/enquete/");
            assertThat(refused(officer, here + "/ecrire").text())
                    .as("nobody is written to twice a day")
                    .contains(plain(SurveyText.NOBODY_TO_WRITE));
            clock.move(Duration.ofDays(7));
            send(officer, here + "/ecrire");
            assertThat(open.received().getLast().getSubject()).startsWith("Rappel\u00A0: enquête");
        }
        assertThat(page(officer, here).text()).contains("relancé");
        var addressee =
                id(
                        officer,
                        "select id from steering.addressee where survey_id = '"
                                + survey
                                + "' limit 1");
        send(officer, here + "/" + addressee + "/retirer");
        var empty = survey(officer, ars, "NOMS");
        send(officer, "/enquetes/" + empty + "/retirer");
        mvc.perform(get("/enquetes/" + survey).with(user(cast.helenHead)))
                .andExpect(status().isNotFound());
        cast.as(
                officer,
                () ->
                        sql.sql(
                                        "update registry.structure set closed_on = '1990-01-01' where id = :id")
                                .param("id", ars)
                                .update());
    }
}

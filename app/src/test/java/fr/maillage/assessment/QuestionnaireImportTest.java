package fr.maillage.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// A questionnaire a structure brings, from its file to its withdrawal; what is wrong with a file
/// is told with its line.
@IntegrationTest
class QuestionnaireImportTest {

    private static final String HOME = "/reglages/questionnaires";

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    private record Page(int status, String location, Document html, String text) {}

    private Page send(SignedIn who, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        var response = mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        var location = response.getRedirectedUrl();
        return new Page(
                response.getStatus(), location == null ? "" : location, Jsoup.parse(text), text);
    }

    private Page bring(String file) throws Exception {
        return send(
                cast.helenHead,
                multipart(HOME)
                        .file(
                                new MockMultipartFile(
                                        "fichier",
                                        "q.json",
                                        "application/json",
                                        file.getBytes(StandardCharsets.UTF_8))));
    }

    /// One line a field, so that a line is known.
    private static String file(String name, String version, String title, String items) {
        return """
        {
         "resourceType": "Questionnaire",
         "url": "https://reseau.example/Questionnaire/%s",
         "version": "%s",
         "title": "%s",
         "status": "active",
         "item": [
        %s
         ]
        }
        """
                .formatted(name, version, title, items);
    }

    private void refused(String file, String line, String reason) throws Exception {
        var page = bring(file);
        assertThat(page.status()).as(reason).isEqualTo(422);
        assertThat(page.html().select("table tr").eachText())
                .as(reason)
                .anyMatch(row -> row.startsWith(line + " ") && row.contains(reason));
    }

    @Test
    void what_is_wrong_with_a_file_is_told_with_its_line() throws Exception {
        var name = "faute-" + UUID.randomUUID().toString().substring(0, 8);
        refused("{\n \"resourceType\": \"Questionnaire\",\n \"url\" \"x\"\n}", "3", "pas du JSON");
        refused("{\n \"resourceType\": \"Patient\"\n}", "2", "« Patient »");
        refused(
                file(name, "1", "Essai", "{\"linkId\":\"a\",\"txt\":\"A\",\"type\":\"string\"}"),
                "8",
                "« txt »");
        refused(
                file(name, "1", "Essai", "{\"linkId\":\"a\",\"text\":\"A\",\"type\":\"couleur\"}"),
                "8",
                "« couleur »");
        refused(
                file(
                        name,
                        "1",
                        "Essai",
                        """
                        {"linkId":"a","text":"A","type":"string"},
                        {"linkId":"b","text":"B","type":"reference"},
                        {"linkId":"a","text":"A","type":"string"}\
                        """),
                "10",
                "deux questions portent cet identifiant");
        refused(
                file(
                        name,
                        "1",
                        "Essai",
                        """
                        {"linkId":"a","text":"A","type":"string"},
                        {"linkId":"b","text":"B","type":"string","enableWhen":[{"question":"c","operator":"exists","answerBoolean":true}]}\
                        """),
                "9",
                "« c », qui n’existe pas");
        refused(
                file(
                        name,
                        "1",
                        "Essai",
                        """
                        {"linkId":"a","text":"A","type":"integer","extension":[%s]},
                        {"linkId":"b","text":"B","type":"integer","extension":[%s]}\
                        """
                                .formatted(
                                        calculated(
                                                "%resource.item.where(linkId = 'b').answer.value"),
                                        calculated(
                                                "%resource.item.where(linkId = 'a').answer.value"))),
                "8",
                "a besoin de son propre résultat");
        refused(
                file(
                        name,
                        "1",
                        "Essai",
                        "{\"linkId\":\"a\",\"text\":\"A\",\"type\":\"string\"},\n{\"linkId\":\"b\",\"text\":\"B\",\"type\":\"integer\",\"extension\":["
                                + calculated("1 +")
                                + "]}"),
                "9",
                "pas du FHIRPath");
        refused(
                file(
                        name,
                        "1",
                        "Essai",
                        "{\"linkId\":\"a\",\"text\":\"A\",\"type\":\"integer\",\"extension\":["
                                + calculated("1 / 'un'")
                                + "]}"),
                "8",
                "échoue");
        refused(
                file(
                        name,
                        "1",
                        "Essai",
                        IntStream.range(0, 3000)
                                .mapToObj(i ->
                                        "{\"linkId\":\"q%d\",\"text\":\"Q\",\"type\":\"string\"}"
                                                .formatted(i))
                                .collect(Collectors.joining(",\n"))),
                "7",
                "3000 questions et groupes : la limite est de 1000");
        var sega =
                file(
                        "sega-a",
                        "9",
                        "Essai",
                        "{\"linkId\":\"a\",\"text\":\"A\",\"type\":\"string\"}");
        refused(
                sega.replace("reseau.example/", "maillage.example/fhir/"),
                "3",
                "livrés avec Maillage");
        assertThat(bring(sega).text()).contains("Un autre questionnaire porte déjà ce nom court");
        assertThat(bring("x".repeat(2_000_001)).html().text()).contains("2 Mo");
        assertThat(send(cast.claireCoordinator, get(HOME)).status()).isEqualTo(404);

        // received and not published, it may be thrown away
        var thrown = received(moral(name, 1));
        assertThat(send(cast.helenHead, post(thrown + "/supprimer")).status()).isIn(302, 303);
        assertThat(send(cast.helenHead, get(thrown)).status()).isEqualTo(404);
    }

    private static String calculated(String expression) {
        return """
        {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%s"}}\
        """
                .formatted(expression);
    }

    /// Version 2 drops a question, rewords an answer and withdraws another.
    private static String moral(String name, int version) {
        var second = version == 2;
        return file(
                name,
                String.valueOf(version),
                "Moral <b>du jour</b>",
                """
                {"linkId":"m","text":"Moral","type":"group","item":[
                 {"linkId":"m.1","text":"<script>alert(1)</script> Humeur","type":"choice","required":true,"answerOption":[
                  {"valueCoding":{"code":"bon","display":"Bon","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":1.5}]}},
                  {"valueCoding":{"code":"%s","display":"Mauvais","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":-2}]}}]},
                 {"linkId":"m.2","text":"Sommeil","type":"choice","required":true,"answerOption":[
                  {"valueCoding":{"code":"oui","display":"%s","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":%s}]}}]},
                 %s
                 {"linkId":"m.4","text":"Remarque","type":"string"},
                 {"linkId":"m.total","text":"Total","type":"decimal","readOnly":true,"extension":[
                  {"url":"https://maillage.example/fhir/StructureDefinition/score","extension":[
                   {"url":"code","valueCode":"%s"},{"url":"label","valueString":"Moral"},{"url":"cutOff","valueString":"≥ 0"},{"url":"source","valueString":"La structure"}]},
                  %s]}]}\
                """
                        .formatted(
                                second ? "moyen" : "mauvais",
                                second ? "Dort bien" : "Oui",
                                second ? "10" : "1",
                                second
                                        ? ""
                                        : "{\"linkId\":\"m.3\",\"text\":\"Appétit\",\"type\":\"boolean\"},",
                                name,
                                calculated(
                                        "iif(%resource.item.item.answer.weight().count() = 2, %resource.item.item.answer.weight().aggregate($this + $total, 0), {})")));
    }

    private String received(String file) throws Exception {
        var page = bring(file);
        assertThat(page.html().select("table").text() + page.location()).contains(HOME);
        return page.location();
    }

    private Page publish(String address, String right) throws Exception {
        return send(
                cast.helenHead,
                post(address + "/publier")
                        .param("droit", right)
                        .param("reference", "Licence ouverte, dossier 12"));
    }

    private String started(Followed followed, String code) throws Exception {
        return send(
                        cast.claireCoordinator,
                        post("/dossiers/{p}/evaluations", followed.patient())
                                .param("questionnaire", code))
                .location();
    }

    private Page completed(String address, String mood) throws Exception {
        return send(
                cast.claireCoordinator,
                post(address)
                        .param("geste", "terminer")
                        .param("version", "0")
                        .param("_tab", UUID.randomUUID().toString())
                        .param("onDate", "2026-06-02")
                        .param("setting", "DOMICILE")
                        .param("r.m.1", mood)
                        .param("r.m.2", "oui")
                        .param("r.m.3", "true")
                        .param("r.m.4", "Reste couché"));
    }

    @Test
    void a_questionnaire_is_tried_published_used_replaced_and_withdrawn() throws Exception {
        var name = "moral-" + UUID.randomUUID().toString().substring(0, 8);
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var first = received(moral(name, 1));

        // tried, nothing is kept; what looks like HTML is shown as it was written
        var trial =
                send(
                        cast.helenHead,
                        post(first + "/essai").param("r.m.1", "mauvais").param("r.m.2", "oui"));
        assertThat(trial.html().select("#scores .score-value").text()).isEqualTo("−1");
        assertThat(trial.html().select("legend").text())
                .contains("<script>alert(1)</script> Humeur");
        assertThat(trial.html().select("#essai script, h1 b")).isEmpty();
        assertThat(send(cast.helenHead, get(first)).html().select("dl.facts").text())
                .contains("Évaluations commencées 0");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        post("/dossiers/{p}/evaluations", followed.patient())
                                                .param("questionnaire", name))
                                .status())
                .as("not published yet")
                .isEqualTo(404);

        var without = send(cast.helenHead, post(first + "/publier").param("reference", "ici"));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.html().selectFirst("[name=reference]").val()).isEqualTo("ici");
        assertThat(publish(first, "LIBRE").status()).isIn(302, 303);
        assertThat(send(cast.helenHead, get(first)).html().select("dl.facts").text())
                .contains("libre de droits", "Licence ouverte, dossier 12");
        assertThat(bring(moral(name, 1)).text()).contains("déjà publiée et ne change plus");
        assertThat(send(cast.helenHead, get(first + "/questionnaire.json")).text())
                .isEqualTo(moral(name, 1));

        var done = started(followed, name);
        var draft = started(followed, name);
        assertThat(completed(done, "mauvais").status()).isEqualTo(302);

        // the next version: what is begun stays on its own, what is done is not computed again
        assertThat(publish(received(moral(name, 2)), "LIBRE").status()).isIn(302, 303);
        assertThat(send(cast.claireCoordinator, get(draft)).html().text()).contains("Appétit");
        var read = send(cast.claireCoordinator, get(done)).html();
        assertThat(read.select(".score-value").text()).isEqualTo("−1");
        assertThat(read.text()).contains("Appétit");

        var again = send(cast.claireCoordinator, post(done + "/reprendre"));
        var form = send(cast.claireCoordinator, get(again.location())).html();
        assertThat(form.select("[name=r.m.4]").val()).isEqualTo("Reste couché");
        assertThat(form.select("[name=r.m.1][checked], [name=r.m.2][checked]")).isEmpty();
        assertThat(form.select("details:contains(Reprises impossibles) tbody tr").eachText())
                .containsExactlyInAnyOrder(
                        "<script>alert(1)</script> Humeur Mauvais Cette réponse n’existe plus.",
                        "Sommeil Oui Cette réponse a changé de sens ou de formulation.",
                        "Appétit Oui Cette question n’existe plus.");

        assertThat(send(cast.helenHead, post(first + "/retirer").param("pourquoi", "")).status())
                .isEqualTo(422);
        assertThat(
                        send(cast.helenHead, post(first + "/retirer").param("pourquoi", "Remplacé"))
                                .status())
                .isIn(302, 303);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        post("/dossiers/{p}/evaluations", followed.patient())
                                                .param("questionnaire", name))
                                .status())
                .isEqualTo(404);
        assertThat(completed(draft, "bon").status())
                .as("what was begun is finished")
                .isEqualTo(302);

        // who fills it in does not publish it
        assertThat(send(cast.claireCoordinator, get(first)).status()).isEqualTo(404);
    }

    @Test
    void a_protected_tool_is_published_by_the_authorisation_of_its_owner_alone() throws Exception {
        var name = "mmse-" + UUID.randomUUID().toString().substring(0, 8);
        var address =
                received(
                        file(
                                name,
                                "1",
                                "MMSE du réseau",
                                "{\"linkId\":\"a\",\"text\":\"A\",\"type\":\"string\"}"));
        var refused = publish(address, "PROPRE");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".field-error, .error").text())
                .contains("MMSE est protégé");
        assertThat(publish(address, "AUTORISATION").html().text())
                .contains("Nommez le titulaire des droits", "Donnez le jour de l’autorisation");
        assertThat(
                        send(
                                        cast.helenHead,
                                        post(address + "/publier")
                                                .param("droit", "AUTORISATION")
                                                .param("titulaire", "PAR Inc.")
                                                .param("reference", "Lettre du 3 mars")
                                                .param("jour", "2026-03-03"))
                                .status())
                .isIn(302, 303);
        assertThat(send(cast.helenHead, get(address)).html().select("dl.facts").text())
                .contains("PAR Inc., Lettre du 3 mars, le 3 mars 2026");
    }

    @Test
    void the_answers_of_a_file_enter_the_file_of_the_person_they_name_and_no_other()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var other = cast.newFollowed(cast.douai, 2, 30);
        var name = "renvoi-" + UUID.randomUUID().toString().substring(0, 8);
        publish(received(moral(name, 1)), "LIBRE");
        var done = started(followed, name);
        completed(done, "bon");
        var response = send(cast.claireCoordinator, get(done + "/reponse.json")).text();
        assertThat(response).contains("Patient/" + followed.patient());

        var wrong = answers(other, response);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().text()).contains("concernent une autre personne");
        assertThat(answers(followed, response.replace("\"subject\"", "\"sujet\"")).html().text())
                .contains("« sujet »");
        assertThat(answers(followed, response.replace(name + "|1", name + "|7")).html().text())
                .contains("n’est pas connu de la structure");

        var taken =
                answers(
                        followed,
                        response.replaceAll("\"linkId\"\\s*:\\s*\"m\\.4\"", "\"linkId\":\"m.9\""));
        var form = send(cast.claireCoordinator, get(taken.location())).html();
        assertThat(form.selectFirst("#q-m-1__r-bon").hasAttr("checked")).isTrue();
        assertThat(form.select("details:contains(Reprises impossibles)").text())
                .contains("Reste couché");
        assertThat(form.text()).contains("Reprise d’un fichier FHIR");
    }

    /// Negative, absurd or no number at all: told beside the question, kept as it came, and no
    /// score.
    @Test
    void absurd_numbers_of_a_file_are_told_beside_their_question_and_nothing_is_lost()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var name = "nombres-" + UUID.randomUUID().toString().substring(0, 8);
        publish(
                received(
                        file(
                                name,
                                "1",
                                "Nombres",
                                """
                                {"linkId":"n.1","text":"Chutes","type":"integer","required":true,"extension":[%s,%s]},
                                {"linkId":"n.2","text":"Poids","type":"decimal","extension":[%s]}\
                                """
                                        .formatted(
                                                bound("minValue", "valueInteger", 0),
                                                bound("maxValue", "valueInteger", 50),
                                                bound("maxValue", "valueDecimal", 300)))),
                "LIBRE");
        var file =
                """
                {"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://reseau.example/Questionnaire/%s|1",
                 "subject":{"reference":"Patient/%s"},"authored":"2026-06-01",
                 "item":[{"linkId":"n.1","answer":[{"valueInteger":%s}]},{"linkId":"n.2","answer":[{"valueDecimal":%s}]}]}
                """;
        var begun = answers(followed, file.formatted(name, followed.patient(), "-40", "1e30"));
        var form = send(cast.claireCoordinator, get(begun.location())).html();
        assertThat(form.select("#q-n-1").text()).contains("Entrez au moins 0.");
        assertThat(form.select("#q-n-2").text()).contains("Entrez un nombre");
        assertThat(form.select("[name=r.n.1]").val()).isEqualTo("-40");
        var ended =
                send(
                        cast.claireCoordinator,
                        post(begun.location())
                                .param("geste", "terminer")
                                .param("incomplete", "true")
                                .param("version", "0")
                                .param("_tab", UUID.randomUUID().toString())
                                .param("onDate", "2026-06-01")
                                .param("setting", "DOCUMENT")
                                .param("r.n.1", "-40"));
        assertThat(ended.status()).isEqualTo(422);
        assertThat(ended.html().select("[name=r.n.1]").val()).isEqualTo("-40");

        // what FHIR itself does not admit is refused with its line
        var refused =
                answers(followed, file.formatted(name, followed.patient(), "99999999999", "1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("table tr").eachText())
                .anyMatch(row -> row.startsWith("3 ") && row.contains("99999999999"));
    }

    private static String bound(String which, String kind, int value) {
        return "{\"url\":\"http://hl7.org/fhir/StructureDefinition/%s\",\"%s\":%d}"
                .formatted(which, kind, value);
    }

    @Test
    void a_cut_off_is_one_of_the_source_and_each_result_keeps_its_own() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var refused = choose("13");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#seuil-tug-error").text())
                .isEqualTo("Choisissez un des seuils que la source donne.");
        assertThat(choose("12").status()).isIn(302, 303);
        assertThat(send(cast.helenHead, get(HOME)).html().select("#seuil-tug [selected]").text())
                .isEqualTo("12 s – repérage");

        var first = timed(followed);
        assertThat(first).contains("10 à 19 s, seuil atteint", "seuil retenu : 12 s");
        assertThat(choose("20").status()).isIn(302, 303);
        assertThat(timed(followed)).contains("seuil retenu : 20 s").doesNotContain("seuil atteint");
        assertThat(send(cast.claireCoordinator, get(timed)).html().text())
                .doesNotContain("seuil atteint");
        var history =
                send(
                                cast.claireCoordinator,
                                get("/dossiers/{p}/evaluations/historique", followed.patient()))
                        .html()
                        .select("section[aria-labelledby=s-tug] tbody tr")
                        .eachText();
        assertThat(history.getLast()).contains("seuil atteint");
        assertThat(history.getFirst()).doesNotContain("seuil atteint");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        post(HOME + "/seuils")
                                                .param("score", "tug")
                                                .param("seuil", "12"))
                                .status())
                .as("who fills it in does not choose for the structure")
                .isIn(403, 404);
    }

    private String timed = "";

    private Page choose(String cutOff) throws Exception {
        return send(
                cast.helenHead,
                post(HOME + "/seuils").param("score", "tug").param("seuil", cutOff));
    }

    /// Thirteen seconds, read with the cut-off the form began with; the page of the result.
    private String timed(Followed followed) throws Exception {
        timed = started(followed, "tug");
        var began =
                send(cast.claireCoordinator, get(timed))
                        .html()
                        .select("[name=r.tug.seuil][checked]")
                        .val();
        send(
                cast.claireCoordinator,
                post(timed)
                        .param("geste", "terminer")
                        .param("version", "0")
                        .param("_tab", UUID.randomUUID().toString())
                        .param("onDate", "2026-06-02")
                        .param("setting", "DOMICILE")
                        .param("r.tug.temps", "13")
                        .param("r.tug.seuil", began));
        return send(cast.claireCoordinator, get(timed)).html().text();
    }

    private Page answers(Followed followed, String file) throws Exception {
        return send(
                cast.claireCoordinator,
                multipart("/dossiers/{p}/evaluations/importer", followed.patient())
                        .file(
                                new MockMultipartFile(
                                        "fichier",
                                        "r.json",
                                        "application/json",
                                        file.getBytes(StandardCharsets.UTF_8))));
    }
}

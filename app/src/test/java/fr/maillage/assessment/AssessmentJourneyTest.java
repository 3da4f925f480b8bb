package fr.maillage.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class AssessmentJourneyTest {

    private static final List<String> ADVERBS = List.of("s", "t", "c", "h");

    /// The ten discriminating variables; those in two or three parts are asked part by part.
    private static final List<String> DISCRIMINATING =
            List.of(
                    "coherence.communication",
                    "coherence.comportement",
                    "orientation.temps",
                    "orientation.espace",
                    "toilette.haut",
                    "toilette.bas",
                    "habillage.haut",
                    "habillage.moyen",
                    "habillage.bas",
                    "alimentation.servir",
                    "alimentation.manger",
                    "elimination.urinaire",
                    "elimination.fecale",
                    "transferts",
                    "deplacement-interieur",
                    "deplacement-exterieur",
                    "communication-distance");

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired Assessments assessments;

    @Autowired MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    private record Page(int status, String location, Document html, String text) {}

    private Page send(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
        return page(mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse());
    }

    private static Page page(MockHttpServletResponse response) throws Exception {
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        var location = response.getRedirectedUrl();
        return new Page(
                response.getStatus(), location == null ? "" : location, Jsoup.parse(text), text);
    }

    private String start(Followed followed, String questionnaire) throws Exception {
        return send(
                        cast.claireCoordinator,
                        post("/dossiers/{p}/evaluations", followed.patient())
                                .param("questionnaire", questionnaire))
                .location();
    }

    private MockHttpServletRequestBuilder form(
            String address, Map<String, String> answers, int version, UUID tab) {
        var request =
                post(address)
                        .param("version", String.valueOf(version))
                        .param("_tab", tab.toString())
                        .param("onDate", LocalDate.now(clock).toString())
                        .param("setting", "DOMICILE")
                        .param("participants", "PERSONNE", "MEDECIN_TRAITANT");
        answers.forEach((linkId, value) -> request.param("r." + linkId, value));
        return request;
    }

    private static Map<String, String> aggir(String everyAdverb) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("contexte.age", "84");
        for (var variable : DISCRIMINATING)
            for (var adverb : ADVERBS) answers.put(variable + "." + adverb, everyAdverb);
        return answers;
    }

    private String completed(Followed followed, Map<String, String> answers) throws Exception {
        var address = start(followed, "aggir");
        var done =
                send(
                        cast.claireCoordinator,
                        form(address, answers, 0, UUID.randomUUID()).param("geste", "terminer"));
        assertThat(done.status()).isEqualTo(302);
        return address;
    }

    @Test
    @Proves({"REQ-ASSESS-03", "REQ-ASSESS-04", "REQ-ASSESS-05"})
    void aggir_completed_keeps_its_gir_who_took_part_and_where() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var address = start(followed, "aggir");

        var form = send(cast.claireCoordinator, get(address));
        assertThat(form.html().selectFirst("[name=r.contexte.age]").val())
                .isEqualTo("84"); // known to the file

        var done =
                send(
                        cast.claireCoordinator,
                        form(address, aggir("true"), 0, UUID.randomUUID())
                                .param("geste", "terminer"));

        assertThat(done.status()).isEqualTo(302);
        assertThat(cast.in(cast.douai, () -> assessments.scores(followed.patient())))
                .extracting(
                        Assessments.LastScore::code,
                        Assessments.LastScore::value,
                        Assessments.LastScore::classLabel,
                        Assessments.LastScore::onDate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "gir", new BigDecimal("6"), "GIR 6", LocalDate.of(2026, 6, 2)));
        var read = send(cast.claireCoordinator, get(address)).html();
        assertThat(read.select(".score-value").eachText()).contains("6");
        assertThat(read.select(".page-sub").text())
                .contains("À domicile", "la personne", "le médecin traitant");
        assertThat(read.select("dl.facts").text()).contains("Spontanément : oui");
        var response =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select response->>'status' || ' ' || (response->'subject'->>'reference') from assessment.response where patient_id = :p")
                                        .param("p", followed.patient().value())
                                        .query(String.class)
                                        .single());
        assertThat(response).isEqualTo("completed Patient/" + followed.patient());
        var line =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select title from patient.timeline_entry where patient_id = :p and kind = 'EVALUATION' and clinical")
                                        .param("p", followed.patient().value())
                                        .query(String.class)
                                        .single());
        assertThat(line).isEqualTo("AGGIR – groupe iso-ressources terminée\u00a0: GIR 6");
    }

    @Test
    @Proves("REQ-ASSESS-06")
    void
            what_the_findings_suggest_becomes_a_problem_only_when_somebody_retains_it_and_says_how_grave()
                    throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 30);
        completed(followed, aggir("false")); // GIR 1
        var problems = "/dossiers/" + followed.patient() + "/evaluations/problemes";
        assertThat(cast.in(cast.douai, () -> assessments.problems(followed.patient()))).isEmpty();

        var page = send(cast.claireCoordinator, get(problems)).html();
        var cards = page.select("section[aria-labelledby=a-decider] article");
        assertThat(cards).isNotEmpty();
        assertThat(cards.first().text())
                .contains("Règle"); // the reason and where the rule comes from
        var first = cards.first().selectFirst("form");
        var version = first.selectFirst("[name=version]").val();

        var without =
                send(
                        cast.claireCoordinator,
                        post(first.attr("action"))
                                .param("decision", "retenir")
                                .param("version", version));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.html().text())
                .contains("Choisissez la gravité pour retenir ce problème.");

        var retained =
                send(
                        cast.claireCoordinator,
                        post(first.attr("action"))
                                .param("decision", "retenir")
                                .param("severity", "SEVERE")
                                .param("version", version));
        assertThat(retained.status()).isEqualTo(302);
        assertThat(cast.in(cast.douai, () -> assessments.problems(followed.patient())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.severity()).isEqualTo("SEVERE"));

        // a colleague who still has the page decides too late, and keeps what they typed
        var late =
                send(
                        cast.karimCoordinator,
                        post(first.attr("action"))
                                .param("decision", "ecarter")
                                .param("words", "Déjà pris en charge")
                                .param("version", version));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.html().text()).contains("Un collègue a modifié cette fiche entre-temps.");
        assertThat(late.html().select("[name=words]").eachAttr("value"))
                .contains("Déjà pris en charge");

        // the same finding again does not double what is retained
        completed(followed, aggir("false"));
        assertThat(cast.in(cast.douai, () -> assessments.problems(followed.patient()))).hasSize(1);
    }

    @Test
    void a_problem_added_by_hand_needs_its_words_its_domain_and_its_severity() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var problems = "/dossiers/" + followed.patient() + "/evaluations/problemes";

        var refused =
                send(
                        cast.claireCoordinator,
                        post(problems)
                                .param("label", "")
                                .param("because", "<script>alert(1)</script> 🙂"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".error").eachText())
                .contains("Nommez le problème.", "Choisissez un domaine.");
        assertThat(refused.html().selectFirst("#because").val())
                .isEqualTo("<script>alert(1)</script> 🙂");
        assertThat(refused.text()).doesNotContain("<script>alert(1)");

        var once = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            send(
                    cast.claireCoordinator,
                    post(problems)
                            .param("_once", once)
                            .param("label", "Isolement")
                            .param("domain", "SOCIAL")
                            .param("severity", "MODEREE"));
        }
        assertThat(cast.in(cast.douai, () -> assessments.problems(followed.patient())))
                .extracting(Assessments.Problem::label)
                .containsExactly("Isolement");
    }

    @Test
    void a_wrong_number_is_told_beside_its_field_and_the_text_stays() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var address = start(followed, "aggir");

        var answer =
                send(
                        cast.claireCoordinator,
                        form(
                                address,
                                Map.of("contexte.age", "quatre-vingts"),
                                0,
                                UUID.randomUUID()));

        assertThat(answer.status()).isEqualTo(422);
        var field = answer.html().selectFirst("#q-contexte-age");
        assertThat(field.selectFirst("input[name=r.contexte.age]").val())
                .isEqualTo("quatre-vingts");
        assertThat(field.select(".error").text()).contains("Entrez un nombre entier");
        assertThat(
                        send(cast.claireCoordinator, get(address))
                                .html()
                                .selectFirst("input[name=r.contexte.age]")
                                .val())
                .isEqualTo("quatre-vingts");
        var refused =
                send(
                        cast.claireCoordinator,
                        form(address, Map.of("contexte.age", "quatre-vingts"), 1, UUID.randomUUID())
                                .param("geste", "terminer")
                                .param("incomplete", "true"));
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void a_note_of_two_megabytes_is_refused_with_a_sentence_and_nothing_of_it_is_lost()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var address = start(followed, "aggir");
        var note = "Très longue note. ".repeat(120_000).strip();

        var answer =
                send(
                        cast.claireCoordinator,
                        form(address, Map.of("resultat.commentaire", note), 0, UUID.randomUUID()));

        assertThat(answer.status()).isEqualTo(422);
        var field = answer.html().selectFirst("#q-resultat-commentaire");
        assertThat(field.selectFirst("textarea").val()).hasSize(note.length());
        assertThat(field.select(".error").text()).contains("20000 caractères au plus");
        assertThat(
                        send(cast.claireCoordinator, get(address))
                                .html()
                                .selectFirst("textarea[name=r.resultat.commentaire]")
                                .val())
                .hasSize(note.length());
    }

    @Test
    void answers_that_are_missing_are_counted_and_a_score_without_them_stays_incomplete()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var address = start(followed, "aggir");
        var answers = aggir("true");
        answers.remove("transferts.s");

        var refused =
                send(
                        cast.claireCoordinator,
                        form(address, answers, 0, UUID.randomUUID()).param("geste", "terminer"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().text()).contains("Il manque une réponse.");

        var anyway =
                send(
                        cast.claireCoordinator,
                        form(address, answers, 1, UUID.randomUUID())
                                .param("geste", "terminer")
                                .param("incomplete", "true"));
        assertThat(anyway.status()).isEqualTo(302);
        assertThat(cast.in(cast.douai, () -> assessments.scores(followed.patient()))).isEmpty();
        assertThat(
                        send(cast.claireCoordinator, get(address))
                                .html()
                                .select(".score-value")
                                .eachText())
                .contains("incomplet");
    }

    @Test
    void the_second_of_two_tabs_is_told_and_keeps_what_it_typed() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var address = start(followed, "aggir");
        var mine = UUID.randomUUID();
        var theirs = UUID.randomUUID();
        send(cast.karimCoordinator, form(address, Map.of("contexte.age", "83"), 0, theirs));

        var second =
                send(
                        cast.claireCoordinator,
                        form(
                                address,
                                Map.of(
                                        "contexte.age",
                                        "85",
                                        "resultat.commentaire",
                                        "Vue avec sa fille"),
                                0,
                                mine));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.html().select("[role=alert]").text())
                .contains("Un collègue a modifié cette fiche entre-temps.", "Karim BELKACEM");
        assertThat(second.html().selectFirst("input[name=r.contexte.age]").val()).isEqualTo("85");
        assertThat(second.html().selectFirst("textarea[name=r.resultat.commentaire]").val())
                .isEqualTo("Vue avec sa fille");
        assertThat(second.html().select("table.diff").text()).contains("83", "85");
        assertThat(
                        send(cast.claireCoordinator, get(address))
                                .html()
                                .selectFirst("input[name=r.contexte.age]")
                                .val())
                .isEqualTo("83");

        // having compared, one saves knowingly; and a tab whose answer was lost on the way is not
        // its own rival
        var knowingly = Integer.parseInt(second.html().selectFirst("#version").val());
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        form(
                                                address,
                                                Map.of("contexte.age", "85"),
                                                knowingly,
                                                mine))
                                .status())
                .isEqualTo(302);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        form(
                                                address,
                                                Map.of("contexte.age", "86"),
                                                knowingly,
                                                mine))
                                .status())
                .isEqualTo(302);
    }

    @Test
    @Proves("REQ-ASSESS-01")
    void the_multidimensional_form_saves_as_one_types_and_shows_what_an_answer_asks_for()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var address = start(followed, "evaluation-multidimensionnelle");
        var form = send(cast.claireCoordinator, get(address)).html();
        assertThat(form.select(".quest-nav a").eachText())
                .anyMatch(t -> t.startsWith("Médical"))
                .anyMatch(t -> t.startsWith("Social"))
                .anyMatch(t -> t.startsWith("Autonomie"))
                .anyMatch(t -> t.startsWith("Psychologique"))
                .anyMatch(t -> t.startsWith("Environnement"))
                .anyMatch(t -> t.startsWith("Aidants"))
                .anyMatch(t -> t.startsWith("Projet de vie"));
        assertThat(form.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(form.selectFirst("#q-aidants-detail").hasAttr("hidden")).isTrue();
        var hidden = form.select("[name=_hidden]").eachAttr("value");
        assertThat(hidden).contains("aidants.detail");

        var tab = UUID.randomUUID();
        var request =
                form(
                                address + "/enregistrer",
                                Map.of(
                                        "aidants.present",
                                        "true",
                                        "medical.chutes",
                                        "beaucoup",
                                        "phq2.interet",
                                        "3"),
                                0,
                                tab)
                        .header("HX-Request", "true")
                        .param("_hidden", hidden.toArray(String[]::new));
        var saved = send(cast.claireCoordinator, request);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.html().selectFirst("#q-aidants-detail").hasAttr("hidden")).isFalse();
        assertThat(saved.html().selectFirst("#q-medical-chutes__phrase").text())
                .contains("Entrez un nombre entier");
        assertThat(saved.html().selectFirst("#version").val()).isEqualTo("1");
        assertThat(saved.html().selectFirst("#etat").text()).isEqualTo("Enregistré à 08:30");
        assertThat(saved.html().select("#scores .score h3").eachText()).contains("PHQ-2");
        assertThat(saved.html().select("input[name=r.medical.chutes]"))
                .as("what is being typed is not replaced")
                .isEmpty();
        assertThat(
                        send(cast.claireCoordinator, get(address))
                                .html()
                                .selectFirst("input[name=r.medical.chutes]")
                                .val())
                .isEqualTo("beaucoup");
    }

    @Test
    @Proves("REQ-ASSESS-10")
    void two_evaluations_stand_side_by_side_with_what_changed() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var earlier = completed(followed, aggir("true"));
        clock.goTo(java.time.LocalDateTime.of(2026, 9, 2, 9, 0));
        var changed = aggir("false");
        var address = start(followed, "aggir");
        send(
                cast.claireCoordinator,
                form(address, changed, 0, UUID.randomUUID()).param("geste", "terminer"));

        var list =
                send(cast.claireCoordinator, get("/dossiers/{p}/evaluations", followed.patient()))
                        .html();
        assertThat(list.select("tbody[data-list] tr")).hasSize(2);
        assertThat(list.select("a[href$=/evaluations/historique]")).hasSize(1);
        var page =
                send(
                        cast.claireCoordinator,
                        get("/dossiers/{p}/evaluations/comparer", followed.patient())
                                .param("avant", address.substring(address.lastIndexOf('/') + 1))
                                .param("apres", earlier.substring(earlier.lastIndexOf('/') + 1)));
        assertThat(page.status()).isEqualTo(200);
        var row =
                page.html().select("table.diff tr").stream()
                        .filter(r -> r.select("th").text().equals("Transferts"))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.select("del").text()).contains("Spontanément : oui");
        assertThat(row.select("ins").text()).contains("Spontanément : non");
        assertThat(page.html().select("table.diff").first().select("del").text()).contains("GIR 6");
        assertThat(page.html().select("table.diff").first().select("ins").text()).contains("GIR 1");
    }

    @Test
    void a_day_to_come_is_refused_and_a_form_sent_twice_begins_one_evaluation() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var once = UUID.randomUUID().toString();
        var one =
                send(
                        cast.claireCoordinator,
                        post("/dossiers/{p}/evaluations", followed.patient())
                                .param("questionnaire", "aggir")
                                .param("_once", once));
        var two =
                send(
                        cast.claireCoordinator,
                        post("/dossiers/{p}/evaluations", followed.patient())
                                .param("questionnaire", "aggir")
                                .param("_once", once));
        assertThat(two.location()).isEqualTo(one.location());

        var request =
                post(one.location())
                        .param("version", "0")
                        .param("_tab", UUID.randomUUID().toString())
                        .param("onDate", "2026-06-03")
                        .param("setting", "DOMICILE")
                        .param("r.contexte.age", "84");
        var refused = send(cast.claireCoordinator, request);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().selectFirst("#onDate-error").text()).contains("jour à venir");
        assertThat(refused.html().selectFirst("#onDate").val()).isEqualTo("2026-06-03");
    }

    @Test
    void an_abandoned_draft_is_gone_and_a_completed_evaluation_cannot_be_abandoned()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var draft = start(followed, "aggir");
        var done = completed(followed, aggir("true"));

        assertThat(send(cast.claireCoordinator, post(draft).param("geste", "abandonner")).status())
                .isEqualTo(302);
        assertThat(send(cast.claireCoordinator, get(draft)).status()).isEqualTo(404);
        assertThat(send(cast.claireCoordinator, post(done).param("geste", "abandonner")).status())
                .isEqualTo(404);
        assertThat(send(cast.claireCoordinator, get(done)).status()).isEqualTo(200);
        // a tab left open on it is told that it is completed, and keeps its text
        var late =
                send(
                        cast.claireCoordinator,
                        form(
                                done,
                                Map.of("resultat.commentaire", "Trop tard"),
                                1,
                                UUID.randomUUID()));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.html().select("[role=alert]").text()).contains("l’a terminée");
        assertThat(late.html().selectFirst("textarea[name=r.resultat.commentaire]").val())
                .isEqualTo("Trop tard");
    }

    @Test
    void another_structure_and_those_who_see_names_and_status_only_find_nothing() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var other = cast.newFollowed(cast.douai, 2, 30);
        var address = start(followed, "aggir");
        var list = "/dossiers/" + followed.patient() + "/evaluations";

        for (var who :
                List.of(
                        cast.calaisCoordinator,
                        cast.sophieSecretary,
                        cast.helenHead,
                        cast.agencyOfficer)) {
            assertThat(send(who, get(list)).status()).isEqualTo(404);
            assertThat(send(who, get(address)).status()).isEqualTo(404);
            assertThat(send(who, get(list + "/problemes")).status()).isEqualTo(404);
            assertThat(
                            send(
                                            who,
                                            form(
                                                    address,
                                                    Map.of("contexte.age", "12"),
                                                    0,
                                                    UUID.randomUUID()))
                                    .status())
                    .isEqualTo(404);
        }
        var elsewhere = address.replace(followed.patient().toString(), other.patient().toString());
        assertThat(send(cast.claireCoordinator, get(elsewhere)).status()).isEqualTo(404);
        assertThat(
                        send(cast.claireCoordinator, post(list).param("questionnaire", "inconnu"))
                                .status())
                .isEqualTo(404);
    }
}

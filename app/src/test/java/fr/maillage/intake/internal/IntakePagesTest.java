package fr.maillage.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.intake.Referrals;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class IntakePagesTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired MovableClock clock;

    @Autowired JdbcClient sql;

    @Autowired Patients patients;

    @Autowired Referrals referrals;

    @AfterEach
    void back() {
        clock.reset();
    }

    private MvcResult send(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(who)).with(csrf())).andReturn();
    }

    private static Document read(MvcResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private Document page(SignedIn who, String address, int status) throws Exception {
        var result = send(who, get(address));
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(status);
        return read(result);
    }

    private MockHttpServletRequestBuilder request(PatientId patient) {
        return post("/demandes")
                .param("asker", "Mme Baillet, infirmière")
                .param("askerQuality", "INFIRMIER")
                .param("subject", "durand odette")
                .param("nearSeen", "durand odette")
                .param("patient", patient.toString())
                .param("motives", "AIDANT_EPUISE", "ACCES_DROITS")
                .param("ownWords", "« Mon mari ne dort plus <b>🙂</b> »")
                .param("channel", "TELEPHONE")
                .param("urgency", "NORMALE")
                .param("agreement", "INFORMEE_ACCORD")
                .param("mt", "A_PREVENIR");
    }

    private String receive(MockHttpServletRequestBuilder form) throws Exception {
        var answer = send(cast.sophieSecretary, form).getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).startsWith("/demandes/");
        return String.valueOf(answer.getRedirectedUrl());
    }

    private int requestsOf(PatientId patient) {
        return cast.in(cast.douai, () -> referrals.of(patient).size());
    }

    @Test
    void the_secretary_records_a_request_once_even_when_the_form_is_sent_twice() throws Exception {
        var patient = cast.newPatient(cast.douai);
        var once = UUID.randomUUID().toString();
        var first = receive(request(patient).param("_once", once));
        var second = receive(request(patient).param("_once", once));
        assertThat(second).isEqualTo(first);
        assertThat(requestsOf(patient)).isEqualTo(1);
    }

    @Test
    void near_matches_are_seen_before_somebody_new_is_made() throws Exception {
        var known = cast.newPatient(cast.douai);
        var name = cast.in(cast.douai, () -> patients.get(known).displayName());
        var near =
                read(
                        send(
                                cast.sophieSecretary,
                                post("/demandes/nouvelle/personnes")
                                        .param(
                                                "subject",
                                                name.toLowerCase(java.util.Locale.FRENCH))));
        assertThat(near.select("input[name=patient][value=" + known + "]")).hasSize(1);

        var blind =
                post("/demandes")
                        .param("asker", "Voisine")
                        .param("askerQuality", "VOISIN")
                        .param("subject", name)
                        .param("patient", "NOUVELLE")
                        .param("sex", "F")
                        .param("motives", "AUTRE")
                        .param("channel", "ACCUEIL")
                        .param("urgency", "NORMALE")
                        .param("agreement", "A_CONFIRMER");
        var refused = send(cast.sophieSecretary, blind);
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(read(refused).text()).contains(IntakeText.LOOK_FIRST);
        assertThat(read(refused).select("input[name=patient][value=" + known + "]"))
                .as("now they are shown")
                .hasSize(1);

        var location = receive(blind.param("nearSeen", name));
        var id = UUID.fromString(location.substring("/demandes/".length()));
        assertThat(cast.in(cast.douai, () -> referrals.get(id).patient()))
                .isNotNull()
                .isNotEqualTo(known);
    }

    @Test
    void a_refused_form_keeps_everything_and_says_each_thing_beside_its_field() throws Exception {
        var result =
                send(
                        cast.sophieSecretary,
                        post("/demandes")
                                .param("asker", "10199999999")
                                .param("askerPhone", "06 39 98 41")
                                .param("subject", "Inconnue Totale")
                                .param("nearSeen", "Inconnue Totale")
                                .param("patient", "NOUVELLE")
                                .param("birthDate", "01/01/2090")
                                .param("sex", "F")
                                .param("ownWords", "à garder <script>")
                                .param("agreement", "PAS_INFORMEE")
                                .param("urgency", "NORMALE")
                                .param("channel", "TELEPHONE"));
        assertThat(result.getResponse().getStatus()).isEqualTo(422);
        var page = read(result);
        assertThat(page.select("#asker-error").text()).contains("n’est pas dans l’annuaire");
        assertThat(page.select("#askerPhone-error").text()).isNotEmpty();
        assertThat(page.select("#birthDate-error").text()).contains("futur");
        assertThat(page.select("#agreementReason-error").text())
                .isEqualTo(IntakeText.AGREEMENT_REASON);
        assertThat(page.select("#motives-error").text()).isEqualTo(IntakeText.MOTIVE);
        assertThat(page.select("#ownWords").text()).isEqualTo("à garder <script>");
        assertThat(page.select("#subject").val()).isEqualTo("Inconnue Totale");
        assertThat(page.select("input[name=patient][value=NOUVELLE]").hasAttr("checked")).isTrue();
    }

    @Test
    void optional_parts_are_folded_until_they_are_filled() throws Exception {
        var blank = page(cast.sophieSecretary, "/demandes/nouvelle", 200);
        assertThat(blank.select("form.form details.disclose")).hasSize(4);
        assertThat(blank.select("form.form details[open]")).isEmpty();
        assertThat(blank.select("details:has([name=mt]) > summary").text())
                .endsWith("il sera prévenu ; par téléphone");

        var filled =
                read(
                        send(
                                cast.sophieSecretary,
                                post("/demandes/nouvelle")
                                        .param("askerStructure", "CH de Douai")
                                        .param("relativesWords", "Elle ne sort plus")
                                        .param("channel", "TELEPHONE")
                                        .param("mt", "OPPOSITION")));
        assertThat(
                        filled.select("form.form details[open]")
                                .select("input, textarea")
                                .eachAttr("name"))
                .contains("askerStructure", "relativesWords", "mt")
                .doesNotContain("birthName");
    }

    @Test
    void without_script_search_shows_professionals_and_persons_and_loses_nothing()
            throws Exception {
        page(cast.sophieSecretary, "/demandes/nouvelle", 200);
        var page =
                read(
                        send(
                                cast.sophieSecretary,
                                post("/demandes/nouvelle")
                                        .param("asker", "zz")
                                        .param("subject", "durand")
                                        .param("ownWords", "mots")));
        assertThat(page.select("#ownWords").text()).isEqualTo("mots");
        assertThat(page.select("input[name=nearSeen]").val()).isEqualTo("durand");
        assertThat(send(cast.drMorel, get("/demandes/nouvelle")).getResponse().getStatus())
                .isEqualTo(404);
    }

    /// Reception by any of the four channels, listening (the words said), orientation.
    @ParameterizedTest
    @ValueSource(strings = {"TELEPHONE", "COURRIEL", "TELECOPIE", "COURRIER"})
    @Proves("REQ-INTAKE-05")
    void a_contact_is_received_by_each_channel_heard_and_oriented(String channel) throws Exception {
        var request =
                post("/demandes")
                        .param("asker", "Mme Baillet")
                        .param("askerQuality", "PROCHE")
                        .param("patient", cast.newPatient(cast.douai).toString())
                        .param("motives", "AIDANT_EPUISE")
                        .param("ownWords", "« Je n’y arrive plus »")
                        .param("channel", channel)
                        .param("urgency", "NORMALE")
                        .param("agreement", "INFORMEE_ACCORD");
        var location = receive(request);
        assertThat(page(cast.claireCoordinator, location, 200).text())
                .containsIgnoringCase(Codes.Channel.valueOf(channel).label())
                .contains("« Je n’y arrive plus »");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        post(location + "/orientation")
                                                .param("toKind", "CLIC")
                                                .param("toName", "CLIC du Douaisis")
                                                .param("content", "Répit de l’aidant")
                                                .param("agreed", "true"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(cast.claireCoordinator, location, 200).text()).contains("CLIC du Douaisis");
    }

    @Test
    void words_typed_in_the_search_are_carried_into_the_request() throws Exception {
        var page =
                read(
                        send(
                                cast.sophieSecretary,
                                post("/demandes/nouvelle").param("q", "Vanhoutte Aline")));
        assertThat(page.select("#subject").val()).isEqualTo("Vanhoutte Aline");
        assertThat(page.select("input[name=nearSeen]").val()).isEqualTo("Vanhoutte Aline");
        assertThat(page.select("#channel option[selected]").val()).isEqualTo("TELEPHONE");
    }

    private int drafts(String form) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select count(*) from web.draft where form = :form")
                                .param("form", form)
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    @Test
    void a_draft_survives_a_form_that_is_only_computed_anew_and_ends_with_the_saving()
            throws Exception {
        var location = receive(request(cast.newPatient(cast.douai)));
        var key = "analyse-" + location.substring(location.lastIndexOf('/') + 1);
        send(
                cast.claireCoordinator,
                post("/brouillons").param("_key", key).param("mtWords", "mots gardés"));
        assertThat(drafts(key)).isEqualTo(1);

        var page =
                read(
                        send(
                                cast.claireCoordinator,
                                post(location + "/analyse/proposition")
                                        .param("_draft", key)
                                        .param("mtWords", "mots gardés")));
        assertThat(page.select("#mtWords").text()).isEqualTo("mots gardés");
        assertThat(drafts(key)).as("« Recalculer » saves nothing: the draft stays").isEqualTo(1);

        send(
                cast.claireCoordinator,
                post(location + "/analyse")
                        .param("_draft", key)
                        .param("version", page.select("input[name=version]").val())
                        .param("subsidiarity", "NON_COUVERT")
                        .param("mtPart", "SANS_MT")
                        .param("retained", "0"));
        assertThat(drafts(key)).isZero();
    }

    @Test
    void a_commune_typed_at_reception_gets_its_insee_code_or_a_question() throws Exception {
        var location = receive(newcomer("Douai"));
        assertThat(communeOf(location)).isEqualTo("59178");
        assertThat(communeOf(receive(newcomer("Ailleurs-sur-Mer"))))
                .as("elsewhere: the name alone, nothing is refused")
                .isNull();

        var twins =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select name from territory.commune where zone_code is not null group by name, search having count(*) > 1 order by name limit 1")
                                        .query(String.class)
                                        .optional());
        if (twins.isPresent()) {
            var asked = read(send(cast.sophieSecretary, newcomer(twins.get())));
            assertThat(asked.select("#commune-error").text()).contains("ajoutez le code postal");
            assertThat(asked.select("#commune").val()).isEqualTo(twins.get());
        }
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder newcomer(
            String commune) {
        var name = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + " Zoé";
        return post("/demandes")
                .param("asker", "Dr Baert")
                .param("askerQuality", "MEDECIN")
                .param("patient", "NOUVELLE")
                .param("subject", name)
                .param("nearSeen", name)
                .param("sex", "F")
                .param("commune", commune)
                .param("motives", "MAINTIEN_DOMICILE")
                .param("channel", "TELEPHONE")
                .param("urgency", "NORMALE")
                .param("agreement", "INFORMEE_ACCORD");
    }

    private @org.jspecify.annotations.Nullable String communeOf(String location) {
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        return cast.in(
                        cast.douai,
                        () ->
                                java.util.Optional.ofNullable(
                                        patients.get(
                                                        java.util.Objects.requireNonNull(
                                                                referrals.get(id).patient()))
                                                .communeCode()))
                .orElse(null);
    }

    @Test
    void advice_about_nobody_is_received_and_answered_by_the_secretary() throws Exception {
        var location =
                receive(
                        post("/demandes")
                                .param("asker", "Dr Baert")
                                .param("askerQuality", "MEDECIN")
                                .param("patient", "PERSONNE")
                                .param("motives", "CONSEIL")
                                .param("channel", "TELEPHONE")
                                .param("urgency", "NORMALE"));
        assertThat(page(cast.sophieSecretary, location, 200).text())
                .contains("Sans usager désigné");
        assertThat(
                        send(cast.sophieSecretary, post(location + "/conseil").param("advice", ""))
                                .getResponse()
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        send(
                                        cast.sophieSecretary,
                                        post(location + "/conseil").param("advice", "Voir le CLIC"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(cast.sophieSecretary, location, 200).text()).contains("Voir le CLIC");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        post(location + "/conseil").param("advice", "Encore"))
                                .getResponse()
                                .getStatus())
                .as("answered already")
                .isEqualTo(409);
    }

    @Test
    void secretary_and_head_read_no_health_content_and_another_structure_reads_nothing()
            throws Exception {
        var location = receive(request(cast.newPatient(cast.douai)));
        assertThat(page(cast.claireCoordinator, location, 200).text())
                .contains("Mon mari ne dort plus <b>🙂</b>");
        for (var who : new SignedIn[] {cast.sophieSecretary, cast.helenHead}) {
            assertThat(page(who, location, 200).text())
                    .contains("Aidant épuisé")
                    .doesNotContain("Mon mari");
            for (var clinical : new String[] {"/analyse", "/urgence", "/orientation"})
                page(who, location + clinical, 404);
            assertThat(page(who, "/demandes", 200).text()).doesNotContain("Mon mari");
        }
        assertThat(
                        send(cast.sophieSecretary, post(location + "/conseil").param("advice", "x"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
        for (var part : new String[] {"", "/analyse", "/urgence", "/orientation"})
            page(cast.calaisCoordinator, location + part, 404);
        page(cast.agencyOfficer, location, 404);
    }

    @Test
    void the_board_counts_what_it_lists_and_requests_are_taken_assigned_and_late()
            throws Exception {
        var location = receive(request(cast.newPatient(cast.douai)));
        var id = location.substring("/demandes/".length());
        for (var filter :
                new String[] {
                    "", "?filtre=ouvertes", "?filtre=libres", "?filtre=moi", "?filtre=retard"
                }) {
            var board = page(cast.claireCoordinator, "/demandes" + filter, 200);
            for (var column : board.select(".board-col")) {
                assertThat(column.select(".count").text())
                        .isEqualTo(Integer.toString(column.select("article.request").size()));
            }
            var tile = board.select(".tile[aria-current]").select("b").text();
            assertThat(tile)
                    .as(filter)
                    .isEqualTo(Integer.toString(board.select("article.request").size()));
        }
        assertThat(
                        page(cast.claireCoordinator, "/demandes", 200)
                                .select(".board-col")
                                .first()
                                .select("a[href=" + location + "]"))
                .hasSize(1);
        send(cast.claireCoordinator, post(location + "/prise"));
        send(cast.karimCoordinator, post(location + "/prise"));
        assertThat(
                        page(cast.claireCoordinator, "/demandes?filtre=moi", 200)
                                .select("a[href=" + location + "]"))
                .hasSize(1);
        assertThat(
                        page(cast.karimCoordinator, "/demandes?filtre=moi", 200)
                                .select("a[href=" + location + "]"))
                .isEmpty();
        send(
                cast.sophieSecretary,
                post(location + "/affectation")
                        .param("membre", String.valueOf(cast.karimCoordinator.memberId())));
        assertThat(cast.in(cast.douai, () -> referrals.get(UUID.fromString(id)).assignedTo()))
                .isEqualTo(cast.karimCoordinator.memberId());
        clock.move(Duration.ofDays(10));
        assertThat(
                        page(cast.karimCoordinator, "/demandes?filtre=retard", 200)
                                .select("a[href=" + location + "]"))
                .hasSize(1);
    }

    private MockHttpServletRequestBuilder analysis(String location, String version) {
        return post(location + "/analyse")
                .param("version", version)
                .param("medical", "PLURIPATHOLOGIE", "SEVERITE")
                .param("social", "ISOLEMENT")
                .param("grid", "P1", "P3", "E1", "M1")
                .param("wordsENTOURAGE", "Mari épuisé")
                .param("subsidiarity", "NON_COUVERT")
                .param("mtPart", "AVEC_MT")
                .param("mtWords", "D’accord pour l’appui")
                .param("theme", "GERONTOLOGIE")
                .param("intensity", "INTENSIF")
                .param("validated", "1");
    }

    @Test
    @Proves({"REQ-INCLUSION-01", "REQ-INCLUSION-02", "REQ-INCLUSION-04", "REQ-INTAKE-10"})
    void
            the_analysis_records_criteria_dimensions_and_subsidiarity_and_an_override_needs_its_reason()
                    throws Exception {
        var location = receive(request(cast.newPatient(cast.douai)));
        var blank = page(cast.claireCoordinator, location + "/analyse", 200);
        assertThat(blank.select("input[name=medical]")).hasSize(3);
        assertThat(blank.select("input[name=social]")).hasSize(3);
        assertThat(blank.select("textarea[name^=words]")).hasSize(5);
        var version = blank.select("input[name=version]").val();

        var preview =
                read(
                        send(
                                cast.claireCoordinator,
                                post(location + "/analyse/proposition")
                                        .header("HX-Request", "true")
                                        .param("grid", "P1", "P3", "E1", "M1")));
        assertThat(preview.text()).contains("Niveau 3").contains("proposition Maillage");

        var without =
                send(cast.claireCoordinator, analysis(location, version).param("retained", "2"));
        assertThat(without.getResponse().getStatus()).isEqualTo(422);
        assertThat(read(without).select("#overrideReason-error").text())
                .isEqualTo(IntakeText.OVERRIDE.replace('\u00A0', ' '));
        assertThat(read(without).select("#wordsENTOURAGE").text()).isEqualTo("Mari épuisé");

        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        analysis(location, version)
                                                .param("retained", "2")
                                                .param("overrideReason", "Le fils revient"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
        var stale = send(cast.karimCoordinator, analysis(location, version).param("retained", "3"));
        assertThat(stale.getResponse().getStatus()).as("changed by a colleague").isEqualTo(409);
        assertThat(read(stale).text()).contains("Un collègue a modifié cette fiche entre-temps");
        assertThat(read(stale).select("input[name=retained][value=3]").hasAttr("checked"))
                .as("what was typed stays")
                .isTrue();

        var id = UUID.fromString(location.substring("/demandes/".length()));
        var analysis = cast.in(cast.douai, () -> referrals.analysis(id)).orElseThrow();
        assertThat(analysis.medicalCriteria()).containsExactly("PLURIPATHOLOGIE", "SEVERITE");
        assertThat(analysis.proposedLevel()).isEqualTo(3);
        assertThat(analysis.retainedLevel()).isEqualTo(2);
        assertThat(analysis.needValidated()).isTrue();
        assertThat(
                        page(cast.claireCoordinator, location + "/analyse", 200)
                                .select("#wordsENTOURAGE")
                                .text())
                .isEqualTo("Mari épuisé");

        var noSubsidiarity =
                send(
                        cast.claireCoordinator,
                        post(location + "/analyse").param("version", "9").param("retained", "0"));
        assertThat(read(noSubsidiarity).select("#subsidiarity-error").text())
                .isEqualTo(IntakeText.SUBSIDIARITY);

        assertThat(
                        send(cast.claireCoordinator, post(location + "/proposition"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
        assertThat(
                        page(cast.claireCoordinator, location, 200)
                                .select("a[href*=/inclusion?demande=" + id + "]"))
                .hasSize(1);
    }

    @Test
    void an_urgency_is_walked_from_the_call_to_a_level() throws Exception {
        var location = receive(request(cast.newPatient(cast.douai)));
        assertThat(page(cast.claireCoordinator, location + "/urgence", 200).text())
                .contains("appelez le 15");
        send(cast.claireCoordinator, post(location + "/urgence").param("relay", ""));
        assertThat(
                        page(cast.claireCoordinator, "/demandes", 200)
                                .select(".board-col.is-urgent a[href=" + location + "]"))
                .hasSize(1);
        var early =
                send(
                        cast.claireCoordinator,
                        post(location + "/urgence/niveau").param("level", "2"));
        assertThat(early.getResponse().getStatus()).isEqualTo(422);
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        post(location + "/urgence/reponse")
                                                .param("answer", "Visite ce soir"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(422);
        send(
                cast.claireCoordinator,
                post(location + "/urgence/reponse")
                        .param("answer", "Visite ce soir")
                        .param("partner", "SSIAD"));
        clock.move(Duration.ofHours(48));
        assertThat(page(cast.claireCoordinator, location + "/urgence", 200).text())
                .contains("En retard");
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        post(location + "/urgence/evaluation")
                                                .param("echeance", "24")
                                                .param("how", "TELEPHONE")
                                                .param("by", "Claire")
                                                .param("at", "2026-06-01T10:00"))
                                .getResponse()
                                .getStatus())
                .as("before the urgency")
                .isEqualTo(422);
        send(
                cast.claireCoordinator,
                post(location + "/urgence/evaluation")
                        .param("echeance", "24")
                        .param("how", "TELEPHONE")
                        .param("by", "Claire")
                        .param("at", "2026-06-03T08:00"));
        send(
                cast.claireCoordinator,
                post(location + "/urgence/evaluation")
                        .param("echeance", "48")
                        .param("how", "DOMICILE")
                        .param("by", "Claire"));
        assertThat(
                        send(
                                        cast.claireCoordinator,
                                        post(location + "/urgence/niveau").param("level", "2"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(cast.claireCoordinator, location + "/urgence", 200).text())
                .contains("entrée en niveau 2");
    }

    @Test
    void a_request_about_somebody_followed_joins_what_goes_on() throws Exception {
        var nobody = receive(request(cast.newPatient(cast.douai)));
        assertThat(page(cast.claireCoordinator, nobody, 200).select("main").text())
                .doesNotContain("Rattacher");
        assertThat(
                        send(cast.claireCoordinator, post(nobody + "/rattachement"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(422);

        var followed = cast.newFollowed(cast.douai, 2, 20).patient();
        var about = receive(request(followed));
        var page = page(cast.claireCoordinator, about, 200);
        assertThat(page.select("main").text()).contains("Cette personne est déjà accompagnée");
        assertThat(page.select("main form[action$=/rattachement] button").text())
                .isEqualTo("Rattacher au suivi en cours");
        send(cast.claireCoordinator, post(about + "/rattachement"));
        var joined = page(cast.claireCoordinator, about, 200);
        assertThat(joined.select("main").text()).contains("Sans suite", "Déjà accompagnée");
        assertThat(joined.select("form[action$=/rattachement], a[href*=/inclusion]")).isEmpty();
        assertThat(
                        page(cast.claireCoordinator, "/dossiers/" + followed + "/ligne-de-vie", 200)
                                .select("main")
                                .text())
                .contains("Demande rattachée au suivi en cours");
    }

    @Test
    @Proves("REQ-INCLUSION-16")
    void persons_identified_and_not_included_are_listed_by_reason() throws Exception {
        var refused = receive(request(cast.newPatient(cast.douai)));
        var oriented = receive(request(cast.newPatient(cast.douai)));
        send(cast.claireCoordinator, post(refused + "/cloture").param("reason", "REFUS"));
        var missing =
                send(
                        cast.claireCoordinator,
                        post(oriented + "/orientation")
                                .param("toKind", "HAD")
                                .param("toName", "HAD du Douaisis")
                                .param("content", "Fin de vie"));
        assertThat(missing.getResponse().getStatus()).isEqualTo(422);
        assertThat(read(missing).select("#agreed-error").text()).contains("accord de la personne");
        send(
                cast.claireCoordinator,
                post(oriented + "/orientation")
                        .param("toKind", "HAD")
                        .param("toName", "HAD du Douaisis")
                        .param("content", "Fin de vie")
                        .param("agreed", "true"));
        assertThat(page(cast.claireCoordinator, oriented, 200).text())
                .contains("Sans accusé de réception");

        var all = page(cast.helenHead, "/demandes/sans-inclusion", 200);
        assertThat(all.select("a[href=" + refused + "], a[href=" + oriented + "]")).hasSize(2);
        var byReason = page(cast.helenHead, "/demandes/sans-inclusion?motif=REFUS", 200);
        assertThat(byReason.select("a[href=" + refused + "]")).hasSize(1);
        assertThat(byReason.select("a[href=" + oriented + "]")).isEmpty();
        assertThat(byReason.select(".tile[aria-current] b").text())
                .isEqualTo(Integer.toString(byReason.select("tbody tr").size()));
    }

    @Test
    @Proves("REQ-INTAKE-14")
    void awareness_actions_are_recorded() throws Exception {
        assertThat(
                        send(
                                        cast.helenHead,
                                        post("/demandes/sensibilisation")
                                                .param("title", "")
                                                .param("participants", "x"))
                                .getResponse()
                                .getStatus())
                .isEqualTo(422);
        var title = "Repérer la complexité " + UUID.randomUUID();
        send(
                cast.helenHead,
                post("/demandes/sensibilisation")
                        .param("title", title)
                        .param("audience", "Infirmiers libéraux")
                        .param("participants", "14"));
        assertThat(page(cast.helenHead, "/demandes/sensibilisation", 200).text())
                .contains(title)
                .contains("14");
    }
}

package fr.maillage.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.intake.Referrals;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PaperCheck;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.web.TooLarge;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/// A request by somebody without an account, until it is a request like another.
@IntegrationTest
class PublicFormTest {

    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MockMvc web;
    @Autowired Referrals referrals;

    @Test
    @Proves("REQ-EXCHANGE-09")
    void a_hospital_asks_the_team_checks_and_the_sender_follows() throws Exception {
        var name = "HAUTECŒUR" + letters();
        var session = new MockHttpSession();
        var where =
                Jsoup.parse(
                        body(
                                web.perform(
                                                post("/demande-en-ligne")
                                                        .param("commune", "Douai")
                                                        .with(csrf()))
                                        .andExpect(status().isOk())
                                        .andReturn()));
        assertThat(where.select("li.work:contains(Son territoire)").text())
                .contains("Appui Douaisis");
        assertThat(
                        body(
                                web.perform(
                                                post("/demande-en-ligne/formulaire")
                                                        .param("structure", cast.douai.toString())
                                                        .param("commune", "Douai (59500)")
                                                        .with(csrf()))
                                        .andReturn()))
                .contains("Douai (59500)", "Une urgence se dit au téléphone");
        web.perform(get("/demande-en-ligne/" + cast.douai)).andExpect(status().isOk());
        assertThat(
                        body(
                                web.perform(get("/demande-en-ligne/" + cast.douai + "/a-imprimer"))
                                        .andReturn()))
                .contains("Appui Douaisis", "Signature");
        var paper =
                web.perform(get("/demande-en-ligne/" + cast.douai + "/formulaire.pdf"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        PaperCheck.assertArchiveReadAloud(paper);
        try (var read = org.apache.pdfbox.Loader.loadPDF(paper)) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(read))
                    .contains("Appui Douaisis", "Nom de naissance")
                    .contains(
                            Arrays.stream(fr.maillage.intake.Motive.values())
                                    .map(fr.maillage.intake.Motive::label)
                                    .toArray(String[]::new));
        }

        var once = UUID.randomUUID().toString();
        var scan = new MockMultipartFile("files", "sortie.pdf", "application/pdf", pdf(name));
        for (int twice = 0; twice < 2; twice++)
            web.perform(send(form(name), once, session, scan))
                    .andExpect(redirectedUrl("/demande-en-ligne/recu"));
        assertThat(count(name)).as("sent twice, kept once").isEqualTo(1);
        var receipt =
                Jsoup.parse(
                        body(
                                web.perform(get("/demande-en-ligne/recu").session(session))
                                        .andReturn()));
        var number = receipt.select("dd").get(0).text();
        var code = receipt.select("dd").get(1).text();
        assertThat(receipt.text()).doesNotContain(name);
        assertThat(state(number, code)).contains("Reçue");
        assertThat(state(number, "ZZZZZZZZ")).contains("Aucune demande n’a ce numéro");
        assertThat(state("x", code)).contains("Aucune demande");
        web.perform(get("/demande-en-ligne/recu")).andExpect(redirectedUrl("/demande-en-ligne"));

        // on the board, to be checked; no file was made of it
        assertThat(
                        page(cast.sophieSecretary, "/demandes")
                                .select("section[aria-labelledby=a-verifier]")
                                .text())
                .contains("À vérifier");
        assertThat(page(cast.sophieSecretary, "/demandes/en-ligne").text())
                .contains(name, "1 pièce jointe");
        assertThat(value("select count(*) from patient.patient where birth_name = '" + name + "'"))
                .isEqualTo("0");
        assertThat(page(cast.calaisCoordinator, "/demandes/en-ligne").text()).doesNotContain(name);
        var arrival =
                value(
                        "select id from intake.arrival where fields ->> 'birthName' = '"
                                + name
                                + "'");
        var form = page(cast.sophieSecretary, "/demandes/nouvelle?arrivee=" + arrival);
        assertThat(form.select("input[name=birthName]").val()).isEqualTo(name);
        assertThat(form.select("a[href^=/documents/]:contains(ouvrir)")).hasSize(1);
        web.perform(get("/demandes/nouvelle?arrivee=" + arrival).with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());

        // checked by the counter's own form: a request like another, its paper in the file
        var fields = new HashMap<>(form(name));
        fields.put("patient", "NOUVELLE");
        fields.put("subject", name + " Odette");
        fields.put("nearSeen", name + " Odette");
        fields.put("channel", "FORMULAIRE");
        fields.put("arrival", arrival);
        fields.remove("files");
        var request = post("/demandes").with(user(cast.sophieSecretary)).with(csrf());
        fields.forEach(request::param);
        var done =
                web.perform(request)
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        assertThat(page(cast.sophieSecretary, String.valueOf(done)).text())
                .contains("formulaire en ligne");
        assertThat(
                        value(
                                "select count(*) from documents.document d join patient.patient p on p.id = d.patient_id where p.birth_name = '"
                                        + name
                                        + "'"))
                .isEqualTo("1");
        assertThat(state(number, code)).contains("Prise en compte");
        assertThat(page(cast.sophieSecretary, "/demandes?porte=FORMULAIRE").text()).contains(name);
        assertThat(page(cast.sophieSecretary, "/demandes?porte=TELEPHONE").select(".board").text())
                .doesNotContain(name);
        // the second colleague
        web.perform(request).andExpect(status().isUnprocessableContent());
        // closed without follow-up: what was typed goes with the request, after the same days
        purgedAfter(
                "update intake.referral set status = 'SANS_SUITE', closed_reason = 'REFUS', decided_at = '2020-01-01' where id = (select referral_id from intake.arrival where fields ->> 'birthName' = :name)",
                name);
        assertThat(count(name)).isZero();
    }

    @Test
    void bad_input_is_told_and_nothing_is_kept() throws Exception {
        var name = "REFUS" + letters();
        var before = value("select count(*) from documents.document where patient_id is null");
        var bad =
                Map.of(
                        "site", "http://machine",
                        "askerQuality", "VOISIN",
                        "commune", "Marseille",
                        "askerPhone", "",
                        "agreement", "REFUSE",
                        "agreed", "",
                        "email", "pas une adresse",
                        "birthName", "",
                        "urgency", "");
        for (var wrong : bad.entrySet()) {
            var form = new HashMap<>(form(name));
            form.put(wrong.getKey(), wrong.getValue());
            var again =
                    Jsoup.parse(
                            body(
                                    web.perform(send(form, "", new MockHttpSession()))
                                            .andExpect(status().isUnprocessableContent())
                                            .andReturn()));
            assertThat(again.select(".notice.is-late ul").text()).as(wrong.getKey()).isNotBlank();
            assertThat(again.select("input[name=asker]").val())
                    .as("nothing typed is lost")
                    .isEqualTo("Mme Assistante");
        }
        for (var file :
                new MockMultipartFile[] {
                    new MockMultipartFile("files", "vide.pdf", "application/pdf", new byte[0]),
                    new MockMultipartFile(
                            "files",
                            "faux.pdf",
                            "application/pdf",
                            "pas un pdf".getBytes(StandardCharsets.UTF_8)),
                    new MockMultipartFile(
                            "files",
                            "page.html",
                            "text/html",
                            "<html><script>x</script></html>".getBytes(StandardCharsets.UTF_8))
                }) {
            var again =
                    body(
                            web.perform(send(form(name), "", new MockHttpSession(), file))
                                    .andExpect(status().isUnprocessableContent())
                                    .andReturn());
            assertThat(Jsoup.parse(again).select("#files-error").text())
                    .contains(file.getOriginalFilename());
        }
        var heavy = send(form(name), "", new MockHttpSession());
        heavy.requestAttr(TooLarge.LIMIT, 200_000_000L);
        web.perform(heavy).andExpect(status().is(413));
        web.perform(post("/demande-en-ligne").param("commune", "Marseille").with(csrf()))
                .andExpect(status().isUnprocessableContent());
        web.perform(post("/demande-en-ligne").param("commune", "").with(csrf()))
                .andExpect(status().isUnprocessableContent());
        web.perform(get("/demande-en-ligne/" + UUID.randomUUID())).andExpect(status().isNotFound());
        web.perform(post("/demande-en-ligne/envoi").param("structure", cast.douai.toString()))
                .andExpect(status().is4xxClientError());

        // a structure may shut this door
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, value) values ('PUBLIC_FORM', '0')")
                                .update());
        try {
            assertThat(
                            body(
                                    web.perform(send(form(name), "", new MockHttpSession()))
                                            .andExpect(status().isUnprocessableContent())
                                            .andReturn()))
                    .contains("ne reçoit pas de demande par cette page");
        } finally {
            cast.in(
                    cast.douai,
                    () ->
                            sql.sql("delete from network.setting where key = 'PUBLIC_FORM'")
                                    .update());
        }
        assertThat(count(name)).isZero();
        assertThat(value("select count(*) from documents.document where patient_id is null"))
                .isEqualTo(before);
    }

    @Test
    void one_source_is_held_back_and_a_false_one_set_aside() throws Exception {
        var name = "SERIE" + letters();
        int refused = 0;
        for (int i = 0; i < PublicController.SENT_IN_AN_HOUR + 1; i++) {
            var sending = send(form(name), UUID.randomUUID().toString(), new MockHttpSession());
            sending.with(request -> {
                request.setRemoteAddr("203.0.113." + name.hashCode());
                return request;
            });
            if (web.perform(sending).andReturn().getResponse().getStatus() == 422) refused++;
        }
        assertThat(refused).isEqualTo(1);
        var arrival =
                value(
                        "select min(id::text) from intake.arrival where fields ->> 'birthName' = '"
                                + name
                                + "'");
        var aside = "/demandes/en-ligne/" + arrival + "/ecarter";
        web.perform(post(aside).param("why", "").with(user(cast.sophieSecretary)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        web.perform(
                        post(aside)
                                .param("why", "essai")
                                .with(user(cast.calaisCoordinator))
                                .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post(aside).param("why", "essai").with(user(cast.sophieSecretary)).with(csrf()))
                .andExpect(redirectedUrl("/demandes/en-ligne"));
        web.perform(post(aside).param("why", "essai").with(user(cast.sophieSecretary)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update intake.arrival set state = 'ECARTEE', dismissed_why = 'essai', handled_at = '2026-06-02' where state = 'A_VERIFIER' and fields ->> 'birthName' = :name")
                                .param("name", name)
                                .update());
        purgedAfter(
                "update intake.arrival set handled_at = '2020-01-01' where id::text in (select min(id::text) from intake.arrival where fields ->> 'birthName' = :name)",
                name);
        assertThat(count(name))
                .as("set aside long ago: forgotten; of today: kept")
                .isEqualTo(PublicController.SENT_IN_AN_HOUR - 1);
    }

    private void purgedAfter(String change, String name) {
        cast.in(cast.douai, () -> sql.sql(change).param("name", name).update());
        cast.in(cast.douai, () -> referrals.purge());
    }

    @Test
    void a_reference_comes_in_once_by_a_door() throws Exception {
        var reference = "VT-" + letters();
        for (int time = 0; time < 2; time++) {
            var fields = new HashMap<>(form("ORIENT" + letters()));
            fields.put("patient", "PERSONNE");
            fields.put("channel", "VIATRAJECTOIRE");
            fields.put(
                    "externalRef",
                    time == 0 ? reference : reference.toLowerCase(java.util.Locale.ROOT));
            var request = post("/demandes").with(user(cast.sophieSecretary)).with(csrf());
            fields.forEach(request::param);
            var result = web.perform(request).andReturn();
            assertThat(result.getResponse().getStatus()).isEqualTo(time == 0 ? 302 : 422);
            if (time == 1)
                assertThat(Jsoup.parse(body(result)).select("#externalRef-error").text())
                        .contains("déjà entrée");
        }
        var fields = new HashMap<>(form("SANS"));
        fields.put("patient", "PERSONNE");
        fields.put("channel", "VIATRAJECTOIRE");
        var request = post("/demandes").with(user(cast.sophieSecretary)).with(csrf());
        fields.forEach(request::param);
        web.perform(request).andExpect(status().isUnprocessableContent());
    }

    private org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder
            send(
                    Map<String, String> form,
                    String once,
                    MockHttpSession session,
                    MockMultipartFile... files) {
        var request = multipart("/demande-en-ligne/envoi");
        for (var file : files) request.file(file);
        form.forEach(request::param);
        request.param("_once", once);
        request.session(session).with(csrf());
        return request;
    }

    private Map<String, String> form(String name) {
        var form = new HashMap<String, String>();
        form.put("structure", cast.douai.toString());
        form.put("asker", "Mme Assistante");
        form.put("askerQuality", "HOPITAL");
        form.put("askerStructure", "CH (fictif)");
        form.put("askerPhone", "03 27 00 11 22");
        form.put("birthName", name);
        form.put("givenNames", "Odette");
        form.put("sex", "F");
        form.put("birthDate", "12/04/1941");
        form.put("commune", "Douai (59500)");
        form.put("motives", "RETOUR_DOMICILE");
        form.put("urgency", "RAPIDE");
        form.put("agreement", "INFORMEE_ACCORD");
        form.put("agreed", "1");
        form.put("mt", "A_PREVENIR");
        return form;
    }

    private String state(String number, String code) throws Exception {
        return body(
                web.perform(
                                post("/demande-en-ligne/suivi")
                                        .param("number", number)
                                        .param("code", code)
                                        .with(csrf()))
                        .andReturn());
    }

    private int count(String name) {
        return Integer.parseInt(
                value(
                        "select count(*) from intake.arrival where fields ->> 'birthName' = '"
                                + name
                                + "'"));
    }

    private String value(String query) {
        return cast.in(
                cast.douai,
                () -> sql.sql(query).query((row, _) -> String.valueOf(row.getString(1))).single());
    }

    private Document page(SignedIn who, String address) throws Exception {
        return Jsoup.parse(
                body(
                        web.perform(get(address).with(user(who)))
                                .andExpect(status().isOk())
                                .andReturn()));
    }

    private static String body(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString();
    }

    private static byte[] pdf(String words) throws java.io.IOException {
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument();
                var out = new java.io.ByteArrayOutputStream()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.getDocumentInformation().setTitle(words);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String letters() {
        var text = new StringBuilder();
        for (var c : UUID.randomUUID().toString().replace("-", "").substring(0, 6).toCharArray())
            text.append((char) ('A' + Character.digit(c, 16)));
        return text.toString();
    }
}

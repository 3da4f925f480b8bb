package fr.maillage.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/// Letters written from a file, and their templates.
@IntegrationTest
class LetterTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Test
    @Proves("REQ-CONTACTLOG-05")
    void a_letter_is_written_from_the_file_completed_and_kept_as_sent() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var file = "/dossiers/" + followed.patient() + "/courriers";
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "insert into patient.consent (patient_id, act, state, given_on, form, given_by, opposed_to, recorded_at) values (:p, 'PARTAGE_EQUIPE', 'OPPOSITION_PARTIELLE', '2026-05-01', 'ORAL', 'PERSONNE', 'Marc OPPOSÉ', now())")
                                .param("p", followed.patient().value())
                                .update());
        var opposed = member(followed.patient().value(), "Marc OPPOSÉ", "{SOINS}");
        var neighbour = member(followed.patient().value(), "Voisine", "{TACHES}");

        // to whom it may not go, and why
        var choice = page(cast.claireCoordinator, file + "/nouveau");
        assertThat(choice.select("input[name=modele]").eachAttr("value"))
                .startsWith(
                        "visite",
                        "avis-pps",
                        "information",
                        "rcp",
                        "apa",
                        "mdph",
                        "relais",
                        "cloture",
                        "accuse");
        assertThat(choice.text()).contains("s’oppose au partage", "demande d’abord l’accord");
        for (var not : List.of(opposed, neighbour)) {
            var refused =
                    sent(cast.claireCoordinator, file, "modele", "visite", "destinataire", not);
            assertThat(refused.getStatus()).isEqualTo(422);
        }
        assertThat(sent(cast.claireCoordinator, file, "modele", "visite").getStatus())
                .isEqualTo(422);

        var write =
                sent(
                                cast.claireCoordinator,
                                file,
                                "modele",
                                "visite",
                                "destinataire",
                                "MEDECIN_TRAITANT")
                        .getHeader("Location");
        var draft = page(cast.claireCoordinator, write);
        // the person and the doctor are known; the visit and what was seen are not
        assertThat(draft.select(".letter").text()).contains("Odette DURAND", "Docteur,");
        assertThat(draft.select("#manque").text())
                .contains("Dernière visite à domicile : date", "Ce que nous avons constaté");
        assertThat(draft.select(".letter .to-complete")).isNotEmpty();
        var early = sent(cast.claireCoordinator, write, fields(draft, "acte", "envoyer"));
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(early.getContentAsString()).contains("à compléter");

        var filled = fields(draft, "acte", "enregistrer");
        put(
                draft,
                filled,
                "Ce que nous avons constaté",
                "Chute <b>hier</b> 🙂 {{pps.motif}}\n\n- escalier\n- tapis");
        put(draft, filled, "Ce que nous proposons", "Une **barre** d’appui.");
        put(draft, filled, "Dernière visite à domicile : date", "28 mai 2026");
        assertThat(sent(cast.claireCoordinator, write, filled).getStatus()).isEqualTo(302);
        assertThat(sent(cast.karimCoordinator, write, filled).getStatus()).isEqualTo(409);
        var ready = page(cast.claireCoordinator, write);
        assertThat(ready.select("#manque")).isEmpty();
        assertThat(text(page2(cast.claireCoordinator, write.replace("ecrire", "apercu.pdf"))))
                .contains("Chute <b>hier</b>", "{{pps.motif}}", "Projet, à ne pas envoyer");
        assertThat(
                        sent(cast.claireCoordinator, write, fields(ready, "acte", "envoyer"))
                                .getStatus())
                .isEqualTo(302);

        // its text is what was sent, whatever the file says later
        var letter = write.replace("/ecrire", "");
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update patient.patient set given_names = 'Autre' where id = :p")
                                .param("p", followed.patient().value())
                                .update());
        assertThat(page(cast.claireCoordinator, letter).select(".letter").text())
                .contains("Odette DURAND", "Chute <b>hier</b>", "28 mai 2026", "escalier");
        assertThat(text(page2(cast.claireCoordinator, letter + "/lettre.pdf")))
                .contains("Odette DURAND", "Une barre d’appui")
                .doesNotContain("Projet");
        try (var docx =
                new XWPFDocument(
                        new ByteArrayInputStream(
                                page2(cast.claireCoordinator, letter + "/lettre.docx")
                                        .getContentAsByteArray()))) {
            assertThat(new XWPFWordExtractor(docx).getText())
                    .contains("Dr Anne MOREL", "Une barre d’appui", "escalier");
        }
        assertThat(sent(cast.claireCoordinator, write, filled).getStatus()).isEqualTo(404);
        assertThat(page(cast.claireCoordinator, file).text())
                .contains("Compte rendu de visite à domicile", "À envoyer");
        // a secretary sees the envelope, not the text; another structure nothing
        assertThat(page(cast.sophieSecretary, file).select("a[href^=/courriers/]")).isEmpty();
        assertThat(page2(cast.calaisCoordinator, letter).getStatus()).isEqualTo(404);
    }

    @Test
    void a_secretary_writes_what_holds_no_health_content_and_nothing_goes_to_the_dead()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var file = "/dossiers/" + followed.patient() + "/courriers";
        assertThat(
                        page(cast.sophieSecretary, file + "/nouveau")
                                .select("input[name=modele]")
                                .eachAttr("value"))
                .startsWith("information", "rcp", "accuse")
                .doesNotContain("visite", "avis-pps");
        assertThat(
                        sent(
                                        cast.sophieSecretary,
                                        file,
                                        "modele",
                                        "visite",
                                        "destinataire",
                                        "MEDECIN_TRAITANT")
                                .getStatus())
                .isEqualTo(404);
        assertThat(
                        sent(cast.sophieSecretary, file, "modele", "rcp", "destinataire", "AUTRE")
                                .getStatus())
                .isEqualTo(422);
        var write =
                sent(
                                cast.sophieSecretary,
                                file,
                                "modele",
                                "information",
                                "destinataire",
                                "PERSONNE")
                        .getHeader("Location");
        var draft = page(cast.sophieSecretary, write);
        assertThat(draft.select(".letter").text())
                .contains("Vous pouvez vous y opposer", "Commission nationale", "Madame,");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set deceased_on = '2026-06-01' where id = :p")
                                .param("p", followed.patient().value())
                                .update());
        var refused = sent(cast.sophieSecretary, write, fields(draft, "acte", "envoyer"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("est décédée");
        sent(cast.sophieSecretary, write.replace("ecrire", "annuler"), "motif", "Décès");
        assertThat(page2(cast.sophieSecretary, write).getStatus()).isEqualTo(404);
    }

    @Test
    void a_template_is_published_as_a_new_version_and_a_newer_shipped_one_is_offered()
            throws Exception {
        var at = "/reglages/modeles/accuse";
        // a former run may have left it aside
        cast.in(cast.douai, () -> sql.sql("delete from correspondence.shipped_left").update());
        var form = page(cast.helenHead, at);
        assertThat(form.select(".letter-fields code").eachText())
                .contains("{{personne.nom}}", "{{interventions.quoi}}");
        assertThat(form.select(".letter-fields").text()).contains("Odile MODÈLE");
        var typed = fields(form, "origin", "APPLICATION");

        var wrong = new HashMap<>(typed);
        wrong.put("body", "Bonjour,\n\nMadame {{personne.nmo}} et {{pps.motif}}");
        var refused = sent(cast.helenHead, at, wrong);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString()).select("#body-error").text())
                .contains(
                        "Ligne 3",
                        "le champ « personne.nmo » n’existe pas",
                        "vouliez-vous dire « personne.nom »",
                        "informations de santé");
        assertThat(Jsoup.parse(refused.getContentAsString()).select("#body").text())
                .contains("{{personne.nmo}}");

        typed.put("body", "Bonjour {{personne.nom}} ! Voici l'aide.");
        assertThat(text(sent(cast.helenHead, at + "/apercu", typed)))
                .contains("Bonjour Odile MODÈLE");
        assertThat(sent(cast.helenHead, at, typed).getStatus()).isEqualTo(302);
        assertThat(sent(cast.karimCoordinator, at, typed).getStatus()).isEqualTo(409);
        assertThat(sent(cast.sophieSecretary, at, typed).getStatus()).isEqualTo(404);
        assertThat(page(cast.sophieSecretary, at).select("textarea")).isEmpty();
        assertThat(page(cast.claireCoordinator, at).select("#body").text())
                .isEqualTo("Bonjour {{personne.nom}}\u00A0! Voici l’aide.");
        var compared = page(cast.helenHead, at + "/comparer?de=m1");
        assertThat(compared.select("ins").text()).contains("Voici l’aide.");
        assertThat(compared.select("del").text()).contains("Elle seule peut accepter");

        // as if a version of Maillage had come after: offered, never imposed
        assertThat(page(cast.helenHead, at).text()).doesNotContain("fournit une nouvelle version");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into correspondence.template_version (code, number, title, usage, subject, body, clinical, recipients, shipped,
                                                                                     origin, published_at, published_by)
                                        select code, number + 1, title, usage, subject, body, clinical, recipients, 0, origin, published_at, published_by
                                          from correspondence.template_version where code = 'accuse' order by number desc limit 1
                                        """)
                                .update());
        assertThat(page(cast.helenHead, at).text()).contains("fournit une nouvelle version");
        assertThat(page(cast.helenHead, "/reglages/modeles").text())
                .contains("Nouvelle version Maillage");
        sent(cast.helenHead, at + "/garder", "version", "m1");
        assertThat(page(cast.helenHead, at).text()).doesNotContain("fournit une nouvelle version");
        sent(cast.helenHead, at + "/adopter", "version", "m1", "after", key(at));
        assertThat(page(cast.helenHead, at).select("#body").text())
                .contains("Elle seule peut accepter");
        assertThat(page(cast.helenHead, at + "?depuis=1").select("#body").text())
                .contains("Voici l’aide.");
        // another structure has the shipped one
        assertThat(page(cast.calaisCoordinator, at).text()).contains("version Maillage 1 en usage");
    }

    @Test
    void a_template_of_the_structure_s_own_is_made_copied_offered_and_retired() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var letters = "/dossiers/" + followed.patient() + "/courriers";
        var blank = page(cast.helenHead, "/reglages/modeles/nouveau");
        assertThat(page2(cast.sophieSecretary, "/reglages/modeles/nouveau").getStatus())
                .isEqualTo(404);
        assertThat(blank.select("#body").text()).contains("{{destinataire.appel}}");
        assertThat(blank.select("[data-bar=body] option").eachAttr("value"))
                .contains("{{personne.nom}}");
        var title = "Téléassistance " + UUID.randomUUID();
        var typed = fields(blank, "title", title);
        typed.put("subject", "téléassistance pour {{personne.nom}}");
        typed.put("body", "Bonjour {{personne.nmo}}");
        var refused = sent(cast.helenHead, "/reglages/modeles/nouveau", typed);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(
                        Jsoup.parse(refused.getContentAsString())
                                .select("#body-error, #usage-error")
                                .text())
                .contains("« personne.nmo » n’existe pas", "Dites quand l’employer");
        assertThat(sent(cast.sophieSecretary, "/reglages/modeles/nouveau", typed).getStatus())
                .isEqualTo(404);

        typed.put("usage", "Quand une personne seule en veut une");
        typed.put("recipient", "STRUCTURE");
        typed.put("body", "Bonjour, {{personne.nom}} voudrait être équipée.");
        assertThat(text(sent(cast.helenHead, "/reglages/modeles/nouveau/apercu", typed)))
                .contains("Odile MODÈLE voudrait");
        var made = sent(cast.helenHead, "/reglages/modeles/nouveau", typed).getHeader("Location");
        assertThat(sent(cast.helenHead, "/reglages/modeles/nouveau", typed).getStatus())
                .as("the title is taken")
                .isEqualTo(422);
        var code = made.substring(made.lastIndexOf('/') + 1);

        // a copy, whose source goes through the word processor like any other
        var copy = page(cast.helenHead, "/reglages/modeles/nouveau?copie=" + code);
        assertThat(copy.select("#body").text()).contains("voudrait être équipée");
        assertThat(copy.select("#title").val()).isEqualTo(title + " (copie)");
        assertThat(
                        page2(
                                        cast.helenHead,
                                        "/reglages/modeles/nouveau?copie=" + UUID.randomUUID())
                                .getStatus())
                .isEqualTo(404);
        var source = page2(cast.helenHead, made + "/source.docx").getContentAsByteArray();
        assertThat(uploaded(made, "source.docx", source).getStatus()).isEqualTo(200);
        // its next version may say otherwise when to use it
        var next = fields(page(cast.helenHead, made), "usage", "Chute au domicile");
        assertThat(sent(cast.helenHead, made, next).getStatus()).isEqualTo(302);
        assertThat(page(cast.helenHead, made).text()).contains("version 2", "Chute au domicile");

        // offered to who writes, a secretary too since it holds no health content
        var offered = page(cast.sophieSecretary, letters + "/nouveau");
        assertThat(offered.text()).contains(title, "À : structure");
        var write =
                sent(cast.sophieSecretary, letters, "modele", code, "destinataire", "PERSONNE")
                        .getHeader("Location");
        assertThat(page(cast.sophieSecretary, write).select(".letter").text())
                .contains("voudrait être équipée");
        assertThat(page(cast.calaisCoordinator, "/reglages/modeles").text()).doesNotContain(title);
        assertThat(page2(cast.calaisCoordinator, made).getStatus()).isEqualTo(404);

        // retired: offered no more, its draft goes on; a shipped one is not retired
        assertThat(sent(cast.helenHead, "/reglages/modeles/visite/retirer").getStatus())
                .isEqualTo(404);
        assertThat(sent(cast.sophieSecretary, made + "/retirer").getStatus()).isEqualTo(404);
        for (int twice = 0; twice < 2; twice++) sent(cast.helenHead, made + "/retirer");
        assertThat(page(cast.sophieSecretary, letters + "/nouveau").text()).doesNotContain(title);
        assertThat(page(cast.helenHead, "/reglages/modeles").select("section:has(#retires)").text())
                .contains(title);
        var late = sent(cast.sophieSecretary, letters, "modele", code, "destinataire", "PERSONNE");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("vient d’être retiré");
        assertThat(page(cast.sophieSecretary, write).select(".letter").text()).contains("voudrait");
        sent(cast.helenHead, made + "/proposer");
        assertThat(page(cast.sophieSecretary, letters + "/nouveau").text()).contains(title);
    }

    @Test
    void a_source_edited_in_a_word_processor_comes_back_checked_and_nothing_bad_does()
            throws Exception {
        var at = "/reglages/modeles/mdph";
        var source = page2(cast.helenHead, at + "/source.docx").getContentAsByteArray();
        assertThat(page(cast.helenHead, at + "?depuis=m1").select("#body")).isNotEmpty();
        var before = page(cast.helenHead, at).select("#body").text();

        var read = uploaded(at, "mdph.docx", source);
        assertThat(read.getStatus()).isEqualTo(200);
        var form = Jsoup.parse(read.getContentAsString());
        assertThat(form.text()).contains("Rien n’a encore changé");
        assertThat(form.select("#body").text()).isEqualTo(before);
        assertThat(
                        sent(cast.helenHead, at, fields(form, "title", "MDPH, notre lettre"))
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(cast.helenHead, at).text()).contains("reprise d’un fichier");

        // an unknown field, cut in runs, is named with its place
        var bad = new ByteArrayOutputStream();
        try (var docx = new XWPFDocument()) {
            docx.createParagraph().createRun().setText("Bonjour");
            var paragraph = docx.createParagraph();
            for (var piece : List.of("Madame {", "{personne.", "nim}", "}"))
                paragraph.createRun().setText(piece);
            docx.write(bad);
        }
        var unknown = uploaded(at, "lettre.docx", bad.toByteArray());
        assertThat(unknown.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(unknown.getContentAsString()).select("#body-error").text())
                .contains("Ligne 3", "Madame {{personne.nim}}", "n’existe pas", "personne.nom");

        assertRefused(at, "vide.docx", new byte[0], "vide");
        assertRefused(at, "lettre.docm", macro(source), "macro");
        assertRefused(at, "lettre.docx", macro(source), "macro");
        assertRefused(at, "bombe.docx", bomb(), "décompressé");
        assertRefused(at, "lettre.docx", "bonjour".getBytes(StandardCharsets.UTF_8), "DOCX");
        assertRefused(at, "lettre.docx", Arrays.copyOf(source, source.length / 2), "abîmé");
        assertRefused(at, "lettre.odt", odt(), "format Word (.docx)");
        assertRefused(at, "", new byte[0], "Choisissez un fichier");
        assertThat(page(cast.helenHead, at).select("#body").text()).isEqualTo(before);
    }

    /// The version an edition of this template follows.
    private String key(String at) throws Exception {
        return Objects.requireNonNull(page(cast.helenHead, at).selectFirst("input[name=after]"))
                .val();
    }

    private void assertRefused(String at, String name, byte[] bytes, String why) throws Exception {
        var answer = uploaded(at, name, bytes);
        assertThat(answer.getStatus()).as(name).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString()).select("#file-error").text())
                .as(name)
                .isNotEmpty()
                .containsIgnoringCase(why);
    }

    private MockHttpServletResponse uploaded(String at, String name, byte[] bytes)
            throws Exception {
        return mvc.perform(
                        multipart(at + "/fichier")
                                .file(new MockMultipartFile("file", name, null, bytes))
                                .with(user(cast.helenHead))
                                .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static byte[] macro(byte[] source) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var from = new java.util.zip.ZipInputStream(new ByteArrayInputStream(source));
                var zip = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry("word/vbaProject.bin"));
            zip.write(new byte[] {1});
        }
        return out.toByteArray();
    }

    private static byte[] bomb() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("wordprocessingml.document.main+xml".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) zip.write(zeros);
        }
        return out.toByteArray();
    }

    private static byte[] odt() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private UUID member(UUID patient, String name, String parts) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, since, parts, in_care_team)
                                        values (:id, :p, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, 'Infirmier', '2026-01-01',
                                                cast(:parts as text[]), true)
                                        """)
                                .param("id", id)
                                .param("p", patient)
                                .param("name", name)
                                .param("parts", parts)
                                .update());
        return id;
    }

    /// Puts words in the field of this label.
    private static void put(Document form, Map<String, String> fields, String label, String words) {
        form.select("label").stream()
                .filter(l ->
                        l.text().replace('\u00A0', ' ').startsWith(label.replace('\u00A0', ' ')))
                .forEach(l -> fields.put(l.attr("for"), words));
    }

    /// What the page's main form would send, with one field changed.
    private static HashMap<String, String> fields(Document page, String name, String value) {
        var form = Objects.requireNonNull(page.selectFirst("form[data-draft]"));
        var fields = new HashMap<String, String>();
        for (var input : form.select("input[name], textarea[name]")) {
            if (input.attr("name").startsWith("_")) continue;
            if (input.attr("type").equals("checkbox") && !input.hasAttr("checked")) continue;
            fields.put(
                    input.attr("name"),
                    input.tagName().equals("textarea") ? input.wholeText() : input.attr("value"));
        }
        fields.put(name, value);
        return fields;
    }

    private Document page(SignedIn who, String path) throws Exception {
        var response = page2(who, path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse page2(SignedIn who, String path) throws Exception {
        return mvc.perform(get(path).with(user(who))).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf.getContentAsByteArray())) {
            var words = new PDFTextStripper();
            words.setSortByPosition(true);
            return words.getText(document);
        }
    }

    private MockHttpServletResponse sent(SignedIn who, String path, Map<String, String> fields)
            throws Exception {
        var request = post(path).with(user(who)).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse sent(SignedIn who, String path, Object... fields)
            throws Exception {
        var all = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2)
            all.put(fields[i].toString(), fields[i + 1].toString());
        return sent(who, path, all);
    }
}

package fr.maillage.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.documents.StoredContents;
import fr.maillage.platform.Owner;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/// Documents through the pages: they come, are read by those they are for, replaced, removed,
/// filed, found.
@IntegrationTest
class DocumentsTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired TextReading reading;

    @Autowired StoredContents contents;

    @Autowired Trail trail;

    @Autowired MovableClock clock;

    @Autowired Owner owner;

    @Test
    @Proves("REQ-CONTACTLOG-05")
    void several_files_at_once_the_good_ones_kept_each_other_saying_why() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var result =
                mvc.perform(
                                deposit(followed, cast.claireCoordinator, "COURRIER_SORTIE")
                                        .file(file("CRH_cardio.pdf", unique("Sortie")))
                                        .file(file("vide.pdf", new byte[0]))
                                        .file(
                                                file(
                                                        "macro.docm",
                                                        Samples.docx(
                                                                "x",
                                                                Map.of(
                                                                        "word/vbaProject.bin",
                                                                        new byte[1]))))
                                        .param("source", "CH de Douai")
                                        .param("dated", "2026-05-28"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        var page = page(result);
        assertThat(page.select(".notice.is-done li").eachText()).containsExactly("CRH cardio");
        assertThat(page.select(".notice.is-late li").eachText())
                .hasSize(2)
                .anySatisfy(s -> assertThat(s).contains("vide.pdf").contains("0 octet"))
                .anySatisfy(s -> assertThat(s).contains("macro.docm").contains("macros"));
        assertThat(page.select("#source").val()).isEqualTo("CH de Douai");
        assertThat(page.select("#dated").val()).isEqualTo("2026-05-28");

        var list = list(followed, cast.claireCoordinator);
        assertThat(list.select("tbody tr th a").eachText()).containsExactly("CRH cardio");
        assertThat(list.select("tbody tr").text())
                .contains("Courrier de sortie")
                .contains("CH de Douai")
                .contains("PDF, 1")
                .contains("jeu. 28 mai");
        var life =
                page(
                        mvc.perform(
                                        get("/dossiers/" + followed.patient() + "/ligne-de-vie")
                                                .with(user(cast.claireCoordinator)))
                                .andReturn());
        assertThat(life.text()).contains("Document ajouté").contains("courrier de sortie");
        assertThat(cast.in(cast.douai, () -> trail.of(followed.patient(), false, 50)))
                .anyMatch(l -> l.action().equals("CREATE") && l.what().equals("DOCUMENT"));
    }

    @Test
    void nothing_chosen_and_a_wrong_date_lose_nothing() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var empty =
                page(
                        mvc.perform(
                                        deposit(followed, cast.claireCoordinator, "ORDONNANCE")
                                                .param("title", "Ordonnance de mai"))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn());
        assertThat(empty.select("#file-error").text()).contains("Choisissez au moins un fichier");
        assertThat(empty.select("#title").val()).isEqualTo("Ordonnance de mai");
        assertThat(empty.select("#type option[selected]").val()).isEqualTo("ORDONNANCE");

        for (var wrong : List.of("2027-01-01", "31/02/2026", "n’importe quoi")) {
            var page =
                    page(
                            mvc.perform(
                                            deposit(followed, cast.claireCoordinator, "ORDONNANCE")
                                                    .file(file("o.pdf", unique(wrong)))
                                                    .param("dated", wrong))
                                    .andExpect(status().isUnprocessableContent())
                                    .andReturn());
            assertThat(page.select(".notice.is-done li")).hasSize(1);
            assertThat(page.select("#dated-error")).hasSize(1);
        }
        assertThat(list(followed, cast.claireCoordinator).select("tbody tr")).hasSize(3);
    }

    @Test
    void the_same_content_twice_for_a_person_is_said_and_a_form_sent_twice_is_done_once()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var other = cast.newFollowed(cast.douai, 2, 3);
        var pdf = unique("Deux fois");
        var once = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++)
            mvc.perform(
                            deposit(followed, cast.claireCoordinator, "ORDONNANCE")
                                    .file(file("ordonnance mai.pdf", pdf))
                                    .param("_once", once))
                    .andExpect(status().is3xxRedirection());
        var again =
                page(
                        mvc.perform(
                                        deposit(followed, cast.claireCoordinator, "AUTRE")
                                                .file(file("autre nom.pdf", pdf)))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn());
        assertThat(again.select(".notice.is-late").text())
                .contains("déjà là")
                .contains("ordonnance mai");
        var secretary =
                page(
                        mvc.perform(
                                        deposit(followed, cast.sophieSecretary, "AUTRE")
                                                .file(file("le même.pdf", pdf)))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn());
        assertThat(secretary.select(".notice.is-late").text())
                .contains("déjà là")
                .doesNotContain("ordonnance mai");
        mvc.perform(
                        deposit(other, cast.claireCoordinator, "AUTRE")
                                .file(file("autre nom.pdf", pdf)))
                .andExpect(status().is3xxRedirection());
        assertThat(list(followed, cast.claireCoordinator).select("tbody tr")).hasSize(1);
    }

    @Test
    void photographed_pages_become_one_document() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        mvc.perform(
                        deposit(followed, cast.claireCoordinator, "JUGEMENT")
                                .file(page("1.jpg", Samples.photo(60, 40, 6)))
                                .file(page("", new byte[0]))
                                .file(page("2.jpg", Samples.photo(61, 40, 1))))
                .andExpect(status().is3xxRedirection());
        var list = list(followed, cast.claireCoordinator);
        assertThat(list.select("tbody tr")).hasSize(1);
        assertThat(list.select("tbody tr").text()).contains("PDF, 2 pages");
    }

    @Test
    void each_reads_what_is_for_them_and_the_rest_does_not_exist() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var person = cast.patientAccount(followed);
        var letter = one(followed, "COURRIER_SORTIE", "Lettre de cardiologie");
        var rights = one(followed, "ADMINISTRATIF", "Attestation de droits");
        var restricted = one(followed, "AUTRE", "Pour l’équipe seule");
        var social = one(followed, "JUGEMENT", "Jugement de curatelle");

        clock.move(Duration.ofHours(25));
        try {
            assertThat(titles(followed, cast.claireCoordinator)).hasSize(4);
            assertThat(titles(followed, cast.sophieSecretary))
                    .containsExactly("Attestation de droits");
            assertThat(titles(followed, cast.helenHead)).containsExactly("Attestation de droits");
            assertThat(titles(followed, cast.drMorel))
                    .containsExactlyInAnyOrder(
                            "Lettre de cardiologie",
                            "Attestation de droits",
                            "Jugement de curatelle");
            var mine =
                    page(
                            mvc.perform(get("/mon-plan/documents").with(user(person)))
                                    .andExpect(status().isOk())
                                    .andReturn());
            assertThat(mine.select("a strong").eachText()).containsExactly("Attestation de droits");

            for (var hidden : List.of(letter, restricted, social)) {
                for (var who : List.of(cast.sophieSecretary, cast.helenHead, person)) {
                    mvc.perform(get("/documents/" + hidden).with(user(who)))
                            .andExpect(status().isNotFound());
                    mvc.perform(get("/documents/" + hidden + "/contenu").with(user(who)))
                            .andExpect(status().isNotFound());
                }
            }
            mvc.perform(get("/documents/" + restricted).with(user(cast.drMorel)))
                    .andExpect(status().isNotFound());
            mvc.perform(get("/documents/" + letter + "/contenu").with(user(cast.drMorel)))
                    .andExpect(status().isOk());
            mvc.perform(get("/documents/" + rights).with(user(person))).andExpect(status().isOk());
            for (var stranger : List.of(cast.calaisCoordinator, cast.nurseLucie)) {
                mvc.perform(get("/documents/" + rights).with(user(stranger)))
                        .andExpect(status().isNotFound());
                mvc.perform(
                                get("/dossiers/" + followed.patient() + "/documents")
                                        .with(user(stranger)))
                        .andExpect(status().isNotFound());
            }
            mvc.perform(get("/documents/" + rights).with(user(cast.agencyOfficer)))
                    .andExpect(status().isNotFound());
            mvc.perform(
                            post("/documents/" + rights + "/retirer")
                                    .with(user(cast.helenHead))
                                    .with(csrf())
                                    .param("why", "x"))
                    .andExpect(status().isNotFound());
        } finally {
            clock.move(Duration.ofHours(-25));
        }
    }

    @Test
    void a_paper_of_a_right_stands_on_the_page_of_the_right() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var other = cast.newFollowed(cast.douai, 2, 3);
        var right = right(followed);
        var elsewhere = right(other);
        var here = "/dossiers/" + followed.patient() + "/mesures/" + right;

        mvc.perform(
                        deposit(followed, cast.claireCoordinator, "ADMINISTRATIF")
                                .file(file("notification.pdf", unique("AME accordée")))
                                .param("right", right))
                .andExpect(status().is3xxRedirection());
        var of = page(mvc.perform(get(here).with(user(cast.claireCoordinator))).andReturn());
        assertThat(of.select("[aria-labelledby=pieces] li a").eachText())
                .containsExactly("notification");
        var document = of.select("[aria-labelledby=pieces] li a").attr("href");
        assertThat(
                        page(mvc.perform(get(document).with(user(cast.claireCoordinator)))
                                        .andReturn())
                                .select("dl.facts")
                                .text())
                .contains("Pièce de AME, accordé jusqu’au");

        var refused =
                page(
                        mvc.perform(
                                        deposit(followed, cast.claireCoordinator, "ADMINISTRATIF")
                                                .file(file("autre.pdf", unique("x")))
                                                .param("right", elsewhere))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn());
        assertThat(refused.select("#right-error").text()).contains("n’est pas de ce dossier");
        assertThat(refused.select(".notice.is-done li"))
                .as("the file is kept, without the right of somebody else")
                .hasSize(1);

        mvc.perform(
                        post(document)
                                .with(user(cast.claireCoordinator))
                                .with(csrf())
                                .param("version", "0")
                                .param("type", "ADMINISTRATIF")
                                .param("title", "notification")
                                .param("who", "TYPE")
                                .param("right", ""))
                .andExpect(status().is3xxRedirection());
        assertThat(
                        page(mvc.perform(get(here).with(user(cast.claireCoordinator))).andReturn())
                                .select("[aria-labelledby=pieces] li"))
                .isEmpty();
    }

    private String right(Followed followed) throws Exception {
        var at =
                mvc.perform(
                                post("/dossiers/" + followed.patient() + "/mesures")
                                        .with(user(cast.claireCoordinator))
                                        .with(csrf())
                                        .param("kind", "AME")
                                        .param("state", "ACCORDE")
                                        .param("startsOn", "2026-01-01")
                                        .param("endsOn", "2026-12-31"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        return String.valueOf(at).substring(String.valueOf(at).lastIndexOf('/') + 1);
    }

    @Test
    void a_secretary_reads_back_what_she_deposited_for_a_day() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        mvc.perform(
                        deposit(followed, cast.sophieSecretary, "COURRIER_SORTIE")
                                .file(file("lettre reçue.pdf", unique("reçue")))
                                .param("who", "CHOIX")
                                .param("audience", "ACCUEIL"))
                .andExpect(status().is3xxRedirection());
        assertThat(titles(followed, cast.sophieSecretary)).containsExactly("lettre reçue");
        clock.move(Duration.ofHours(25));
        try {
            assertThat(titles(followed, cast.sophieSecretary))
                    .as("the audience is the type’s: she does not choose it")
                    .isEmpty();
        } finally {
            clock.move(Duration.ofHours(-25));
        }
    }

    @Test
    void the_bytes_leave_shut_in_and_named() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var pdf = unique("Inline");
        var id = deposited(followed, "COMPTE_RENDU", file("Compte rendu d’été.pdf", pdf), "Visite");
        mvc.perform(get("/documents/" + id + "/contenu").with(user(cast.claireCoordinator)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        org.hamcrest.Matchers.containsString("sandbox")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "private, no-store"))
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        org.hamcrest.Matchers.allOf(
                                                org.hamcrest.Matchers.startsWith("inline"),
                                                org.hamcrest.Matchers.containsString(
                                                        "filename*=UTF-8''Compte%20rendu%20d%E2%80%99%C3%A9t%C3%A9.pdf"))))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsByteArray()).isEqualTo(pdf));
        var text =
                deposited(
                        followed,
                        "AUTRE",
                        file("notes.exe", "Notes <b>x</b>".getBytes(StandardCharsets.UTF_8)),
                        "Notes");
        mvc.perform(get("/documents/" + text + "/contenu").with(user(cast.claireCoordinator)))
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        org.hamcrest.Matchers.containsString("notes.txt")))
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        org.hamcrest.Matchers.startsWith("attachment")));
        assertThat(cast.in(cast.douai, () -> trail.of(followed.patient(), false, 50)))
                .anyMatch(l -> l.action().equals("READ") && l.what().equals("DOCUMENT"))
                .anyMatch(l -> l.action().equals("EXPORT") && l.what().equals("DOCUMENT"));
        var page = show(id, cast.claireCoordinator);
        assertThat(page.select("iframe.viewer").attr("src"))
                .startsWith("/documents/" + id + "/contenu");
    }

    @Test
    void a_new_version_replaces_the_one_shown_and_the_old_one_stays_readable() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var first = unique("Première");
        var second = unique("Seconde");
        var id = deposited(followed, "ORDONNANCE", file("o.pdf", first), "Ordonnance");
        var refused =
                page(
                        mvc.perform(replace(id).file(file("o2.pdf", second)).param("why", ""))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn());
        assertThat(refused.select("#why-error").text()).contains("pourquoi");
        var bad =
                page(
                        mvc.perform(
                                        replace(id)
                                                .file(file("o2.pdf", new byte[0]))
                                                .param("why", "page manquante"))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn());
        assertThat(bad.select("#file-error").text()).contains("0 octet");
        assertThat(bad.select("#why-version").val()).isEqualTo("page manquante");
        mvc.perform(replace(id).file(file("o.pdf", first)).param("why", "pareil"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(replace(id).param("why", "sans fichier"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(replace(id).file(file("o2.pdf", second)).param("why", "page manquante"))
                .andExpect(status().is3xxRedirection());

        assertThat(bytes(id, "")).isEqualTo(second);
        assertThat(bytes(id, "?version=1")).isEqualTo(first);
        var page = show(id, cast.claireCoordinator);
        assertThat(page.select("#versions").text()).contains("2");
        assertThat(page.text()).contains("page manquante").contains("Claire DUMONT");
        mvc.perform(get("/documents/" + id + "?version=1").with(user(cast.claireCoordinator)))
                .andExpect(status().isOk());
        mvc.perform(get("/documents/" + id + "?version=9").with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/documents/" + id + "/contenu?version=1").with(user(cast.drMorel)))
                .andExpect(status().isNotFound());
        mvc.perform(replace(id).file(file("o.pdf", first)).param("why", "retour à la première"))
                .andExpect(status().is3xxRedirection());
        assertThat(bytes(id, "")).isEqualTo(first);
    }

    @Test
    void it_is_described_anew_by_one_at_a_time() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var id = one(followed, "ADMINISTRATIF", "Attestation");
        var wrong =
                page(
                        mvc.perform(
                                        describe(id, "0")
                                                .param("type", "ORDONNANCE")
                                                .param("title", "")
                                                .param("dated", "2030-01-01"))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn());
        assertThat(wrong.select("#title-error, #dated-error")).hasSize(2);
        mvc.perform(
                        describe(id, "0")
                                .param("type", "ORDONNANCE")
                                .param("title", "Ordonnance du cardiologue")
                                .param("who", "CHOIX")
                                .param("audience", "MEDICAL", "PERSONNE", "INVENTE"))
                .andExpect(status().is3xxRedirection());
        var late =
                page(
                        mvc.perform(
                                        describe(id, "0")
                                                .param("type", "PHOTO")
                                                .param("title", "Mon titre à moi"))
                                .andExpect(status().isConflict())
                                .andReturn());
        assertThat(late.select("#title").val()).isEqualTo("Mon titre à moi");
        assertThat(late.text()).contains("Un collègue a modifié");
        assertThat(show(id, cast.claireCoordinator).text())
                .contains("Ordonnance du cardiologue")
                .contains("cercle : médical ; la personne");
        // a secretary who still sees it changes its title, and not who reads it
        mvc.perform(
                        post("/documents/" + id)
                                .with(user(cast.sophieSecretary))
                                .with(csrf())
                                .param("title", "x")
                                .param("type", "PHOTO"))
                .andExpect(status().isNotFound());
    }

    @Test
    void removed_with_a_reason_it_is_kept_and_may_come_back() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var pdf = unique("Retirer");
        var id = deposited(followed, "ADMINISTRATIF", file("a.pdf", pdf), "Attestation");
        mvc.perform(remove(id).param("why", "")).andExpect(status().isUnprocessableContent());
        mvc.perform(remove(id).param("why", "mauvais dossier"))
                .andExpect(status().is3xxRedirection());
        var list = list(followed, cast.claireCoordinator);
        assertThat(list.select("details.disclose").text()).contains("mauvais dossier");
        mvc.perform(get("/documents/" + id + "/contenu").with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/documents/" + id).with(user(cast.drMorel)))
                .andExpect(status().isNotFound());
        assertThat(show(id, cast.claireCoordinator).text()).contains("mauvais dossier");
        // the same content again: a new document, its bytes not kept twice
        var second = deposited(followed, "ADMINISTRATIF", file("a.pdf", pdf), "Attestation bis");
        assertThat(content(second)).isEqualTo(content(id));
        mvc.perform(
                        post("/documents/" + id + "/remettre")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(remove(second).param("why", "doublon")).andExpect(status().is3xxRedirection());
        mvc.perform(
                        post("/documents/" + id + "/remettre")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(bytes(id, "")).isEqualTo(pdf);
        for (var table : List.of("document", "content", "version", "chunk"))
            assertThatThrownBy(() ->
                            cast.in(
                                    cast.douai,
                                    () -> sql.sql("delete from documents." + table).update()))
                    .as("nothing is ever deleted from " + table)
                    .rootCause()
                    .hasMessageContaining("never changed or removed");
    }

    @Test
    void what_was_altered_or_deleted_behind_our_back_is_noticed_and_said() throws Exception {
        var followed = cast.newFollowed(cast.calais, 2, 3);
        var altered = oneIn(followed, cast.calaisCoordinator, "Altéré");
        var missing = oneIn(followed, cast.calaisCoordinator, "Introuvable");
        behindOurBack(
                "alter table documents.chunk disable trigger append_only",
                "update documents.chunk set bytes = '\\x00' where content_id = '"
                        + contentIn(altered)
                        + "'",
                "delete from documents.chunk where content_id = '" + contentIn(missing) + "'",
                "alter table documents.chunk enable trigger append_only");

        var page = show(altered, cast.calaisCoordinator);
        assertThat(page.select(".notice.is-late").text()).contains("Contenu altéré");
        assertThat(page.select("iframe")).isEmpty();
        mvc.perform(get("/documents/" + altered + "/contenu").with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
        var found = cast.calaisCoordinator.tenancy().call(() -> contents.verify());
        assertThat(found.intact()).isFalse();
        assertThat(found.altered()).contains(contentIn(altered));
        assertThat(found.missing()).contains(contentIn(missing));
        assertThat(DocumentsText.verified(cast.calais.value(), found)).contains("introuvables");
        assertThat(show(missing, cast.calaisCoordinator).select(".notice.is-late").text())
                .contains("Contenu introuvable")
                .contains("intacte");
        var list = list(followed, cast.calaisCoordinator);
        assertThat(list.select("tbody tr")).hasSize(2);
        assertThat(list.text()).contains("Contenu altéré").contains("Contenu introuvable");
    }

    @Test
    void the_text_is_found_by_words_with_an_extract_and_only_by_those_who_may_read_it()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var rare =
                "zygomatique" + UUID.randomUUID().toString().substring(0, 4).replaceAll("\\d", "x");
        var letter =
                deposited(
                        followed,
                        "COURRIER_SORTIE",
                        file("l.pdf", Samples.pdf("Fracture " + rare + ", rééducation prévue")),
                        "Lettre");
        var scan = deposited(followed, "PHOTO", file("p.jpg", Samples.photo(33, 44, 1)), "Plaie");
        inDouai(() -> {
            reading.read(letter);
            reading.read(scan);
        });

        var found = search(followed, cast.claireCoordinator, rare + " REEDUCATIONS");
        assertThat(found.select("tbody tr th a").eachText()).containsExactly("Lettre");
        assertThat(found.select(".extract mark").eachText()).contains(rare, "rééducation");
        assertThat(search(followed, cast.claireCoordinator, rare + " absent").select("tbody tr"))
                .isEmpty();
        assertThat(search(followed, cast.claireCoordinator, "le la de").text())
                .contains("trop courants");
        assertThat(list(followed, cast.claireCoordinator).text())
                .contains("Pas de texte dans ce document");
        assertThat(search(followed, cast.drMorel, rare).select("tbody tr")).hasSize(1);
        // by its title, before any text
        assertThat(search(followed, cast.claireCoordinator, "plaies").select("tbody tr"))
                .hasSize(1);

        assertThat(everywhere(cast.claireCoordinator, rare).select("tbody tr")).hasSize(1);
        assertThat(everywhere(cast.claireCoordinator, rare).select("tbody td a").attr("href"))
                .isEqualTo("/dossiers/" + followed.patient());
        assertThat(everywhere(cast.helenHead, rare).select("tbody tr")).isEmpty();
        assertThat(everywhere(cast.calaisCoordinator, rare).select("tbody tr")).isEmpty();
        for (var page : List.of("/documents", "/documents/a-classer"))
            mvc.perform(get(page).with(user(cast.drMorel))).andExpect(status().isNotFound());
        mvc.perform(get("/documents").with(user(cast.claireCoordinator)))
                .andExpect(status().isOk());
        mvc.perform(get("/documents/recherche").with(user(cast.claireCoordinator)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(
                        get("/dossiers/" + followed.patient() + "/documents/recherche")
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void at_night_what_was_left_is_read_and_everything_compared() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var rare =
                "mandibule" + UUID.randomUUID().toString().substring(0, 4).replaceAll("\\d", "x");
        var id =
                deposited(
                        followed,
                        "COMPTE_RENDU",
                        file("c.docx", Samples.docx("Fracture de la " + rare, Map.of())),
                        "Compte rendu");
        var text =
                deposited(
                        followed,
                        "COMPTE_RENDU",
                        file("c.txt", ("élève " + rare).getBytes(StandardCharsets.UTF_8)),
                        "Texte");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update documents.content set text_state = 'A_LIRE', body = null where id in (:ids)")
                                .param("ids", List.of(content(id), content(text)))
                                .update());
        inDouai(() -> reading.forStructure(cast.douai));
        assertThat(search(followed, cast.claireCoordinator, rare).select("tbody tr")).hasSize(2);
        assertThat(reading.name()).isEqualTo("documents");
    }

    @Test
    void what_came_without_a_name_waits_in_the_tray_and_is_filed_to_somebody() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var name = name(followed);
        var before = waiting();
        mvc.perform(
                        multipart("/documents/a-classer")
                                .file(file("fax du matin.pdf", unique("Fax")))
                                .with(user(cast.sophieSecretary))
                                .with(csrf())
                                .param("source", "CH de Lens"))
                .andExpect(status().is3xxRedirection());
        assertThat(waiting()).isEqualTo(before + 1);
        var tray =
                page(
                        mvc.perform(get("/documents/a-classer").with(user(cast.sophieSecretary)))
                                .andExpect(status().isOk())
                                .andReturn());
        assertThat(tray.select(".to-file b").text()).isEqualTo(String.valueOf(before + 1));
        var row = tray.select("tbody tr").last();
        assertThat(java.util.Objects.requireNonNull(row).text())
                .contains("fax du matin")
                .contains("CH de Lens")
                .contains("Sophie LECLERC")
                .contains("aujourd’hui");
        var id = UUID.fromString(row.select("a").attr("href").substring("/documents/".length()));
        for (var stranger : List.of(cast.calaisCoordinator, cast.drMorel, cast.helenHead))
            mvc.perform(get("/documents/" + id).with(user(stranger)))
                    .andExpect(status().isNotFound());

        assertThat(show(id, cast.sophieSecretary).select("form[action$=classer] #q")).hasSize(1);
        var people =
                page(
                        mvc.perform(
                                        post("/documents/" + id + "/recherche")
                                                .with(user(cast.sophieSecretary))
                                                .with(csrf())
                                                .header("HX-Request", "true")
                                                .param("q", name))
                                .andExpect(status().isOk())
                                .andReturn());
        assertThat(people.select("input[name=patient]").eachAttr("value"))
                .contains(followed.patient().toString());
        assertThat(people.select("html body form")).isEmpty();
        mvc.perform(
                        post("/documents/" + id + "/recherche")
                                .with(user(cast.sophieSecretary))
                                .with(csrf())
                                .param("q", name))
                .andExpect(status().isOk());
        var nobody =
                page(
                        mvc.perform(classify(id, cast.sophieSecretary).param("q", name))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn());
        assertThat(nobody.select("#patient-error").text()).contains("choisissez-la");
        mvc.perform(
                        classify(id, cast.sophieSecretary)
                                .param("patient", cast.newPatient(cast.calais).toString()))
                .andExpect(status().isNotFound());
        mvc.perform(
                        classify(id, cast.sophieSecretary)
                                .param("patient", followed.patient().toString())
                                .param("type", "COURRIER_SORTIE")
                                .param("dated", "2026-05-30")
                                .param("source", "CH de Lens"))
                .andExpect(status().is3xxRedirection());
        assertThat(waiting()).isEqualTo(before);
        assertThat(titles(followed, cast.claireCoordinator)).containsExactly("fax du matin");
        assertThat(titles(followed, cast.sophieSecretary))
                .as("she reads back what she filed, for a day")
                .containsExactly("fax du matin");
        mvc.perform(
                        classify(id, cast.sophieSecretary)
                                .param("patient", followed.patient().toString()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(
                        post("/documents/" + id + "/a-classer")
                                .with(user(cast.sophieSecretary))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(waiting()).isEqualTo(before + 1);
        assertThat(titles(followed, cast.claireCoordinator)).isEmpty();
        mvc.perform(remove(id).param("why", "publicité")).andExpect(status().is3xxRedirection());
        assertThat(waiting()).isEqualTo(before);
        mvc.perform(multipart("/documents/a-classer").with(user(cast.sophieSecretary)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void after_a_death_the_person_s_account_reads_nothing_more() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var person = cast.patientAccount(followed);
        var id = one(followed, "ADMINISTRATIF", "Attestation");
        mvc.perform(get("/documents/" + id).with(user(person))).andExpect(status().isOk());
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update patient.patient set deceased_on = :day where id = :id")
                                .param("day", LocalDate.now(clock))
                                .param("id", followed.patient().value())
                                .update());
        mvc.perform(get("/documents/" + id).with(user(person))).andExpect(status().isNotFound());
        mvc.perform(get("/mon-plan/documents").with(user(person))).andExpect(status().isNotFound());
        mvc.perform(get("/documents/" + id).with(user(cast.claireCoordinator)))
                .andExpect(status().isOk());
    }

    @Test
    void a_backup_sees_every_content_in_order() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var pdf = new byte[(2 << 20) + 5];
        java.util.Arrays.fill(pdf, (byte) 'a');
        var head = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, pdf, 0, head.length);
        var id = deposited(followed, "AUTRE", file("long.txt", pdf), "Long");
        inDouai(() -> {
            var all = new java.util.ArrayList<StoredContents.Held>();
            for (var page = contents.after(null, 2);
                    !page.isEmpty();
                    page = contents.after(all.getLast().id(), 2)) all.addAll(page);
            assertThat(all).extracting(StoredContents.Held::id).isSorted().contains(content(id));
            try (var in = contents.open(content(id))) {
                assertThat(in.readAllBytes()).isEqualTo(pdf);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    // — what the tests do —

    private MockMultipartHttpServletRequestBuilder deposit(
            Followed followed, SignedIn who, String type) {
        var request = multipart("/dossiers/" + followed.patient() + "/documents");
        request.with(user(who)).with(csrf()).param("type", type);
        return request;
    }

    private MockMultipartHttpServletRequestBuilder replace(UUID id) {
        var request = multipart("/documents/" + id + "/version");
        request.with(user(cast.claireCoordinator)).with(csrf());
        return request;
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder describe(
            UUID id, String version) {
        return post("/documents/" + id)
                .with(user(cast.claireCoordinator))
                .with(csrf())
                .param("version", version);
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder remove(
            UUID id) {
        return post("/documents/" + id + "/retirer")
                .with(user(cast.claireCoordinator))
                .with(csrf());
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder classify(
            UUID id, SignedIn who) {
        return post("/documents/" + id + "/classer").with(user(who)).with(csrf());
    }

    private UUID one(Followed followed, String type, String title) throws Exception {
        return deposited(followed, type, file("x.pdf", unique(title)), title);
    }

    private UUID oneIn(Followed followed, SignedIn who, String title) throws Exception {
        mvc.perform(
                        deposit(followed, who, "AUTRE")
                                .file(file("x.pdf", unique(title)))
                                .param("title", title))
                .andExpect(status().is3xxRedirection());
        return named(followed, title);
    }

    private UUID deposited(Followed followed, String type, MockMultipartFile file, String title)
            throws Exception {
        mvc.perform(
                        deposit(followed, cast.claireCoordinator, type)
                                .file(file)
                                .param("title", title))
                .andExpect(status().is3xxRedirection());
        return named(followed, title);
    }

    private UUID named(Followed followed, String title) {
        return cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        "select id from documents.document where patient_id = :patient and title = :title")
                                .param("patient", followed.patient().value())
                                .param("title", title)
                                .query((row, _) -> row.getObject("id", UUID.class))
                                .single());
    }

    private UUID content(UUID document) {
        return cast.in(cast.douai, () -> contentOf(document));
    }

    private UUID contentIn(UUID document) {
        return cast.in(cast.calais, () -> contentOf(document));
    }

    private UUID contentOf(UUID document) {
        return sql.sql("select content_id from documents.document where id = :id")
                .param("id", document)
                .query((row, _) -> row.getObject("content_id", UUID.class))
                .single();
    }

    private String name(Followed followed) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select birth_name from patient.patient where id = :id")
                                .param("id", followed.patient().value())
                                .query((row, _) -> row.getString("birth_name"))
                                .single());
    }

    private int waiting() {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select count(*) from documents.document where patient_id is null and removed_at is null")
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    private void inDouai(Runnable work) {
        cast.claireCoordinator.tenancy().run(work);
    }

    private void behindOurBack(String... statements) throws java.sql.SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select set_config('maillage.networks', '%s', true), set_config('maillage.network', '%s', true)"
                            .formatted(cast.calais.value(), cast.calais.value()));
            for (var one : statements) statement.execute(one);
            connection.commit();
        }
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private static MockMultipartFile page(String name, byte[] content) {
        return new MockMultipartFile("page", name, "image/jpeg", content);
    }

    private static byte[] unique(String words) {
        return Samples.pdf(words.replaceAll("[^A-Za-z ]", "x") + " " + UUID.randomUUID());
    }

    private Document list(Followed followed, SignedIn who) throws Exception {
        return page(
                mvc.perform(get("/dossiers/" + followed.patient() + "/documents").with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn());
    }

    private List<String> titles(Followed followed, SignedIn who) throws Exception {
        var list = list(followed, who);
        var titles = list.select("tbody tr th a").eachText();
        assertThat(list.select(".tiles a b").first().text())
                .as("the count is that of the list")
                .isEqualTo(String.valueOf(titles.size()));
        return titles;
    }

    private Document show(UUID id, SignedIn who) throws Exception {
        return page(
                mvc.perform(get("/documents/" + id).with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn());
    }

    private byte[] bytes(UUID id, String version) throws Exception {
        return mvc.perform(
                        get("/documents/" + id + "/contenu" + version)
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private Document search(Followed followed, SignedIn who, String words) throws Exception {
        return page(
                mvc.perform(
                                post("/dossiers/" + followed.patient() + "/documents/recherche")
                                        .with(user(who))
                                        .with(csrf())
                                        .param("q", words))
                        .andExpect(status().isOk())
                        .andReturn());
    }

    private Document everywhere(SignedIn who, String words) throws Exception {
        return page(
                mvc.perform(
                                post("/documents/recherche")
                                        .with(user(who))
                                        .with(csrf())
                                        .param("q", words))
                        .andExpect(status().isOk())
                        .andReturn());
    }

    private static Document page(MvcResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}

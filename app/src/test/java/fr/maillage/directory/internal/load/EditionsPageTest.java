package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.directory.Source;
import fr.maillage.platform.Owner;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.IntegrationTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

@IntegrationTest
class EditionsPageTest extends PageTest {

    private static final String HOME = "/reglages/annuaire";

    @Autowired Owner owner;
    @Autowired Editions editions;
    @Autowired DirectoryImport files;
    @Autowired ImportProperties properties;
    @Autowired Announcements announcements;

    @TempDir Path folder;

    @BeforeEach
    @AfterEach
    void nothing_left() {
        Clear.all(owner);
    }

    private static Extraction people(int many) {
        var made = new Extraction();
        for (int i = 0; i < many; i++)
            made.person("1020000%04d".formatted(i), "NOM" + i, "Paul", "60", "S3", "59178");
        return made;
    }

    private MvcResult give(SignedIn who, String source, String text, String... more)
            throws Exception {
        var request =
                multipart(HOME)
                        .file(
                                new MockMultipartFile(
                                        "file",
                                        "PS_LibreAcces_Personne_activite_1.txt",
                                        "text/plain",
                                        text.getBytes(StandardCharsets.UTF_8)))
                        .param("source", source);
        for (int i = 0; i < more.length; i += 2) request.param(more[i], more[i + 1]);
        return mvc.perform(request.with(user(who)).with(csrf())).andReturn();
    }

    /// The page of the edition a file became, once it was read.
    private Document read(SignedIn who, MvcResult answer) throws Exception {
        assertThat(answer.getResponse().getRedirectedUrl()).startsWith(HOME + "/");
        return over(who, answer.getResponse().getRedirectedUrl());
    }

    private Document over(SignedIn who, String address) throws Exception {
        for (int i = 0; i < 200; i++) {
            var part = mvc.perform(get(address + "/avancement").with(user(who))).andReturn();
            if ("true".equals(part.getResponse().getHeader("HX-Refresh")))
                return page(who, address);
            Thread.sleep(50);
        }
        throw new AssertionError("the file is still being read");
    }

    @Test
    void the_operator_gives_a_file_and_reads_what_became_of_it() throws Exception {
        var who = cast.operator();
        var first = read(who, give(who, "PERSONNES", people(40).text("\n")));
        assertThat(first.text()).contains("En service", "40 lignes nouvelles");

        var next = people(39);
        next.person("10100000777", "ARRIVÉE", "Zoé", "60", "S3", "59178");
        next.raw("8|10100000033|trop court|").person("101", "COURT", "Luc", "60", "S1", "59178");
        var edition = read(who, give(who, "PERSONNES", next.text("\n")));

        assertThat(edition.select("table").text())
                .contains("43", "Identifiant absent ou mal formé", "Écartée")
                .contains("42", "Pas autant de colonnes que l’en-tête", "3 colonnes");
        assertThat(edition.select(".tiles").text()).contains("1 Arrivés", "1 Partis");
        var href = edition.select(".tile:contains(Arrivés)").attr("href");
        assertThat(page(who, href).select("table").text()).contains("Zoé ARRIVÉE", "10100000777");
        assertThat(page(who, edition.select(".tile:contains(Partis)").attr("href")).text())
                .contains("Paul NOM39");

        var csv = csv(who, edition.select("a[href$=lignes.csv]").attr("href"));
        assertThat(csv).contains("\"42\";\"écartée\";\"Pas autant de colonnes que l’en-tête\"");
        assertThat(csv(who, href.replaceFirst("\\?.*", "/mouvements.csv")))
                .contains("\"10100000777\";\"Zoé ARRIVÉE\";\"Arrivés\"");

        var list = page(who, HOME);
        assertThat(list.select("#liste").text()).contains("En service", "Rachid AMRANI");
        assertThat(list.text()).contains("Professionnels et activités", "jamais chargé");
        assertThat(page(who, HOME + "?source=FINESS").text()).contains("Aucune édition");
    }

    @Test
    void communes_come_with_the_application_and_say_of_which_year() throws Exception {
        var inUse = page(cast.operator(), HOME).select("section[aria-labelledby=en-service]");

        // 1,534 communes of two départements on 1 January 2026, the others of 2018; communes.csv,
        // communes_france.csv and communes_former.csv
        assertThat(inUse.select("tr:has(a[href$=COMMUNES])").text())
                .containsPattern(
                        "Communes 3\\d.\\d{3} Livrée avec l’application : édition 2026 pour 1.534, édition 2018 pour 3\\d.\\d{3}");
        assertThat(inUse.select("tr:has(a[href$=FUSIONS])").text())
                .containsPattern(
                        "4.2\\d\\d Livrée avec l’application : fusions jusqu’au 1er janvier 2026");
        assertThat(inUse.select("tr:has(a[href$=POPULATIONS])").text())
                .containsPattern("1.534 Livrée avec l’application : en vigueur en 2026");
        assertThat(inUse.select("tr:has(a[href$=FINESS])").text()).contains("jamais chargé");
    }

    private String csv(SignedIn who, String address) throws Exception {
        return mvc.perform(get(address).with(user(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_that_lost_a_fifth_is_confirmed_without_being_given_again() throws Exception {
        var who = cast.operator();
        read(who, give(who, "PERSONNES", people(40).text("\n")));

        var refused = read(who, give(who, "PERSONNES", people(20).text("\n")));
        assertThat(refused.text()).contains("Refusé, rien n’a changé", "20 contre 40");
        assertThat(activities()).isEqualTo(40);
        var form = refused.select("form[action$=/confirmer]").attr("action");

        // the head reads why, and is offered nothing
        assertThat(page(cast.helenHead, form.replace("/confirmer", "")).select("main form"))
                .isEmpty();
        mvc.perform(post(form).with(user(cast.helenHead)).with(csrf()))
                .andExpect(status().isNotFound());

        var confirmed =
                mvc.perform(post(form).with(user(who)).with(csrf())).andReturn().getResponse();
        assertThat(over(who, confirmed.getRedirectedUrl()).text()).contains("En service");
        assertThat(activities()).isEqualTo(20);

        var again = mvc.perform(post(form).with(user(who)).with(csrf())).andReturn();
        assertThat(again.getResponse().getStatus()).isEqualTo(422);
        assertThat(again.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Ce fichier n’est plus gardé ici");
    }

    @Test
    void what_was_chosen_stays_when_the_form_is_refused() throws Exception {
        var who = cast.operator();
        var answer =
                mvc.perform(
                                multipart(HOME)
                                        .param("source", "PERSONNES")
                                        .param("confirmed", "oui")
                                        .with(user(who))
                                        .with(csrf()))
                        .andExpect(status().is(422))
                        .andReturn();
        var page = Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.text()).contains("Choisissez le fichier à charger.");
        assertThat(page.select("option[selected]").attr("value")).isEqualTo("PERSONNES");
        assertThat(page.select("input[name=confirmed][checked]")).hasSize(1);

        assertThat(give(who, "AUTRE", "x").getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void heads_look_and_only_the_operator_loads() throws Exception {
        assertThat(page(cast.helenHead, HOME).select("form[enctype]")).isEmpty();
        assertThat(give(cast.helenHead, "PERSONNES", "x").getResponse().getStatus()).isEqualTo(404);
        mvc.perform(get(HOME).with(user(cast.claireCoordinator))).andExpect(status().isNotFound());
        mvc.perform(get(HOME + "/" + UUID.randomUUID()).with(user(cast.operator())))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_command_line_says_where_it_stands_and_what_became_of_it() throws Exception {
        var said = new ByteArrayOutputStream();
        var atStart =
                new LoadAtStart(
                        properties,
                        files,
                        editions,
                        announcements,
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        Duration.ofMillis(1));

        atStart.loadAll(Map.of(Source.PERSONNES, people(60).write(folder)));

        var lines = said.toString(StandardCharsets.UTF_8).replace('\u00a0', ' ').lines().toList();
        assertThat(lines.getLast())
                .startsWith(
                        "Annuaire : Professionnels et activités, en service : 60 lignes nouvelles, 0 disparue, 60 en tout. Remarques : ");
        assertThat(lines).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    @Test
    void where_an_import_stands_is_told_in_percent_of_what_is_read() {
        var id = editions.begin(Source.PERSONNES, "extraction.txt", "Essai", 0);
        var progress = editions.progress(id);
        assertThat(standing(id))
                .isEqualTo("Annuaire : Professionnels et activités, en attente de son tour");
        progress.opened(1_000);
        progress.at(Editions.Step.READING, 420, 900_000);
        assertThat(standing(id))
                .isEqualTo("Annuaire : Professionnels et activités, lecture, 42 %, 900 000 lignes");
        progress.at(Editions.Step.INDEXING, 0, 2_200_000);
        assertThat(standing(id)).endsWith("préparation de la recherche, 2 200 000 lignes");
    }

    private String standing(UUID id) {
        return LoadText.standing(editions.get(id)).replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private int activities() {
        return sql.sql("select count(*) from directory.activity").query(Integer.class).single();
    }
}

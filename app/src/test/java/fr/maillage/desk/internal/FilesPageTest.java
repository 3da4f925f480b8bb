package fr.maillage.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients.NewPatient;
import fr.maillage.patient.Patients;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.TestWorld.Cast;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class FilesPageTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired Trail trail;

    @Autowired Patients patients;

    @Autowired JdbcClient sql;

    @Test
    void every_count_is_the_length_of_the_list_it_opens() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10).patient();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set mt_state = 'A_RECHERCHER', mt_name = null, mt_rpps = null where id = :id")
                                .param("id", followed.value())
                                .update());

        for (var who : List.of(cast.claireCoordinator, cast.sophieSecretary, cast.helenHead)) {
            var tiles = list(who, "/dossiers").select("nav.tiles a.tile");
            assertThat(tiles).isNotEmpty();
            for (var tile : tiles) {
                var count = Integer.parseInt(tile.select("b").text());
                var opened = list(who, tile.attr("href"));
                assertThat(opened.select(".page-sub").text().replaceAll("[\\u00A0\\u202F]", ""))
                        .as(tile.text())
                        .startsWith(
                                count == 0
                                        ? "Aucune personne"
                                        : count == 1 ? "1 personne" : count + " personnes");
                if (count <= FilesScreens.PAGE)
                    assertThat(opened.select("tbody tr")).as(tile.text()).hasSize(count);
            }
        }
    }

    @Test
    void situations_and_watched_are_counted_here_as_on_the_steering_page() throws Exception {
        cast.newFollowed(cast.douai, 2, 10);
        var watched = cast.newFollowed(cast.douai, 1, 10);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update casefile.support set status = 'VEILLE', level = 0 where id = :id")
                                .param("id", watched.support())
                                .update());
        var steering =
                Jsoup.parse(
                        mvc.perform(get("/pilotage").with(user(cast.helenHead)))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        var tiles = list(cast.helenHead, "/dossiers").select("nav.tiles a.tile");
        var active = tile(tiles, "situations en cours");
        var watch = tile(tiles, "en veille");
        assertThat(active).isEqualTo(figure(steering, "Situations en cours"));
        assertThat(watch).isPositive().isEqualTo(figure(steering, "Personnes en veille"));
        assertThat(tile(tiles, "veille comprise")).as("both").isEqualTo(active + watch);
    }

    private static int tile(org.jsoup.select.Elements tiles, String label) {
        return tiles.stream()
                .filter(t -> t.text().endsWith(label))
                .map(t -> Integer.parseInt(t.select("b").text()))
                .findFirst()
                .orElseThrow();
    }

    private static int figure(Document page, String label) {
        return page.select("article.figure").stream()
                .filter(f -> f.select("h3").text().equals(label))
                .map(f ->
                        Integer.parseInt(f.select(".figure-value").text().replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_filters_read_as_a_sentence_and_carry_codes_only() throws Exception {
        var patient = cast.newFollowed(cast.douai, 3, 10).patient();
        var page =
                list(
                        cast.claireCoordinator,
                        "/dossiers?qui=mes&niveau=3&theme=GERONTOLOGIE&commune=59178&mt=DECLARE&statut=ACTIF");
        assertThat(page.select(".filter-line .chip").eachText())
                .containsExactly(
                        "que je suis",
                        "accompagnés",
                        "de niveau 3",
                        "en gérontologie",
                        "à Douai",
                        "médecin traitant déclaré");
        assertThat(page.select("tbody a.stretched").eachAttr("href"))
                .contains("/dossiers/" + patient);
        for (var link : page.select("main a[href^=/dossiers?]").eachAttr("href"))
            assertThat(link).matches("/dossiers\\?[a-zA-Z0-9_=&-]+");
        assertThat(
                        list(cast.claireCoordinator, "/dossiers?qui=mes&niveau=1")
                                .select("tbody a.stretched")
                                .eachAttr("href"))
                .doesNotContain("/dossiers/" + patient);
    }

    @Test
    void a_list_shown_leaves_a_line_in_the_trail_of_each_person() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        list(cast.helenHead, "/dossiers?qui=tous&niveau=2");
        assertThat(cast.in(cast.douai, () -> trail.of(patient, false, 10)))
                .anySatisfy(line ->
                        assertThat(List.of(line.action(), line.what()))
                                .containsExactly("LIST", "DOSSIERS"));
    }

    @Test
    void names_and_status_only_for_the_secretary_and_the_head() throws Exception {
        cast.newFollowed(cast.douai, 2, 10);
        for (var who : List.of(cast.sophieSecretary, cast.helenHead)) {
            var page = list(who, "/dossiers?qui=tous&theme=GERONTOLOGIE");
            assertThat(page.select("thead").text()).doesNotContain("Thème").doesNotContain("PPS");
            assertThat(page.select("main").text()).doesNotContain("Gérontologie");
            assertThat(page.select(".filter-line .chip")).isEmpty();
        }
    }

    @Test
    void nobody_outside_the_team_has_a_list() throws Exception {
        for (var who : List.of(cast.drMorel, cast.agencyOfficer)) {
            mvc.perform(get("/dossiers").with(user(who))).andExpect(status().is4xxClientError());
            mvc.perform(
                            post("/dossiers/recherche")
                                    .with(user(who))
                                    .with(csrf())
                                    .param("q", "durand"))
                    .andExpect(status().is4xxClientError());
            mvc.perform(
                            post("/dossiers/recherche/palette")
                                    .with(user(who))
                                    .with(csrf())
                                    .param("q", "durand"))
                    .andExpect(status().is4xxClientError());
        }
    }

    @Test
    void a_search_is_posted_finds_near_names_and_offers_a_request() throws Exception {
        var name = "Vandenbroucke" + letters();
        var patient = create(name, cast.sophieSecretary);
        create(name, cast.calaisCoordinator);

        var page =
                search(
                        cast.sophieSecretary,
                        "/dossiers/recherche",
                        "odile " + name.replace("broucke", "bruocke"));
        assertThat(page.select(".suggest a[href^=/dossiers/]").eachAttr("href"))
                .containsExactly("/dossiers/" + patient);
        assertThat(page.select("#trouves").text()).isEqualTo("1 personne proche");
        assertThat(page.select(".suggest").text())
                .contains("04/03/1950")
                .contains("Sans accompagnement");
        var request = page.select(".suggest form[action=/demandes/nouvelle]");
        assertThat(request.text()).contains("créer une demande");
        assertThat(request.attr("method")).isEqualTo("post");
        assertThat(request.select("input[name=q]").val())
                .as("the words typed are carried, and in no address")
                .isEqualTo("odile " + name.replace("broucke", "bruocke"));

        assertThat(
                        search(cast.sophieSecretary, "/dossiers/recherche", "Qqqzzzq")
                                .select(".empty")
                                .text())
                .contains("Créer une demande");
        assertThat(list(cast.sophieSecretary, "/dossiers/recherche").select("#q")).hasSize(1);
    }

    @Test
    void the_palette_answers_a_fragment_of_headings_and_links() throws Exception {
        var name = "Palettois" + letters();
        var patient = create(name, cast.sophieSecretary);
        var answer = search(cast.sophieSecretary, "/dossiers/recherche/palette", name);
        assertThat(answer.body().children())
                .extracting(org.jsoup.nodes.Element::tagName)
                .as(
                        "four deeds of the person, then what to do with these words: a request, the directory")
                .containsExactly("h2", "a", "a", "a", "a", "form", "form");
        assertThat(answer.select("a").first().attr("href")).isEqualTo("/dossiers/" + patient);
        assertThat(answer.select("a strong.name").text())
                .isEqualTo(name.toUpperCase(java.util.Locale.FRENCH));
    }

    /// A person, a screen or a gesture: « appel durand » is a gesture for somebody.
    @Test
    void the_palette_finds_what_may_be_done_for_somebody() throws Exception {
        var name = "Gestenois" + letters();
        var patient = create(name, cast.sophieSecretary);
        var call =
                search(
                        cast.sophieSecretary,
                        "/dossiers/recherche/palette",
                        "Noter un appel pour " + name);
        assertThat(call.select("a").first().attr("href"))
                .isEqualTo("/contacts/nouveau?dossier=" + patient);
        assertThat(call.select("a").first().hasAttr("data-in-place")).isTrue();
        assertThat(call.select("a").first().text())
                .isEqualTo(
                        "Noter un appel pour "
                                + name.toUpperCase(java.util.Locale.FRENCH)
                                + " Odile");
        assertThat(
                        search(cast.claireCoordinator, "/dossiers/recherche/palette", name + " rdv")
                                .select("a")
                                .first()
                                .attr("href"))
                .isEqualTo("/agenda/nouveau?dossier=" + patient);
        assertThat(
                        search(
                                        cast.claireCoordinator,
                                        "/dossiers/recherche/palette",
                                        "noter un appel")
                                .select("a"))
                .as("nobody was named: the gestures of the frame are enough")
                .isEmpty();
        // found by the name alone, the person comes first and then what may be done
        assertThat(
                        search(cast.claireCoordinator, "/dossiers/recherche/palette", name)
                                .select("a")
                                .eachAttr("href"))
                .containsExactly(
                        "/dossiers/" + patient,
                        "/contacts/nouveau?dossier=" + patient,
                        "/taches/nouvelle?dossier=" + patient,
                        "/agenda/nouveau?dossier=" + patient);
        assertThat(
                        search(cast.helenHead, "/dossiers/recherche/palette", "appel " + name)
                                .select("a[data-in-place]"))
                .isEmpty();
        // the frame of every page holds screens and gestures without a person
        assertThat(
                        list(cast.claireCoordinator, "/dossiers")
                                .select("#palette [data-static] a")
                                .eachText())
                .contains(
                        "Noter un appel, un échange",
                        "Nouvelle demande",
                        "Nouvelle tâche",
                        "Nouveau rendez-vous",
                        "Agenda");
    }

    @Test
    void the_palette_offers_each_role_its_screens_once() throws Exception {
        for (var who : List.of(cast.claireCoordinator, cast.sophieSecretary, cast.helenHead)) {
            var links = list(who, "/annuaire").select("#palette [data-static] a").eachAttr("href");
            assertThat(links).doesNotHaveDuplicates().contains("/annuaire", "/rcp", "/registre");
            assertThat(links.contains("/contacts/nouveau"))
                    .as("a head notes no call")
                    .isEqualTo(who != cast.helenHead);
            assertThat(links.contains("/mes-competences"))
                    .as("the framework is the coordinators' and the head's")
                    .isEqualTo(who != cast.sophieSecretary);
            assertThat(links.contains("/reglages/annuaire")).isEqualTo(who == cast.helenHead);
        }
        assertThat(list(cast.claireCoordinator, "/annuaire").select("nav.rail a").eachAttr("href"))
                .as("the second tool of a coordinator")
                .contains("/annuaire");
    }

    @Test
    void an_agency_goes_to_its_own_screens_and_looks_for_nobody() throws Exception {
        for (var who : List.of(cast.newOfficer("32"), cast.newNational())) {
            var page = list(who, "/couverture");
            var links = page.select("#palette [data-static] a").eachAttr("href");
            assertThat(links)
                    .doesNotHaveDuplicates()
                    .contains("/publications", "/couverture/besoins", "/registre/reforme")
                    .doesNotContain("/dossiers", "/contacts/nouveau", "/taches");
            assertThat(links.contains("/territoires/decoupages"))
                    .isEqualTo(who.role() == Role.AGENCY);
            for (var link : links) assertThat(list(who, link).select("h1")).as(link).isNotEmpty();
            assertThat(page.select("#palette form[action], #palette [data-search]")).isEmpty();
            assertThat(page.select(".search-open").text()).doesNotContain("personne");
            mvc.perform(
                            post("/dossiers/recherche/palette")
                                    .with(csrf())
                                    .with(user(who))
                                    .param("q", "DURAND"))
                    .andExpect(status().isNotFound());
        }
        assertThat(list(cast.helenHead, "/annuaire").select("#palette a").eachAttr("href"))
                .contains("/couverture/besoins")
                .doesNotContain("/territoires/decoupages", "/registre/reforme");
        assertThat(list(cast.drMorel, "/mes-patients").select("#palette")).isEmpty();
    }

    @Test
    void the_person_somebody_works_with_comes_before_her_namesakes() throws Exception {
        var name = "Rangee" + letters();
        var closed = create(name, null, "Aline", cast.sophieSecretary);
        var unknown = create(name, null, "Berthe", cast.sophieSecretary);
        var colleague = create(name, null, "Céline", cast.sophieSecretary);
        var mine = create(name, null, "Zoé", cast.sophieSecretary);
        var married = create(name, "Autrenom", "Aaricia", cast.sophieSecretary);
        support(closed, cast.claireCoordinator, true);
        support(colleague, cast.karimCoordinator, false);
        support(mine, cast.claireCoordinator, false);
        support(married, cast.claireCoordinator, false);

        var found = search(cast.claireCoordinator, "/dossiers/recherche/palette", name);
        assertThat(found.select("a[href^=/dossiers/]").eachAttr("href"))
                .containsExactly(
                        "/dossiers/" + mine,
                        "/dossiers/" + colleague,
                        "/dossiers/" + unknown,
                        "/dossiers/" + closed,
                        "/dossiers/" + married);
        // found by a name that is not on the line: the line says why
        assertThat(found.select("a[href=/dossiers/" + married + "]").text())
                .contains("née " + name.toUpperCase(java.util.Locale.FRENCH));
        assertThat(found.select("a[href=/dossiers/" + mine + "]").text()).doesNotContain("née ");

        // also while it is being typed
        var begun = name.substring(0, name.length() - 2);
        var typing = search(cast.claireCoordinator, "/dossiers/recherche/palette", begun);
        assertThat(typing.select("a[href=/dossiers/" + married + "]").text())
                .contains("née " + name.toUpperCase(java.util.Locale.FRENCH));
        assertThat(typing.select("a[href=/dossiers/" + mine + "]").text()).doesNotContain("née ");
    }

    private void support(PatientId patient, SignedIn coordinator, boolean over) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.support (id, patient_id, theme_code, status, opened_on, included_on, level, coordinator_id, commune_code, closed_on, exit_reason)
                                        values (:id, :patient, 'GERONTOLOGIE', :status, date '2026-01-05', date '2026-01-05', 2, :coordinator, '59178', :closed, :reason)
                                        """)
                                .param("id", UUID.randomUUID())
                                .param("patient", patient.value())
                                .param("status", over ? "CLOS" : "ACTIF")
                                .param("coordinator", coordinator.member())
                                .param("closed", over ? LocalDate.of(2026, 3, 1) : null)
                                .param("reason", over ? "OBJECTIFS_ATTEINTS" : null)
                                .update());
    }

    private PatientId create(String family, SignedIn who) {
        return create(family, null, "Odile", who);
    }

    private PatientId create(String family, @Nullable String usedName, String given, SignedIn who) {
        return cast.as(
                who,
                () ->
                        patients.create(
                                new NewPatient(
                                        family,
                                        usedName,
                                        given,
                                        "F",
                                        LocalDate.of(1950, 3, 4),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        "A_RECHERCHER",
                                        null,
                                        null,
                                        null)));
    }

    private Document list(SignedIn who, String address) throws Exception {
        var parts = address.split("\\?");
        var request = get(parts[0]).with(user(who));
        if (parts.length > 1) {
            for (var pair : parts[1].split("&"))
                request.param(pair.split("=")[0], pair.split("=")[1]);
        }
        return Jsoup.parse(
                mvc.perform(request)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private Document search(SignedIn who, String address, String typed) throws Exception {
        return Jsoup.parse(
                mvc.perform(post(address).with(user(who)).with(csrf()).param("q", typed))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .substring(0, 8)
                .chars()
                .mapToObj(c -> Character.toString('a' + c % 26))
                .collect(java.util.stream.Collectors.joining());
    }
}

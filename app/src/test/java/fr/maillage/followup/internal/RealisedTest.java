package fr.maillage.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.maillage.access.SignedIn;
import fr.maillage.followup.internal.Plans.Asked;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/// Planned against done: every figure is the length of the list it opens, told to the unit in a
/// structure of one's own.
@IntegrationTest
class RealisedTest {

    private static final String JUNE = "periode=dates&du=2026-06-01&au=2026-06-30";

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired Occurrences occurrences;

    @Autowired MovableClock clock;

    private OwnStructure own;
    private PatientId odette;
    private PatientId jean;

    @BeforeEach
    void world() {
        clock.reset();
        own = new OwnStructure(cast, sql, "32");
        odette = own.patient();
        jean = own.patient();
        var unit = UUID.randomUUID();
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "insert into network.unit (id, kind, name) values (:id, 'ANTENNE', 'Antenne du canal')")
                                .param("id", unit)
                                .update());
        var first = own.open(odette, 2, "2026-01-10");
        var second =
                own.support(jean, 2, "2026-01-10", null, null, own.bruno, "GERONTOLOGIE", "59178");
        cast.in(
                own.id,
                () ->
                        sql.sql("update casefile.support set unit_id = :unit where id = :id")
                                .param("unit", unit)
                                .param("id", second)
                                .update());
        var plans = new Plans(cast, sql, occurrences, clock);
        plans.next(
                own.id,
                odette,
                first,
                List.of(
                        act("À temps", "CONSULTATION", "Dr Yves LAMBERT"),
                        act("Tard", "CONSULTATION", "Dr Yves LAMBERT"),
                        act("Refusé", "EXAMEN", "Dr Yves LAMBERT"),
                        act("Muet", "EXAMEN", null),
                        act("Suspendu", "EXAMEN", "Lucie PETIT")));
        plans.next(
                own.id,
                jean,
                second,
                List.of(
                        act("Attendu", "CONSULTATION", "dr yves lambert"),
                        Asked.once(
                                "Bientôt",
                                "CONSULTATION",
                                "Lucie PETIT",
                                LocalDate.of(2026, 6, 25),
                                2,
                                5)));
        state("À temps", "FAIT", "2026-06-04", null, 0);
        state("Tard", "FAIT_HORS_DELAI", "2026-06-09", null, 0);
        state("Refusé", "NON_FAIT", null, "REFUS", 0);
        state("Muet", "PREVU", null, null, 0);
        state("Suspendu", "SUSPENDU", null, null, 0);
        state("Attendu", "PREVU", null, null, 30);
        clock.goTo(LocalDate.of(2026, 6, 15).atTime(9, 0));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private static Asked act(String title, String type, String actor) {
        return Asked.once(title, type, actor, LocalDate.of(2026, 6, 2), 3, 2);
    }

    private void state(String title, String status, String doneOn, String why, int tolerance) {
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        """
                                        update followup.occurrence set status = :status, done_on = cast(:on as date), not_done_why = :why,
                                               late_after = late_after + :more where title = :title
                                        """)
                                .param("status", status)
                                .param("on", doneOn, java.sql.Types.VARCHAR)
                                .param("why", why, java.sql.Types.VARCHAR)
                                .param("more", tolerance)
                                .param("title", title)
                                .update());
    }

    @Test
    @Proves("REQ-FOLLOWUP-03")
    void each_state_is_counted_and_each_figure_opens_the_names_behind_it() throws Exception {
        var page = page(own.alice, "/realisation?" + JUNE + "&par=coordonnateur");
        assertThat(page.select(".figures-line li").eachText())
                .containsExactly(
                        "1 faits dans les dates",
                        "1 faits hors délai",
                        "1 à faire",
                        "1 à venir",
                        "1 suspendus",
                        "1 non faits",
                        "1 sans nouvelle");
        assertThat(rows(page))
                .containsExactly("Alice ALBERT 5 1 1 0 0 1 1 1", "Bruno BRUN 2 0 0 1 1 0 0 0");
        assertThat(page.select("svg.statebar").getFirst().attr("aria-label").replace('\u00A0', ' '))
                .startsWith("7 actes : 1 faits dans les dates");
        assertThat(page.select("style, [style]")).isEmpty();

        for (var axis :
                List.of(
                        "coordonnateur",
                        "antenne",
                        "professionnel",
                        "personne",
                        "protocole",
                        "type")) {
            var by = page(own.alice, "/realisation?" + JUNE + "&par=" + axis);
            int acts = 0;
            for (var figure :
                    by.select(
                            ".states-table a[href*=etat], .figures-line a, main table a[href*=motif]")) {
                var list = page(own.alice, figure.attr("href"));
                var said =
                        figure.hasClass("gap") || figure.closest(".states-table") != null
                                ? figure.text()
                                : figure.selectFirst("b") == null
                                        ? "1"
                                        : Objects.requireNonNull(figure.selectFirst("b")).text();
                assertThat(list.select("tbody tr"))
                        .as(figure.attr("href"))
                        .hasSize(Integer.parseInt(said));
                acts++;
            }
            assertThat(acts).as(axis).isGreaterThan(7);
        }
        assertThat(rows(page(own.alice, "/realisation?" + JUNE + "&par=professionnel")))
                .as("one professional however the name is typed")
                .contains(
                        "Dr Yves LAMBERT 4 1 1 1 0 0 1 0",
                        "Personne n’est nommé 1 0 0 0 0 0 0 1",
                        "Lucie PETIT 2 0 0 0 1 1 0 0");
        assertThat(rows(page(own.alice, "/realisation?" + JUNE + "&par=antenne")))
                .containsExactly(
                        "Sans antenne 5 1 1 0 0 1 1 1", "Antenne du canal 2 0 0 1 1 0 0 0");
        assertThat(rows(page(own.alice, "/realisation?" + JUNE + "&par=type")))
                .containsExactly(
                        "Examen complémentaire 3 0 0 0 0 1 1 1",
                        "Consultation spécialisée 4 1 1 1 1 0 0 0");
        assertThat(rows(page(own.alice, "/realisation?" + JUNE + "&par=protocole")))
                .containsExactly("Hors protocole 7 1 1 1 1 1 1 1");

        var silent =
                page(
                        own.alice,
                        page.select("main a[href$=etat=sans-nouvelle]").first().attr("href"));
        assertThat(silent.select("tbody tr").text()).contains("Muet", "Sans nouvelle", "à trouver");
        assertThat(silent.select("tbody a").attr("href"))
                .isEqualTo("/dossiers/" + odette + "/suivi");
        assertThat(listed(own.alice))
                .as("the names shown are in the trail")
                .contains(odette.value());
        assertThat(page(own.alice, "/realisation?periode=dates&du=2026-07-01&au=2026-07-31").text())
                .contains("Aucun acte prévu");
    }

    @Test
    @Proves("REQ-FOLLOWUP-03")
    void the_same_for_one_person_on_her_page() throws Exception {
        var page = page(own.alice, "/dossiers/" + odette + "/suivi");
        assertThat(page.select(".figures-line li").eachText())
                .containsExactly(
                        "1 faits dans les dates",
                        "1 faits hors délai",
                        "1 suspendus",
                        "1 non faits",
                        "1 sans nouvelle");
        var silent =
                page(
                        own.alice,
                        page.select(".figures-line a[href*=sans-nouvelle]")
                                .attr("href")
                                .replaceAll("#.*", ""));
        assertThat(silent.select(".worklist li"))
                .singleElement()
                .satisfies(li -> assertThat(li.text()).contains("Muet"));
    }

    @Test
    @Proves("REQ-RIGHTS-04")
    void a_director_sees_names_and_states_never_what_somebody_is_cared_for() throws Exception {
        var list = page(own.head, "/realisation/actes?" + JUNE + "&etat=sans-nouvelle");
        assertThat(list.select("tbody tr")).hasSize(1);
        assertThat(list.text()).contains("Sans nouvelle").doesNotContain("Muet", "Dr Yves");
        assertThat(list.select("tbody a").attr("href")).isEqualTo("/dossiers/" + odette);
        for (var hidden : List.of("&par=type&code=EXAMEN", "&etat=non-fait&motif=REFUS"))
            assertThat(page(own.head, "/realisation/actes?" + JUNE + hidden).text())
                    .contains("Nom réservé", "pas de contenu de santé")
                    .doesNotContain("DURAND");
        assertThat(status(own.head, "/realisation/actes.csv?" + JUNE)).isEqualTo(404);
        assertThat(status(own.secretary, "/realisation?" + JUNE)).isEqualTo(404);
        assertThat(
                        page(
                                        cast.calaisCoordinator,
                                        "/realisation/actes?"
                                                + JUNE
                                                + "&par=personne&code="
                                                + odette)
                                .select("tbody tr"))
                .isEmpty();
        assertThat(status(own.alice, "/realisation/actes?" + JUNE + "&par=inconnu&code=x"))
                .isEqualTo(404);
        assertThat(page(own.alice, "/realisation?periode=dates&du=2026-06-30&au=2026-06-01").text())
                .contains("inversez les deux dates");
    }

    @Test
    void
            counts_and_a_list_leave_as_a_file_a_spreadsheet_opens_and_the_persons_have_a_line_in_their_trail()
                    throws Exception {
        var counts = csv(own.head, "/realisation/chiffres.csv?" + JUNE + "&par=coordonnateur");
        assertThat(counts)
                .startsWith(
                        "\uFEFF"
                                + line(
                                        "Coordonnateur",
                                        "Prévus",
                                        "Fait",
                                        "Fait hors délai",
                                        "À faire",
                                        "À venir",
                                        "Suspendu",
                                        "Non fait",
                                        "Sans nouvelle"))
                .contains(line("Alice ALBERT", "5", "1", "1", "0", "0", "1", "1", "1"));
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "update followup.occurrence set title = '=1+1;\"x\"' where title = 'Muet'")
                                .update());
        var list = csv(own.alice, "/realisation/actes.csv?" + JUNE + "&etat=sans-nouvelle");
        assertThat(list.lines()).hasSize(2);
        assertThat(list).contains("\"'=1+1;\"\"x\"\"\"", "\"05/06/2026\";\"Sans nouvelle\"");
    }

    private List<String> rows(Document page) {
        return page.select(".states-table tbody tr").stream()
                .map(tr -> String.join(" ", tr.select("th, td.num").eachText()))
                .toList();
    }

    private List<UUID> listed(SignedIn who) {
        return cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "select distinct unnest(patients) from access.trail where account_id = :a")
                                .param("a", who.accountId())
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .list());
    }

    private static String line(String... cells) {
        return "\"" + String.join("\";\"", cells) + "\"\r\n";
    }

    private String csv(SignedIn who, String at) throws Exception {
        var result = open(who, at);
        assertThat(result.getResponse().getContentType()).startsWith("text/csv");
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private int status(SignedIn who, String at) throws Exception {
        return open(who, at).getResponse().getStatus();
    }

    private MvcResult open(SignedIn who, String at) throws Exception {
        return mvc.perform(get(java.net.URI.create(at)).with(user(who))).andReturn();
    }

    private Document page(SignedIn who, String at) throws Exception {
        return Jsoup.parse(open(who, at).getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}

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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What a theme asks to be evaluated: said on the file with its link, late in the list of the team,
/// and each age of a child's calendar in its turn.
@IntegrationTest
class SystematicTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    private int status;

    private Document send(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
        status = response.getStatus();
        var to = response.getRedirectedUrl();
        return Jsoup.parse(to != null ? to : response.getContentAsString(StandardCharsets.UTF_8));
    }

    private Document page(String path) throws Exception {
        var page = send(cast.claireCoordinator, get(path));
        assertThat(status).as(path).isEqualTo(200);
        return page;
    }

    private static String evaluations(Followed followed) {
        return "/dossiers/" + followed.patient() + "/evaluations";
    }

    /// Title and state of each line, as the file says them.
    private java.util.List<String> asked(Followed followed) throws Exception {
        return page(evaluations(followed))
                .select("section[aria-labelledby=systematiques] li p:first-child")
                .eachText();
    }

    /// Completes one with nothing but what it must hold.
    private void evaluated(Followed followed, String code, String... answers) throws Exception {
        var begun =
                send(
                                cast.claireCoordinator,
                                post(evaluations(followed)).param("questionnaire", code))
                        .text();
        var sent =
                post(begun)
                        .param("version", "0")
                        .param("_tab", UUID.randomUUID().toString())
                        .param("geste", "terminer")
                        .param("incomplete", "true")
                        .param("onDate", LocalDate.now(clock).toString())
                        .param("setting", "DOMICILE");
        for (int i = 0; i < answers.length; i += 2) sent.param("r." + answers[i], answers[i + 1]);
        send(cast.claireCoordinator, sent);
        assertThat(status).isEqualTo(302);
    }

    private void change(Followed followed, String what) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update casefile.support set " + what + " where id = :id")
                                .param("id", followed.support())
                                .update());
    }

    /// A child of this birth day followed since then for the perinatal theme.
    private Followed child(LocalDate born, LocalDate included) {
        var child = cast.newFollowed(cast.douai, 2, 30);
        change(
                child,
                "theme_code = 'PERINATALITE', opened_on = '%s', included_on = '%s'"
                        .formatted(included, included));
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update patient.patient set birth_date = :born where id = :id")
                                .param("born", born)
                                .param("id", child.patient().value())
                                .update());
        return child;
    }

    @Test
    @Proves("REQ-THEME-01")
    void gerontology_asks_both_the_ems_and_the_egs_and_says_which_is_missing() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        change(followed, "opened_on = '2026-05-20', included_on = '2026-05-20'");
        assertThat(asked(followed))
                .containsExactly(
                        "Évaluation médico-sociale (EMS) À faire avant le 19 juin 2026",
                        "Évaluation gérontologique standardisée (EGS) À faire avant le 19 juin 2026");
        var choice = page(evaluations(followed) + "/nouvelle");
        assertThat(
                        choice.select("section[aria-labelledby] input[name=questionnaire]")
                                .eachAttr("value")
                                .subList(0, 2))
                .as("before every other tool")
                .containsExactly("ems", "egs");
        assertThat(choice.select("section[aria-labelledby=systematiques] .muted").text())
                .contains("SROS", "proposition Maillage");

        evaluated(
                followed,
                "ems",
                "ems.seule",
                "true",
                "ems.contacts",
                "rares",
                "ems.aidant",
                "true",
                "ems.aidant-etat",
                "epuise");
        assertThat(asked(followed).getFirst()).endsWith("Faite le 2 juin 2026");
        assertThat(page(evaluations(followed) + "/problemes").text())
                .contains("Isolement social", "Aidant épuisé");

        // a month after the inclusion the list of the team says it, with its place
        assertThat(lacks(followed)).doesNotContain("demandée par le thème");
        clock.goTo(LocalDateTime.of(2026, 6, 20, 9, 0));
        assertThat(asked(followed).getLast()).endsWith("En retard, attendue le 19 juin 2026");
        assertThat(lacks(followed)).contains("Une évaluation demandée par le thème est en retard");
        assertThat(row(followed).select("a[href$=/evaluations#systematiques]").eachAttr("href"))
                .containsExactly(evaluations(followed) + "#systematiques");
        evaluated(followed, "egs");
        assertThat(lacks(followed)).doesNotContain("demandée par le thème");
    }

    @Test
    @Proves("REQ-THEME-02")
    void palliative_care_asks_an_assessment_made_before_the_inclusion() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        change(
                followed,
                "theme_code = 'SOINS_PALLIATIFS', opened_on = '2026-06-01', included_on = '2026-06-01'");
        assertThat(asked(followed))
                .containsExactly(
                        "Bilan avant l’inclusion en soins palliatifs En retard, attendue le 1er juin 2026");
        // criteria, return home, agreement of professionals, aids: the four parts of the text
        var begun =
                send(
                                cast.claireCoordinator,
                                post(evaluations(followed))
                                        .param("questionnaire", "pre-inclusion-palliatif"))
                        .text();
        assertThat(asked(followed)).hasSize(1);
        assertThat(
                        page(evaluations(followed))
                                .select("section[aria-labelledby=systematiques] a.btn")
                                .attr("href"))
                .as("the draft is taken up again")
                .isEqualTo(begun);
        var form = page(begun);
        assertThat(form.select("form section h3").eachText())
                .contains(
                        "Critères",
                        "Accord des professionnels de premier recours",
                        "Retour à domicile",
                        "Aides à mettre en place");
        assertThat(form.select("#q-pal-partie-retour").hasAttr("hidden"))
                .as("a return is prepared from the hospital")
                .isTrue();
        evaluated(
                followed,
                "pre-inclusion-palliatif",
                "pal.lieu",
                "hopital",
                "pal.mt",
                "a-demander",
                "pal.logement",
                "false");
        assertThat(asked(followed).getFirst()).contains("Faite le 2 juin 2026");
        assertThat(page(evaluations(followed) + "/problemes").text())
                .contains("Accord du médecin traitant à obtenir", "Retour à domicile à préparer");
    }

    /// Mother, newborn and the rest of the family, each asked for in their own file.
    @Test
    @Proves("REQ-REGIONAL-06")
    void perinatality_follows_the_mother_the_newborn_and_the_family() throws Exception {
        var mother = cast.newFollowed(cast.douai, 2, 30);
        change(
                mother,
                "theme_code = 'PERINATALITE', opened_on = '2026-05-25', included_on = '2026-05-25'");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set birth_date = '1996-04-01', sex = 'F' where id = :id")
                                .param("id", mother.patient().value())
                                .update());
        assertThat(asked(mother))
                .containsExactly(
                        "Périnatalité : la mère À faire avant le 9 juin 2026",
                        "Périnatalité : la famille À faire avant le 24 juin 2026");
        var newborn = child(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 5, 25));
        assertThat(asked(newborn).getFirst())
                .isEqualTo("Périnatalité : le nouveau-né À faire avant le 9 juin 2026");
        evaluated(
                mother,
                "perinatalite-famille",
                "fam.parent",
                "absent",
                "fam.fratrie",
                "2",
                "fam.fratrie-va",
                "souffrent",
                "fam.autour",
                "aucune");
        assertThat(asked(mother).getLast()).endsWith("Faite le 2 juin 2026");
        assertThat(page(evaluations(mother) + "/problemes").text()).contains("Isolement social");
        // the register holds one network a territory, and two of proximity (SROS NPdC, §2.6)
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        """
                                                        select a.zone_code || ' ' || s.name from registry.declared_area a join registry.structure s on s.id = a.structure_id
                                                         where a.theme_code = 'PERINATALITE' and a.status = 'COUVERT' and a.since = '2010-01-01' order by 1
                                                        """)
                                                .query((row, _) -> row.getString(1))
                                                .list()))
                .containsExactly(
                        "AD Bien naître en Artois",
                        "AD-DO Naître dans le Douaisis",
                        "HC Réseau Périnatalité du Hainaut",
                        "HC-SA Réseau Proximité Naissance",
                        "LI Pauline",
                        "MF Ombrel");
    }

    /// Risks and psychosocial vulnerabilities found become problems to answer.
    @Test
    @Proves("REQ-REGIONAL-07")
    void what_makes_a_mother_vulnerable_is_found_and_her_newborn_is_followed_for_years()
            throws Exception {
        var mother = cast.newFollowed(cast.douai, 2, 30);
        change(
                mother,
                "theme_code = 'PERINATALITE', opened_on = '2026-05-25', included_on = '2026-05-25'");
        evaluated(
                mother,
                "perinatalite-famille",
                "fam.vulnerabilites",
                "isolement",
                "fam.autour",
                "une");
        assertThat(page(evaluations(mother) + "/problemes").text()).contains("Isolement social");
        // a vulnerable newborn is seen at each of eleven ages, until seven years
        var child = child(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 5, 25));
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select age_months from assessment.systematic_expected where patient_id = :p and code = 'suivi-enfant-vulnerable' order by age_months")
                                                .param("p", child.patient().value())
                                                .query((row, _) -> row.getInt(1))
                                                .list()))
                .containsExactly(3, 6, 9, 12, 18, 24, 36, 48, 60, 72, 84);
    }

    /// The same measure again and again, and what to do when it falls.
    @Test
    @Proves("REQ-FOLLOWUP-10")
    void adherence_to_treatment_is_measured_through_time_and_says_why_it_falls() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        change(followed, "theme_code = 'DIABETOLOGIE'");
        observed(followed, "2");
        assertThat(page(evaluations(followed) + "/problemes").text())
                .doesNotContain("Observance insuffisante");
        clock.goTo(LocalDateTime.of(2026, 7, 2, 9, 0));
        observed(followed, "9", "obs.raisons", "effets");
        var history = page(evaluations(followed) + "/historique");
        var line = history.selectFirst("section[aria-labelledby=s-observance]");
        assertThat(line.select("svg circle")).hasSize(2);
        assertThat(line.select("tbody tr").first().text()).contains("2 juillet 2026", "57");
        assertThat(line.select("tbody tr").last().text()).contains("2 juin 2026", "90");
        assertThat(page(evaluations(followed) + "/problemes").text())
                .contains("Observance insuffisante", "Prises faites : 57 %")
                .contains("Effets indésirables du traitement");
    }

    private void observed(Followed followed, String missed, String... more) throws Exception {
        var answers = new ArrayList<String>();
        answers.addAll(
                java.util.List.of(
                        "obs.prepare",
                        "seule",
                        "obs.prises",
                        "21",
                        "obs.manquees",
                        missed,
                        "obs.renouvele",
                        "true",
                        "obs.arret",
                        "false"));
        answers.addAll(java.util.List.of(more));
        evaluated(followed, "suivi-observance", answers.toArray(String[]::new));
    }

    /// What is found at home, then what is learnt.
    @Test
    @Proves("REQ-THEME-05")
    void asthma_has_its_environmental_assessment_and_its_educational_care() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        change(followed, "theme_code = 'PATHOLOGIES_RESPIRATOIRES'");
        assertThat(
                        page(evaluations(followed) + "/nouvelle")
                                .select("input[name=questionnaire]")
                                .eachAttr("value"))
                .contains("environnement-asthme");
        evaluated(
                followed,
                "environnement-asthme",
                "env.controle",
                "non",
                "env.moisissures",
                "true",
                "env.ou-moisissures",
                "chambre",
                "env.tabac",
                "proche",
                "env.animaux",
                "chambre",
                "env.plan",
                "false",
                "env.education",
                "true");
        assertThat(page(evaluations(followed) + "/problemes").text())
                .contains(
                        "Asthme non contrôlé",
                        "Moisissures au domicile",
                        "Tabac à l’intérieur",
                        "Acariens ou animal dans la chambre",
                        "Plan d’action de la crise à apprendre");
        var education = "/dossiers/" + followed.patient() + "/education";
        send(
                cast.claireCoordinator,
                post(education)
                        .param("title", "Comprendre son asthme")
                        .param("level", "COMPLEXE")
                        .param("run_by", "STRUCTURE")
                        .param("proposed_by", "Dr Anne MOREL")
                        .param("proposed_on", "2026-06-01")
                        .param("asked_on", "2026-06-01"));
        assertThat(status).isEqualTo(302);
        assertThat(page(education).text()).contains("Comprendre son asthme", "Dr Anne MOREL");
    }

    @Test
    void the_inclusion_says_what_its_theme_asks_before_the_click() throws Exception {
        var newcomer = cast.newPatient(cast.douai);
        var here = "/dossiers/" + newcomer;
        assertThat(before(here, "SOINS_PALLIATIFS"))
                .containsExactly(
                        "À faire avant l’inclusion Bilan avant l’inclusion en soins palliatifs");
        assertThat(before(here, "GERONTOLOGIE"))
                .containsExactly(
                        "À faire dans les 30 jours de l’inclusion Évaluation médico-sociale (EMS)",
                        "À faire dans les 30 jours de l’inclusion Évaluation gérontologique standardisée (EGS)");
        assertThat(before(here, "DIABETOLOGIE")).isEmpty();
        // its link leads to the one that begins it
        assertThat(
                        page(here + "/evaluations/nouvelle?outil=pre-inclusion-palliatif")
                                .select("input[name=questionnaire]")
                                .eachAttr("value"))
                .containsExactly("pre-inclusion-palliatif");
    }

    private java.util.List<String> before(String file, String theme) throws Exception {
        var page =
                send(
                        cast.claireCoordinator,
                        post(file + "/inclusion/verifier")
                                .param("theme", theme)
                                .param("level", "3"));
        return page.select("#theme-evaluations li").eachText();
    }

    @Test
    void a_vulnerable_child_is_seen_at_each_age_of_the_calendar() throws Exception {
        // born on 2 December: six months old today
        var child = child(LocalDate.of(2025, 12, 2), LocalDate.of(2026, 1, 10));
        assertThat(asked(child).getLast())
                .isEqualTo(
                        "Suivi à long terme de l’enfant vulnérable, à 6 mois À faire avant le 2 juillet 2026");
        evaluated(
                child,
                "suivi-enfant-vulnerable",
                "sev.mois",
                "6",
                "sev.terme",
                "30",
                "sev.fatigue",
                "epuises");
        assertThat(asked(child).reversed().subList(0, 2))
                .containsExactly(
                        "Suivi à long terme de l’enfant vulnérable, à 9 mois À partir du 3 août 2026",
                        "Suivi à long terme de l’enfant vulnérable, à 6 mois Faite le 2 juin 2026");

        // nobody comes at nine months: late, until the next age takes its place
        clock.goTo(LocalDateTime.of(2026, 10, 3, 9, 0));
        assertThat(asked(child).getLast())
                .isEqualTo(
                        "Suivi à long terme de l’enfant vulnérable, à 9 mois En retard, attendue le 2 octobre 2026");
        clock.goTo(LocalDateTime.of(2026, 11, 2, 9, 0));
        assertThat(asked(child).getLast()).contains("à 12 mois À faire avant le 1er janvier 2027");

        // ages before the inclusion are nobody's fault, and an adult of this theme has no calendar
        clock.reset();
        var later = child(LocalDate.of(2024, 6, 2), LocalDate.of(2026, 5, 20));
        assertThat(asked(later))
                .containsExactly(
                        "Suivi à long terme de l’enfant vulnérable, à 24 mois À faire avant le 2 juillet 2026");
        assertThat(asked(child(LocalDate.of(1998, 1, 1), LocalDate.of(2026, 5, 20))))
                .noneMatch(
                        line -> line.contains("enfant vulnérable") || line.contains("nouveau-né"));
    }

    @Test
    void the_corrected_age_and_the_questions_follow_the_age() throws Exception {
        var child = child(LocalDate.of(2025, 9, 2), LocalDate.of(2026, 5, 20));
        var begun =
                send(
                                cast.claireCoordinator,
                                post(evaluations(child))
                                        .param("questionnaire", "suivi-enfant-vulnerable"))
                        .text();
        var form = page(begun);
        assertThat(form.select("[name=r.sev.mois]").val()).as("from the birth date").isEqualTo("9");
        assertThat(form.select("#q-sev-partie-ecole").hasAttr("hidden")).isTrue();
        send(
                cast.claireCoordinator,
                post(begun)
                        .param("version", "0")
                        .param("_tab", UUID.randomUUID().toString())
                        .param("onDate", "2026-06-02")
                        .param("setting", "DOMICILE")
                        .param("r.sev.mois", "9")
                        .param("r.sev.terme", "27"));
        // 9 months less 13 weeks
        assertThat(page(begun).select("#q-sev-corrige strong").text()).isEqualTo("6");
    }

    private Document row(Followed followed) throws Exception {
        alone(followed);
        return page("/plans/a-completer?qui=" + coordinator);
    }

    private String lacks(Followed followed) throws Exception {
        return row(followed).select("tbody tr").text();
    }

    private UUID coordinator = UUID.randomUUID();

    /// Followed by somebody who follows nobody else.
    private void alone(Followed followed) {
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    "insert into network.team_member (id, family_name, given_name, function, since) values (:id, 'SEULE', 'Anne', 'COORDINATOR', '2020-01-01') on conflict do nothing")
                            .param("id", coordinator)
                            .update();
                    return sql.sql("update casefile.support set coordinator_id = :c where id = :id")
                            .param("c", coordinator)
                            .param("id", followed.support())
                            .update();
                });
    }

    /// « Ma journée » counts what the list shows.
    @Test
    void plans_to_complete_are_counted_on_the_day() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        alone(followed);
        var day = page("/journee?membre=" + coordinator);
        var link = day.selectFirst("a[href='/plans/a-completer?qui=" + coordinator + "']");
        assertThat(link.parent().select(".count").text()).isEqualTo("1");
        assertThat(page(link.attr("href")).select("tbody tr")).hasSize(1);
    }
}

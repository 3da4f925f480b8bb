package fr.maillage.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class SynthesisPageTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired Timeline timeline;

    @Autowired MovableClock clock;

    @Autowired JdbcClient sql;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void the_page_says_what_we_want_who_does_what_what_is_late_and_whom_to_call() throws Exception {
        var followed = withEverything();
        var page = synthesis(cast.claireCoordinator, followed.patient());

        assertThat(page.select("#crise").text()).contains("Appeler la fille");
        assertThat(page.select("section[aria-labelledby=veut]").text().replace('\u00A0', ' '))
                .contains("PPS v2, validé")
                .contains("Rester chez moi")
                .contains("Ne plus tomber")
                .contains("0 chute")
                .contains("avant le 30 septembre 2026")
                .contains("En partie");
        assertThat(page.select("section[aria-labelledby=retard] .work")).hasSize(2);
        assertThat(page.select("section[aria-labelledby=retard]").text())
                .contains("Kinésithérapie non faite")
                .contains("Rappeler la fille");
        assertThat(page.select("section[aria-labelledby=fait]").text())
                .contains("Ergothérapeute")
                .contains("Sans acteur")
                .contains("chaque semaine");
        assertThat(page.select("section[aria-labelledby=appeler]").text().replace('\u00A0', ' '))
                .contains("Dr Anne MOREL")
                .containsIgnoringCase("médecin traitant")
                .contains("03 27 00 00 02");
        assertThat(page.select("section[aria-labelledby=rdv]").text())
                .contains("Visite à domicile")
                .contains("Claire DUMONT");
        assertThat(page.select("section[aria-labelledby=contacts]").text())
                .contains("Appel de Sylvie")
                .contains("joint")
                .contains("répit");
        assertThat(page.select("section[aria-labelledby=sante]").text())
                .contains("Maladie d’Alzheimer")
                .contains("Chutes répétées (sévère)")
                .contains("GIR 4");
        assertThat(page.select("section[aria-labelledby=droits]").text())
                .contains("jamais demandé");
    }

    @Test
    @Proves("REQ-RIGHTS-04")
    void health_content_does_not_show_to_the_secretary_nor_the_head() throws Exception {
        var followed = withEverything();
        for (var who : java.util.List.of(cast.sophieSecretary, cast.helenHead)) {
            var text = synthesis(who, followed.patient()).select("main").text();
            assertThat(text)
                    .doesNotContain("Ne plus tomber")
                    .doesNotContain("Kinésithérapie")
                    .doesNotContain("Alzheimer")
                    .doesNotContain("Chutes")
                    .doesNotContain("GIR")
                    .doesNotContain("Rester chez moi")
                    .doesNotContain("répit")
                    .doesNotContain("Ergothérapeute");
            assertThat(text.replace('\u00A0', ' '))
                    .contains("1 alerte ouverte")
                    .contains("Dr Anne MOREL");
        }
    }

    /// What happened is told to whoever reads the file; the form where it is decided is offered to
    /// those alone to whom it opens.
    @Test
    void the_line_of_life_leads_nobody_to_a_page_that_is_not_theirs() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 30).patient();
        cast.as(
                cast.claireCoordinator,
                () -> {
                    timeline.add(
                            patient,
                            Timeline.Kind.NIVEAU,
                            "Niveau 2",
                            null,
                            "/dossiers/" + patient + "/niveau",
                            false);
                    return null;
                });
        assertThat(
                        lifeline(cast.claireCoordinator, patient, null, null)
                                .select("a[href$=/niveau]:contains(Niveau 2)"))
                .hasSize(1);
        for (var who : java.util.List.of(cast.sophieSecretary, cast.helenHead)) {
            var page = lifeline(who, patient, null, null);
            assertThat(page.text()).contains("Niveau 2");
            assertThat(page.select("a[href$=/niveau]")).isEmpty();
        }
    }

    @Test
    void a_member_of_the_circle_sees_the_parts_they_were_given_and_nothing_of_the_team_s()
            throws Exception {
        var followed = withEverything();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (patient_id, kind, actor_group, role, name, profession, account_id, since, parts)
                                        values (:patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', 'Lucie PETIT', 'Infirmière', :account, '2026-01-01', '{EDUCATION}')
                                        """)
                                .param("patient", followed.patient().value())
                                .param("account", cast.nurseLucie.accountId())
                                .update());

        var text = synthesis(cast.nurseLucie, followed.patient()).select("main").text();
        assertThat(text)
                .doesNotContain("Ne plus tomber")
                .doesNotContain("Alzheimer")
                .doesNotContain("Accords et droits")
                .doesNotContain("Derniers faits")
                .doesNotContain("Derniers contacts")
                .doesNotContain("Ergothérapeute")
                .contains("Apprendre à surveiller");
        mvc.perform(
                        get("/dossiers/{id}/ligne-de-vie", followed.patient().value())
                                .with(user(cast.nurseLucie)))
                .andExpect(status().isNotFound());
    }

    @Test
    void nobody_opens_the_page_of_somebody_who_is_not_theirs() throws Exception {
        var theirs = cast.newFollowed(cast.calais, 2, 10).patient();
        var notInCircle = cast.newFollowed(cast.douai, 2, 10).patient();
        for (var part : java.util.List.of("", "/ligne-de-vie")) {
            mvc.perform(get("/dossiers/" + theirs + part).with(user(cast.claireCoordinator)))
                    .andExpect(status().isNotFound());
            mvc.perform(get("/dossiers/" + notInCircle + part).with(user(cast.nurseLucie)))
                    .andExpect(status().isNotFound());
            mvc.perform(get("/dossiers/" + theirs + part).with(user(cast.agencyOfficer)))
                    .andExpect(status().is4xxClientError());
        }
        mvc.perform(get("/dossiers/pas-un-identifiant").with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
    }

    @Test
    @Proves("REQ-PPS-27")
    void the_line_of_life_goes_by_month_and_is_filtered_by_kind_and_period() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 400).patient();
        clock.move(Duration.ofDays(-400));
        add(patient, Timeline.Kind.INCLUSION, "Incluse, niveau 2", false);
        clock.reset();
        clock.move(Duration.ofDays(-30));
        add(patient, Timeline.Kind.SEJOUR, "Hospitalisation non programmée", true);
        add(patient, Timeline.Kind.PPS, "PPS v1 en vigueur", false);
        clock.reset();
        add(patient, Timeline.Kind.PPS, "PPS v2 soumis", false);

        var all = lifeline(cast.claireCoordinator, patient, null, null);
        assertThat(all.select(".timeline-month").eachText())
                .containsExactly("Juin 2026", "Mai 2026", "Avril 2025");
        assertThat(all.select(".event-what").eachText())
                .startsWith("PPS v2 soumis")
                .endsWith("Incluse, niveau 2")
                .hasSize(4);
        for (var tile : all.select("nav.tiles a.tile")) {
            var kind =
                    tile.attr("href").contains("genre=")
                            ? tile.attr("href").replaceAll(".*genre=", "")
                            : null;
            assertThat(
                            lifeline(cast.claireCoordinator, patient, kind, "tout")
                                    .select(".event-what"))
                    .as(tile.text())
                    .hasSize(Integer.parseInt(tile.select("b").text()));
        }
        assertThat(
                        lifeline(cast.claireCoordinator, patient, "PPS", "3m")
                                .select(".event-what")
                                .eachText())
                .containsExactly("PPS v2 soumis", "PPS v1 en vigueur");
        assertThat(lifeline(cast.claireCoordinator, patient, null, "12m").select(".event-what"))
                .hasSize(3);
        assertThat(lifeline(cast.sophieSecretary, patient, null, null).select("main").text())
                .doesNotContain("Hospitalisation")
                .contains("Les faits de santé ne sont pas montrés");
    }

    private void add(PatientId patient, Timeline.Kind kind, String title, boolean clinical) {
        cast.as(
                cast.claireCoordinator,
                () -> {
                    timeline.add(patient, kind, title, null, "/dossiers/" + patient, clinical);
                    return null;
                });
    }

    private Followed withEverything() {
        var followed = cast.newFollowed(cast.douai, 3, 30);
        var patient = followed.patient().value();
        var pps = UUID.randomUUID();
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    "insert into casefile.crisis_plan (patient_id, actions, written_by, written_at) values (:p, 'Appeler la fille, puis le Dr Morel.', 'Claire', now())")
                            .param("p", patient)
                            .update();
                    sql.sql(
                                    """
                                    insert into careplan.pps (id, patient_id, support_id, number, status, created_at, created_by, life_project)
                                    values (:pps, :patient, :support, 2, 'BROUILLON', '2026-05-01', 'Claire DUMONT', 'Rester chez moi, avec Henri.')
                                    """)
                            .param("pps", pps)
                            .param("patient", patient)
                            .param("support", followed.support())
                            .update();
                    sql.sql(
                                    "insert into careplan.pathology (pps_id, label, main) values (:pps, 'Maladie d’Alzheimer', true)")
                            .param("pps", pps)
                            .update();
                    sql.sql(
                                    """
                                    insert into careplan.goal (pps_id, goal_id, domain, kind, title, indicator, due_on, result) values
                                    (:pps, gen_random_uuid(), 'MEDICAL', 'QUALITATIF', 'Ne plus tomber', '0 chute en 3 mois', '2026-09-30', 'EN_PARTIE'),
                                    (:pps, gen_random_uuid(), 'EDUCATIF', 'QUALITATIF', 'Apprendre à surveiller la glycémie', null, null, 'EN_COURS')
                                    """)
                            .param("pps", pps)
                            .update();
                    sql.sql(
                                    """
                                    insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, starts_on, ends_on, every_n, every_unit)
                                    values (:pps, gen_random_uuid(), :patient, 'SOINS', 'PRESCRIPTION_NON_MEDICAMENTEUSE', 'Ergothérapeute, visite', '2026-05-01', '2026-12-31', 1, 'SEMAINE')
                                    """)
                            .param("pps", pps)
                            .param("patient", patient)
                            .update();
                    sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = '2026-05-02', in_force_at = '2026-05-03',
                                           in_force_why = 'AVIS', reassess_on = '2027-04-30' where id = :pps
                                    """)
                            .param("pps", pps)
                            .update();
                    sql.sql(
                                    """
                                    insert into followup.alert (rule, subject_id, patient_id, title, raised_at, due_on, urgency)
                                    values ('ACTE_NON_FAIT', gen_random_uuid(), :patient, 'Kinésithérapie non faite', '2026-05-29', '2026-05-28', 10)
                                    """)
                            .param("patient", patient)
                            .update();
                    sql.sql(
                                    """
                                    insert into followup.task (patient_id, kind, title, who, due_on, created_at)
                                    values (:patient, 'RAPPEL', 'Rappeler la fille', 'Sylvie', '2026-06-02', '2026-06-01')
                                    """)
                            .param("patient", patient)
                            .update();
                    var contact = UUID.randomUUID();
                    sql.sql(
                                    """
                                    insert into followup.contact (id, at, channel, direction, who, reached, reason, author_name)
                                    values (:id, '2026-06-01 10:00+02', 'TELEPHONE', 'ENTRANT', 'Sylvie', 'JOINT', 'Où en est le répit ?', 'Sophie LECLERC')
                                    """)
                            .param("id", contact)
                            .update();
                    sql.sql(
                                    "insert into followup.contact_patient (contact_id, patient_id, at) values (:id, :patient, '2026-06-01 10:00+02')")
                            .param("id", contact)
                            .param("patient", patient)
                            .update();
                    sql.sql(
                                    """
                                    insert into agenda.appointment (kind, patient_id, member_id, starts_at, ends_at, title)
                                    values ('VISITE', :patient, :member, '2026-06-03 10:00+02', '2026-06-03 11:00+02', 'bilan')
                                    """)
                            .param("patient", patient)
                            .param("member", cast.claireCoordinator.member())
                            .update();
                    sql.sql(
                                    """
                                    insert into assessment.problem (patient_id, label, domain, severity, status, since)
                                    values (:patient, 'Chutes répétées', 'MEDICAL', 'SEVERE', 'RETENU', '2026-05-01')
                                    """)
                            .param("patient", patient)
                            .update();
                    var response = UUID.randomUUID();
                    sql.sql(
                                    """
                                    insert into assessment.response (id, patient_id, questionnaire_url, questionnaire_version, questionnaire_code, title, status, on_date, author_name, saved_at)
                                    select :id, :patient, url, version, code, title, 'TERMINEE', '2026-05-26', 'Claire DUMONT', '2026-05-26' from assessment.questionnaire order by code limit 1
                                    """)
                            .param("id", response)
                            .param("patient", patient)
                            .update();
                    return sql.sql(
                                    """
                                    insert into assessment.score (response_id, patient_id, code, label, value, class_label, on_date)
                                    values (:id, :patient, 'GIR', 'Autonomie', 4, 'GIR 4', '2026-05-26')
                                    """)
                            .param("id", response)
                            .param("patient", patient)
                            .update();
                });
        return followed;
    }

    private Document synthesis(SignedIn who, PatientId patient) throws Exception {
        return Jsoup.parse(
                mvc.perform(get("/dossiers/{id}", patient.value()).with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private Document lifeline(
            SignedIn who,
            PatientId patient,
            @org.jspecify.annotations.Nullable String kind,
            @org.jspecify.annotations.Nullable String period)
            throws Exception {
        var request = get("/dossiers/{id}/ligne-de-vie", patient.value()).with(user(who));
        if (kind != null) request.param("genre", kind);
        if (period != null) request.param("periode", period);
        return Jsoup.parse(
                mvc.perform(request)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}

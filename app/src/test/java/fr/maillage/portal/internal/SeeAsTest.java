package fr.maillage.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PaperCheck;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// Who sees what of a plan: the page of each is the one the team previews; and the plan in plain
/// French.
@IntegrationTest
class SeeAsTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;

    @Test
    @Proves("REQ-PPS-21")
    void a_home_help_sees_her_tasks_and_the_crisis_plan_and_the_preview_is_her_page()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var lucie = member(followed, "Lucie PETIT", "{TACHES}");
        plan(followed, lucie);

        var hers = page(cast.nurseLucie, "/mes-patients/" + followed.patient());
        var preview = preview(followed, lucie);
        for (var shown : List.of(hers, preview)) {
            assertThat(shown.text())
                    .contains(
                            "Toilette du matin",
                            "Appeler la fille d’abord",
                            "Ne pas la relever seule")
                    .doesNotContain(
                            "Alzheimer",
                            "Anticoagulant",
                            "A peur",
                            "Ressources faibles",
                            "Prise de sang");
        }
        assertThat(preview.select("#taches").parents().first().text())
                .isEqualTo(hers.select("#taches").parents().first().text());
        assertThat(preview.text()).contains("Aperçu", "Lucie PETIT");
        assertThat(preview.select("main form")).as("nothing can be done in a preview").isEmpty();

        // given care and the medical part, she reads them, and still neither the psychological nor
        // the social part
        parts(lucie, "{SOINS,MEDICAL,TACHES}");
        for (var shown :
                List.of(
                        page(cast.nurseLucie, "/mes-patients/" + followed.patient()),
                        preview(followed, lucie))) {
            assertThat(shown.text())
                    .contains("Alzheimer", "Anticoagulant", "Prise de sang", "Toilette du matin")
                    .doesNotContain("A peur", "Ressources faibles");
        }
        parts(lucie, "{SOCIAL,PSYCHOLOGIQUE}");
        for (var shown :
                List.of(
                        page(cast.nurseLucie, "/mes-patients/" + followed.patient()),
                        preview(followed, lucie))) {
            assertThat(shown.text())
                    .contains("A peur", "Ressources faibles")
                    .doesNotContain("Alzheimer", "Prise de sang", "Anticoagulant");
        }
        // the page of the plan itself keeps to the same parts, the amendment of the doctor included
        assertThat(page(cast.nurseLucie, "/dossiers/" + followed.patient() + "/pps").text())
                .contains("A peur")
                .doesNotContain("Alzheimer", "Prise de sang", "Doubler la dose");

        parts(lucie, "{}");
        assertThat(preview(followed, lucie).text()).contains("rien ne lui est donné");
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/" + followed.patient() + "/voir-comme")
                                .text())
                .contains("Lucie PETIT", "Dr Anne MOREL");
        for (var who : List.of(cast.sophieSecretary, cast.nurseLucie))
            mvc.perform(
                            get("/dossiers/" + followed.patient() + "/voir-comme/" + lucie)
                                    .with(user(who)))
                    .andExpect(status().isNotFound());
        mvc.perform(
                        get("/dossiers/" + followed.patient() + "/voir-comme/" + UUID.randomUUID())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
    }

    @Test
    @Proves("REQ-PPS-25")
    void the_person_has_a_plan_in_plain_french_on_screen_and_on_paper() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var lucie = member(followed, "Lucie PETIT", "{TACHES}");
        var daughter = relative(followed);
        var pps = plan(followed, lucie);

        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/" + followed.patient() + "/voir-comme/personne")
                                .text())
                .contains("Votre plan", "Rester chez moi");
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/"
                                                + followed.patient()
                                                + "/voir-comme/"
                                                + daughter)
                                .text())
                .contains("Le plan de votre mère");

        var here = "/dossiers/" + followed.patient() + "/pps/" + pps + "/en-clair";
        var plain = page(cast.claireCoordinator, here);
        assertThat(plain.select(".plain-plan h2").eachText())
                .containsExactly(
                        "Ce que je veux",
                        "Ce que je fais",
                        "Qui m’aide",
                        "Qui appeler",
                        "On refait le point");
        assertThat(plain.select("section:has(#fais)").text())
                .contains("Marcher dix minutes")
                .doesNotContain("Toilette");
        assertThat(plain.select("section:has(#aide)").text())
                .contains("Lucie PETIT", "Toilette du matin", "Nous cherchons quelqu’un")
                .doesNotContain("Marcher");
        assertThat(plain.select("section:has(#appeler)").text())
                .contains("le 15", "Appeler la fille d’abord");

        var paper =
                mvc.perform(get(here + ".pdf").with(user(cast.claireCoordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        PaperCheck.assertArchiveReadAloud(paper);
        java.nio.file.Files.write(java.nio.file.Path.of("target/en-clair.pdf"), paper);
        try (var document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Ce que je fais", "Qui m’aide", "Qui appeler", "Rester chez moi")
                    .contains(
                            "[arabic letter beh, arabic letter yeh, arabic letter teh]",
                            "[house building]");
        }
        mvc.perform(get(here).with(user(cast.nurseLucie))).andExpect(status().isNotFound());
        mvc.perform(get(here).with(user(cast.calaisCoordinator))).andExpect(status().isNotFound());
    }

    private Document preview(Followed followed, UUID actor) throws Exception {
        return page(
                cast.claireCoordinator, "/dossiers/" + followed.patient() + "/voir-comme/" + actor);
    }

    private Document page(SignedIn who, String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private UUID member(Followed followed, String name, String parts) {
        return line(
                followed,
                """
                insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, account_id, since, parts, in_care_team)
                values (:id, :p, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, 'Aide à domicile', :account, '2026-01-01', cast(:parts as text[]), true)
                """,
                name,
                parts);
    }

    private UUID relative(Followed followed) {
        return line(
                followed,
                """
                insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, relation, account_id, since, parts)
                values (:id, :p, 'PROCHE', 'PROCHE', 'PROCHE', :name, 'fille', cast(null as uuid), '2026-01-01', cast(:parts as text[]))
                """,
                "Isabelle DURAND",
                "{}");
    }

    private UUID line(Followed followed, String insert, String name, String parts) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(insert)
                                .param("id", id)
                                .param("p", followed.patient().value())
                                .param("name", name)
                                .param("account", cast.nurseLucie.accountId())
                                .param("parts", parts)
                                .update());
        return id;
    }

    private void parts(UUID line, String parts) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update casefile.care_team set parts = cast(:parts as text[]) where id = :id")
                                .param("parts", parts)
                                .param("id", line)
                                .update());
    }

    /// In force, with a part for each audience.
    private UUID plan(Followed followed, UUID lucie) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    """
                                    insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by, life_project, mt_problems, context_psychological, context_social)
                                    values (:id, :p, :support, 1, now(), 'Claire DUMONT', 'Rester chez moi 🏠 بيت', 'Anticoagulant', 'A peur', 'Ressources faibles')
                                    """)
                            .param("id", id)
                            .param("p", followed.patient().value())
                            .param("support", followed.support())
                            .update();
                    sql.sql(
                                    "insert into careplan.pathology (pps_id, label) values (:id, 'Maladie d’Alzheimer')")
                            .param("id", id)
                            .update();
                    act(
                            id,
                            followed,
                            "SERVICE_A_LA_PERSONNE",
                            "AIDE",
                            "Toilette du matin",
                            lucie,
                            "Lucie PETIT",
                            null);
                    act(id, followed, "EXAMEN", "SOINS", "Prise de sang", null, null, null);
                    act(
                            id,
                            followed,
                            "PRESCRIPTION_NON_MEDICAMENTEUSE",
                            "SOINS",
                            "Marcher dix minutes",
                            null,
                            "La personne elle-même",
                            "PERSONNE");
                    sql.sql(
                                    "insert into careplan.opinion (pps_id, opinion, given_on, given_by, channel, words, recorded_by, recorded_at) values (:id, 'VALIDE_APRES_AMENDEMENT', '2026-06-01', 'Dr Anne MOREL', 'TELEPHONE', 'Doubler la dose', 'Claire DUMONT', now())")
                            .param("id", id)
                            .update();
                    sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE_APRES_AMENDEMENT', submitted_at = timestamptz '2026-06-01 10:00+02',
                                           in_force_at = timestamptz '2026-06-01 10:00+02', in_force_by = 'Dr Anne MOREL', in_force_why = 'AVIS', reassess_on = '2026-12-01' where id = :id
                                    """)
                            .param("id", id)
                            .update();
                    return sql.sql(
                                    """
                                    insert into casefile.crisis_plan (patient_id, call_first, actions, medical, directives, written_by, written_at)
                                    values (:p, 'Appeler la fille d’abord', 'Ne pas la relever seule', 'Anticoagulant', 'INCONNU', 'Claire DUMONT', timestamptz '2026-05-01 10:00+02')
                                    """)
                            .param("p", followed.patient().value())
                            .update();
                });
        return id;
    }

    private void act(
            UUID pps,
            Followed followed,
            String type,
            String volet,
            String title,
            @org.jspecify.annotations.Nullable UUID actor,
            @org.jspecify.annotations.Nullable String name,
            @org.jspecify.annotations.Nullable String group) {
        sql.sql(
                        """
                        insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, actor_id, actor_name, actor_group, starts_on)
                        values (:pps, gen_random_uuid(), :p, :volet, :type, :title, cast(:actor as uuid), :name, :group, '2026-06-10')
                        """)
                .param("pps", pps)
                .param("p", followed.patient().value())
                .param("volet", volet)
                .param("type", type)
                .param("title", title)
                .param("actor", actor, java.sql.Types.OTHER)
                .param("name", name, java.sql.Types.VARCHAR)
                .param("group", group, java.sql.Types.VARCHAR)
                .update();
    }
}

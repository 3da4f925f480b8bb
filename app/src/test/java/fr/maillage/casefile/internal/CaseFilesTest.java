package fr.maillage.casefile.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.Consent;
import fr.maillage.patient.Consents.State;
import fr.maillage.patient.Consents;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/// Pages of the file: who may open them, and what each act does.
@IntegrationTest
class CaseFilesTest {

    @Autowired Cast cast;

    @Autowired MockMvc mvc;

    @Autowired JdbcClient sql;

    @Autowired Consents consents;

    @Autowired Trail trail;

    @Autowired Clock clock;

    @Test
    @Proves("REQ-RIGHTS-12")
    void a_file_opens_for_its_team_leaves_a_line_and_does_not_exist_for_anybody_else()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);

        var page = page(get(cast.claireCoordinator, followed, "/cercle"), 200);

        assertThat(page.select("header.patient").text())
                .contains("Odette", "Niveau 2", "MT : Dr Anne MOREL", "Claire DUMONT");
        assertThat(page.select("nav.tabs a").eachText())
                .containsExactly(
                        "Synthèse",
                        "PPS",
                        "Suivi",
                        "Ligne de vie",
                        "Évaluations",
                        "Cercle",
                        "Documents",
                        "Courriers",
                        "Droits",
                        "Demandes",
                        "Identité");
        assertThat(page.select("nav.tabs a[aria-current=page]").text()).isEqualTo("Cercle");
        assertThat(cast.in(cast.douai, () -> trail.of(followed.patient(), true, 5)))
                .extracting(Trail.Line::action, Trail.Line::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("READ", "CERCLE"));
        for (var stranger : java.util.List.of(cast.calaisCoordinator, cast.nurseLucie))
            page(get(stranger, followed, "/cercle"), 404);
        assertThat(refusals(followed.patient())).isEqualTo(2);
        assertThat(get(cast.agencyOfficer, followed, "/cercle").getResponse().getStatus())
                .isIn(403, 404);
        page(get(cast.claireCoordinator, UUID.randomUUID(), "/cercle"), 404);
    }

    @Test
    @Proves("REQ-RIGHTS-04")
    void a_secretary_sees_the_circle_and_no_clinical_tab() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);

        var page = page(get(cast.sophieSecretary, followed, "/cercle"), 200);

        assertThat(page.select("nav.tabs a").eachText())
                .doesNotContain("PPS", "Suivi", "Évaluations")
                .contains("Cercle", "Droits");
        assertThat(page.select("a[href$=/sortie]")).isEmpty();
        assertThat(get(cast.sophieSecretary, followed, "/niveau").getResponse().getStatus())
                .isIn(403, 404);
        assertThat(
                        post(
                                        cast.sophieSecretary,
                                        followed,
                                        "/sortie",
                                        "exitReason",
                                        "SOUHAIT",
                                        "closedOn",
                                        today(),
                                        "version",
                                        "0")
                                .getResponse()
                                .getStatus())
                .isIn(403, 404);
        assertThat(status(followed)).isEqualTo("ACTIF");
    }

    @Test
    void a_gp_of_two_structures_opens_the_files_of_both_while_in_the_circle() throws Exception {
        var douai = cast.newFollowed(cast.douai, 2, 30);
        var calais = cast.newFollowed(cast.calais, 2, 30);
        page(get(cast.drMorel, douai, "/cercle"), 200);
        page(get(cast.drMorel, calais, "/cercle"), 200);

        cast.in(
                cast.calais,
                () ->
                        sql.sql(
                                        "update casefile.care_team set until = :day where"
                                                + " patient_id = :patient")
                                .param("day", LocalDate.now(clock).minusDays(1))
                                .param("patient", calais.patient().value())
                                .update());
        page(get(cast.drMorel, calais, "/cercle"), 404);

        cast.as(
                cast.claireCoordinator,
                () -> {
                    consents.record(
                            douai.patient(),
                            new Consent(
                                    Act.PARTAGE_EQUIPE,
                                    State.OPPOSITION_PARTIELLE,
                                    LocalDate.now(clock),
                                    "ORAL",
                                    "PERSONNE",
                                    null,
                                    null,
                                    "Dr Morel",
                                    null,
                                    null));
                    return null;
                });
        page(get(cast.drMorel, douai, "/cercle"), 404);
        assertThat(
                        page(get(cast.claireCoordinator, douai, "/cercle"), 200)
                                .select(".patient-warnings")
                                .text())
                .contains("Opposition au partage");
    }

    @Test
    @Proves("REQ-LEVEL-11")
    void a_level_changes_with_a_reason_and_its_history_is_kept() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);

        var refused =
                page(
                        post(
                                cast.claireCoordinator,
                                followed,
                                "/niveau",
                                "level",
                                "2",
                                "since",
                                LocalDate.now(clock).plusDays(1).toString(),
                                "reason",
                                "",
                                "version",
                                "0"),
                        422);
        assertThat(refused.select(".notice").text())
                .contains("déjà au niveau", "Dites pourquoi", "dans le futur");
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/niveau",
                        "level",
                        "3",
                        "since",
                        today(),
                        "reason",
                        "Aidant épuisé",
                        "version",
                        "0"),
                302);
        var stale =
                page(
                        post(
                                cast.karimCoordinator,
                                followed,
                                "/niveau",
                                "level",
                                "1",
                                "since",
                                today(),
                                "reason",
                                "Amélioration <b>nette</b>",
                                "version",
                                "0"),
                        409);
        assertThat(stale.select(".notice").text()).contains("Un collègue a modifié");
        assertThat(stale.select("#reason").val()).isEqualTo("Amélioration <b>nette</b>");

        var page = page(get(cast.claireCoordinator, followed, "/niveau"), 200);
        assertThat(page.select("table tbody tr").text())
                .contains("Niveau 3", "Aidant épuisé", "Claire DUMONT");
        assertThat(page.select("ol.stepper li")).hasSize(5);
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/niveau/etapes",
                        "step",
                        "2",
                        "doneOn",
                        today(),
                        "version",
                        "1"),
                422);
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/niveau/etapes",
                        "step",
                        "1",
                        "doneOn",
                        today(),
                        "version",
                        "1"),
                302);
        assertThat(
                        page(get(cast.claireCoordinator, followed, "/niveau"), 200)
                                .select("ol.stepper li[aria-current=step]")
                                .text())
                .contains("Concertation initiale");
    }

    @Test
    @Proves("REQ-INCLUSION-14")
    void a_death_closes_the_accompaniment_and_an_exit_before_it_began_is_refused()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 30);
        var before = LocalDate.now(clock).minusDays(31).toString();

        var refused =
                page(
                        post(
                                cast.claireCoordinator,
                                followed,
                                "/sortie",
                                "exitReason",
                                "DECES",
                                "closedOn",
                                before,
                                "version",
                                "0"),
                        422);
        assertThat(refused.select(".notice").text())
                .contains("ne peut pas être avant", "où la personne est décédée");
        assertThat(refused.select("#closedOn").val()).isEqualTo(before);

        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/sortie",
                        "exitReason",
                        "DECES",
                        "exitDetail",
                        "À domicile",
                        "closedOn",
                        today(),
                        "version",
                        "0"),
                302);
        assertThat(status(followed)).isEqualTo("CLOS");
        assertThat(
                        cast.<LocalDate>in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select deceased_on from patient.identity"
                                                                + " where id = :id")
                                                .param("id", followed.patient().value())
                                                .query((row, _) ->
                                                        row.getObject(1, LocalDate.class))
                                                .single()))
                .isEqualTo(LocalDate.now(clock));
        assertThat(
                        page(get(cast.claireCoordinator, followed, "/sortie"), 200)
                                .select(".patient-warnings")
                                .text())
                .contains("Décédée le");
        assertThat(
                        page(get(cast.claireCoordinator, followed, "/inclusion"), 200)
                                .select("#why")
                                .text())
                .contains("décédée");
    }

    @Test
    @Proves("REQ-INCLUSION-14")
    void a_watch_is_reactivated_and_a_closed_file_reopened_without_a_new_file() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 60);
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/veille",
                        "watchReviewOn",
                        today(),
                        "watchReason",
                        "Stable",
                        "version",
                        "0"),
                422);
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/veille",
                        "watchReviewOn",
                        LocalDate.now(clock).plusMonths(3).toString(),
                        "watchReason",
                        "Stable",
                        "version",
                        "0"),
                302);
        assertThat(status(followed)).isEqualTo("VEILLE");
        var request = validatedNeed(followed.patient(), 2);
        told(followed.patient());

        page(include(followed, request, "version", "1"), 302);

        assertThat(status(followed)).isEqualTo("ACTIF");
        assertThat(supports(followed.patient())).isEqualTo(1);
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/sortie",
                        "exitReason",
                        "OBJECTIFS_ATTEINTS",
                        "closedOn",
                        today(),
                        "version",
                        "2"),
                302);
        // every page of a closed file says since when and why
        assertThat(
                        page(get(cast.claireCoordinator, followed, ""), 200)
                                .select(".patient-facts")
                                .text())
                .contains("Clos le 2 juin 2026")
                .contains("objectifs atteints");
        page(include(followed, request, "version", "0"), 302);
        assertThat(supports(followed.patient())).isEqualTo(2);
        assertThat(
                        page(get(cast.claireCoordinator, followed, "/niveau"), 200)
                                .select("table tbody tr"))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void an_act_without_its_day_is_told_before_the_click_and_refused_beside_the_field()
            throws Exception {
        var patient = cast.newPatient(cast.douai);
        var request = validatedNeed(patient, 3);
        for (var address : List.of("/inclusion/verifier", "/inclusion")) {
            var again =
                    page(
                            mvc.perform(
                                            org.springframework.test.web.servlet.request
                                                    .MockMvcRequestBuilders.post(
                                                            "/dossiers/" + patient + address)
                                                    .param("demande", request.toString())
                                                    .param("level", "3")
                                                    .param("agreementState", "DONNE")
                                                    .param("agreementForm", "ORAL")
                                                    .param("agreementBy", "PERSONNE")
                                                    .with(user(cast.claireCoordinator))
                                                    .with(csrf()))
                                    .andReturn(),
                            address.endsWith("verifier") ? 200 : 422);
            assertThat(again.select("h2").first().text())
                    .as("nothing was open before: nothing to reactivate")
                    .isEqualTo("Inclusion");
            assertThat(again.select("#why").text())
                    .contains(InclusionText.DAY_OF_ACT)
                    .doesNotContain("L’accord de la personne à l’accompagnement n’est pas");
            if (address.equals("/inclusion"))
                assertThat(again.select("#agreementOn-error").text())
                        .isEqualTo(InclusionText.DAY_OF_ACT);
        }
    }

    @Test
    @Proves({"REQ-INCLUSION-05", "REQ-INCLUSION-11", "REQ-INCLUSION-12"})
    void an_inclusion_says_what_is_missing_before_the_click_and_refuses_with_the_same_words()
            throws Exception {
        var patient = cast.newPatient(cast.douai);
        var bare = page(get(cast.claireCoordinator, patient.value(), "/inclusion"), 200);
        assertThat(bare.select("button[aria-disabled=true]").text()).isEqualTo("Inclure");
        assertThat(bare.select("#why").text())
                .contains(
                        "Le besoin de coordination n’est pas encore validé",
                        "L’accord de la personne");
        var request = validatedNeed(patient, 3);

        var refused =
                page(
                        mvc.perform(
                                        org.springframework.test.web.servlet.request
                                                .MockMvcRequestBuilders.post(
                                                        "/dossiers/" + patient + "/inclusion")
                                                .param("demande", request.toString())
                                                .param("theme", "SOINS_PALLIATIFS")
                                                .param("level", "3")
                                                .param("day", today())
                                                .param(
                                                        "coordinator",
                                                        cast.claireCoordinator.member().toString())
                                                .param("crisisPlan", "Appeler la fille 👩")
                                                .with(user(cast.claireCoordinator))
                                                .with(csrf()))
                                .andReturn(),
                        422);
        assertThat(refused.select("#why").text())
                .contains(
                        "accord des professionnels de premier recours",
                        "L’accord de la personne",
                        "informée du partage",
                        "Maladie grave");
        assertThat(refused.select("#crisisPlan").val()).isEqualTo("Appeler la fille 👩");
        assertThat(supports(patient)).isZero();

        var criteria =
                refused.select("input[name=criterion]").eachAttr("value").toArray(String[]::new);
        var sent =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                "/dossiers/" + patient + "/inclusion")
                        .param("demande", request.toString())
                        .param("theme", "SOINS_PALLIATIFS")
                        .param("level", "3")
                        .param("day", today())
                        .param("intensity", "INTENSIF")
                        .param("coordinator", cast.claireCoordinator.member().toString())
                        .param("criterion", criteria)
                        .param("firstLineOn", today())
                        .param("firstLineBy", "Dr Morel, Mme Petit")
                        .param("crisisPlan", "Appeler la fille")
                        .param("agreementState", "DONNE")
                        .param("agreementOn", today())
                        .param("agreementForm", "ORAL")
                        .param("agreementBy", "PERSONNE")
                        .param("sharingState", "DONNE")
                        .param("sharingOn", today())
                        .param("sharingForm", "ORAL")
                        .param("sharingBy", "PERSONNE")
                        .param("_once", UUID.randomUUID().toString());
        page(mvc.perform(sent.with(user(cast.claireCoordinator)).with(csrf())).andReturn(), 302);
        page(
                mvc.perform(sent.with(user(cast.claireCoordinator)).with(csrf())).andReturn(),
                302); // sent twice, done once

        assertThat(supports(patient)).isEqualTo(1);
        var row =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                """
                                                select theme_code, level, included_on, commune_code, intensity, first_line_agreed_by from casefile.support where patient_id = :id
                                                """)
                                        .param("id", patient.value())
                                        .query()
                                        .singleRow());
        assertThat(row)
                .containsEntry("theme_code", "SOINS_PALLIATIFS")
                .containsEntry("level", 3)
                .containsEntry("commune_code", "59178")
                .containsEntry("included_on", java.sql.Date.valueOf(LocalDate.now(clock)))
                .containsEntry("first_line_agreed_by", "Dr Morel, Mme Petit");
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql("select status from intake.referral where id = :id")
                                                .param("id", request)
                                                .query(String.class)
                                                .single()))
                .isEqualTo("ACCOMPAGNEMENT");
        assertThat(
                        page(get(cast.claireCoordinator, patient.value(), "/cercle"), 200)
                                .select("table")
                                .text())
                .contains("Dr Anne MOREL", "Médecin traitant");
        page(get(cast.drMorel, patient.value(), "/cercle"), 200);
    }

    @Test
    @Proves({"REQ-LEVEL-06", "REQ-LEVEL-10"})
    void
            the_circle_refuses_two_attending_doctors_and_lets_a_case_coordinator_be_chosen_among_the_actors()
                    throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 30);

        var two =
                page(
                        post(
                                cast.claireCoordinator,
                                followed,
                                "/cercle",
                                "kind",
                                "PROFESSIONNEL",
                                "role",
                                "MEDECIN_TRAITANT",
                                "standing",
                                "SOIGNANT",
                                "name",
                                "Dr Paul NOËL",
                                "since",
                                today(),
                                "part",
                                "MEDICAL"),
                        422);
        assertThat(two.select(".error").text())
                .contains("Dr Anne MOREL est déjà médecin traitant à ces dates");
        assertThat(two.select("#name").val()).isEqualTo("Dr Paul NOËL");
        var ends =
                page(
                        post(
                                cast.claireCoordinator,
                                followed,
                                "/cercle",
                                "kind",
                                "PROFESSIONNEL",
                                "role",
                                "INTERVENANT",
                                "standing",
                                "SOIGNANT",
                                "name",
                                "M. Roche",
                                "since",
                                today(),
                                "until",
                                LocalDate.now(clock).minusDays(1).toString()),
                        422);
        assertThat(ends.select("#until-error").text()).contains("La fin est avant le début");
        var unknown =
                page(
                        post(
                                cast.claireCoordinator,
                                followed,
                                "/cercle",
                                "kind",
                                "PROFESSIONNEL",
                                "role",
                                "INTERVENANT",
                                "standing",
                                "SOIGNANT",
                                "name",
                                "Lucie PETIT",
                                "rpps",
                                "10199999999",
                                "since",
                                today(),
                                "part",
                                "SOINS"),
                        422);
        assertThat(unknown.select("#rpps-error").text()).contains("n’est pas dans l’annuaire");
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/cercle",
                        "kind",
                        "PROFESSIONNEL",
                        "role",
                        "INTERVENANT",
                        "standing",
                        "SOIGNANT",
                        "main",
                        "oui",
                        "name",
                        "Lucie PETIT",
                        "profession",
                        "Infirmière",
                        "rpps",
                        "10199999999",
                        "keepRpps",
                        "oui",
                        "since",
                        today(),
                        "part",
                        "SOINS"),
                302);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select count(*) from casefile.circle where"
                                                                + " patient_id = :id and name = 'Lucie"
                                                                + " PETIT' and rpps is null and main")
                                                .param("id", followed.patient().value())
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .isEqualTo(1);

        var page = page(get(cast.claireCoordinator, followed, "/cercle"), 200);
        var lucie =
                page.select("select[name=actor] option").stream()
                        .filter(o -> o.text().startsWith("Lucie"))
                        .findFirst()
                        .orElseThrow()
                        .val();
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/cercle/coordonnateur-de-cas",
                        "actor",
                        lucie),
                302);
        var after = page(get(cast.claireCoordinator, followed, "/cercle"), 200);
        assertThat(after.select("tr:contains(Lucie PETIT)").text())
                .contains("Coordonnateur de cas", "Acteur principal");
        assertThat(after.select("select[name=actor]")).isEmpty();
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/cercle/coordonnateur-de-cas",
                        "actor",
                        lucie),
                422);
    }

    @Test
    @Proves("REQ-RIGHTS-07")
    void a_home_help_paid_by_the_family_is_kept_to_their_tasks() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var refused =
                page(
                        post(
                                cast.claireCoordinator,
                                followed,
                                "/cercle",
                                "kind",
                                "PROFESSIONNEL",
                                "role",
                                "INTERVENANT",
                                "standing",
                                "HORS_LISTE",
                                "name",
                                "Josiane LEMAIRE",
                                "since",
                                today(),
                                "part",
                                "AIDE"),
                        422);
        assertThat(refused.select(".error").text())
                .contains("ne fait pas partie de l’équipe de soins");
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/cercle",
                        "kind",
                        "PROFESSIONNEL",
                        "role",
                        "INTERVENANT",
                        "standing",
                        "HORS_LISTE",
                        "name",
                        "Josiane LEMAIRE",
                        "since",
                        today(),
                        "part",
                        "TACHES"),
                302);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update casefile.care_team set account_id = :account where"
                                                + " patient_id = :id and name = 'Josiane LEMAIRE'")
                                .param("account", cast.nurseLucie.accountId())
                                .param("id", followed.patient().value())
                                .update());

        page(get(cast.nurseLucie, followed, "/cercle"), 404);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select in_care_team from casefile.circle"
                                                                + " where patient_id = :id and name ="
                                                                + " 'Josiane LEMAIRE'")
                                                .param("id", followed.patient().value())
                                                .query((row, _) -> row.getBoolean(1))
                                                .single()))
                .isFalse();
    }

    @Test
    void somebody_accompanied_is_not_included_again() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var page = page(get(cast.claireCoordinator, followed, "/inclusion"), 200);
        assertThat(page.select("main").text())
                .contains("Un accompagnement est déjà ouvert pour cette personne.")
                .doesNotContain("Réactiver");
        assertThat(page.select("form[action$=/inclusion]")).isEmpty();
        assertThat(page.select("a[href$=/niveau]")).isNotEmpty();
        var request = validatedNeed(followed.patient(), 2);
        assertThat(
                        page(get(cast.claireCoordinator, followed, "/demandes"), 200)
                                .select("a[href*=" + request + "]")
                                .eachText())
                .doesNotContain("Inclure");
        assertThat(include(followed, request, "version", "0").getResponse().getStatus())
                .isEqualTo(422);
    }

    @Test
    void each_warning_has_its_tone_and_its_icon() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    "update patient.patient set lives_alone = true, mt_told ="
                                            + " false, mt_opposition = 'CSAPA' where id = :p")
                            .param("p", followed.patient().value())
                            .update();
                    return sql.sql(
                                    "insert into casefile.crisis_plan (patient_id, actions, written_by, written_at)"
                                            + " values (:p, 'Appeler la fille', 'Claire', now())")
                            .param("p", followed.patient().value())
                            .update();
                });
        var warnings =
                page(get(cast.claireCoordinator, followed, "/cercle"), 200)
                        .select(".patient-warnings .badge");
        assertThat(warnings)
                .extracting(w -> w.tagName() + " " + w.className() + " " + w.text())
                .containsExactly(
                        "a badge is-late Consignes de crise",
                        "a badge is-due Accord à recueillir",
                        "span badge is-late S’oppose à l’information du médecin traitant",
                        "span badge is-due Isolée");
        assertThat(warnings.select("use").eachAttr("href"))
                .extracting(href -> href.replaceFirst(".*#i-", ""))
                .containsExactly("alert-triangle", "clipboard-list", "eye-off", "info-circle");
    }

    @Test
    void a_stay_pauses_the_alerts_until_the_person_is_home() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var refused =
                page(
                        post(
                                cast.claireCoordinator,
                                followed,
                                "/sejours",
                                "kind",
                                "PROGRAMME",
                                "hospital",
                                "CH de Douai",
                                "admittedOn",
                                today(),
                                "expectedOn",
                                LocalDate.now(clock).minusDays(1).toString()),
                        422);
        assertThat(refused.select("#expectedOn-error").text())
                .contains("La sortie est avant l’entrée");
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/sejours",
                        "kind",
                        "NON_PROGRAMME",
                        "hospital",
                        "CH de Douai",
                        "admittedOn",
                        today(),
                        "pause",
                        "oui"),
                302);
        var page = page(get(cast.claireCoordinator, followed, "/sejours"), 200);
        assertThat(page.select(".patient-warnings").text())
                .contains("Hospitalisée depuis", "Alertes en pause");
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/sejours",
                        "kind",
                        "PROGRAMME",
                        "hospital",
                        "Clinique",
                        "admittedOn",
                        today()),
                422);

        var stay =
                page.select("form[action$=/retour]")
                        .attr("action")
                        .replaceAll(".*/sejours/(.*)/retour", "$1");
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/sejours/" + stay + "/retour",
                        "dischargedOn",
                        today()),
                302);
        assertThat(
                        page(get(cast.claireCoordinator, followed, "/sejours"), 200)
                                .select(".patient-warnings")
                                .text())
                .doesNotContain("pause", "Hospitalisée");
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/sejours/pause",
                        "pausedFrom",
                        today(),
                        "pausedUntil",
                        LocalDate.now(clock).minusDays(2).toString(),
                        "pauseReason",
                        "VACANCES",
                        "version",
                        "0"),
                422);
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/sejours/" + UUID.randomUUID() + "/retour",
                        "dischargedOn",
                        today()),
                404);
    }

    @Test
    void the_requests_of_a_person_are_listed_with_what_became_of_them() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        var request = validatedNeed(followed.patient(), 2);
        var page = page(get(cast.sophieSecretary, followed, "/demandes"), 200);
        assertThat(page.select("table a").attr("href")).isEqualTo("/demandes/" + request);
        assertThat(page.select("table").text())
                .contains("Dr Anne MOREL", "À analyser")
                .doesNotContain("Inclure");
        page(get(cast.calaisCoordinator, followed, "/demandes"), 404);
    }

    @Test
    void the_crisis_plan_is_written_and_warned_of() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        page(
                post(
                        cast.claireCoordinator,
                        followed,
                        "/consignes",
                        "actions",
                        "Appeler la fille",
                        "directives",
                        "INCONNU"),
                302);
        assertThat(
                        page(get(cast.claireCoordinator, followed, "/cercle"), 200)
                                .select(".patient-warnings")
                                .text())
                .contains("Consignes de crise");
    }

    private MvcResult include(Followed followed, UUID request, String... more) throws Exception {
        var shown =
                page(
                        get(
                                cast.claireCoordinator,
                                followed.patient().value(),
                                "/inclusion?demande=" + request),
                        200);
        var criteria =
                shown.select("input[name=criterion]").eachAttr("value").toArray(String[]::new);
        return mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                        "/dossiers/" + followed.patient() + "/inclusion")
                                .param("demande", request.toString())
                                .param("theme", "GERONTOLOGIE")
                                .param("level", "2")
                                .param("day", today())
                                .param("coordinator", cast.claireCoordinator.member().toString())
                                .param("criterion", criteria)
                                .param(more[0], more[1])
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andReturn();
    }

    private UUID validatedNeed(PatientId patient, int level) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    """
                                    insert into intake.referral (id, received_at, channel, patient_id, asker_quality, asker_name, urgency, theme_code, level)
                                    values (:id, :now, 'TELEPHONE', :patient, 'MEDECIN_TRAITANT', 'Dr Anne MOREL', 'NORMALE', 'GERONTOLOGIE', :level)
                                    """)
                            .param("id", id)
                            .param("now", java.sql.Timestamp.from(clock.instant()))
                            .param("patient", patient.value())
                            .param("level", level)
                            .update();
                    return sql.sql(
                                    """
                                    insert into intake.analysis (referral_id, retained_level, need_validated_on, analysed_at) values (:id, :level, :today, :now)
                                    """)
                            .param("id", id)
                            .param("level", level)
                            .param("today", LocalDate.now(clock))
                            .param("now", java.sql.Timestamp.from(clock.instant()))
                            .update();
                });
        return id;
    }

    private void told(PatientId patient) {
        cast.as(
                cast.claireCoordinator,
                () -> {
                    for (var act : java.util.List.of(Act.ACCOMPAGNEMENT, Act.PARTAGE_EQUIPE)) {
                        consents.record(
                                patient,
                                new Consent(
                                        act,
                                        State.DONNE,
                                        LocalDate.now(clock),
                                        "ORAL",
                                        "PERSONNE",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null));
                    }
                    return null;
                });
    }

    private MvcResult get(SignedIn who, Followed followed, String page) throws Exception {
        return get(who, followed.patient().value(), page);
    }

    private MvcResult get(SignedIn who, UUID patient, String page) throws Exception {
        return mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                                        "/dossiers/" + patient + page)
                                .with(user(who)))
                .andReturn();
    }

    private MvcResult post(SignedIn who, Followed followed, String page, String... pairs)
            throws Exception {
        var request =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                        "/dossiers/" + followed.patient() + page);
        for (int i = 0; i < pairs.length; i += 2) request.param(pairs[i], pairs[i + 1]);
        return mvc.perform(request.with(user(who)).with(csrf())).andReturn();
    }

    private static Document page(MvcResult result, int status) throws Exception {
        assertThat(result.getResponse().getStatus())
                .as(() -> {
                    try {
                        return Jsoup.parse(result.getResponse().getContentAsString()).text();
                    } catch (java.io.UnsupportedEncodingException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .isEqualTo(status);
        return Jsoup.parse(
                result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private String status(Followed followed) {
        return cast.in(
                followed.network(),
                () ->
                        sql.sql(
                                        "select status from casefile.any_support where patient_id ="
                                                + " :id order by opened_on desc limit 1")
                                .param("id", followed.patient().value())
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    private int supports(PatientId patient) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select count(*) from casefile.any_support where patient_id = :id")
                                .param("id", patient.value())
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    private int refusals(PatientId patient) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select count(*) from access.refusal where object_id = :id")
                                .param("id", patient.value())
                                .query((row, _) -> row.getInt(1))
                                .single());
    }
}

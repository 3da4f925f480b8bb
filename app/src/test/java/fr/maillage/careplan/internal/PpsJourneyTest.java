package fr.maillage.careplan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.careplan.CarePlans;
import fr.maillage.casefile.SupportClosed;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class PpsJourneyTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired MovableClock clock;

    @Autowired JdbcClient sql;

    @Autowired CarePlans carePlans;

    @Autowired ApplicationEventPublisher events;

    @AfterEach
    void backToTheSecondOfJune() {
        clock.reset();
    }

    @Test
    @Proves({
        "REQ-PPS-01",
        "REQ-PPS-02",
        "REQ-PPS-04",
        "REQ-PPS-05",
        "REQ-PPS-06",
        "REQ-PPS-08",
        "REQ-PPS-09",
        "REQ-PPS-10",
        "REQ-PPS-12",
        "REQ-PPS-26"
    })
    void a_plan_is_written_piece_by_piece_with_every_part_of_the_guide_and_read_back()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 10);
        var pps = begin(followed);
        section(
                followed,
                pps,
                "SITUATION",
                "mt_problems",
                "Risque de chute",
                "life_project",
                "Rester chez elle",
                "preferences_person",
                "Pas d’hôpital",
                "preferences_relatives",
                "Souffler un peu");
        section(
                followed,
                pps,
                "SOINS",
                "treatment_accepted",
                "Arrêt du somnifère",
                "hospital_expected",
                "Hôpital de jour, une journée",
                "phases",
                "Juin, CH de Douai");
        section(
                followed,
                pps,
                "AIDE",
                "social_assessment",
                "APA demandée",
                "social_worker",
                "Mme Blanc, 03 27 00 00 09");
        section(followed, pps, "CONTEXTE", "context_social", "Isolement");
        section(
                followed,
                pps,
                "EDUCATION",
                "education_summary",
                "Se relever du sol",
                "prevention",
                "Vaccins à jour");
        section(
                followed,
                pps,
                "CONTACTS",
                "useful_contacts",
                "Voisine : 03 27 00 00 08",
                "crisis",
                "Appeler le 15",
                "doctor_name",
                "Dr Anne MOREL",
                "doctor_contact",
                "03 27 00 00 02");
        section(
                followed,
                pps,
                "CONDUITE",
                "reassess_on",
                "2027-06-02",
                "referent",
                Objects.requireNonNull(cast.claireCoordinator.memberId()).toString());
        ok(
                line(
                        followed,
                        pps,
                        "pathologies",
                        "label",
                        "Maladie d’Alzheimer",
                        "severity",
                        "MODEREE",
                        "ald",
                        "on"));
        ok(
                line(
                        followed,
                        pps,
                        "objectifs",
                        "title",
                        "Ne plus tomber",
                        "problem",
                        "Chutes",
                        "kind",
                        "QUALITATIF",
                        "domain",
                        "MEDICAL",
                        "target",
                        "0 chute en 3 mois",
                        "due_on",
                        "2026-09-30"));
        ok(
                line(
                        followed,
                        pps,
                        "interventions",
                        "title",
                        "Bilan social",
                        "type",
                        "BILAN_SOCIAL",
                        "starts_on",
                        "2026-06-10"));
        for (var type :
                List.of(
                        "EVALUATION",
                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                        "PRESCRIPTION_MEDICAMENTEUSE",
                        "EXAMEN",
                        "CONSULTATION",
                        "HOSPITALISATION",
                        "DECISION_RCP")) {
            ok(
                    line(
                            followed,
                            pps,
                            "interventions",
                            "title",
                            "Acte " + type,
                            "type",
                            type,
                            "starts_on",
                            "2026-06-10"));
        }
        submit(followed, pps).andExpect(status().is3xxRedirection());

        var text = page(cast.claireCoordinator, followed, "/" + pps).text();

        assertThat(text)
                .contains(
                        "Risque de chute",
                        "Rester chez elle",
                        "Pas d’hôpital",
                        "Souffler un peu",
                        "Arrêt du somnifère",
                        "Hôpital de jour, une journée",
                        "Juin, CH de Douai",
                        "APA demandée",
                        "Mme Blanc",
                        "Isolement",
                        "Se relever du sol",
                        "Vaccins à jour",
                        "Voisine",
                        "Dr Anne MOREL",
                        "03 27 00 00 02",
                        "Maladie d’Alzheimer",
                        "Modérée",
                        "ALD",
                        "Ne plus tomber",
                        "Qualitatif",
                        "0 chute en 3 mois",
                        "Bilan social",
                        "Examen complémentaire",
                        "Décision de RCP",
                        "à réévaluer avant le",
                        "Professionnels de santé");
        assertThat(
                        Jsoup.parse(
                                        mvc.perform(
                                                        get(base(followed) + "/" + pps)
                                                                .with(user(cast.claireCoordinator)))
                                                .andReturn()
                                                .getResponse()
                                                .getContentAsString())
                                .select(".intervention"))
                .hasSize(8);
    }

    @Test
    @Proves({"REQ-PPS-13", "REQ-PPS-14", "REQ-PPS-15"})
    void
            an_amendment_given_on_the_telephone_by_a_locum_is_recorded_by_the_coordinator_and_the_plan_counts()
                    throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = submitted(followed);
        assertThat(letters(followed, "AVIS_PPS"))
                .singleElement()
                .asString()
                .contains("□ Je valide le plan en l’état", "Marcher dehors");

        mvc.perform(
                        post(base(followed) + "/" + pps + "/avis")
                                .with(user(cast.claireCoordinator))
                                .with(csrf())
                                .param("opinion", "VALIDE_APRES_AMENDEMENT")
                                .param("words", "HbA1c tous les 3 mois")
                                .param("given_by", "Dr Luc REMPLAÇANT")
                                .param("given_on", "2026-06-02")
                                .param("channel", "TELEPHONE"))
                .andExpect(status().is3xxRedirection());

        var plan = cast.in(cast.douai, () -> carePlans.current(followed.patient())).orElseThrow();
        assertThat(plan.validated()).isTrue();
        assertThat(plan.amendment()).isEqualTo("HbA1c tous les 3 mois");
        var opinion =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select given_by || ' / ' || recorded_by || ' / ' || channel from careplan.opinion where pps_id = :id")
                                        .param("id", pps)
                                        .query((row, _) -> row.getString(1))
                                        .single());
        assertThat(opinion).isEqualTo("Dr Luc REMPLAÇANT / Claire DUMONT / TELEPHONE");
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select in_force_why || ' ' || in_force_by from careplan.pps where id = :id")
                                                .param("id", pps)
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .isEqualTo("AVIS Dr Luc REMPLAÇANT");
    }

    @Test
    void without_an_attending_doctor_the_plan_is_in_force_at_once() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set mt_state = 'A_RECHERCHER', mt_rpps = null, mt_name = null where id = :id")
                                .param("id", followed.patient().value())
                                .update());

        submitted(followed);

        var plan = cast.in(cast.douai, () -> carePlans.current(followed.patient())).orElseThrow();
        assertThat(plan.opinion()).isEqualTo("SANS_OBJET");
        assertThat(plan.validated()).isFalse();
        assertThat(letters(followed, "AVIS_PPS")).isEmpty();
    }

    @Test
    void silence_is_refused_before_fifteen_days_then_accepted_with_a_reason_and_does_not_validate()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = submitted(followed);
        clock.move(Duration.ofDays(14));
        var early =
                mvc.perform(force(followed, pps, "deux appels"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        assertThat(early.getResponse().getContentAsString()).contains("15\u00A0j de silence");
        clock.move(Duration.ofDays(1));
        mvc.perform(force(followed, pps, " ")).andExpect(status().isUnprocessableContent());
        assertThat(cast.in(cast.douai, () -> carePlans.current(followed.patient()))).isEmpty();

        mvc.perform(force(followed, pps, "deux appels sans réponse"))
                .andExpect(status().is3xxRedirection());

        var plan = cast.in(cast.douai, () -> carePlans.current(followed.patient())).orElseThrow();
        assertThat(plan.validated()).isFalse();
        assertThat(plan.opinion()).isEqualTo("ATTENDU");
        assertThat(page(cast.claireCoordinator, followed, "").text())
                .contains("Sans réponse depuis 15");
        assertThat(cast.as(cast.drMorel, () -> carePlans.awaitedFrom("10100000017")))
                .extracting(CarePlans.Awaited::pps)
                .contains(pps);
    }

    @Test
    @Proves("REQ-PPS-03")
    void an_education_plan_alone_is_refused_with_its_sentence() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = begin(followed);
        section(followed, pps, "CONDUITE", "reassess_on", "2027-01-01");
        ok(
                line(
                        followed,
                        pps,
                        "objectifs",
                        "title",
                        "Se soigner",
                        "kind",
                        "QUALITATIF",
                        "domain",
                        "EDUCATIF"));
        ok(
                line(
                        followed,
                        pps,
                        "interventions",
                        "title",
                        "Séance",
                        "type",
                        "SEANCE_EDUCATION",
                        "starts_on",
                        "2026-06-10"));

        var refused =
                submit(followed, pps).andExpect(status().isUnprocessableContent()).andReturn();

        assertThat(refused.getResponse().getContentAsString())
                .contains("ne constitue pas à lui seul un PPS");
    }

    @Test
    @Proves({"REQ-PPS-07", "REQ-PPS-17"})
    void
            a_recurrence_without_end_or_of_too_many_dates_and_a_reassessment_beyond_the_year_are_refused()
                    throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = begin(followed);

        var endless =
                mvc.perform(
                                line(
                                        followed,
                                        pps,
                                        "interventions",
                                        "title",
                                        "Kiné <b>🙂</b>",
                                        "type",
                                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                                        "starts_on",
                                        "2026-06-10",
                                        "unit",
                                        "SEMAINE",
                                        "every_n",
                                        "1",
                                        "weekdays",
                                        "1"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        var page = Jsoup.parse(endless.getResponse().getContentAsString());
        assertThat(page.select("#interventions-nouveau-ends_on-error").text())
                .contains("Une répétition a une fin");
        assertThat(page.select("#interventions-nouveau-title").val()).isEqualTo("Kiné <b>🙂</b>");
        // more than 400 dates: said with their number, nothing typed lost, nothing written
        var exploding =
                mvc.perform(
                                line(
                                        followed,
                                        pps,
                                        "interventions",
                                        "title",
                                        "Glycémie du matin",
                                        "type",
                                        "EXAMEN",
                                        "starts_on",
                                        "2026-06-10",
                                        "unit",
                                        "JOUR",
                                        "every_n",
                                        "1",
                                        "times",
                                        "730"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        page = Jsoup.parse(exploding.getResponse().getContentAsString());
        assertThat(page.select("#interventions-nouveau-times-error").text())
                .contains("730 actes", "400 au plus");
        assertThat(page.select("#interventions-nouveau-title").val())
                .isEqualTo("Glycémie du matin");
        assertThat(page.select("#interventions-nouveau-times").val()).isEqualTo("730");
        assertThat(page(cast.claireCoordinator, followed, "/" + pps).select(".intervention"))
                .isEmpty();
        var late =
                mvc.perform(sectionRequest(followed, pps, "CONDUITE", "reassess_on", "2027-06-03"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        assertThat(
                        Jsoup.parse(late.getResponse().getContentAsString())
                                .select("#conduite-reassess_on-error")
                                .text())
                .contains("au moins une fois par an");
        var ended =
                mvc.perform(
                                line(
                                        followed,
                                        pps,
                                        "interventions",
                                        "title",
                                        "Kiné",
                                        "type",
                                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                                        "starts_on",
                                        "2026-06-10",
                                        "unit",
                                        "JOUR",
                                        "every_n",
                                        "1",
                                        "ends_on",
                                        "2026-06-01"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        assertThat(ended.getResponse().getContentAsString()).contains("La fin est avant le début");
    }

    @Test
    void the_second_of_two_tabs_is_told_and_keeps_what_it_typed_while_another_section_is_free()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = begin(followed);
        var first = sectionRequest(followed, pps, "SOINS", "phases", "première saisie");
        var second = sectionRequest(followed, pps, "SOINS", "phases", "seconde saisie");
        var elsewhere = sectionRequest(followed, pps, "AIDE", "social_worker", "Mme Blanc");

        mvc.perform(first).andExpect(status().is3xxRedirection());
        mvc.perform(elsewhere).andExpect(status().is3xxRedirection());
        var told = mvc.perform(second).andExpect(status().isConflict()).andReturn();

        var page = Jsoup.parse(told.getResponse().getContentAsString());
        assertThat(page.text()).contains("Un collègue a modifié cette fiche entre-temps");
        assertThat(page.select("#soins-phases").val()).isEqualTo("seconde saisie");
    }

    @Test
    @Proves("REQ-PPS-18")
    void
            a_change_is_the_next_version_with_the_same_ids_and_the_version_in_force_cannot_be_altered_even_by_sql()
                    throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = inForce(followed);
        mvc.perform(post(base(followed)).with(user(cast.claireCoordinator)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(
                        post(base(followed))
                                .with(user(cast.claireCoordinator))
                                .with(csrf())
                                .param("reason", "Chute du 1er juin"))
                .andExpect(status().is3xxRedirection());
        var next =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select id from careplan.pps where patient_id = :p and status = 'BROUILLON'")
                                        .param("p", followed.patient().value())
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        assertThat(ids("intervention", next)).isEqualTo(ids("intervention", pps)).isNotEmpty();
        assertThat(ids("goal", next)).isEqualTo(ids("goal", pps)).isNotEmpty();

        for (var statement :
                List.of(
                        "update careplan.pps set phases = 'autre' where id = :id",
                        "update careplan.goal set title = 'autre' where pps_id = :id",
                        "delete from careplan.intervention where pps_id = :id",
                        "insert into careplan.pathology (pps_id, label) values (:id, 'autre')")) {
            assertThatThrownBy(() ->
                            cast.in(cast.douai, () -> sql.sql(statement).param("id", pps).update()))
                    .rootCause()
                    .hasMessageContaining("never changes");
        }
        ok(
                line(
                        followed,
                        next,
                        "interventions",
                        "title",
                        "Visite du domicile",
                        "type",
                        "EVALUATION",
                        "starts_on",
                        "2026-06-10"));
        section(
                followed,
                next,
                "CONDUITE",
                "reassess_on",
                "2026-12-01",
                "change_reason",
                "Chute du 1er juin");
        submit(followed, next).andExpect(status().is3xxRedirection());
        answer(followed, next);

        assertThat(statusOf(pps)).isEqualTo("REMPLACE");
        assertThat(statusOf(next)).isEqualTo("EN_VIGUEUR");
        var diff = page(cast.claireCoordinator, followed, "/" + next + "/versions");
        assertThat(diff.select("table.diff tbody th").eachText())
                .anyMatch(t -> t.startsWith("Visite du domicile"));
        assertThat(diff.select("ins").text()).contains("1\u00A0fois, le".substring(0, 1));
    }

    @Test
    @Proves("REQ-PPS-14")
    void the_attending_doctor_answers_on_screen_and_nobody_else_finds_the_page() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = submitted(followed);

        mvc.perform(get("/avis/" + pps).with(user(cast.nurseLucie)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/avis/" + UUID.randomUUID()).with(user(cast.drMorel)))
                .andExpect(status().isNotFound());
        var page =
                Jsoup.parse(
                        mvc.perform(get("/avis/" + pps).with(user(cast.drMorel)))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(page.select("input[name=opinion]")).hasSize(3);
        assertThat(page.text()).contains("Marcher dehors");
        mvc.perform(
                        post("/avis/" + pps)
                                .with(user(cast.drMorel))
                                .with(csrf())
                                .param("opinion", "MODIFICATION_DEMANDEE"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(
                        post("/avis/" + pps)
                                .with(user(cast.drMorel))
                                .with(csrf())
                                .param("opinion", "VALIDE"))
                .andExpect(status().is3xxRedirection());

        assertThat(statusOf(pps)).isEqualTo("EN_VIGUEUR");
        assertThat(
                        cast.in(cast.douai, () -> carePlans.current(followed.patient()))
                                .orElseThrow()
                                .validated())
                .isTrue();
    }

    @Test
    void the_doctor_s_page_says_what_changed_since_their_last_visit() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = submitted(followed);
        assertThat(doctors(pps).select("#depuis")).as("the first visit").isEmpty();
        clock.move(Duration.ofDays(1));
        answer(followed, pps);
        clock.move(Duration.ofDays(2));
        var today = LocalDate.now(clock);
        var intervention = ids("intervention", pps).getFirst();
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    """
                                    insert into casefile.care_team (patient_id, kind, actor_group, role, name, profession, since)
                                    values (:p, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', 'Hugo ROCHE', 'Masseur-kinésithérapeute', :day)
                                    """)
                            .param("p", followed.patient().value())
                            .param("day", today)
                            .update();
                    return sql.sql(
                                    """
                                    insert into followup.occurrence (patient_id, intervention_id, pps_id, title, due_on, due_until, late_after, status, done_on)
                                    select :p, i.intervention_id, i.pps_id, i.title, :day, :day, :day, 'FAIT', :day
                                      from careplan.intervention i where i.pps_id = :pps and i.intervention_id = :i
                                    on conflict (network_id, intervention_id, due_on) do update set status = 'FAIT', done_on = excluded.done_on
                                    """)
                            .param("p", followed.patient().value())
                            .param("pps", pps)
                            .param("i", intervention)
                            .param("day", today)
                            .update();
                });

        assertThat(doctors(pps).select("section:has(#depuis)").text())
                .contains("il y a 3")
                .contains("La version 1 du plan est en vigueur depuis le 3 juin 2026.")
                .contains("Hugo ROCHE rejoint le cercle.")
                .contains("fait 1 fois");
        assertThat(page(cast.claireCoordinator, followed, "/" + pps + "/avis").select("#depuis"))
                .as("the coordinator is not the doctor")
                .isEmpty();
    }

    private Document doctors(UUID pps) throws Exception {
        return Jsoup.parse(
                mvc.perform(get("/avis/" + pps).with(user(cast.drMorel)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    @Test
    void a_modification_asked_of_a_plan_in_force_by_silence_begins_the_next_version()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = submitted(followed);
        clock.move(Duration.ofDays(15));
        mvc.perform(force(followed, pps, "silence")).andExpect(status().is3xxRedirection());

        mvc.perform(
                        post("/avis/" + pps)
                                .with(user(cast.drMorel))
                                .with(csrf())
                                .param("opinion", "MODIFICATION_DEMANDEE")
                                .param("words", "moins de passages"))
                .andExpect(status().is3xxRedirection());

        assertThat(statusOf(pps)).isEqualTo("EN_VIGUEUR");
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select change_reason from careplan.pps where patient_id = :p and status = 'BROUILLON'")
                                                .param("p", followed.patient().value())
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .contains("moins de passages");
    }

    @Test
    void others_find_nothing() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = inForce(followed);
        for (var who :
                List.of(
                        cast.sophieSecretary,
                        cast.helenHead,
                        cast.calaisCoordinator,
                        cast.nurseLucie)) {
            mvc.perform(get(base(followed) + "/" + pps).with(user(who)))
                    .andExpect(status().isNotFound());
            mvc.perform(get(base(followed) + "/" + pps + "/imprimer.pdf").with(user(who)))
                    .andExpect(status().isNotFound());
        }
        var other = cast.newFollowed(cast.douai, 2, 10);
        mvc.perform(get(base(other) + "/" + pps).with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        mvc.perform(get(base(followed) + "/" + pps).with(user(cast.agencyOfficer)))
                .andExpect(r -> assertThat(r.getResponse().getStatus()).isBetween(403, 404));
    }

    @Test
    @Proves({"REQ-PPS-11", "REQ-PPS-28", "REQ-FOLLOWUP-14"})
    void actors_stand_in_their_groups_as_they_were_and_each_is_told_of_what_concerns_them()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var physio = member(followed, "PROFESSIONNEL_DE_SANTE", "M. ROCHE");
        member(followed, "ETABLISSEMENT", "HAD du Douaisis");
        member(followed, "CLIC", "CLIC de Douai");
        member(followed, "MEDICO_SOCIAL", "Mme Blanc, assistante sociale");
        member(followed, "RESEAU", "Réseau Diabète 59");
        member(followed, "MAIA", "MAIA du Douaisis");
        var pps = begin(followed);
        section(followed, pps, "CONDUITE", "reassess_on", "2027-01-01");
        ok(
                line(
                        followed,
                        pps,
                        "objectifs",
                        "title",
                        "Marcher dehors",
                        "kind",
                        "QUALITATIF",
                        "domain",
                        "MEDICAL"));
        ok(
                line(
                        followed,
                        pps,
                        "interventions",
                        "title",
                        "Kiné équilibre",
                        "type",
                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                        "starts_on",
                        "2026-06-10",
                        "unit",
                        "SEMAINE",
                        "every_n",
                        "1",
                        "weekdays",
                        "1",
                        "times",
                        "18",
                        "actor",
                        physio.toString()));
        submit(followed, pps);
        answer(followed, pps);
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update casefile.care_team set name = 'parti' where id = :id")
                                .param("id", physio)
                                .update());

        var page = page(cast.claireCoordinator, followed, "/" + pps);

        assertThat(page.select("section[aria-labelledby=acteurs] h4").eachText())
                .contains(
                        "Professionnels de santé",
                        "Services et établissements de santé",
                        "CLIC",
                        "Services médico-sociaux",
                        "Réseaux de santé",
                        "Acteurs de la MAIA");
        assertThat(page.select("section[aria-labelledby=acteurs]").text())
                .contains("M. ROCHE")
                .doesNotContain("parti");
        assertThat(letters(followed, "CHANGEMENT"))
                .singleElement()
                .asString()
                .contains("Kiné équilibre");
    }

    @Test
    void the_plan_given_to_the_person_is_recorded_and_only_a_plan_in_force_is() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = submitted(followed);
        mvc.perform(handOver(followed, pps)).andExpect(status().isUnprocessableContent());
        answer(followed, pps);

        mvc.perform(handOver(followed, pps)).andExpect(status().is3xxRedirection());

        assertThat(page(cast.claireCoordinator, followed, "/" + pps).text())
                .contains("Remis à la personne par Claire DUMONT");
    }

    @Test
    void an_exit_closes_the_plan_and_the_draft_and_a_death_cancels_what_waits() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = inForce(followed);
        mvc.perform(
                        post(base(followed))
                                .with(user(cast.claireCoordinator))
                                .with(csrf())
                                .param("reason", "autre"))
                .andExpect(status().is3xxRedirection());

        cast.as(
                cast.claireCoordinator,
                () -> {
                    events.publishEvent(
                            new SupportClosed(
                                    cast.douai,
                                    followed.support(),
                                    followed.patient(),
                                    "DECES",
                                    clock.instant()));
                    return null;
                });

        assertThat(statusOf(pps)).isEqualTo("CLOS");
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select count(*) from careplan.pps where patient_id = :p and status <> 'CLOS'")
                                                .param("p", followed.patient().value())
                                                .query((row, _) -> row.getLong(1))
                                                .single()))
                .isZero();
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select distinct state from correspondence.outgoing_message where patient_id = :p")
                                                .param("p", followed.patient().value())
                                                .query((row, _) -> row.getString(1))
                                                .list()))
                .containsExactly("ANNULE");
    }

    @Test
    void levels_zero_and_one_have_no_plan() throws Exception {
        var followed = cast.newFollowed(cast.douai, 1, 10);
        var refused =
                mvc.perform(post(base(followed)).with(user(cast.claireCoordinator)).with(csrf()))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        assertThat(refused.getResponse().getContentAsString())
                .contains("Il n’y a pas de PPS au niveau 1");
    }

    @Test
    void a_line_is_changed_and_taken_away() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = begin(followed);
        ok(line(followed, pps, "pathologies", "label", "Diabète"));
        ok(
                line(
                        followed,
                        pps,
                        "objectifs",
                        "title",
                        "Équilibre",
                        "kind",
                        "BIOMEDICAL",
                        "domain",
                        "MEDICAL",
                        "indicator",
                        "HbA1c",
                        "target",
                        "< 7,5 %"));
        ok(
                line(
                        followed,
                        pps,
                        "interventions",
                        "title",
                        "Rétinographie",
                        "type",
                        "EXAMEN",
                        "starts_on",
                        "2026-06-10"));
        var edit = page(cast.claireCoordinator, followed, "/" + pps + "/modifier");
        for (var form : edit.select("form[action$=/retirer]"))
            mvc.perform(post(form.attr("action")).with(user(cast.claireCoordinator)).with(csrf()))
                    .andExpect(status().is3xxRedirection());
        assertThat(
                        page(cast.claireCoordinator, followed, "/" + pps + "/modifier")
                                .select("form[action$=/retirer]"))
                .isEmpty();
        assertThat(edit.select("form[action$=/retirer]")).hasSize(3);
    }

    // ── the journey, in gestures ──

    @Test
    void a_submitted_plan_is_taken_back_before_any_opinion_and_the_request_with_it()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var pps = submitted(followed);
        assertThat(
                        page(cast.claireCoordinator, followed, "/" + pps)
                                .select("form[action$=reprendre]"))
                .hasSize(1);
        mvc.perform(
                        post(base(followed) + "/" + pps + "/reprendre")
                                .with(user(cast.sophieSecretary))
                                .with(csrf()))
                .andExpect(status().isNotFound());

        assertThat(takeBack(followed, pps)).isEqualTo(PpsText.REQUEST_CANCELLED);

        assertThat(statusOf(pps)).isEqualTo("BROUILLON");
        assertThat(states(followed, "AVIS_PPS")).containsExactly("ANNULE");
        assertThat(states(followed, "CHANGEMENT")).isEmpty();
        section(followed, pps, "CONDUITE", "reassess_on", "2027-02-01"); // written again
        assertThat(cast.as(cast.drMorel, () -> carePlans.awaitedFrom("10100000017")))
                .extracting(CarePlans.Awaited::pps)
                .doesNotContain(pps);
        mvc.perform(get("/avis/" + pps).with(user(cast.drMorel)))
                .andExpect(status().is3xxRedirection())
                .andExpect(
                        org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash()
                                .attribute("toast", PpsText.NOT_AWAITED));
        // the doctor whose page was open already loses nothing of what was written
        var late =
                mvc.perform(
                                post("/avis/" + pps)
                                        .with(user(cast.drMorel))
                                        .with(csrf())
                                        .param("opinion", "MODIFICATION_DEMANDEE")
                                        .param("words", "moins de passages"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(late).contains("Aucun avis n’est demandé", "moins de passages");

        // submitted again, posted, taken back: the doctor is written to
        submit(followed, pps).andExpect(status().is3xxRedirection());
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update correspondence.outgoing_message set state = 'ENVOYE', sent_at = now() where about_id = :id and state = 'A_ENVOYER'")
                                .param("id", pps)
                                .update());
        clock.move(Duration.ofDays(3));
        assertThat(takeBack(followed, pps)).isEqualTo(PpsText.REQUEST_WITHDRAWN);
        assertThat(letters(followed, "CHANGEMENT"))
                .singleElement()
                .asString()
                .contains("rien à nous répondre");
        clock.move(Duration.ofDays(1));
        submit(followed, pps).andExpect(status().is3xxRedirection());
        assertThat(takeBack(followed, pps))
                .as("the third request had not left")
                .isEqualTo(PpsText.REQUEST_CANCELLED);
        submit(followed, pps).andExpect(status().is3xxRedirection());
        mvc.perform(
                        post("/avis/" + pps)
                                .with(user(cast.drMorel))
                                .with(csrf())
                                .param("opinion", "VALIDE"))
                .andExpect(status().is3xxRedirection());
        assertThat(statusOf(pps)).isEqualTo("EN_VIGUEUR");
        mvc.perform(
                        post(base(followed) + "/" + pps + "/reprendre")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select count(*) from patient.timeline_entry where patient_id = :p and title = 'PPS v1 repris en brouillon'")
                                                .param("p", followed.patient().value())
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .isEqualTo(3);
    }

    @Test
    void a_version_is_not_compared_with_itself_and_old_stands_before_new() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var first = inForce(followed);
        mvc.perform(
                        post(base(followed))
                                .with(user(cast.claireCoordinator))
                                .with(csrf())
                                .param("reason", "Elle marche mieux"))
                .andExpect(status().is3xxRedirection());
        var second =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select id from careplan.pps where patient_id = :p and number = 2")
                                        .param("p", followed.patient().value())
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        mvc.perform(
                        get(base(followed) + "/versions?de=" + second + "&a=" + second)
                                .with(user(cast.claireCoordinator)))
                .andExpect(
                        org.springframework.test.web.servlet.result.MockMvcResultMatchers
                                .redirectedUrl(base(followed) + "/" + second + "/versions"));
        var straight =
                page(cast.claireCoordinator, followed, "/versions?de=" + first + "&a=" + second);
        var reversed =
                page(cast.claireCoordinator, followed, "/versions?de=" + second + "&a=" + first);
        assertThat(straight.select("h2").first().text()).isEqualTo("Version 1 et version 2");
        assertThat(reversed.select("table.diff").outerHtml())
                .isEqualTo(straight.select("table.diff").outerHtml());
    }

    private Object takeBack(Followed followed, UUID pps) throws Exception {
        return mvc.perform(
                        post(base(followed) + "/" + pps + "/reprendre")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getFlashMap()
                .get("toast");
    }

    private List<String> states(Followed followed, String kind) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select state from correspondence.outgoing_message where patient_id = :p and kind = :kind order by created_at")
                                .param("p", followed.patient().value())
                                .param("kind", kind)
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private UUID begin(Followed followed) throws Exception {
        var location =
                mvc.perform(post(base(followed)).with(user(followed.coordinator())).with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        return UUID.fromString(
                Objects.requireNonNull(location).replaceAll(".*/pps/|/modifier", ""));
    }

    private UUID submitted(Followed followed) throws Exception {
        var pps = begin(followed);
        section(followed, pps, "CONDUITE", "reassess_on", "2027-01-01");
        ok(
                line(
                        followed,
                        pps,
                        "objectifs",
                        "title",
                        "Marcher dehors",
                        "kind",
                        "QUALITATIF",
                        "domain",
                        "MEDICAL"));
        ok(
                line(
                        followed,
                        pps,
                        "interventions",
                        "title",
                        "Consultation mémoire",
                        "type",
                        "CONSULTATION",
                        "starts_on",
                        "2026-06-10"));
        submit(followed, pps).andExpect(status().is3xxRedirection());
        return pps;
    }

    private UUID inForce(Followed followed) throws Exception {
        var pps = submitted(followed);
        answer(followed, pps);
        return pps;
    }

    private void answer(Followed followed, UUID pps) throws Exception {
        mvc.perform(
                        post(base(followed) + "/" + pps + "/avis")
                                .with(user(cast.claireCoordinator))
                                .with(csrf())
                                .param("opinion", "VALIDE")
                                .param("given_by", "Dr Anne MOREL")
                                .param("given_on", "2026-06-02")
                                .param("channel", "COURRIER"))
                .andExpect(status().is3xxRedirection());
    }

    private org.springframework.test.web.servlet.ResultActions submit(Followed followed, UUID pps)
            throws Exception {
        return mvc.perform(
                post(base(followed) + "/" + pps + "/soumettre")
                        .with(user(cast.claireCoordinator))
                        .with(csrf()));
    }

    private MockHttpServletRequestBuilder force(Followed followed, UUID pps, String reason) {
        return post(base(followed) + "/" + pps + "/vigueur")
                .with(user(cast.claireCoordinator))
                .with(csrf())
                .param("reason", reason);
    }

    private MockHttpServletRequestBuilder handOver(Followed followed, UUID pps) {
        return post(base(followed) + "/" + pps + "/remise")
                .with(user(cast.claireCoordinator))
                .with(csrf())
                .param("on_date", "2026-06-02")
                .param("by_name", "Claire DUMONT")
                .param("by_quality", "COORDONNATEUR")
                .param("to_whom", "PERSONNE");
    }

    private void section(Followed followed, UUID pps, String section, String... fields)
            throws Exception {
        ok(sectionRequest(followed, pps, section, fields));
    }

    /// The form as it was printed, with some fields typed over.
    private MockHttpServletRequestBuilder sectionRequest(
            Followed followed, UUID pps, String section, String... fields) throws Exception {
        var form =
                Objects.requireNonNull(
                        page(cast.claireCoordinator, followed, "/" + pps + "/modifier")
                                .selectFirst("form[action$=/sections/" + section + "]"));
        var request = post(form.attr("action")).with(user(cast.claireCoordinator)).with(csrf());
        request.param("_tag", form.select("input[name=_tag]").val());
        for (int k = 0; k < fields.length; k += 2) request.param(fields[k], fields[k + 1]);
        return request;
    }

    private MockHttpServletRequestBuilder line(
            Followed followed, UUID pps, String lines, String... fields) {
        var request =
                post(base(followed) + "/" + pps + "/" + lines)
                        .with(user(cast.claireCoordinator))
                        .with(csrf())
                        .param("_tag", "");
        for (int k = 0; k < fields.length; k += 2) request.param(fields[k], fields[k + 1]);
        return request;
    }

    private void ok(MockHttpServletRequestBuilder request) throws Exception {
        mvc.perform(request).andExpect(status().is3xxRedirection());
    }

    private Document page(SignedIn who, Followed followed, String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(base(followed) + path).with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private static String base(Followed followed) {
        return "/dossiers/" + followed.patient() + "/pps";
    }

    private UUID member(Followed followed, String group, String name) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, since)
                                        values (:id, :p, 'PROFESSIONNEL', :group, 'INTERVENANT', :name, 'profession', '2026-01-01')
                                        """)
                                .param("id", id)
                                .param("p", followed.patient().value())
                                .param("group", group)
                                .param("name", name)
                                .update());
        return id;
    }

    private List<UUID> ids(String table, UUID pps) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select %s_id from careplan.%s where pps_id = :id order by 1"
                                                .formatted(table, table))
                                .param("id", pps)
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .list());
    }

    private String statusOf(UUID pps) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select status from careplan.pps where id = :id")
                                .param("id", pps)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    private List<String> letters(Followed followed, String kind) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select body from correspondence.outgoing_message where patient_id = :p and kind = :kind")
                                .param("p", followed.patient().value())
                                .param("kind", kind)
                                .query((row, _) -> row.getString(1))
                                .list());
    }
}

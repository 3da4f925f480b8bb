package fr.maillage.casefile.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// How somebody comes in: by whom, with what, whatever the age; and what a refusal changes.
@IntegrationTest
class EntryTest {

    private static final String DIVERSITY =
            "La situation demande des acteurs divers, au-delà des moyens du premier recours";

    @Autowired Cast cast;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    /// One number and one file: whoever asks, and whatever the person, the structure answers at the
    /// same number and adds to the same file.
    @Test
    @Proves("REQ-INTAKE-01")
    void the_attending_doctor_has_one_number_and_the_person_one_file() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var marcel = cast.newFollowed(cast.douai, 3, 30);
        for (var quality : List.of("MEDECIN_TRAITANT", "INFIRMIER"))
            ask(cast.sophieSecretary, odette.patient(), quality, "TELEPHONE", "« Je tombe »");

        var requests =
                page(cast.claireCoordinator, "/dossiers/" + odette.patient() + "/demandes")
                        .select("main")
                        .text();
        assertThat(requests).contains("Dr Anne MOREL", "Quelqu’un");
        var phone =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select coalesce(on_call_phone, phone) from network.network where id = :id")
                                        .param("id", cast.douai.value())
                                        .query((row, _) -> row.getString(1))
                                        .single());
        for (var followed : List.of(odette, marcel))
            assertThat(
                            page(cast.drMorel, "/mes-patients/" + followed.patient())
                                    .select("a[href=tel:" + phone.replace(" ", "") + "]"))
                    .isNotEmpty();
    }

    /// The coordinator's name beside a number to press, for the person and for the doctor.
    @Test
    @Proves("REQ-TEAM-08")
    void the_coordinator_is_reached_by_the_person_and_the_doctor() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var person = cast.patientAccount(odette);
        for (var path : List.of("/mon-plan", "/mon-plan/cercle")) {
            var card = page(person, path).select("main section:contains(Claire DUMONT)");
            assertThat(card.select("a[href^=tel:]")).as(path).isNotEmpty();
        }
        var doctor =
                page(cast.drMorel, "/mes-patients/" + odette.patient())
                        .select("section.card:contains(Qui appeler)");
        assertThat(doctor.text()).contains("Claire DUMONT", "9 h – 17 h");
        assertThat(doctor.select("a[href^=tel:03]")).isNotEmpty();
    }

    @Test
    @Proves("REQ-INTAKE-08")
    void somebody_found_by_spotting_work_is_a_possible_entry() throws Exception {
        var patient = cast.newPatient(cast.douai);
        var request =
                ask(
                        cast.claireCoordinator,
                        patient,
                        "MEDICO_SOCIAL",
                        "REPERAGE",
                        "Repérée par la visite de prévention");
        var page = page(cast.claireCoordinator, request);
        assertThat(page.select("main").text())
                .contains(
                        "repérage, dépistage", "Repérée par la visite de prévention", "À analyser");
        assertThat(page(cast.claireCoordinator, "/demandes").select("a[href=" + request + "]"))
                .as("waits on the board like any other")
                .isNotEmpty();
        analyse(cast.claireCoordinator, request, 2);
        assertThat(page(cast.claireCoordinator, request).select("a[href*=/inclusion?demande=]"))
                .as("and leads to an inclusion")
                .hasSize(1);
    }

    /// Level 0: what is felt and what alerts, wherever it comes from, is kept without any
    /// inclusion.
    @ParameterizedTest
    @ValueSource(strings = {"HOPITAL", "MEDICO_SOCIAL", "PROCHE"})
    @Proves("REQ-LEVEL-02")
    void felt_needs_and_signals_are_kept_at_level_0(String from) throws Exception {
        var patient = cast.newPatient(cast.douai);
        var request =
                ask(
                        cast.claireCoordinator,
                        patient,
                        from,
                        "TELEPHONE",
                        "« Je n’ai plus goût à rien »");
        analyse(cast.claireCoordinator, request, 0);
        ok(
                include(
                        cast.claireCoordinator,
                        patient,
                        request,
                        0,
                        "DONNE",
                        criteria(patient, request),
                        "GERONTOLOGIE"));

        assertThat(page(cast.claireCoordinator, request).select("main").text())
                .contains(
                        "« Je n’ai plus goût à rien »", "Plusieurs pathologies chroniques ou ALD");
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select status || ' ' || level || ' ' || coalesce(included_on::text, 'non inclus') || ' ' || watch_review_on from casefile.support where patient_id = :p")
                                                .param("p", patient.value())
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .isEqualTo("VEILLE 0 non inclus 2026-09-02");
    }

    /// The need of several actors, beyond the means of the first line, is what counts; no age does.
    @ParameterizedTest
    @CsvSource({"2020-05-01", "1929-01-01"})
    @Proves("REQ-INCLUSION-03")
    void what_the_first_line_cannot_meet_alone_is_eligible_at_any_age(LocalDate birth)
            throws Exception {
        var patient = cast.newPatient(cast.douai);
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update patient.patient set birth_date = :birth where id = :id")
                                .param("birth", birth)
                                .param("id", patient.value())
                                .update());
        var request =
                ask(
                        cast.claireCoordinator,
                        patient,
                        "MEDECIN_TRAITANT",
                        "TELEPHONE",
                        "« Aidez-moi »");
        analyse(cast.claireCoordinator, request, 2);
        var all = criteria(patient, request);
        var without = new ArrayList<>(all);
        without.remove(criterion(cast.douai, DIVERSITY));
        var refused =
                include(
                        cast.claireCoordinator,
                        patient,
                        request,
                        2,
                        "DONNE",
                        without,
                        "GERONTOLOGIE");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains(DIVERSITY);
        ok(include(cast.claireCoordinator, patient, request, 2, "DONNE", all, "GERONTOLOGIE"));
    }

    /// The four conditions of the ARESPA, as one required criterion of a structure.
    @Test
    @Proves("REQ-INCLUSION-10")
    void a_structure_that_enters_as_the_arespa_does() throws Exception {
        var who = cast.calaisCoordinator;
        var words =
                "Maladie chronique, grave ou évolutive, perte d’autonomie, handicap permanent ou temporaire, ou situation à domicile jugée complexe par les professionnels";
        cast.in(
                cast.calais,
                () ->
                        sql.sql(
                                        "insert into network.criterion (kind, theme_code, label, required, rank) values ('INCLUSION', 'HANDICAP', :words, true, 90)")
                                .param("words", words)
                                .update());
        try {
            var patient = cast.newPatient(cast.calais);
            var request = ask(who, patient, "MEDECIN_TRAITANT", "TELEPHONE", "« Je ne peux plus »");
            analyse(who, request, 2, "HANDICAP");
            var all = criteria(who, patient, request, "HANDICAP");
            var without = new ArrayList<>(all);
            without.remove(criterion(cast.calais, words));
            var refused = include(who, patient, request, 2, "DONNE", without, "HANDICAP");
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(refused.getContentAsString()).contains(words);
            ok(include(who, patient, request, 2, "DONNE", all, "HANDICAP"));
            assertThat(
                            cast.in(
                                    cast.calais,
                                    () ->
                                            sql.sql(
                                                            "select c.met from casefile.inclusion_check c join casefile.support s on s.network_id = c.network_id and s.id = c.support_id where s.patient_id = :p and c.label = :words")
                                                    .param("p", patient.value())
                                                    .param("words", words)
                                                    .query((row, _) -> row.getBoolean(1))
                                                    .single()))
                    .isTrue();
        } finally {
            cast.in(
                    cast.calais,
                    () ->
                            sql.sql(
                                            "update network.criterion set active = false where label = :words")
                                    .param("words", words)
                                    .update());
        }
    }

    /// A refusal stops the support, not the attention; the agreement given later, and each change
    /// of situation, go on in the same file with their reasons.
    @Test
    @Proves("REQ-RIGHTS-13")
    void the_pathway_follows_what_the_person_wants_and_what_happens() throws Exception {
        var patient = cast.newPatient(cast.douai);
        var request =
                ask(
                        cast.claireCoordinator,
                        patient,
                        "MEDECIN_TRAITANT",
                        "TELEPHONE",
                        "« Laissez-moi »");
        analyse(cast.claireCoordinator, request, 2);
        var criteria = criteria(patient, request);
        var refused =
                include(
                        cast.claireCoordinator,
                        patient,
                        request,
                        2,
                        "REFUSE",
                        criteria,
                        "GERONTOLOGIE");
        assertThat(refused.getStatus()).isEqualTo(422);
        ok(
                include(
                        cast.claireCoordinator,
                        patient,
                        request,
                        0,
                        "REFUSE",
                        criteria,
                        "GERONTOLOGIE"));
        ok(include(cast.claireCoordinator, patient, request, 2, "DONNE", criteria, "GERONTOLOGIE"));
        ok(
                as(
                        cast.claireCoordinator,
                        post("/dossiers/" + patient + "/niveau")
                                .param("level", "3")
                                .param("since", "2026-06-02")
                                .param("reason", "Deux chutes en une semaine")
                                .param("version", version(patient))));
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select level from casefile.level_change where patient_id = :p order by id")
                                                .param("p", patient.value())
                                                .query((row, _) -> row.getInt(1))
                                                .list()))
                .containsExactly(0, 2, 3);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select count(*) from casefile.support where patient_id = :p")
                                                .param("p", patient.value())
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .as("one file all along")
                .isEqualTo(1);
        assertThat(page(cast.claireCoordinator, "/dossiers/" + patient + "/niveau").text())
                .contains("Deux chutes en une semaine");
    }

    private String version(PatientId patient) throws Exception {
        return page(cast.claireCoordinator, "/dossiers/" + patient + "/niveau")
                .select("form[action$=/niveau] input[name=version]")
                .val();
    }

    private String ask(
            SignedIn who, PatientId patient, String quality, String channel, String words)
            throws Exception {
        var answer =
                as(
                        who,
                        post("/demandes")
                                .param(
                                        "asker",
                                        quality.equals("MEDECIN_TRAITANT")
                                                ? "Dr Anne MOREL"
                                                : "Quelqu’un")
                                .param("askerQuality", quality)
                                .param("subject", "durand odette")
                                .param("nearSeen", "durand odette")
                                .param("patient", patient.toString())
                                .param("motives", "AIDANT_EPUISE")
                                .param("ownWords", words)
                                .param("channel", channel)
                                .param("urgency", "NORMALE")
                                .param("agreement", "INFORMEE_ACCORD")
                                .param("mt", "A_PREVENIR"));
        ok(answer);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private void analyse(SignedIn who, String request, int level) throws Exception {
        analyse(who, request, level, "GERONTOLOGIE");
    }

    private void analyse(SignedIn who, String request, int level, String theme) throws Exception {
        var version = page(who, request + "/analyse").select("input[name=version]").val();
        ok(
                as(
                        who,
                        post(request + "/analyse")
                                .param("version", version)
                                .param("medical", "PLURIPATHOLOGIE")
                                .param("social", "ISOLEMENT")
                                .param("grid", "P1", "P3", "E1", "M1")
                                .param("subsidiarity", "NON_COUVERT")
                                .param("mtPart", "AVEC_MT")
                                .param("theme", theme)
                                .param("intensity", "SOUTENU")
                                .param("retained", String.valueOf(level))
                                .param("overrideReason", "Décidé en réunion d’équipe")
                                .param("validated", "1")));
        ok(as(who, post(request + "/proposition")));
    }

    private MockHttpServletResponse include(
            SignedIn who,
            PatientId patient,
            String request,
            int level,
            String agreement,
            List<String> criteria,
            String theme)
            throws Exception {
        return as(
                who,
                post("/dossiers/" + patient + "/inclusion")
                        .param("demande", request.substring(request.lastIndexOf('/') + 1))
                        .param("theme", theme)
                        .param("level", String.valueOf(level))
                        .param(
                                "version",
                                page(who, "/dossiers/" + patient + "/inclusion")
                                        .select("input[name=version]")
                                        .val())
                        .param("reason", "Selon ce que veut la personne")
                        .param("day", "2026-06-02")
                        .param("reviewOn", "2026-09-02")
                        .param("intensity", "SOUTENU")
                        .param("coordinator", who.member().toString())
                        .param("criterion", criteria.toArray(String[]::new))
                        .param("agreementState", agreement)
                        .param("agreementOn", "2026-06-02")
                        .param("agreementForm", "ORAL")
                        .param("agreementBy", "PERSONNE")
                        .param("sharingState", "DONNE")
                        .param("sharingOn", "2026-06-02")
                        .param("sharingForm", "ORAL")
                        .param("sharingBy", "PERSONNE")
                        .param("_once", UUID.randomUUID().toString()));
    }

    private List<String> criteria(PatientId patient, String request) throws Exception {
        return criteria(cast.claireCoordinator, patient, request, "GERONTOLOGIE");
    }

    private List<String> criteria(SignedIn who, PatientId patient, String request, String theme)
            throws Exception {
        return page(
                        who,
                        "/dossiers/"
                                + patient
                                + "/inclusion?demande="
                                + request.substring(request.lastIndexOf('/') + 1)
                                + "&theme="
                                + theme)
                .select("input[name=criterion]")
                .eachAttr("value");
    }

    private String criterion(fr.maillage.kernel.NetworkId network, String label) {
        return cast.in(
                network,
                () ->
                        sql.sql(
                                        "select id::text from network.criterion where label = :label and active")
                                .param("label", label)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    private MockHttpServletResponse as(SignedIn who, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
    }

    private static void ok(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus())
                .as(Jsoup.parse(response.getContentAsString()).select(".error, .notice").text())
                .isEqualTo(302);
    }

    private Document page(SignedIn who, String path) throws Exception {
        var answer = mvc.perform(get(path).with(user(who))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }
}

package fr.maillage.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// Unplanned stays for a hundred persons, readmission at thirty days.
@IntegrationTest
class StayRatesTest {

    @Autowired Cast cast;

    @Autowired MockMvc mvc;

    @Autowired JdbcClient sql;

    @Autowired Clock clock;

    @Test
    @Proves({"REQ-DISCHARGE-03", "REQ-DISCHARGE-04"})
    void rates_say_what_they_count_and_each_count_opens_its_names() throws Exception {
        var here = new OwnStructure(cast, sql, "32");
        var today = LocalDate.now(clock);
        var often = followed(here, null);
        var once = followed(here, null);
        var calm = followed(here, null);
        var gone = followed(here, "2025-11-30");
        // a transfer is no return; readmitted on the 30th day; a planned stay is no readmission
        stay(here, often, "NON_PROGRAMME", "2026-02-01", "2026-02-10");
        stay(here, often, "NON_PROGRAMME", "2026-02-10", "2026-02-11");
        stay(here, often, "NON_PROGRAMME", "2026-03-13", "2026-03-15");
        stay(here, often, "PROGRAMME", "2026-03-20", "2026-03-21");
        // readmitted on the 31st day: too late to count
        stay(here, once, "PROGRAMME", "2026-01-05", "2026-01-10");
        stay(here, once, "NON_PROGRAMME", "2026-02-10", null);
        // home for less than thirty days: not counted yet
        stay(
                here,
                calm,
                "PROGRAMME",
                today.minusDays(20).toString(),
                today.minusDays(10).toString());
        // not followed any more
        stay(here, gone, "NON_PROGRAMME", "2026-02-01", "2026-02-03");
        protocol(here, often);

        var page = open(here.head, "/pilotage/sejours");
        assertThat(page.select("tbody").first().select("tr").eachText())
                .containsExactly(
                        "Toute la structure 3 4 133,3 4 1 25 %",
                        "Après une hospitalisation 1 3 300 3 1 33 %");
        assertThat(page.select("#definitions").first().closest("section").text())
                .contains("rapportés à 100 personnes suivies", "vieux d’au moins 30 jours");
        assertThat(open(here.head, "/pilotage").select("a[href=/pilotage/sejours]")).isNotEmpty();

        // acute situations: eight days old, a stay was feared, avoided unless one came within a
        // week
        acute(here, calm, "2026-05-20", true, "DOMICILE");
        acute(here, once, "2026-02-05", true, "DOMICILE");
        acute(here, calm, "2026-05-02", true, "URGENCES");
        acute(here, calm, "2026-04-02", false, "DOMICILE");
        acute(here, calm, today.minusDays(7).toString(), true, "DOMICILE");
        page = open(here.head, "/pilotage/sejours");
        assertThat(page.select("section:has(#aigues) tbody tr").text())
                .isEqualTo("Urgentes ou très spécifiques 4 3 1 33 %");
        var avoided = page.select("a[href*=/hospitalisations-evitees]").attr("href");
        assertThat(open(here.alice, avoided).select("tbody tr")).hasSize(1);
        assertThat(
                        open(
                                        here.alice,
                                        page.select("a[href*=/hospitalisations-craintes]")
                                                .attr("href"))
                                .select("tbody tr"))
                .hasSize(3);
        assertThat(
                        open(here.alice, page.select("a[href*=/situations-aigues]").attr("href"))
                                .select("tbody tr"))
                .hasSize(4);

        var again = page.select("tbody a[href*=/readmissions]").first().attr("href");
        assertThat(open(here.head, again).select("tbody tr")).hasSize(1);
        var stays = page.select("tbody a[href*=/non-programmes]").first().attr("href");
        assertThat(open(here.alice, stays).select("tbody tr")).hasSize(4);
        assertThat(
                        open(
                                        here.alice,
                                        page.select("tbody a[href*=/suivies]").first().attr("href"))
                                .select("tbody tr a"))
                .hasSize(3);
        assertThat(
                        open(
                                        here.alice,
                                        page.select("tbody a[href*=/retours]").first().attr("href"))
                                .select("tbody tr"))
                .hasSize(4);
        // by protocol, the names are the clinicians'
        var ofProtocol = page.select("tbody a[href*=protocole]").first().attr("href");
        assertThat(open(here.head, ofProtocol).select("main").text())
                .contains("Nom réservé aux cliniciens")
                .doesNotContain("Odette");
        assertThat(open(here.alice, ofProtocol).select("tbody tr").text()).contains("Odette");
        // last year: the one who left was followed
        assertThat(
                        open(here.head, "/pilotage/sejours?periode=annee-derniere")
                                .select("tbody tr")
                                .first()
                                .text())
                .isEqualTo("Toute la structure 4 0 0 0 0 –");
        assertThat(
                        mvc.perform(
                                        MockMvcRequestBuilders.get("/pilotage/sejours/inconnu")
                                                .with(user(here.head)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    private PatientId followed(OwnStructure here, @Nullable String closed) {
        var patient = here.patient();
        here.support(
                patient,
                2,
                "2025-06-01",
                closed,
                closed == null ? null : "SOUHAIT",
                here.alice,
                "GERONTOLOGIE",
                "59178");
        return patient;
    }

    private void stay(
            OwnStructure here, PatientId patient, String kind, String from, @Nullable String to) {
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        "insert into casefile.stay (patient_id, kind, hospital, admitted_on, discharged_on) values (:p, :kind, 'CH', cast(:from as date), cast(:to as date))")
                                .param("p", patient.value())
                                .param("kind", kind)
                                .param("from", from)
                                .param("to", to)
                                .update());
    }

    private void acute(
            OwnStructure here, PatientId patient, String on, boolean feared, String outcome) {
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        """
                                        insert into hospital.acute_support (patient_id, happened_on, kind, asked_by, doctor, situation, answer, stay_feared, outcome, noted_at, noted_by)
                                        values (:p, cast(:on as date), 'URGENTE', 'PROCHE', 'PREVENU', 'essai', 'essai', :feared, :outcome, now(), 'Alice')
                                        """)
                                .param("p", patient.value())
                                .param("on", on)
                                .param("feared", feared)
                                .param("outcome", outcome)
                                .update());
    }

    private void protocol(OwnStructure here, PatientId patient) {
        var pps = UUID.randomUUID();
        cast.in(
                here.id,
                () -> {
                    sql.sql(
                                    """
                                    insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by)
                                    select :id, s.patient_id, s.id, 1, '2026-01-01', 'Alice' from casefile.support s where s.patient_id = :patient
                                    """)
                            .param("id", pps)
                            .param("patient", patient.value())
                            .update();
                    sql.sql(
                                    """
                                    insert into careplan.origin (pps_id, line_id, protocol_id, line_key, version_id, version_number, protocol_title)
                                    values (:pps, gen_random_uuid(), gen_random_uuid(), 'x', gen_random_uuid(), 1, 'Après une hospitalisation')
                                    """)
                            .param("pps", pps)
                            .update();
                    sql.sql(
                                    "insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, starts_on) values (:pps, gen_random_uuid(), :patient, 'SOINS', 'EVALUATION', 'essai', '2026-03-01')")
                            .param("pps", pps)
                            .param("patient", patient.value())
                            .update();
                    return sql.sql(
                                    "update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = created_at, in_force_at = '2026-01-10', in_force_why = 'AVIS', reassess_on = '2026-09-10' where id = :id")
                            .param("id", pps)
                            .update();
                });
    }

    private Document open(SignedIn who, String path) throws Exception {
        var answer =
                mvc.perform(MockMvcRequestBuilders.get(java.net.URI.create(path)).with(user(who)))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }
}

package fr.maillage.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class IdentityPageTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2 42 04 2A 004 178 45     | La clé ne correspond pas aux autres chiffres
                    2 42 04 59 178 042        | Il manque la clé
                    2 42 O4 59 178 042 33     | Le 4e caractère du matricule INS ne convient pas
                    2 42 04 59 178 042 33 1 2 | compte 15 caractères
                    """)
    void a_wrong_matricule_is_refused_beside_its_field_and_nothing_typed_is_lost(
            String ins, String sentence) throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();

        var page =
                save(
                        cast.sophieSecretary,
                        patient,
                        422,
                        Map.of("ins", ins, "address", "12 rue du Pont"));

        assertThat(page.select("#ins-error").text()).contains(sentence);
        assertThat(page.select("#ins").val()).isEqualTo(ins);
        assertThat(page.select("#address").val()).isEqualTo("12 rue du Pont");
        assertThat(page.select("[role=alert] a[href=#ins]")).isNotEmpty();
    }

    @Test
    void a_corsican_matricule_is_taken_with_its_key() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        var serial =
                "%03d".formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1000));
        var key = 97 - Long.parseLong("2420419004" + serial) % 97;
        var ins = "242042A004" + serial + "%02d".formatted(key);

        save(cast.sophieSecretary, patient, 302, Map.of("ins", ins));

        assertThat(open(patient).select("#ins").val()).isEqualTo(ins);
        assertThat(open(patient).select(".page-sub").text())
                .contains("Le matricule saisi ne sera pas transmis");
    }

    @Test
    void a_birth_date_in_the_future_is_refused() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        var page = save(cast.sophieSecretary, patient, 422, Map.of("birthDate", "03/06/2026"));
        assertThat(page.select("#birthDate-error").text())
                .contains("La date de naissance est dans le futur");
        assertThat(page.select("#birthDate").val()).isEqualTo("03/06/2026");
    }

    @Test
    void markup_and_emoji_are_a_name_like_another_and_are_shown_as_written() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        save(
                cast.sophieSecretary,
                patient,
                302,
                Map.of("birthName", "<script>alert(1)</script>", "givenNames", "Zoé 🌻 <b>"));

        var html = html(patient);
        assertThat(html)
                .doesNotContain("<script>alert(1)")
                .doesNotContainIgnoringCase("<script>ALERT");
        var page = Jsoup.parse(html);
        assertThat(page.select("#birthName").val()).isEqualTo("<SCRIPT>ALERT(1)</SCRIPT>");
        assertThat(page.select("#givenNames").val()).contains("🌻");
        assertThat(page.select(".patient-id h1").text())
                .contains("<SCRIPT>ALERT(1)</SCRIPT>")
                .contains("🌻");
    }

    @Test
    void a_note_of_two_megabytes_is_refused_with_a_sentence_and_kept() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        var note = "é".repeat(2_000_000);
        var page = save(cast.sophieSecretary, patient, 422, Map.of("notes", note));
        assertThat(page.select("#notes-error").text().replaceAll("[\\u00A0\\u202F]", " "))
                .contains("trop long")
                .contains("2 000 000 caractères")
                .contains("10 000 au plus");
        assertThat(page.select("#notes").val()).hasSize(2_000_000);
    }

    @Test
    void of_two_tabs_the_second_is_told_keeps_what_it_typed_and_may_save_again() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        var first = form(patient);
        var second = form(patient);
        first.put("address", "1 rue du Premier");
        second.put("address", "2 rue du Second");

        send(cast.sophieSecretary, patient, first, 302);
        var page = send(cast.claireCoordinator, patient, second, 409);

        assertThat(page.select("[role=alert]").text())
                .contains("Un collègue a modifié cette fiche entre-temps")
                .contains("1 rue du Premier");
        assertThat(page.select("#address").val()).isEqualTo("2 rue du Second");
        second.put("version", page.select("input[name=version]").val());
        send(cast.claireCoordinator, patient, second, 302);
        assertThat(open(patient).select("#address").val()).isEqualTo("2 rue du Second");
    }

    @Test
    void somebody_of_another_structure_does_not_exist_here() throws Exception {
        var theirs = cast.newFollowed(cast.calais, 2, 10).patient();
        mvc.perform(
                        get("/dossiers/{id}/identite", theirs.value())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        post("/dossiers/{id}/identite", theirs.value())
                                .with(user(cast.claireCoordinator))
                                .with(csrf())
                                .param("version", "0"))
                .andExpect(status().isNotFound());
        mvc.perform(
                        get("/dossiers/{id}/identite", UUID.randomUUID())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/dossiers/{id}/identite", theirs.value()).with(user(cast.agencyOfficer)))
                .andExpect(status().is4xxClientError());
    }

    @Test
    @Proves("REQ-INCLUSION-15")
    void social_vulnerability_is_flagged_on_every_page_of_the_person() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        save(cast.sophieSecretary, patient, 302, Map.of("vulnerable", "1"));
        var page = open(patient);
        assertThat(page.select(".patient-warnings").text()).contains("Vulnérabilité sociale");
        assertThat(page.select("input[name=vulnerable]").hasAttr("checked")).isTrue();
    }

    @Test
    @Proves("REQ-DIRECTORY-13")
    void the_attending_doctor_stands_on_every_page_of_the_person() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        save(
                cast.sophieSecretary,
                patient,
                302,
                Map.of(
                        "mtState",
                        "NE_PARTICIPE_PAS",
                        "mtName",
                        "Dr Jean FICTIF",
                        "mtRpps",
                        "",
                        "mtPhone",
                        "03 27 00 00 09"));
        var page = open(patient);
        assertThat(page.select(".patient-facts").text())
                .contains("MT : Dr Jean FICTIF, ne souhaite pas participer");
        assertThat(page.select("#mtPhone").val().replace('\u00A0', ' '))
                .isEqualTo("03 27 00 00 09");
    }

    @Test
    void without_a_doctor_is_a_state_and_a_doctor_unknown_to_the_directory_is_told()
            throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        var page =
                save(
                        cast.sophieSecretary,
                        patient,
                        422,
                        Map.of("mtState", "DECLARE", "mtName", "", "mtRpps", "19999999999"));
        assertThat(page.select("#mtRpps-error").text()).contains("inconnu de l’annuaire");
        assertThat(
                        save(
                                        cast.sophieSecretary,
                                        patient,
                                        422,
                                        Map.of("mtState", "DECLARE", "mtName", "", "mtRpps", ""))
                                .select("#mtName-error")
                                .text())
                .contains("Donnez le nom du médecin traitant");

        save(
                cast.sophieSecretary,
                patient,
                302,
                Map.of("mtState", "A_RECHERCHER", "mtName", "", "mtRpps", "", "mtPhone", ""));
        assertThat(open(patient).select("input[name=mtState][checked]").val())
                .isEqualTo("A_RECHERCHER");
    }

    @Test
    void the_doctor_is_not_told_when_the_person_opposes_it() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        assertThat(
                        save(cast.sophieSecretary, patient, 422, Map.of("mtOpposed", "1"))
                                .select("#mtOpposition-error")
                                .text())
                .contains("Dites ce que");
        save(
                cast.sophieSecretary,
                patient,
                302,
                Map.of("mtOpposed", "1", "mtOpposition", "le suivi au CSAPA"));
        assertThat(open(patient).select(".patient-warnings").text())
                .contains("S’oppose à l’information du médecin traitant");
    }

    @Test
    void a_commune_is_one_of_the_region_or_says_its_postcode() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        assertThat(
                        save(
                                        cast.sophieSecretary,
                                        patient,
                                        422,
                                        Map.of("commune", "Douay-les-Nuages"))
                                .select("#commune-error")
                                .text())
                .contains("n’est pas de la région");
        save(cast.sophieSecretary, patient, 302, Map.of("commune", "Amiens 80000"));
        assertThat(open(patient).select("#commune").val()).isEqualTo("Amiens (80000)");
        mvc.perform(
                        post("/dossiers/communes")
                                .with(user(cast.sophieSecretary))
                                .with(csrf())
                                .param("commune", "doua"))
                .andExpect(status().isOk());
    }

    @Test
    void a_checked_document_validates_and_a_changed_trait_sends_back() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        save(cast.sophieSecretary, patient, 302, Map.of("document", "1"));
        assertThat(open(patient).select(".page-sub").text()).contains("Identité validée sur pièce");
        save(
                cast.sophieSecretary,
                patient,
                302,
                Map.of("givenNames", "Odile", "changeGround", "SAISIE"));
        assertThat(open(patient).select(".page-sub").text()).contains("Identité provisoire");
    }

    @Test
    void the_head_reads_and_does_not_write() throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 10).patient();
        var page =
                Jsoup.parse(
                        mvc.perform(
                                        get("/dossiers/{id}/identite", patient.value())
                                                .with(user(cast.helenHead)))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(page.select("button.btn-primary").text()).doesNotContain("Enregistrer");
        mvc.perform(
                        post("/dossiers/{id}/identite", patient.value())
                                .with(user(cast.helenHead))
                                .with(csrf())
                                .param("version", "0"))
                .andExpect(status().is4xxClientError());
    }

    private Document save(
            SignedIn who, PatientId patient, int expected, Map<String, String> changes)
            throws Exception {
        var form = form(patient);
        form.putAll(changes);
        return send(who, patient, form, expected);
    }

    private Document send(SignedIn who, PatientId patient, Map<String, String> form, int expected)
            throws Exception {
        var request = post("/dossiers/{id}/identite", patient.value()).with(user(who)).with(csrf());
        form.forEach(request::param);
        return Jsoup.parse(
                mvc.perform(request)
                        .andExpect(status().is(expected))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    /// What a browser would send of the page as shown.
    private Map<String, String> form(PatientId patient) throws Exception {
        var form = new HashMap<String, String>();
        for (var field :
                open(patient)
                        .select("main form.form")
                        .first()
                        .select("input[name], textarea[name], select[name]")) {
            var box = field.attr("type").equals("checkbox") || field.attr("type").equals("radio");
            if (!box || field.hasAttr("checked")) form.put(field.attr("name"), field.val());
        }
        form.remove("_csrf");
        return form;
    }

    private Document open(PatientId patient) throws Exception {
        return Jsoup.parse(html(patient));
    }

    private String html(PatientId patient) throws Exception {
        return mvc.perform(
                        get("/dossiers/{id}/identite", patient.value())
                                .with(user(cast.claireCoordinator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}

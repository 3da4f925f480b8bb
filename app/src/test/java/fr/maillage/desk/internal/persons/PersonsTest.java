package fr.maillage.desk.internal.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
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

/// Families, two teams around one person, and what an identity was.
@IntegrationTest
class PersonsTest {

    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MockMvc web;
    @Autowired Clock clock;

    @Test
    void a_changed_name_is_kept_with_who_when_why_and_takes_the_qualification_away()
            throws Exception {
        var id = cast.newPatient(cast.douai);
        var before = name(id);
        update("update patient.patient set identity_status = 'QUALIFIEE' where id = :id", id);
        var address = "/dossiers/" + id + "/identite";
        var married = "MARIÉE" + before.substring(6);

        // an identity that was checked does not change without saying on what
        var refused = change(id, married, "");
        assertThat(refused.select("#changeGround-error").text()).contains("sur quoi repose");
        assertThat(name(id)).isEqualTo(before);

        web.perform(
                        identity(id, married, "JUGEMENT", "acte du 12 mai")
                                .with(user(cast.sophieSecretary))
                                .with(csrf()))
                .andExpect(redirectedUrl(address));

        var history = page(cast.claireCoordinator, address + "/historique").text();
        assertThat(history)
                .contains(
                        before,
                        married,
                        "Jugement",
                        "acte du 12 mai",
                        cast.sophieSecretary.displayName(),
                        "INS à qualifier de nouveau");
        assertThat(value("select identity_status from patient.patient where id = :id", id))
                .isEqualTo("PROVISOIRE");
        // found by the former name, and told why
        var found =
                Jsoup.parse(
                        web.perform(
                                        post("/dossiers/recherche")
                                                .param("q", before)
                                                .with(user(cast.sophieSecretary))
                                                .with(csrf()))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(found.select("a[href=/dossiers/" + id + "]").text()).contains(married);
        assertThat(found.text()).contains("anciennement " + before);
        // the line of life says that, never from what to what
        assertThat(
                        page(cast.claireCoordinator, "/dossiers/" + id + "/ligne-de-vie")
                                .select(".timeline")
                                .text())
                .contains("Identité modifiée")
                .doesNotContain(before);
        web.perform(get(address + "/historique").with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_couple_is_linked_from_both_sides_and_visited_once() throws Exception {
        var her = cast.newFollowed(cast.douai, 2, 90).patient();
        var him = cast.newFollowed(cast.douai, 2, 90).patient();
        update(
                "update patient.patient set address = '4 rue du ' || left(:id::text, 8) where id = :id",
                her);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set address = (select upper(address) from patient.patient where id = :her) where id = :him")
                                .param("her", her.value())
                                .param("him", him.value())
                                .update());
        var family = "/dossiers/" + her + "/famille";

        assertThat(page(cast.sophieSecretary, family).select("input[name=other]").val())
                .as("proposed, at the same address")
                .isEqualTo(him.toString());
        web.perform(
                        post(family + "/chercher")
                                .param("q", name(him))
                                .with(user(cast.sophieSecretary))
                                .with(csrf()))
                .andExpect(status().isOk());
        for (var wrong : List.of(her.toString(), "x", ""))
            web.perform(
                            post(family)
                                    .param("other", wrong)
                                    .param("relation", "CONJOINT")
                                    .with(user(cast.sophieSecretary))
                                    .with(csrf()))
                    .andExpect(status().isUnprocessableContent());
        web.perform(
                        post(family)
                                .param("other", cast.newPatient(cast.calais).toString())
                                .param("relation", "CONJOINT")
                                .with(user(cast.sophieSecretary))
                                .with(csrf()))
                .andExpect(status().isNotFound());
        for (int twice = 0; twice < 2; twice++)
            web.perform(
                            post(family)
                                    .param("other", him.toString())
                                    .param("relation", "CONJOINT")
                                    .param("household", "1")
                                    .with(user(cast.sophieSecretary))
                                    .with(csrf()))
                    .andExpect(redirectedUrl(family));
        assertThat(
                        page(cast.claireCoordinator, "/dossiers/" + him)
                                .select("section[aria-labelledby=famille]")
                                .text())
                .contains(name(her))
                .contains("Conjoint, même foyer");

        // a nurse of her circle alone does not learn that he is followed
        circle(her, cast.nurseLucie);
        web.perform(get("/dossiers/" + her + "/famille").with(user(cast.nurseLucie)))
                .andExpect(status().isNotFound());
        assertThat(page(cast.nurseLucie, "/dossiers/" + her).text()).doesNotContain(name(him));

        // one visit for two
        var day = LocalDate.now(clock).toString();
        assertThat(
                        page(cast.claireCoordinator, "/agenda?dossier=" + her)
                                .select("input[name=together]")
                                .val())
                .isEqualTo(him.toString());
        web.perform(
                        post("/agenda")
                                .param("kind", "VISITE")
                                .param("patient", her.toString())
                                .param("together", him.toString())
                                .param("day", day)
                                .param("time", "06:15")
                                .param("member", cast.claireCoordinator.member().toString())
                                .param("anyway", "1")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        var line =
                page(cast.claireCoordinator, "/agenda?jour=" + day)
                        .select("li.work:contains(" + name(her) + ")");
        assertThat(line).as("one line, both names").hasSize(1);
        assertThat(line.text()).contains(" et ").contains(name(him));
        assertThat(page(cast.claireCoordinator, "/journee").text()).contains(name(him));
        var stranger = cast.newPatient(cast.douai);
        web.perform(
                        post("/agenda")
                                .param("kind", "VISITE")
                                .param("patient", her.toString())
                                .param("together", stranger.toString())
                                .param("day", day)
                                .param("time", "05:15")
                                .param("anyway", "1")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().isNotFound());

        var closing = line.select("form").attr("action");
        web.perform(
                        post(closing)
                                .param("outcome", "HONORE")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        for (var person : List.of(her, him)) {
            assertThat(value("select count(*) from agenda.kept where patient_id = :id", person))
                    .as("a contact in each file")
                    .isEqualTo("1");
            assertThat(
                            page(cast.claireCoordinator, "/dossiers/" + person + "/ligne-de-vie")
                                    .select(".timeline")
                                    .text())
                    .contains("Visite à domicile, ");
        }

        var link = value("select link_id from patient.family where patient_id = :id", her);
        web.perform(
                        post("/dossiers/" + him + "/famille/" + link + "/fin")
                                .with(user(cast.sophieSecretary))
                                .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(
                        post("/dossiers/" + him + "/famille/" + link + "/fin")
                                .with(user(cast.sophieSecretary))
                                .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(page(cast.claireCoordinator, family).text()).contains("Aucun lien noté");
    }

    @Test
    @Proves("REQ-MULTI-STRUCTURE-07")
    void two_teams_of_the_structure_share_one_file() throws Exception {
        var followed = cast.newFollowed(cast.douai, 3, 40);
        var id = followed.patient();
        var teams = "/dossiers/" + id + "/equipes";
        var karim = cast.karimCoordinator.member().toString();

        assertThat(page(cast.claireCoordinator, teams).select("li.work")).hasSize(1);
        web.perform(post(teams).param("member", "").with(user(cast.claireCoordinator)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        web.perform(
                        post(teams)
                                .param("member", cast.claireCoordinator.member().toString())
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        web.perform(
                        post(teams)
                                .param("member", karim)
                                .with(user(cast.sophieSecretary))
                                .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(
                        post(teams)
                                .param("member", karim)
                                .param("why", "soins palliatifs")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(redirectedUrl(teams));

        var page = page(cast.karimCoordinator, teams);
        assertThat(page.select("li.work").eachText()).hasSize(2);
        assertThat(page.select("header.patient").text()).contains("Claire DUMONT, Karim BELKACEM");
        // one person, in the list of each, and once in the structure's
        assertThat(
                        value(
                                "select count(*) from casefile.referent r where r.patient_id = :id and r.coordinator_id in (select id from network.team_member)",
                                id))
                .isEqualTo("2");
        assertThat(value("select count(*) from casefile.open_support where patient_id = :id", id))
                .isEqualTo("1");
        var mine = page(cast.karimCoordinator, "/dossiers?qui=mes");
        assertThat(Integer.parseInt(mine.select("a.tile:contains(à moi) b").text()))
                .isEqualTo(total(mine));

        // an alert about the person is on the day of each of the two, and on nobody else's
        update(
                "insert into followup.alert (rule, subject_id, patient_id, coordinator_id, title, raised_at, due_on, urgency) select 'SANS_CONTACT', gen_random_uuid(), :id, s.coordinator_id, 'Silence de deux équipes', now(), '2026-06-01', 99999 from casefile.open_support s where s.patient_id = :id",
                id);
        for (var referent : List.of(cast.claireCoordinator, cast.karimCoordinator))
            assertThat(page(referent, "/journee").select("main").text())
                    .contains("Silence de deux équipes");

        var line =
                value(
                        "select t.id from casefile.support_team t join casefile.support s on s.id = t.support_id where s.patient_id = :id",
                        id);
        web.perform(
                        post(teams + "/" + line + "/fin")
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(redirectedUrl(teams));
        assertThat(page(cast.claireCoordinator, teams).select("li.work")).hasSize(1);
        assertThat(page(cast.karimCoordinator, "/journee").select("main").text())
                .doesNotContain("Silence de deux équipes");
        var alone = cast.newPatient(cast.douai);
        web.perform(
                        post("/dossiers/" + alone + "/equipes")
                                .param("member", karim)
                                .with(user(cast.claireCoordinator))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    private static int total(Document list) {
        var digits = list.select(".page-sub").text().split("personne")[0].replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private Document change(PatientId id, String name, String ground) throws Exception {
        return Jsoup.parse(
                web.perform(
                                identity(id, name, ground, "")
                                        .with(user(cast.sophieSecretary))
                                        .with(csrf()))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder identity(
            PatientId id, String name, String ground, String why) {
        return post("/dossiers/" + id + "/identite")
                .param("version", value("select version from patient.patient where id = :id", id))
                .param("birthName", name)
                .param("givenNames", "Odette")
                .param("sex", "F")
                .param("birthDate", "12/04/1942")
                .param("phone", "03 27 00 00 01")
                .param("commune", "Douai (59500)")
                .param("mtState", "DECLARE")
                .param("mtRpps", "10100000017")
                .param("mtName", "Dr Anne MOREL")
                .param("changeGround", ground)
                .param("changeWhy", why);
    }

    private void circle(PatientId id, SignedIn who) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, rpps, account_id, since, parts)
                                        values (:line, :id, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, :rpps, :account, '2020-01-01', '{SOINS,MEDICAL}')
                                        """)
                                .param("line", UUID.randomUUID())
                                .param("id", id.value())
                                .param("name", who.displayName())
                                .param("rpps", who.rpps())
                                .param("account", who.accountId())
                                .update());
    }

    private String name(PatientId id) {
        return value("select birth_name from patient.patient where id = :id", id);
    }

    private void update(String statement, PatientId id) {
        cast.in(cast.douai, () -> sql.sql(statement).param("id", id.value()).update());
    }

    private String value(String query, PatientId id) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(query)
                                .param("id", id.value())
                                .query((row, _) -> String.valueOf(row.getString(1)))
                                .single());
    }

    private Document page(SignedIn who, String address) throws Exception {
        return Jsoup.parse(
                web.perform(get(address).with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}

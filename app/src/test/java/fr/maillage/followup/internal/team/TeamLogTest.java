package fr.maillage.followup.internal.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a team leaves itself: consignes, permanences, the report of a day, and the count of calls.
@IntegrationTest
class TeamLogTest extends PageTest {

    @Test
    void a_consigne_is_left_read_and_done_and_health_content_stays_with_those_who_care()
            throws Exception {
        var patient = cast.newFollowed(cast.douai, 2, 30).patient();
        var plain = "Rappeler le livreur " + UUID.randomUUID();
        var health = "Trois levers cette nuit " + UUID.randomUUID();
        send(
                cast.sophieSecretary,
                "/consignes",
                "words",
                plain,
                "to",
                cast.claireCoordinator.member().toString());
        send(
                cast.claireCoordinator,
                "/consignes",
                "words",
                health,
                "patient",
                patient.toString(),
                "clinical",
                "1");

        var mine = page(cast.claireCoordinator, "/consignes");
        assertThat(mine.select(".worklist").text()).contains(plain, health, "toute l’équipe");
        assertThat(page(cast.karimCoordinator, "/consignes").select(".worklist").text())
                .as("for Claire, and for the team")
                .contains(health)
                .doesNotContain(plain);
        assertThat(
                        page(cast.sophieSecretary, "/consignes?filtre=equipe")
                                .select(".worklist")
                                .text())
                .contains(plain, "Information de santé, réservée")
                .doesNotContain(health);
        assertThat(page(cast.calaisCoordinator, "/consignes?filtre=equipe").text())
                .doesNotContain(plain, health);

        var id = value("select id from followup.consigne where words = '" + plain + "'");
        send(cast.claireCoordinator, "/consignes/" + id + "/vue");
        send(cast.claireCoordinator, "/consignes/" + id + "/vue");
        assertThat(
                        page(cast.sophieSecretary, "/consignes?filtre=equipe")
                                .select("li:contains(" + plain + ")")
                                .text())
                .contains("lue par Claire DUMONT");
        send(cast.claireCoordinator, "/consignes/" + id + "/faite");
        assertThat(page(cast.sophieSecretary, "/consignes?filtre=equipe").text())
                .doesNotContain(plain);
        assertThat(page(cast.sophieSecretary, "/consignes?filtre=faites").text())
                .contains(plain, "fait par Claire DUMONT");

        // nobody is written to who could not read it; another structure's is not there
        refused(
                cast.claireCoordinator,
                "/consignes",
                "words",
                "x",
                "clinical",
                "1",
                "to",
                cast.sophieSecretary.member().toString());
        refused(cast.claireCoordinator, "/consignes", "words", "", "day", "2020-01-01");
        var hidden = value("select id from followup.consigne where words = '" + health + "'");
        mvc.perform(
                        post("/consignes/" + hidden + "/faite")
                                .with(csrf())
                                .with(user(cast.sophieSecretary)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        post("/consignes/" + id + "/vue")
                                .with(csrf())
                                .with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
        assertThat(
                        page(cast.claireCoordinator, "/consignes/nouvelle?dossier=" + patient)
                                .select("main")
                                .text())
                .contains("DURAND-");
    }

    @Test
    @Proves({"REQ-AGENDA-03", "REQ-FOLLOWUP-15", "REQ-CONTACTLOG-04"})
    void a_permanence_shows_what_came_in_and_is_handed_to_the_next_team() throws Exception {
        var own = new OwnStructure(cast, sql, "32");
        onCall(own, "0327111111", "nuits et week-ends");
        send(
                own.alice,
                "/agenda/permanences",
                "member",
                own.bruno.member().toString(),
                "from",
                "2026-05-30",
                "fromTime",
                "09:00",
                "to",
                "2026-05-31",
                "toTime",
                "18:00",
                "forward",
                "0639980002");
        var id = rows(own.id, "select id from agenda.on_call").getFirst();
        var during = "Épouse " + UUID.randomUUID();
        var after = "Mairie " + UUID.randomUUID();
        send(own.bruno, "/contacts", "who", during, "day", "2026-05-31", "time", "11:20");
        send(own.bruno, "/contacts", "who", after, "day", "2026-05-31", "time", "18:00");

        var list = page(own.alice, "/permanences");
        assertThat(list.select(".page-sub").text())
                .as("whether the service exists, and its hours")
                .contains("Permanence téléphonique", "03 27 11 11 11", "nuits et week-ends");
        var line = list.select("tr:has(a[href=/permanences/" + id + "])");
        assertThat(line.text()).contains("Bruno BRUN", "06 39 98 00 02", "Consigne à passer");
        var sheet = page(own.alice, "/permanences/" + id);
        assertThat(sheet.select("main").text()).contains(during).doesNotContain(after);

        send(own.bruno, "/permanences/" + id + "/passer", "remark", "Rappeler l’épouse");
        refused(own.alice, "/permanences/" + id + "/passer", "remark", "Deux fois");
        send(own.bruno, "/consignes", "words", "Voir le SSIAD", "onCall", id);
        assertThat(page(own.secretary, "/permanences/" + id).select("main").text())
                .contains("Passée", "Bruno BRUN", "Voir le SSIAD", "Réservée aux soignants")
                .doesNotContain("Rappeler l’épouse");
        send(own.alice, "/permanences/" + id + "/recevoir");
        assertThat(page(own.alice, "/permanences/" + id).select("main").text())
                .contains("Rappeler l’épouse", "Reçue Alice ALBERT");
        assertThat(page(own.alice, "/permanences").text()).contains("Passée et reçue");
        mvc.perform(get("/permanences/" + id).with(user(cast.calaisCoordinator)))
                .andExpect(status().isNotFound());
    }

    @Test
    @Proves("REQ-CONTACTLOG-05")
    void the_report_of_a_day_writes_itself_and_shows_no_health_content_to_a_secretary()
            throws Exception {
        var own = new OwnStructure(cast, sql, "32");
        clock.goTo(java.time.LocalDateTime.of(2027, 3, 2, 10, 0));
        var patient = own.patient();
        own.open(patient, 2, "2027-03-02");
        var who = "Pharmacie " + UUID.randomUUID();
        send(
                own.alice,
                "/contacts",
                "who",
                who,
                "person",
                patient.toString(),
                "reason",
                "pilulier");
        var task = "À faire demain " + UUID.randomUUID();
        send(own.alice, "/taches", "title", task, "dueOn", "2027-03-03");
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "insert into followup.alert (rule, subject_id, patient_id, title, raised_at, due_on, urgency) values ('ACTE_NON_FAIT', uuidv7(), :patient, 'Kinésithérapie non faite', :now, '2027-02-26', 10)")
                                .param("patient", patient.value())
                                .param(
                                        "now",
                                        java.sql.Timestamp.from(
                                                Instant.parse("2027-03-02T06:00:00Z")))
                                .update());
        var report = page(own.alice, "/rapport");
        assertThat(report.select("section[aria-labelledby=b-appels]").text())
                .contains(who, "pilulier");
        assertThat(report.select("section[aria-labelledby=b-mouvements]").text())
                .contains("Début de l’accompagnement, niveau 2");
        assertThat(report.select("section[aria-labelledby=b-manques]").text())
                .contains("Kinésithérapie non faite");
        assertThat(report.select("section[aria-labelledby=b-demain]").text()).contains(task);
        send(own.alice, "/rapport", "words", "Standard coupé une heure");
        send(own.secretary, "/rapport", "words", "Deux colis reçus");
        refused(own.secretary, "/rapport", "words", "");
        assertThat(page(own.alice, "/rapport").text())
                .contains("Standard coupé une heure", "Deux colis reçus");
        var secretary = page(own.secretary, "/rapport");
        assertThat(secretary.text())
                .contains(who, "Deux colis reçus", "ne sont pas montrés à votre fonction")
                .doesNotContain("Kinésithérapie non faite", "Standard coupé");
        assertThat(page(own.alice, "/rapport?jour=2027-02-01").text())
                .as("another day is another report")
                .doesNotContain(who);
        mvc.perform(get("/rapport").with(user(cast.drMorel)))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void counts_of_calls_open_lists_of_their_length() throws Exception {
        var own = new OwnStructure(cast, sql, "32");
        clock.goTo(java.time.LocalDateTime.of(2031, 3, 5, 11, 15));
        var names = new String[] {"A", "B", "C"};
        for (var name : names)
            send(
                    own.alice,
                    "/contacts",
                    "who",
                    name,
                    "caller",
                    "PROCHE",
                    "motive",
                    "AIDANT_EPUISE",
                    "minutes",
                    "10");
        send(own.alice, "/contacts", "who", "D", "reached", "PAS_DE_REPONSE", "caller", "MAIRIE");
        send(own.alice, "/contacts", "who", "E", "reached", "JOINT", "direction", "SORTANT");

        var period = "?du=2031-03-05&au=2031-03-05";
        var page = page(own.head, "/pilotage/appels" + period);
        assertThat(page.select(".tiles").text())
                .contains("5 échanges, 30 min", "1 appel passé sans réponse (50 %)");
        assertThat(page.select("tr:contains(Un proche)").text()).contains("3 60 %", "30");
        assertThat(page.select("tr:contains(Aidant épuisé)").text()).contains("3");
        assertThat(page.select("tr:contains(11 h)").text()).contains("5 100 %");
        assertThat(page.select("tr:contains(Mercredi)").text()).contains("5");
        for (var count : page.select("a[href^=/pilotage/appels/liste]")) {
            var expected = count.text().replaceAll("^(\\d+).*", "$1");
            assertThat(page(own.head, count.attr("href")).select("tbody tr"))
                    .as(count.attr("href"))
                    .hasSize(Integer.parseInt(expected));
        }
        assertThat(
                        page(own.head, "/pilotage/appels/liste" + period + "&par=inconnu&code=x")
                                .select("tbody tr"))
                .hasSize(5);
        var csv =
                mvc.perform(get("/pilotage/appels.csv" + period).with(user(own.head)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv)
                .contains(
                        "\"Qui appelle ou est appelé\";\"Un proche, un aidant\";\"3\";\"30\"",
                        "\"À quelle heure\";\"11");
        assertThat(page(cast.calaisCoordinator, "/pilotage/appels" + period).text())
                .as("each structure counts its own")
                .contains("Aucun échange");
    }

    private void onCall(OwnStructure own, String phone, String hours) {
        cast.in(
                own.id,
                () ->
                        sql.sql(
                                        "update network.network set on_call_phone = :phone, on_call_hours = :hours where id = :id")
                                .param("phone", phone)
                                .param("hours", hours)
                                .param("id", own.id.value())
                                .update());
    }
}

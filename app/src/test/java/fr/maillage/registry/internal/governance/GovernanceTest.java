package fr.maillage.registry.internal.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.registry.internal.RegistryPageTest;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Bodies, their meetings and what they decide; the watch and the calls for projects.
@IntegrationTest
class GovernanceTest extends RegistryPageTest {

    private String body(SignedIn who, UUID sheet, String kind, String... more) throws Exception {
        var fields =
                new java.util.ArrayList<>(
                        java.util.List.of("kind", kind, "name", "Instance " + kind));
        fields.addAll(java.util.List.of(more));
        add(who, sheet, "instances", fields.toArray(String[]::new));
        return added("body", sheet);
    }

    private String meeting(SignedIn who, UUID sheet, String body, String day, String mode)
            throws Exception {
        add(
                who,
                sheet,
                "reunions",
                "body_id",
                body,
                "held_on",
                day,
                "subject",
                "Réunion du " + day,
                "mode",
                mode,
                "minutes_audience",
                "INTERNE");
        return added("body_meeting", sheet);
    }

    private void seat(UUID sheet, String body, String represents, String profession)
            throws Exception {
        add(
                cast.helenHead,
                sheet,
                "sieges",
                "body_id",
                body,
                "represents",
                represents,
                "profession",
                profession,
                "function",
                "Fonction " + represents,
                "since",
                "2025-01-01");
    }

    @Test
    @Proves({"REQ-GOVERNANCE-03", "REQ-GOVERNANCE-02"})
    void a_meeting_has_its_agenda_its_participants_its_decisions_and_its_minutes()
            throws Exception {
        var sheet = open(cast.helenHead, "Réseau qui se réunit");
        var body = body(cast.helenHead, sheet, "PILOTAGE");
        seat(sheet, body, "PREMIER_RECOURS", "MEDECIN");
        seat(sheet, body, "COLLECTIVITE", "ELU");
        var meeting = meeting(cast.helenHead, sheet, body, "2026-05-04", "PRESENCE");
        var here = "/registre/" + sheet + "/reunion/" + meeting;
        send(cast.helenHead, here + "/sieges");
        assertThat(page(cast.calaisCoordinator, here).select("#participants tbody tr"))
                .hasSize(2)
                .allMatch(row -> row.text().contains("attendu"));
        assertThat(refused(cast.helenHead, here + "/sieges").text())
                .as("who is written is not written twice")
                .contains("Aucun siège n’est à reprendre");
        add(
                cast.helenHead,
                sheet,
                "ordre-du-jour",
                "meeting_id",
                meeting,
                "rank",
                "1",
                "subject",
                "Ouvrir une antenne",
                "axis",
                "STRATEGIE");
        add(
                cast.helenHead,
                sheet,
                "participants",
                "meeting_id",
                meeting,
                "represents",
                "USAGERS",
                "function",
                "Représentante",
                "presence",
                "PRESENT");
        var decisions = "/registre/" + sheet + "/decisions";
        assertThat(
                        refused(
                                        cast.helenHead,
                                        decisions,
                                        "meeting_id",
                                        meeting,
                                        "words",
                                        "Étudier",
                                        "owner",
                                        "Direction")
                                .select("#due_on-error")
                                .text())
                .contains("Donnez le jour");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        decisions,
                                        "meeting_id",
                                        meeting,
                                        "words",
                                        "Étudier",
                                        "owner",
                                        "Direction",
                                        "due_on",
                                        "2026-05-01",
                                        "done_on",
                                        "2027-01-01")
                                .text())
                .contains("avant la réunion", "pas encore venu");
        send(
                cast.helenHead,
                decisions,
                "meeting_id",
                meeting,
                "words",
                "Étudier l’antenne",
                "owner",
                "Direction",
                "due_on",
                "2026-05-20");
        var page = page(cast.agencyOfficer, here);
        assertThat(page.text())
                .contains("Ouvrir une antenne", "Stratégie", "1 présent", "Étudier l’antenne")
                .contains("en retard, pour le 20 mai 2026");
        assertThat(page.text())
                .as("who may not write is offered nothing")
                .doesNotContain("Ajouter");
        var overview = page(cast.helenHead, "/registre/gouvernance").text();
        assertThat(overview)
                .contains("Étudier l’antenne", "Réunion du 2026-05-04")
                .contains("Prospective : pas à l’ordre du jour depuis un an");
        assertThat(page(cast.calaisCoordinator, "/registre/gouvernance").text())
                .as("each structure its own")
                .doesNotContain("Étudier l’antenne");
        assertThat(page(cast.agencyOfficer, "/registre/gouvernance").text())
                .contains("Étudier l’antenne", "Réseau qui se réunit");
        var line = decisions + "/" + added("decision", sheet);
        send(
                cast.helenHead,
                line,
                "version",
                "0",
                "meeting_id",
                meeting,
                "words",
                "Étudier l’antenne",
                "owner",
                "Direction",
                "due_on",
                "2026-05-20",
                "done_on",
                "2026-06-01",
                "done_words",
                "étude remise");
        assertThat(page(cast.helenHead, here).text())
                .contains("fait le 1er juin 2026", "étude remise");
        assertThat(page(cast.helenHead, "/registre/gouvernance").text())
                .doesNotContain("Étudier l’antenne");

        deposit(
                cast.helenHead,
                "/registre/" + sheet + "/reunions/" + meeting + "/fichiers",
                303,
                "cr.txt",
                "Compte rendu".getBytes(StandardCharsets.UTF_8),
                "written_on",
                "2026-05-05");
        var minutes =
                page(cast.claireCoordinator, here)
                        .select("section[aria-labelledby=compte-rendu] li a")
                        .attr("href");
        mvc.perform(get(minutes).with(user(cast.claireCoordinator))).andExpect(status().isOk());
        for (var who : java.util.List.of(cast.agencyOfficer, cast.calaisCoordinator)) {
            mvc.perform(get(minutes).with(user(who))).andExpect(status().isNotFound());
            assertThat(page(who, here).select("section[aria-labelledby=compte-rendu] li"))
                    .isEmpty();
        }
        var shown = page(cast.claireCoordinator, "/registre/" + sheet + "/instance/" + body);
        assertThat(shown.select("section[aria-labelledby=reunions] tbody tr").text())
                .contains("Réunion du 2026-05-04", "1 présent", "gardé");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + sheet + "/instances/" + body + "/retirer")
                                .text())
                .as("a body that met is not taken away with its meetings")
                .contains("en porte d’autres");
        form(cast.agencyOfficer, here + "/sieges", 404);
        form(headOfCalais(), decisions, 404, "meeting_id", meeting, "words", "Intrus");
    }

    @Test
    void nobody_was_present_at_what_has_not_taken_place() throws Exception {
        var sheet = open(cast.helenHead, "Réseau pressé");
        var body = body(cast.helenHead, sheet, "GROUPE_TRAVAIL");
        var meeting = meeting(cast.helenHead, sheet, body, "2026-07-01", "DISTANCE");
        var to = "/registre/" + sheet + "/participants";
        assertThat(
                        refused(
                                        cast.helenHead,
                                        to,
                                        "meeting_id",
                                        meeting,
                                        "represents",
                                        "URPS",
                                        "function",
                                        "Médecin",
                                        "presence",
                                        "PRESENT")
                                .select("#presence-error")
                                .text())
                .contains("pas encore eu lieu");
        send(
                cast.helenHead,
                to,
                "meeting_id",
                meeting,
                "represents",
                "URPS",
                "function",
                "Médecin",
                "presence",
                "EXCUSE");
        assertThat(page(cast.helenHead, "/registre/gouvernance").text())
                .contains("Réunion du 2026-07-01");
        mvc.perform(
                        get("/registre/" + sheet + "/reunion/" + UUID.randomUUID())
                                .with(user(cast.helenHead)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        get("/registre/" + sheet + "/instance/" + UUID.randomUUID())
                                .with(user(cast.helenHead)))
                .andExpect(status().isNotFound());
        var other = body(cast.helenHead, sheet, "CONSEIL");
        add(cast.helenHead, sheet, "colleges", "body_id", other, "name", "Élus", "rank", "1");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        "/registre/" + sheet + "/membres",
                                        "body_id",
                                        body,
                                        "college_id",
                                        added("college", sheet),
                                        "name",
                                        "Jeanne OUDAR",
                                        "since",
                                        "2025-01-01")
                                .text())
                .contains("n’est pas de cette instance");
    }

    @Test
    @Proves({"REQ-GOVERNANCE-04", "REQ-GOVERNANCE-08", "REQ-MULTI-STRUCTURE-06"})
    void the_agency_reviews_then_contracts_and_says_whom_it_consulted() throws Exception {
        var sheet =
                open(
                        cast.helenHead,
                        "Plateforme réformée",
                        "type_code",
                        "PLATEFORME",
                        "level",
                        "TERRITORIAL");
        for (var theme : java.util.List.of("GERONTOLOGIE", "SOINS_PALLIATIFS"))
            add(cast.helenHead, sheet, "themes", "theme_code", theme, "since", "2020-01-01");
        add(
                cast.helenHead,
                sheet,
                "territoire",
                "zone_code",
                "LI-MO",
                "status",
                "COUVERT",
                "certainty",
                "CERTAIN",
                "since",
                "2020-01-01");
        var to = "/registre/" + sheet + "/reforme";
        form(cast.helenHead, to, 404, "review", "FAIT", "contract", "SIGNE");
        assertThat(line("Plateforme réformée")).contains("État des lieux à faire");
        assertThat(
                        refused(
                                        cast.agencyOfficer,
                                        to,
                                        "review",
                                        "EN_COURS",
                                        "contract",
                                        "EN_NEGOCIATION",
                                        "bears_support",
                                        "oui")
                                .select("#contract-error")
                                .text())
                .contains("L’état des lieux vient avant le contrat");
        var refusal =
                refused(
                        cast.agencyOfficer,
                        to,
                        "review",
                        "FAIT",
                        "contract",
                        "SIGNE",
                        "bears_support",
                        "non",
                        "ends_on",
                        "2020-01-01",
                        "signed_on",
                        "2026-01-01");
        assertThat(refusal.text())
                .contains(
                        "portent l’appui",
                        "jour de l’état des lieux",
                        "conclusion",
                        "avant le début");
        send(
                cast.agencyOfficer,
                to,
                "review",
                "FAIT",
                "reviewed_on",
                "2025-10-01",
                "efficient",
                "oui",
                "bears_support",
                "oui",
                "outcome",
                "POURSUITE",
                "contract",
                "EN_NEGOCIATION");
        assertThat(line("Plateforme réformée"))
                .contains(
                        "Contrat en négociation",
                        "1 octobre 2025".replace("1 ", "1er "),
                        "efficience oui, appui oui");
        send(
                cast.agencyOfficer,
                to + "/" + added("reform", sheet),
                "version",
                "0",
                "review",
                "FAIT",
                "reviewed_on",
                "2025-10-01",
                "bears_support",
                "oui",
                "outcome",
                "POURSUITE",
                "contract",
                "SIGNE",
                "signed_on",
                "2026-01-01",
                "ends_on",
                "2028-12-31");
        var page = page(cast.agencyOfficer, "/registre/reforme?etape=SIGNED");
        assertThat(page.select("tbody[data-list] tr").eachText())
                .isNotEmpty()
                .allMatch(row -> row.contains("Contrat signé"))
                .anyMatch(row -> row.contains("Plateforme réformée"));
        assertThat(zone("Montreuillois"))
                .contains(
                        "Un signataire pluri-thématique",
                        "Plateforme réformée",
                        "2 thèmes, jusqu’au 31 décembre 2028");
        clock.move(Duration.ofDays(1000));
        assertThat(line("Plateforme réformée")).contains("Contrat échu");
        assertThat(zone("Montreuillois")).contains("Aucun signataire");
        clock.reset();
        var csv =
                mvc.perform(get("/registre/reforme/export.csv").with(user(cast.agencyOfficer)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("\"Plateforme réformée\"");
        mvc.perform(get("/registre/reforme").with(user(cast.helenHead)))
                .andExpect(status().isNotFound());

        var agency = open(cast.agencyOfficer, "Agence des réseaux", "type_code", "ARS");
        var consultation = body(cast.agencyOfficer, agency, "CONCERTATION");
        var meeting = meeting(cast.agencyOfficer, agency, consultation, "2026-05-11", "ECRIT");
        add(
                cast.agencyOfficer,
                agency,
                "participants",
                "meeting_id",
                meeting,
                "represents",
                "URPS",
                "function",
                "URPS des médecins",
                "presence",
                "ATTENDU",
                "opinion",
                "RESERVES",
                "opinion_words",
                "Des délais garantis");
        assertThat(
                        page(cast.agencyOfficer, "/registre/reforme")
                                .select("section[aria-labelledby=concertation]")
                                .text())
                .contains(
                        "URPS : le 11 mai 2026, avis favorable avec réserves",
                        "CRSA : à consulter");
    }

    private String line(String name) throws Exception {
        return page(cast.agencyOfficer, "/registre/reforme")
                .select("tbody[data-list] tr:contains(" + name + ")")
                .text();
    }

    private String zone(String name) throws Exception {
        return page(cast.agencyOfficer, "/registre/reforme")
                .select("section[aria-labelledby=territoires] tbody tr:contains(" + name + ")")
                .text();
    }

    @Test
    @Proves({"REQ-GOVERNANCE-12", "REQ-REGIONAL-12"})
    void the_watch_and_the_calls_are_shared_and_an_answer_has_its_deadline() throws Exception {
        var sheet = open(cast.agencyOfficer, "Fédération de veille", "type_code", "FEDERATION");
        add(
                cast.agencyOfficer,
                sheet,
                "veille",
                "kind",
                "JURIDIQUE",
                "title",
                "Partage avec un aidant",
                "published_on",
                "2026-05-01",
                "summary",
                "Accord et trace.",
                "link",
                "www.exemple.fr/note",
                "owner",
                "Juriste",
                "due_on",
                "2026-05-20");
        var watch = page(cast.calaisCoordinator, "/registre/veille?sorte=JURIDIQUE");
        assertThat(watch.text())
                .contains("Partage avec un aidant", "Juriste, en retard, pour le 20 mai 2026");
        assertThat(watch.select("a[href=https://www.exemple.fr/note]")).isNotEmpty();
        assertThat(page(cast.calaisCoordinator, "/registre/veille?sorte=REGLEMENTAIRE").text())
                .doesNotContain("Partage avec un aidant");
        assertThat(page(cast.agencyOfficer, "/registre/gouvernance").text())
                .as("what follows from the watch is to be done like a decision")
                .contains("Partage avec un aidant");
        var to = "/registre/" + sheet + "/appels-a-projet";
        var late =
                refused(
                        cast.agencyOfficer,
                        to,
                        "title",
                        "Aidants",
                        "issuer",
                        "Agence",
                        "found_on",
                        "2026-04-01",
                        "closes_on",
                        "2026-05-01",
                        "state",
                        "DEPOSE",
                        "submitted_on",
                        "2026-05-02");
        assertThat(late.select("#submitted_on-error").text()).contains("après la date limite");
        assertThat(late.select("#lead-error").text()).contains("Dites qui répond");
        assertThat(
                        refused(
                                        cast.agencyOfficer,
                                        to,
                                        "title",
                                        "Aidants",
                                        "issuer",
                                        "Agence",
                                        "found_on",
                                        "2026-04-01",
                                        "closes_on",
                                        "2026-03-01",
                                        "state",
                                        "RETENU",
                                        "lead",
                                        "Chargé de projet")
                                .text())
                .contains("avant le début", "jour du dépôt");
        send(
                cast.agencyOfficer,
                to,
                "title",
                "Répit des aidants",
                "issuer",
                "Agence",
                "found_on",
                "2026-04-01",
                "closes_on",
                "2026-05-01",
                "state",
                "RETENU",
                "lead",
                "Chargé de projet",
                "submitted_on",
                "2026-04-28",
                "amount",
                "60 000");
        send(
                cast.agencyOfficer,
                to,
                "title",
                "Appel manqué",
                "issuer",
                "Agence",
                "found_on",
                "2026-04-01",
                "closes_on",
                "2026-05-01",
                "state",
                "REPERE");
        var calls =
                page(cast.claireCoordinator, "/registre/veille")
                        .select("section[aria-labelledby=appels]");
        assertThat(calls.select("tr:contains(Répit des aidants)").text())
                .contains("retenu", "Chargé de projet", "Fédération de veille");
        assertThat(calls.select("tr:contains(Appel manqué) .is-late").text())
                .contains("repéré, échu");
    }

    @Test
    @Proves("REQ-REGIONAL-03")
    void the_common_council_names_who_does_not_sit() throws Exception {
        var federation = open(cast.agencyOfficer, "Fédération savante", "type_code", "FEDERATION");
        open(cast.helenHead, "Réseau sans siège", "level", "TERRITORIAL");
        var sits = open(cast.agencyOfficer, "Réseau qui siège", "level", "TERRITORIAL");
        var regional = open(cast.agencyOfficer, "Réseau régional savant", "level", "REGIONAL");
        var council = body(cast.agencyOfficer, federation, "SCIENTIFIQUE", "common", "on");
        for (var one : java.util.List.of(sits, regional))
            add(
                    cast.agencyOfficer,
                    federation,
                    "sieges",
                    "body_id",
                    council,
                    "represents",
                    "RESEAU_TERRITORIAL",
                    "represented_id",
                    one.toString(),
                    "profession",
                    "MEDECIN",
                    "since",
                    "2025-01-01");
        var checks =
                page(cast.claireCoordinator, "/registre/" + federation + "/instance/" + council)
                        .select("section[aria-labelledby=attendu]");
        assertThat(checks.select(".is-missing").eachText())
                .anyMatch(w -> w.contains("Réseau sans siège : personne"))
                .noneMatch(w -> w.contains("Réseau qui siège"));
        assertThat(checks.select(".is-there").eachText())
                .anyMatch(w -> w.contains("Réseau qui siège : 1 siège"))
                .anyMatch(w -> w.contains("Réseau régional savant : 1 siège"));
        assertThat(checks.text()).as("those of a document of 2011 are not").doesNotContain("EMERA");
    }
}

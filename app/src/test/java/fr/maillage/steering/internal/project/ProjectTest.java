package fr.maillage.steering.internal.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.registry.internal.RegistryPageTest;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// A project planned, carried out, planned again: both gaps at a day, and the plans that stay.
@IntegrationTest
class ProjectTest extends RegistryPageTest {

    private UUID project(UUID sheet, String audience) throws Exception {
        var title = "Projet " + UUID.randomUUID();
        send(
                cast.helenHead,
                "/projets",
                "structure",
                sheet.toString(),
                "title",
                title,
                "purpose",
                "Changer.",
                "lead",
                "Responsable",
                "audience",
                audience);
        return id("select id from steering.project where title = '" + title + "'");
    }

    private UUID id(String query) {
        return cast.as(cast.helenHead, () -> sql.sql(query).query(UUID.class).single());
    }

    private static String[] action(String title, String from, String to, String money) {
        return new String[] {
            "title",
            title,
            "owner",
            "Coordonnateurs",
            "starts_on",
            from,
            "ends_on",
            to,
            "fte",
            "0,5",
            "money",
            money,
            "unit",
            "personnes",
            "baseline",
            "0",
            "target",
            "40"
        };
    }

    private static String gap(Document page, String title) {
        return page.select("section[aria-labelledby=actions] tr").stream()
                .filter(tr -> tr.select("a").text().equals(title))
                .findFirst()
                .orElseThrow()
                .select("td[data-label=Écart]")
                .text();
    }

    @Test
    @Proves("REQ-GOVERNANCE-11")
    void the_gap_is_read_to_the_first_plan_and_to_the_last_at_a_day() throws Exception {
        var sheet = open(cast.helenHead, "Réseau qui planifie");
        var project = project(sheet, "AGENCE");
        var here = "/projets/" + project;
        clock.goTo(LocalDateTime.of(2026, 1, 5, 9, 0));
        assertThat(refused(cast.helenHead, here + "/plan/adopter").text())
                .contains(ProjectText.EMPTY_PLAN);
        assertThat(
                        refused(
                                        cast.helenHead,
                                        here + "/plan",
                                        action("À l’envers", "2026-02-01", "2026-01-01", "10"))
                                .text())
                .contains(ProjectText.ENDS_BEFORE);
        send(
                cast.helenHead,
                here + "/plan",
                action("Former", "2026-02-01", "2026-03-31", "1 000,50"));
        send(cast.helenHead, here + "/plan", action("Équiper", "2026-03-01", "2026-04-30", "2000"));
        send(cast.helenHead, here + "/plan/adopter");
        var former =
                id(
                        "select p.action_id from steering.planned p join steering.plan n on n.id = p.plan_id where n.project_id = '"
                                + project
                                + "' and p.title = 'Former'");
        var equip =
                id(
                        "select p.action_id from steering.planned p join steering.plan n on n.id = p.plan_id where n.project_id = '"
                                + project
                                + "' and p.title = 'Équiper'");
        assertThatThrownBy(() ->
                        cast.as(
                                cast.helenHead,
                                () ->
                                        sql.sql(
                                                        "update steering.planned set money = 1 where action_id = :id")
                                                .param("id", former)
                                                .update()))
                .as("an adopted plan")
                .rootCause()
                .hasMessageContaining("does not change");

        clock.goTo(LocalDateTime.of(2026, 4, 10, 9, 0));
        send(
                cast.helenHead,
                here + "/actions/" + former,
                "on_day",
                "2026-04-10",
                "started_on",
                "2026-02-11",
                "ended_on",
                "2026-04-06",
                "spent",
                "1 100,55",
                "fte",
                "0,5",
                "reached",
                "30");
        assertThat(
                        refused(
                                        cast.helenHead,
                                        here + "/actions/" + equip,
                                        "on_day",
                                        "2026-05-01",
                                        "spent",
                                        "douze",
                                        "reached",
                                        "3")
                                .text())
                .contains(ProjectText.FUTURE, ProjectText.AMOUNT);
        send(cast.helenHead, here + "/replanifier", "why", "Matériel livré plus tard");
        send(
                cast.helenHead,
                here + "/plan/" + equip,
                concat(action("Équiper", "2026-05-01", "2026-06-30", "2500"), "_tag", "0"));
        send(cast.helenHead, here + "/plan", action("Évaluer", "2026-06-01", "2026-07-31", "0"));
        assertThat(refused(cast.helenHead, here + "/replanifier", "why", "Encore").text())
                .contains(ProjectText.PREPARED_ALREADY);
        send(cast.helenHead, here + "/plan/adopter");

        clock.goTo(LocalDateTime.of(2026, 5, 11, 9, 0));
        var page = page(cast.helenHead, here);
        assertThat(gap(page, "Former")).isEqualTo("+6 j");
        assertThat(gap(page, "Équiper"))
                .as("begins ten days after the last plan; eleven days past its first end")
                .isEqualTo("+10 j premier plan : +11 j");
        assertThat(gap(page, "Évaluer")).isEqualTo("à l’heure premier plan : ajoutée depuis");
        var wholes = page.select(".cols-even .card");
        assertThat(wholes.get(0).text().replace('\u202F', ' '))
                .contains(
                        "Écart au plan 2",
                        "1 faite sur 3, 1 en retard, 0 non faite",
                        "1 100,55 € sur 3 500,50 € prévus, soit 31,4 %",
                        "Cibles atteintes 0 sur 3");
        assertThat(wholes.get(1).text().replace('\u202F', ' '))
                .contains("Écart au premier plan", "1 100,55 € sur 3 000,50 € prévus, soit 36,7 %");
        assertThat(page.select("section[aria-labelledby=plans] tbody tr")).hasSize(2);
        var before = page(cast.helenHead, here + "?au=2026-04-09");
        assertThat(gap(before, "Former"))
                .as("nothing had been told, nothing was planned again")
                .isEqualTo("+9 j");
        assertThat(before.select(".cols-even .card")).hasSize(1);
        assertThat(page(cast.helenHead, here + "?au=2026-01-01").text())
                .contains("Aucun plan n’était adopté");

        assertThat(page(cast.agencyOfficer, here).text()).contains("Écart au plan 2");
        assertThat(page(cast.helenHead, "/projets").text()).contains("1 sur 3");
        assertThat(page(cast.agencyOfficer, here).select("form[method=post]"))
                .as("it reads")
                .allMatch(f -> !f.attr("action").startsWith("/projets"));
        mvc.perform(get(here).with(user(cast.calaisCoordinator))).andExpect(status().isNotFound());
        try (var book =
                new ReadableWorkbook(
                        new ByteArrayInputStream(
                                mvc.perform(get(here + "/projet.xlsx").with(user(cast.helenHead)))
                                        .andReturn()
                                        .getResponse()
                                        .getContentAsByteArray()))) {
            assertThat(book.findSheet("Actions").orElseThrow().read()).hasSize(4);
        }

        send(cast.helenHead, here + "/clore", "closed_words", "À reprendre avec la commune.");
        assertThat(
                        refused(cast.helenHead, here + "/actions/" + equip, "on_day", "2026-05-11")
                                .text())
                .contains(ProjectText.OVER);
        assertThat(page(cast.helenHead, here).text()).contains("À reprendre avec la commune");
    }

    private static String[] concat(String[] fields, String... more) {
        var all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    @Test
    void a_plan_is_prepared_by_its_structure_alone() throws Exception {
        var sheet = open(cast.helenHead, "Réseau réservé");
        var text = "Projet de santé " + UUID.randomUUID();
        add(
                cast.helenHead,
                sheet,
                "textes",
                "kind",
                "PROJET_SANTE",
                "title",
                text,
                "dated_on",
                "2025-01-01",
                "regional_project",
                "Prévention",
                "audience",
                "TRAVAIL");
        var project = project(sheet, "INTERNE");
        var here = "/projets/" + project;
        mvc.perform(get(here).with(user(cast.agencyOfficer))).andExpect(status().isNotFound());
        var carried =
                page(cast.helenHead, here).select("select[name=carried] option").stream()
                        .filter(o -> o.text().contains(text))
                        .findFirst()
                        .orElseThrow()
                        .attr("value");
        send(
                cast.helenHead,
                here,
                "_tag",
                "0",
                "title",
                "Projet réservé",
                "purpose",
                "Changer.",
                "lead",
                "Responsable",
                "audience",
                "INTERNE",
                "carried",
                carried);
        assertThat(page(cast.helenHead, here).text()).contains("Projet de santé : " + text);
        assertThat(refused(cast.helenHead, here, "_tag", "1", "title", "", "audience", "X").text())
                .contains("Ce champ est nécessaire");
        send(cast.helenHead, here + "/plan", action("Une", "2026-06-02", "2026-06-30", "1"));
        send(cast.helenHead, here + "/plan", action("Deux", "2026-06-02", "2026-06-30", "1"));
        var two =
                id(
                        "select action_id from steering.planned where title = 'Deux' and plan_id in (select id from steering.plan where project_id = '"
                                + project
                                + "')");
        send(cast.helenHead, here + "/plan/" + two + "/retirer");
        send(cast.helenHead, here + "/plan/adopter");
        send(cast.helenHead, here + "/replanifier", "why", "Pour voir");
        assertThat(page(cast.helenHead, here + "/plan").text()).contains("Pour voir");
        send(cast.helenHead, here + "/plan/abandonner");
        assertThat(page(cast.helenHead, here).select("section[aria-labelledby=plans] tbody tr"))
                .hasSize(1);
        var one =
                page(cast.helenHead, here)
                        .select("section[aria-labelledby=actions] a")
                        .attr("href");
        send(cast.helenHead, one, "on_day", "2026-06-02", "dropped", "Plus de salle");
        var dropped = page(cast.helenHead, here);
        assertThat(dropped.select("section[aria-labelledby=actions]").text())
                .contains("non faite", "Plus de salle");
        assertThat(page(cast.helenHead, one).text()).contains("Non faite : Plus de salle");
    }
}

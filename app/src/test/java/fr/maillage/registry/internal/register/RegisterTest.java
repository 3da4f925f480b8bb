package fr.maillage.registry.internal.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/// The list of the register, its exports, the published tables, and requests to regional networks.
@IntegrationTest
class RegisterTest extends PageTest {

    @Test
    @Proves("REQ-MULTI-STRUCTURE-10")
    void the_list_is_kept_by_type_theme_territory_and_name() throws Exception {
        var all = page(cast.claireCoordinator, "/registre");
        assertThat(all.text())
                .contains("EMERA", "Plateforme Santé Douaisis")
                .doesNotContain("OSCAR Cancérologie Douai");
        var palliative =
                page(cast.claireCoordinator, "/registre?theme=SOINS_PALLIATIFS&territoire=HC-VA");
        assertThat(palliative.select("tbody th a").eachText())
                .contains("EMERA")
                .doesNotContain("Passerelles", "AMAVI");
        var facet = palliative.select(".chip:contains(Réseau de santé)").first();
        var kept = page(cast.claireCoordinator, facet.attr("href"));
        assertThat(kept.select("tbody tr")).hasSize(Integer.parseInt(facet.select("b").text()));
        assertThat(
                        page(cast.claireCoordinator, "/registre?territoire=HC")
                                .select("tbody th a")
                                .eachText())
                .as("a territory holds its zones, and a region holds it")
                .contains("EMERA", "RESCOM", "Réseau Périnatalité du Hainaut", "OSEAN");
        assertThat(
                        page(cast.claireCoordinator, "/registre?q=oscar&anciennes=1")
                                .select("tbody th a")
                                .eachText())
                .containsExactly("OSCAR Cancérologie Douai");
        assertThat(page(cast.claireCoordinator, "/registre?q=zzzz").text())
                .contains("Aucune structure ne répond");
        mvc.perform(get("/registre").with(user(cast.drMorel))).andExpect(status().isOk());
    }

    @Test
    void the_list_is_taken_along_in_a_spreadsheet() throws Exception {
        var csv =
                mvc.perform(
                                get("/registre/export.csv?theme=SOINS_PALLIATIFS")
                                        .with(user(cast.agencyOfficer)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF\"nom\";\"type\"").contains("\"EMERA\"");
        var xlsx =
                mvc.perform(
                                get("/registre/export.xlsx?theme=SOINS_PALLIATIFS")
                                        .with(user(cast.agencyOfficer)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.map(r -> r.getCellText(0)).toList()).contains("nom", "EMERA");
        }
    }

    @Test
    @Proves({"REQ-REGISTRY-01", "REQ-REGISTRY-02", "REQ-REGISTRY-06"})
    void published_figures_stay_as_printed_beside_their_sum() throws Exception {
        var page = page(cast.agencyOfficer, "/registre/reseaux-finances");
        var of2011 = page.select("section[aria-labelledby=t2011]").first();
        assertThat(of2011.select("tbody tr")).hasSize(20);
        assertThat(of2011.select("tfoot tr").get(0).text().replace('\u202F', ' '))
                .contains("716", "167 210 374,00 €", "100 %");
        assertThat(of2011.select("tfoot tr").get(1).text().replace('\u202F', ' '))
                .contains("716", "167 210 373,00 €", "99 %");
        var of2010 = page.select("section[aria-labelledby=t2010]").first();
        assertThat(of2010.select("tbody tr")).hasSize(22);
        assertThat(of2010.text()).contains("imprime 646");
        var region = page.select("section[aria-labelledby=dotations]").text();
        assertThat(region).contains("72,02 % recalculé 72,07 %", "99,19 % recalculé 99,20 %");
        assertThat(page.select("section[aria-labelledby=dotations] .cell-sub:contains(recalculé)"))
                .as("only the two misprints")
                .hasSize(2);
        assertThat(page.select("section[aria-labelledby=nombre]").text())
                .contains("182", "860", "718");
    }

    private UUID sheet(boolean ours, String level) {
        var id = UUID.randomUUID();
        cast.as(
                ours ? cast.helenHead : cast.agencyOfficer,
                () ->
                        sql.sql(
                                        "insert into registry.structure (id, owner_id, type_code, level, name, region_code, provenance, opened_on) values (:id, :owner, 'RESEAU', :level, :name, '32', 'FICTIVE', '1990-01-01')")
                                .param("id", id)
                                .param(
                                        "owner",
                                        ours ? cast.douai.value() : null,
                                        java.sql.Types.OTHER)
                                .param("level", level)
                                .param("name", level + " " + id)
                                .update());
        return id;
    }

    private UUID heldByCalais() {
        var id = UUID.randomUUID();
        cast.in(
                cast.calais,
                () ->
                        sql.sql(
                                        "insert into registry.structure (id, owner_id, type_code, level, name, region_code, provenance) values (:id, platform.acting(), 'RESEAU', 'REGIONAL', :name, '32', 'FICTIVE')")
                                .param("id", id)
                                .param("name", "Régional de Calais " + id)
                                .update());
        return id;
    }

    @Test
    @Proves({"REQ-REGIONAL-02", "REQ-REGIONAL-04"})
    void a_territorial_network_asks_a_regional_one_answers_and_nobody_else_reads()
            throws Exception {
        sheet(true, "TERRITORIAL");
        var regional = heldByCalais();
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        "/registre/appuis",
                                        "to",
                                        "",
                                        "mission",
                                        "X",
                                        "subject",
                                        "",
                                        "words",
                                        "")
                                .text())
                .contains("Choisissez");
        send(
                cast.claireCoordinator,
                "/registre/appuis",
                "to",
                regional.toString(),
                "mission",
                "EXPERTISE",
                "subject",
                "Douleur rebelle",
                "words",
                "Une situation décrite sans identité.",
                "wished",
                "2026-07-01");
        var id = value("select id from registry.support_request where to_id = '" + regional + "'");
        var asked = "/registre/appuis/" + id;
        assertThat(page(cast.claireCoordinator, "/registre/appuis").text())
                .contains("Douleur rebelle", "Demandée");
        assertThat(
                        cast.as(
                                cast.agencyOfficer,
                                () ->
                                        sql.sql("select count(*) from registry.support_request")
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .as("the agency reads none: no hierarchy")
                .isZero();
        // the asker does not answer in the place of the one asked
        form(cast.claireCoordinator, asked, 409, "act", "REPONDUE", "answer", "à sa place");
        assertThatThrownBy(() ->
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "update registry.support_request set state = 'REPONDUE', answer = 'x' where id = :id")
                                                .param("id", UUID.fromString(id))
                                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(page(cast.calaisCoordinator, "/registre/appuis").text())
                .contains("Douleur rebelle");
        send(cast.calaisCoordinator, asked, "act", "ACCEPTEE");
        assertThat(refused(cast.calaisCoordinator, asked, "act", "REPONDUE", "answer", "").text())
                .contains("Écrivez la réponse");
        send(cast.calaisCoordinator, asked, "act", "REPONDUE", "answer", "Équipe mobile le 12.");
        form(cast.calaisCoordinator, asked, 409, "act", "DECLINEE", "answer", "trop tard");
        assertThat(page(cast.claireCoordinator, "/registre/appuis").text())
                .contains("Répondue le 2 juin 2026", "Équipe mobile le 12.");

        send(
                cast.claireCoordinator,
                "/registre/appuis",
                "to",
                regional.toString(),
                "mission",
                "FORMATION",
                "subject",
                "Repentir",
                "words",
                "Finalement non.");
        var second =
                value(
                        "select id from registry.support_request where subject = 'Repentir' and to_id = '"
                                + regional
                                + "'");
        send(cast.claireCoordinator, "/registre/appuis/" + second, "act", "RETIREE");
        form(
                cast.calaisCoordinator,
                "/registre/appuis/" + UUID.randomUUID(),
                404,
                "act",
                "ACCEPTEE");
    }

    @Test
    void where_the_regional_network_does_not_work_here_the_asker_notes_its_answer()
            throws Exception {
        sheet(true, "TERRITORIAL");
        var regional = sheet(false, "REGIONAL");
        send(
                cast.helenHead,
                "/registre/appuis",
                "to",
                regional.toString(),
                "mission",
                "FORMATION",
                "subject",
                "Chimiothérapie orale",
                "words",
                "Une demi-journée.");
        var id = value("select id from registry.support_request where to_id = '" + regional + "'");
        send(
                cast.helenHead,
                "/registre/appuis/" + id,
                "act",
                "REPONDUE",
                "answer",
                "Le 4 octobre, par téléphone.");
        assertThat(page(cast.helenHead, "/registre/appuis").text())
                .contains("Le 4 octobre, par téléphone.");
    }
}

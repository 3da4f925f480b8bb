package fr.maillage.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class PublicationTest {

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired MockMvc mvc;

    @Autowired MovableClock clock;

    OwnStructure here;
    SignedIn officer;

    @BeforeEach
    void aStructure() {
        clock.reset();
        here = new OwnStructure(cast, sql, "32");
        officer = cast.newOfficer("32");
    }

    private MockHttpServletResponse open(SignedIn who, String address) throws Exception {
        return mvc.perform(get(address).with(user(who))).andReturn().getResponse();
    }

    private Document read(SignedIn who, String address) throws Exception {
        var response = open(who, address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(
                response.getContentAsString().replace('\u00A0', ' ').replace('\u202F', ' '));
    }

    private MockHttpServletResponse send(SignedIn who, String address) throws Exception {
        return mvc.perform(post(address).with(user(who)).with(csrf())).andReturn().getResponse();
    }

    /// Twelve persons at level 2 in gerontology, five at level 3 in addictology; thirteen in Douai.
    private void seventeen() {
        for (var i = 0; i < 17; i++) {
            here.support(
                    here.patient(),
                    i < 12 ? 2 : 3,
                    "2026-02-01",
                    null,
                    null,
                    here.alice,
                    i < 12 ? "GERONTOLOGIE" : "ADDICTOLOGIE",
                    i < 13 ? "59178" : "59606");
        }
    }

    private String prepare() throws Exception {
        var location = send(here.head, "/pilotage/publications").getHeader("Location");
        assertThat(location).startsWith("/pilotage/publications/");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    @Proves("REQ-PPS-29")
    void what_is_signed_is_what_was_previewed_masked_and_flags_the_absence_of_plans()
            throws Exception {
        seventeen();
        var id = prepare();
        var preview = read(here.head, "/pilotage/publications/" + id);

        assertThat(open(officer, "/publications/" + id).getStatus())
                .as("a draft is not published")
                .isEqualTo(404);
        assertThat(send(here.head, "/pilotage/publications/" + id + "/signer").getStatus())
                .isEqualTo(302);

        var sheet = read(officer, "/publications/" + id);
        assertThat(sheet.select("main section.block").outerHtml())
                .isEqualTo(preview.select("main section.block").outerHtml());
        assertThat(
                        sheet.select("#activite")
                                .first()
                                .closest("section")
                                .select("tr:contains(Situations en cours) td.num")
                                .text())
                .isEqualTo("17");
        assertThat(
                        sheet.select("#theme")
                                .first()
                                .closest("section")
                                .select("tr:contains(Addictologie) td.num")
                                .text())
                .contains("<")
                .doesNotContain("5");
        assertThat(
                        sheet.select("#theme")
                                .first()
                                .closest("section")
                                .select("tr:contains(Gérontologie) td.num")
                                .text())
                .as("17 less 12 would say the five")
                .doesNotContain("12")
                .contains("n.c.");
        assertThat(
                        sheet.select("#commune")
                                .first()
                                .closest("section")
                                .select("tr:contains(Autres communes)"))
                .hasSize(1);
        assertThat(sheet.select("#masques").first().closest("section").text())
                .contains("Moins de onze personnes", "se retrouverait par soustraction")
                // the share is worked out from two counts, it is not one
                .contains(
                        "des "
                                + sheet.select("main td.num")
                                        .not(":contains(%)")
                                        .not(":matchesOwn(^–$)")
                                        .size()
                                + " nombres");
        assertThat(sheet.select("main").text())
                .contains(
                        "Aucun PPS en vigueur",
                        "définitions du 1er janvier 2026",
                        "2 juin 2026",
                        "note 19")
                .doesNotContain("DURAND");
        assertThat(read(officer, "/publications").select("a[href=/publications/" + id + "]"))
                .hasSize(1);
    }

    @Test
    void a_signed_publication_never_changes_and_there_is_one_a_day() throws Exception {
        seventeen();
        var id = prepare();
        send(here.head, "/pilotage/publications/" + id + "/signer");

        for (var address :
                new String[] {
                    "/pilotage/publications",
                    "/pilotage/publications/" + id + "/signer",
                    "/pilotage/publications/" + id + "/abandonner"
                }) {
            var again = send(here.head, address);
            assertThat(again.getStatus()).as(address).isEqualTo(422);
            assertThat(Jsoup.parse(again.getContentAsString()).select("[role=alert]").text())
                    .contains("signée");
        }
        for (var attempt :
                new String[] {
                    "update indicators.publication set signed_by = 'x' where id = :id",
                    "update indicators.published_count set value = 99 where publication_id = :id",
                    "delete from indicators.published_count where publication_id = :id",
                    "delete from indicators.publication where id = :id"
                }) {
            assertThatThrownBy(() ->
                            cast.as(
                                    here.head,
                                    () ->
                                            sql.sql(attempt)
                                                    .param("id", UUID.fromString(id))
                                                    .update()))
                    .as(attempt)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
        clock.move(Duration.ofDays(1));
        var next = prepare();
        assertThat(next).isNotEqualTo(id);
        assertThat(send(here.head, "/pilotage/publications/" + next + "/abandonner").getStatus())
                .isEqualTo(302);
        assertThat(open(here.head, "/pilotage/publications/" + next).getStatus()).isEqualTo(404);
    }

    @Test
    void the_head_alone_publishes_and_only_for_the_own_structure() throws Exception {
        var id = prepare();
        assertThat(send(here.alice, "/pilotage/publications").getStatus()).isEqualTo(404);
        assertThat(send(cast.helenHead, "/pilotage/publications/" + id + "/signer").getStatus())
                .isEqualTo(404);
        assertThat(send(officer, "/pilotage/publications/" + id + "/signer").getStatus())
                .isEqualTo(404);
        assertThat(open(here.head, "/publications").getStatus())
                .as("the agency's pages")
                .isEqualTo(404);
    }

    @Test
    @Proves("REQ-RIGHTS-04")
    void an_agency_reads_its_region_and_the_national_level_every_region() throws Exception {
        sql.sql(
                        "insert into territory.zone (code, label, kind) values ('11', 'Île-de-France', 'REGION') on conflict do nothing")
                .update();
        var elsewhere = new OwnStructure(cast, sql, "11");
        var location = send(elsewhere.head, "/pilotage/publications").getHeader("Location");
        var id = location.substring(location.lastIndexOf('/') + 1);
        send(elsewhere.head, location + "/signer");
        var national = cast.newNational();

        assertThat(open(cast.newOfficer("11"), "/publications/" + id).getStatus()).isEqualTo(200);
        assertThat(open(national, "/publications/" + id).getStatus()).isEqualTo(200);
        assertThat(open(officer, "/publications/" + id).getStatus())
                .as("another region")
                .isEqualTo(404);
        assertThat(read(officer, "/publications").select("a[href=/publications/" + id + "]"))
                .isEmpty();
    }

    @Test
    @Proves("REQ-RIGHTS-04")
    void a_nominative_address_is_refused_to_the_agency_like_one_that_does_not_exist_and_is_traced()
            throws Exception {
        var patient = here.patient();
        var referral =
                here.referral(
                        patient, java.time.LocalDateTime.of(2026, 5, 1, 9, 0), "A_ANALYSER", null);
        var missing = normal(open(officer, "/nulle-part/" + UUID.randomUUID()));

        for (var address :
                new String[] {
                    "/dossiers/" + patient.value(),
                    "/dossiers/" + UUID.randomUUID(),
                    "/dossiers/" + patient.value() + "/pps",
                    "/demandes/" + referral,
                    "/demandes/" + UUID.randomUUID(),
                    "/pilotage",
                    "/pilotage/file-active",
                    "/reglages",
                    "/publications/" + UUID.randomUUID()
                }) {
            var before = refusals();
            var response = open(officer, address);
            assertThat(response.getStatus()).as(address).isEqualTo(404);
            if (!address.startsWith("/publications"))
                assertThat(normal(response)).as(address).isEqualTo(missing);
            assertThat(refusals()).as(address + " leaves a trace").isEqualTo(before + 1);
        }
    }

    // the page without its token, which changes at each request
    private static String normal(MockHttpServletResponse response) throws Exception {
        var page = Jsoup.parse(response.getContentAsString());
        page.select("input[name=_csrf], meta[name=_csrf]").remove();
        return response.getStatus() + page.outerHtml();
    }

    private int refusals() {
        return sql.sql("select count(*) from access.refusal where account_id = :who")
                .param("who", officer.accountId())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Test
    @Proves("REQ-RIGHTS-04")
    void under_an_agency_s_context_no_table_of_a_structure_shows_a_line_but_signed_publications()
            throws Exception {
        seventeen();
        var draft = prepare();
        var lines = new HashMap<String, Integer>();
        cast.as(
                officer,
                () -> {
                    var tables =
                            new ArrayList<String>(
                                    sql.sql(
                                                    """
                                                    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                                      join pg_attribute a on a.attrelid = c.oid and a.attname = 'network_id' and not a.attisdropped
                                                     where c.relkind = 'r' and n.nspname || '.' || c.relname <> 'access.membership' -- who works where, no person's file
                                                    """)
                                            .query((row, _) -> row.getString("name"))
                                            .list());
                    for (var table : tables)
                        lines.put(
                                table,
                                sql.sql("select count(*) from " + table)
                                        .query((row, _) -> row.getInt(1))
                                        .single());
                    return null;
                });

        assertThat(lines)
                .hasSizeGreaterThan(40)
                .containsKeys(
                        "patient.patient", "casefile.support", "intake.referral", "access.trail");
        lines.forEach((table, n) -> {
            if (!table.startsWith("indicators.")) assertThat(n).as(table).isZero();
        });
        assertThat(
                        cast.as(
                                officer,
                                () ->
                                        sql.sql(
                                                        "select count(*) from indicators.published_count where publication_id = :id")
                                                .param("id", UUID.fromString(draft))
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .isZero();
    }
}

package fr.maillage.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Needs nobody answers, as they leave for the agency.
@IntegrationTest
class UnmetNeedsPublishedTest extends PageTest {

    OwnStructure here;

    @BeforeEach
    void aStructure() {
        here = new OwnStructure(cast, sql, "32");
    }

    private void noted(int n, String need, String commune, String at) {
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        """
                                        insert into offer.unmet_need (need, commune_code, commune_name, since, words, noted_name, noted_at)
                                        select :need, :commune, 'X', '2025-01-01', 'Mots qui ne partent pas', 'Alice', cast(:at as timestamptz) from generate_series(1, :n)
                                        """)
                                .param("need", need)
                                .param("commune", commune)
                                .param("at", at)
                                .param("n", n)
                                .update());
    }

    private Document published() throws Exception {
        send(here.head, "/pilotage/publications");
        var id =
                cast.in(
                        here.id,
                        () ->
                                sql.sql("select id::text from indicators.publication")
                                        .query(String.class)
                                        .single());
        send(here.head, "/pilotage/publications/" + id + "/signer");
        var officer = cast.newOfficer("32");
        return page(officer, "/publications/" + id);
    }

    private static String cell(Document sheet, String table, String row) {
        return sheet.select("#" + table)
                .first()
                .closest("section")
                .select("tr:contains(" + row + ") td.num")
                .text();
    }

    @Test
    @Proves("REQ-DIRECTORY-06")
    void needs_of_the_year_leave_by_kind_and_by_zone_masked_under_eleven_and_nothing_else()
            throws Exception {
        noted(15, "SSIAD", "59178", "2026-02-01 10:00+01");
        noted(12, "GARDE_NUIT", "59606", "2026-03-01 10:00+01");
        noted(4, "HAD", "59178", "2026-03-01 10:00+01");
        noted(5, "REPIT", "62193", "2026-03-01 10:00+01");
        noted(3, "AIDE_DOMICILE", "62498", "2026-03-01 10:00+01");
        noted(20, "SSIAD", "59178", "2025-12-31 10:00+01");

        var sheet = published();

        assertThat(cell(sheet, "activite", "Besoins non couverts")).startsWith("39");
        assertThat(cell(sheet, "besoin", "SSIAD")).isEqualTo("15");
        assertThat(cell(sheet, "besoin", "Garde de nuit")).isEqualTo("12");
        assertThat(cell(sheet, "besoin", "HAD")).doesNotContain("4").contains("<");
        assertThat(cell(sheet, "besoin", "Téléassistance"))
                .as("none and few look alike")
                .contains("<");
        assertThat(cell(sheet, "zone", "Douaisis")).isEqualTo("19");
        assertThat(cell(sheet, "zone", "Valenciennois")).isEqualTo("12");
        assertThat(cell(sheet, "zone", "Calaisis")).contains("<");
        assertThat(sheet.text()).doesNotContain("Mots qui ne partent pas");
    }

    @Test
    void under_eleven_in_all_nothing_is_broken_down() throws Exception {
        noted(6, "SSIAD", "59178", "2026-02-01 10:00+01");

        var sheet = published();

        assertThat(cell(sheet, "activite", "Besoins non couverts")).contains("<");
        assertThat(sheet.select("#besoin, #zone")).isEmpty();
    }
}

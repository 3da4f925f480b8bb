package fr.maillage.steering.internal.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.registry.internal.RegistryPageTest;
import fr.maillage.territory.Territories;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A region publishes what its register says; the national level reads that, and nothing before.
@IntegrationTest
class NationalTest extends RegistryPageTest {

    private static final String EVALUATED = "Ont leur évaluation ou leur rapport d’activité";

    @Autowired Territories territories;

    /// One where nobody published nor has a sheet yet, and another.
    private Territories.Region region;

    private Territories.Region silent;

    @BeforeEach
    void regionsOfNobody() {
        var taken =
                cast.as(
                        analyst(),
                        () ->
                                sql.sql(
                                                """
                                                select region_code from steering.regional_state union select region_code from registry.structure
                                                """)
                                        .query(String.class)
                                        .list());
        var free = territories.regions().stream().filter(r -> !taken.contains(r.code())).toList();
        region = free.getFirst();
        silent = free.getLast();
    }

    private SignedIn analyst() {
        return cast.register(
                new SignedIn(
                        UUID.randomUUID(),
                        "national",
                        "",
                        "Une analyste",
                        Role.NATIONAL,
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        null));
    }

    private UUID network(SignedIn officer, String name) {
        return cast.as(
                officer,
                () ->
                        sql.sql(
                                        """
                                        insert into registry.structure (type_code, name, region_code, provenance) values ('RESEAU', :name, :region, 'FICTIVE') returning id
                                        """)
                                .param("name", name)
                                .param("region", region.code())
                                .query(UUID.class)
                                .single());
    }

    private void run(SignedIn who, String statement, Object... values) {
        cast.as(
                who,
                () -> {
                    var spec = sql.sql(statement);
                    for (var value : values) spec = spec.param(value);
                    return spec.update();
                });
    }

    private static String value(Document page, String label) {
        return line(page, label).select("td[data-label=Nombre]").text();
    }

    private static Element line(Document page, String label) {
        return page.select("tbody tr").stream()
                .filter(tr -> tr.select("th").text().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Proves("REQ-GOVERNANCE-06")
    void the_national_team_reads_what_a_region_signed_and_what_it_left_out() throws Exception {
        var officer = cast.newOfficer(region.code());
        var analyst = analyst();
        var one = network(officer, "Réseau de la région un");
        var two = network(officer, "Réseau de la région deux");
        var three = network(officer, "Réseau de la région trois");
        run(
                officer,
                "insert into registry.classification (structure_id, guide_type, sorted_on, source) values (?, 'PROXIMITE', '2026-01-01', 'essai')",
                one);
        run(
                officer,
                "insert into registry.classification (structure_id, guide_type, sorted_on, source) values (?, 'REGIONAL_CANCER_PERINATALITE', '2026-01-01', 'essai')",
                three);
        run(
                officer,
                "insert into registry.reform (structure_id, review, reviewed_on, efficient, bears_support, outcome, contract, signed_on, ends_on) values (?, 'FAIT', '2025-10-01', true, true, 'POURSUITE', 'SIGNE', '2026-01-01', '2030-12-31')",
                one);
        run(
                officer,
                "insert into registry.reform (structure_id, review, contract) values (?, 'EN_COURS', 'A_NEGOCIER')",
                two);
        var before =
                cast.as(
                        officer,
                        () ->
                                sql.sql(
                                                "select count(*) from registry.guide_state where region_code = :region and closed_on is null")
                                        .param("region", region.code())
                                        .query(Integer.class)
                                        .single());

        var own = page(officer, "/suivi-national");
        assertThat(value(own, "Réseaux, plateformes et DAC ouverts")).isEqualTo("3");
        assertThat(before).isEqualTo(3);
        assertThat(value(own, "Coordination de proximité")).isEqualTo("1 sur 3");
        assertThat(value(own, "Pas encore classés")).isEqualTo("1 sur 3");
        assertThat(value(own, "États des lieux faits"))
                .as("regional networks of cancer are out of the perimeter")
                .isEqualTo("1 sur 2");
        assertThat(value(own, "Contrats en cours")).isEqualTo("1 sur 1");
        assertThat(value(own, "Ont leur convention constitutive"))
                .as("no text was written at all: not zero")
                .isEqualTo("non renseigné");
        mvc.perform(get("/suivi-national/" + region.code()).with(user(analyst)))
                .andExpect(status().isNotFound());

        form(
                officer,
                "/suivi-national",
                303,
                "region",
                region.code(),
                "words",
                "L’état des lieux avance.");
        assertThat(
                        form(
                                        officer,
                                        "/suivi-national",
                                        422,
                                        "region",
                                        region.code(),
                                        "words",
                                        "Encore")
                                .text())
                .contains(plain(NationalText.TWICE), "Encore");
        assertThat(form(officer, "/suivi-national", 422, "region", "32").text())
                .contains(NationalText.REGION);

        var country = page(analyst, "/suivi-national");
        assertThat(
                        country.select("tr:has(a[href=/suivi-national/" + region.code() + "]) td")
                                .eachText())
                .contains("3", "1 sur 2", "1 sur 1", "non renseigné");
        assertThat(line(country, silent.label()).text()).contains("n’a rien publié");
        var read = page(analyst, "/suivi-national/" + region.code());
        assertThat(read.text())
                .contains("L’état des lieux avance.")
                .doesNotContain("Réseau de la région");
        assertThat(read.select("form[action=/suivi-national]")).isEmpty();

        run(
                officer,
                "insert into registry.document (structure_id, kind, title, dated_on) values (?, 'CONVENTION_CONSTITUTIVE', 'Convention', '2026-01-01')",
                one);
        run(
                officer,
                "insert into registry.document (structure_id, kind, title, dated_on) values (?, 'EVALUATION', 'Évaluation externe', '2026-01-01')",
                two);
        assertThat(value(page(officer, "/suivi-national"), "Ont leur convention constitutive"))
                .isEqualTo("1 sur 3");
        assertThat(value(page(officer, "/suivi-national"), EVALUATED)).isEqualTo("1 sur 3");
        assertThat(
                        value(
                                page(analyst, "/suivi-national/" + region.code()),
                                "Ont leur convention constitutive"))
                .as("what was signed does not move")
                .isEqualTo("non renseigné");
        assertThat(value(page(analyst, "/suivi-national/" + region.code()), EVALUATED))
                .isEqualTo("non renseigné");
        clock.move(Duration.ofDays(1));
        form(officer, "/suivi-national", 303, "region", region.code());
        assertThat(
                        value(
                                page(analyst, "/suivi-national/" + region.code()),
                                "Ont leur convention constitutive"))
                .isEqualTo("1 sur 3");
        assertThat(value(page(analyst, "/suivi-national/" + region.code()), EVALUATED))
                .as("evaluations reach the national team when they are signed")
                .isEqualTo("1 sur 3");
        try (var book =
                new ReadableWorkbook(
                        new ByteArrayInputStream(
                                mvc.perform(get("/suivi-national/suivi.xlsx").with(user(analyst)))
                                        .andReturn()
                                        .getResponse()
                                        .getContentAsByteArray()))) {
            assertThat(
                            book.findSheet("Régions").orElseThrow().read().stream()
                                    .map(r -> r.getCellText(0))
                                    .toList())
                    .contains(region.label(), silent.label());
        }
        mvc.perform(get("/suivi-national").with(user(cast.helenHead)))
                .andExpect(status().isNotFound());
        open(cast.helenHead, "Réseau qui travaille ici");
        assertThat(
                        value(
                                page(cast.agencyOfficer, "/suivi-national"),
                                "Publient leurs indicateurs, cette année ou la dernière"))
                .as("of those that work with it")
                .contains(" sur ");
        // nobody else finds them again
        run(
                officer,
                "update registry.structure set closed_on = '1990-01-01' where region_code = ? and owner_id is null",
                region.code());
    }
}

package fr.maillage.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.registry.DeclaredAreas;
import fr.maillage.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the document of 2011 says of Nord – Pas-de-Calais is there, with how sure each reading is,
/// and says nothing of the years after.
@IntegrationTest
class DeclaredAreasTest {

    private static final LocalDate DESCRIBED = LocalDate.of(2010, 12, 31);

    private static final List<String> ZONES =
            List.of(
                    "32", "AD", "HC", "LI", "MF", "AD-BB", "AD-LH", "AD-DO", "AD-AR", "HC-CA",
                    "HC-SA", "HC-VA", "LI-DK", "LI-CL", "LI-AU", "LI-BO", "LI-MO", "MF-LI", "MF-RT",
                    "MF-FI");

    @Autowired DeclaredAreas areas;

    @Test
    void areas_are_those_of_the_places_asked_for() {
        assertThat(areas.at(DESCRIBED, List.of("HC-VA")))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(a.zoneCode()).isEqualTo("HC-VA"));
        assertThat(areas.at(DESCRIBED, List.of())).isEmpty();
    }

    @Test
    void ten_of_fifteen_zones_have_a_palliative_network_and_five_have_none() {
        assertThat(areas.at(DESCRIBED, ZONES))
                .filteredOn(a -> "SOINS_PALLIATIFS".equals(a.themeCode()))
                .extracting(DeclaredAreas.Declared::zoneCode)
                .containsOnly(
                        "AD-BB", "AD-LH", "AD-DO", "HC-CA", "HC-VA", "LI-DK", "LI-CL", "MF-LI",
                        "MF-RT", "MF-FI");
        assertThat(areas.readings(DESCRIBED))
                .filteredOn(r -> r.themeCode().equals("SOINS_PALLIATIFS"))
                .extracting(DeclaredAreas.Reading::zoneCode, DeclaredAreas.Reading::status)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("AD-AR", "AUCUN"),
                        org.assertj.core.groups.Tuple.tuple("HC-SA", "AUCUN"),
                        org.assertj.core.groups.Tuple.tuple("LI-AU", "AUCUN"),
                        org.assertj.core.groups.Tuple.tuple("LI-BO", "AUCUN"),
                        org.assertj.core.groups.Tuple.tuple("LI-MO", "AUCUN"));
    }

    @Test
    void a_cell_that_cannot_be_read_is_said_and_never_guessed() {
        assertThat(areas.readings(DESCRIBED))
                .filteredOn(r -> r.themeCode().equals("GERONTOLOGIE"))
                .allSatisfy(r -> assertThat(r.status()).isEqualTo("ILLISIBLE"))
                .filteredOn(r -> r.zoneCode() != null)
                .hasSize(12);
        assertThat(areas.at(DESCRIBED, ZONES))
                .filteredOn(
                        a -> "GERONTOLOGIE".equals(a.themeCode()) && "LI-MO".equals(a.zoneCode()))
                .extracting(DeclaredAreas.Declared::status)
                .containsExactly("ILLISIBLE");
    }

    @Test
    void the_document_says_nothing_of_the_years_after() {
        assertThat(areas.at(LocalDate.of(2012, 1, 1), ZONES))
                .filteredOn(a -> a.source() != null && a.source().contains("SROS"))
                .isEmpty();
        assertThat(areas.readings(LocalDate.of(2012, 1, 1))).isEmpty();
    }
}

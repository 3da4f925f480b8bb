package fr.maillage.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.Offers;
import fr.maillage.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Offers around Douai: Sin-le-Noble is its neighbour, Lens 20 km away, Calais 90.
@IntegrationTest
class OffersTest {

    @Autowired Offers offers;
    @Autowired JdbcClient sql;

    @BeforeEach
    void offers_of_day_care() {
        sql.sql("delete from directory.offer").update();
        sql.sql(
                        """
                        insert into directory.offer (id, organization, name, need, mode, commune_code, places_total, places_free, available_at, served, updated_at) values
                          ('A', '590000014', 'Accueil de jour de Lens', 'ACCUEIL_JOUR', 'SUR_PLACE', '62498', 12, 3, '2026-05-30 08:00+02', '{}', '2026-05-30 08:00+02'),
                          ('B', '590000022', 'Accueil de jour de Douai', 'ACCUEIL_JOUR', 'SUR_PLACE', '59178', 12, 0, '2026-06-01 08:00+02', '{}', '2026-06-01 08:00+02'),
                          ('C', '590000022', 'Accueil de jour itinérant de Calais', 'ACCUEIL_JOUR', 'SUR_PLACE', '62193', null, null, null, '{59178}', '2026-06-01 08:00+02'),
                          ('D', null, 'Accueil de jour de Calais', 'ACCUEIL_JOUR', 'SUR_PLACE', '62193', 8, 8, null, '{}', '2026-06-01 08:00+02'),
                          ('E', null, 'Accueil de jour du département', 'ACCUEIL_JOUR', 'DOMICILE', null, null, null, null, '{59}', '2026-06-01 08:00+02'),
                          ('F', null, 'SSIAD de Douai', 'SSIAD', 'DOMICILE', '59178', 60, 2, null, '{}', '2026-06-01 08:00+02')
                        """)
                .update();
    }

    private List<String> near(String commune, int km) {
        return offers.near(commune, "ACCUEIL_JOUR", km, 10).stream()
                .map(n -> n.offer().id())
                .toList();
    }

    @Test
    void what_is_near_comes_first_and_what_comes_here_is_there_however_far_it_starts() {
        assertThat(near("59178", 30)).containsExactly("B", "A", "C", "E");
        assertThat(near("59178", 5)).containsExactly("B", "C", "E");
        assertThat(near("62193", 5)).containsExactly("D", "C");
        assertThat(near("99999", 500)).isEmpty();

        var metres = offers.near("59178", "ACCUEIL_JOUR", 30, 10);
        assertThat(metres.getFirst().metres()).isZero();
        assertThat(metres.get(1).metres()).isBetween(20_090, 20_100);
        assertThat(metres.getLast().metres()).isNull();
    }

    @Test
    void an_offer_says_its_places_and_the_day_they_were_said() {
        var douai = offers.near("59178", "ACCUEIL_JOUR", 5, 10);

        var full = douai.getFirst().offer();
        assertThat(full.placesFree()).isZero();
        assertThat(full.hasRoom()).isFalse();
        assertThat(full.availableAt()).isEqualTo("2026-06-01T06:00:00Z");
        assertThat(douai.get(1).offer().placesFree()).as("nobody said").isNull();
    }

    @Test
    void needs_are_listed_with_who_else_answers_them() {
        assertThat(offers.needs()).extracting(Offers.Need::code).contains("SSIAD", "ACCUEIL_JOUR");
        assertThat(offers.need("INFIRMIER").orElseThrow().profession()).isEqualTo("INFIRMIER");
        assertThat(offers.need("SSIAD").orElseThrow().kinds()).containsExactly("SSIAD");
        assertThat(offers.need("RIEN")).isEmpty();
    }
}

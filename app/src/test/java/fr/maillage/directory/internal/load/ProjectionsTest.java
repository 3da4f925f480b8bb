package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.internal.load.Projections.Point;
import org.junit.jupiter.api.Test;

/// Points computed from latitude and longitude by other formulas than those tested (Krüger's series
/// for UTM, the two parallels themselves for Lambert 93), and the origin of Lambert 93.
class ProjectionsTest {

    private static void stands(
            String x, String y, String source, String latitude, String longitude) {
        assertThat(Projections.point(x, y, source)).contains(new Point(latitude, longitude));
    }

    @Test
    void metres_of_each_projection_become_degrees() {
        stands(
                "700000",
                "6600000",
                "1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93",
                "46.50000",
                "3.00000");
        stands("705699.10", "7030428.11", "LAMBERT_93", "50.37150", "3.08000");
        stands("648235.80", "6862268.36", "LAMBERT_93", "48.85837", "2.29448");
        stands("1176466,00", "6109095,67", "LAMBERT_93", "41.92670", "8.73690");
        stands("338568.315", "7690475.437", "3,IGN,UTM_S40", "-20.87890", "55.44810");
        stands("656770.897", "1796166.176", "3,IGN,UTM_N20", "16.24110", "-61.53310");
        stands("524724.579", "8587182.172", "3,IGN,UTM38S", "-12.78000", "45.22780");
    }

    @Test
    void a_point_outside_its_territory_is_none() {
        assertThat(Projections.point("0", "0", "LAMBERT_93")).isEmpty();
        assertThat(Projections.point("705699", "9999999", "LAMBERT_93")).isEmpty();
        assertThat(Projections.point("705699", "7030428", "UTM_N20")).isEmpty();
        assertThat(Projections.point("705699", "7030428", "UTM_N31")).isEmpty();
        assertThat(Projections.point("705699", "7030428", "WGS84")).isEmpty();
        assertThat(Projections.point("", "", "LAMBERT_93")).isEmpty();
        assertThat(Projections.point("1e9", "NaN", "LAMBERT_93")).isEmpty();
    }
}

package fr.maillage.casefile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.casefile.internal.ReadmissionRisk.Facts;
import fr.maillage.testing.Proves;
import org.junit.jupiter.api.Test;

class ReadmissionRiskTest {

    @Test
    @Proves("REQ-DISCHARGE-02")
    void two_reasons_flag_a_stay_and_each_is_said() {
        assertThat(of(new Facts(false, 0, 0, 10, 79, false, false, false)).reasons()).isEmpty();
        var one = of(new Facts(true, 0, 1, 2, null, false, false, false));
        assertThat(one.reasons()).containsExactly("séjour non programmé");
        assertThat(one.high()).isFalse();
        var two = of(new Facts(true, 0, 1, 2, 80, false, false, false));
        assertThat(two.high()).isTrue();
        assertThat(of(new Facts(true, 1, 3, 11, 84, true, true, true)).reasons())
                .containsExactly(
                        "autre séjour non programmé dans les 90 jours d’avant",
                        "3 séjours non programmés en un an",
                        "séjour non programmé",
                        "séjour de plus de 10\u00A0jours (11)",
                        "80\u00A0ans ou plus",
                        "vit seule",
                        "vulnérabilité sociale",
                        "pas de médecin traitant déclaré");
    }

    private static ReadmissionRisk of(Facts facts) {
        return ReadmissionRisk.of(facts);
    }
}

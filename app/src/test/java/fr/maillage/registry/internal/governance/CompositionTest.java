package fr.maillage.registry.internal.governance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.registry.internal.Check;
import fr.maillage.registry.internal.governance.Composition.Consulted;
import fr.maillage.registry.internal.governance.Composition.Network;
import fr.maillage.registry.internal.governance.Composition.Seat;
import fr.maillage.testing.Proves;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompositionTest {

    private static final UUID OWN = new UUID(0, 1);
    private static final UUID HAD = new UUID(0, 2);
    private static final Network DOUAI = new Network(new UUID(0, 3), "Réseau de Douai", false);
    private static final Network LENS = new Network(new UUID(0, 4), "Réseau de Lens", false);
    private static final Network ONCO = new Network(new UUID(0, 5), "Réseau régional", true);

    private static List<String> missing(List<Check> checks) {
        return checks.stream()
                .filter(c -> Boolean.FALSE.equals(c.met()))
                .map(c -> c.words().replace('\u00A0', ' '))
                .toList();
    }

    @Test
    @Proves("REQ-GOVERNANCE-02")
    void a_steering_committee_is_of_several_fields_professions_and_places_and_of_three_axes() {
        var full =
                List.of(
                        new Seat("PREMIER_RECOURS", null, "MEDECIN"),
                        new Seat("MEDICO_SOCIAL", HAD, "INFIRMIER"),
                        new Seat("STRUCTURE", OWN, "DIRECTION"));
        var axes = Set.of("STRATEGIE", "PROSPECTIVE", "EVALUATION");
        assertThat(missing(Composition.steering(OWN, full, axes))).isEmpty();
        assertThat(missing(Composition.steering(OWN, full, Set.of("STRATEGIE"))))
                .containsExactly(
                        "Prospective : pas à l’ordre du jour depuis un an",
                        "Évaluation : pas à l’ordre du jour depuis un an");
        var doctors =
                List.of(
                        new Seat("PREMIER_RECOURS", null, "MEDECIN"),
                        new Seat("ETABLISSEMENT", null, "MEDECIN"),
                        new Seat("STRUCTURE", OWN, "DIRECTION"));
        assertThat(missing(Composition.steering(OWN, doctors, axes)))
                .as("one field, one profession, and nobody of the territory: one's own seat is not")
                .hasSize(3)
                .anyMatch(w -> w.startsWith("Pas encore pluridisciplinaire"))
                .anyMatch(w -> w.startsWith("Pas encore pluriprofessionnel"))
                .anyMatch(w -> w.startsWith("Pas encore territorial"));
        assertThat(missing(Composition.steering(OWN, List.of(), axes))).hasSize(4);
    }

    @Test
    @Proves("REQ-REGIONAL-03")
    void the_common_council_has_one_of_each_territorial_network_and_some_of_each_regional_one() {
        var expected = List.of(DOUAI, LENS, ONCO);
        var two = new Seat("RESEAU_TERRITORIAL", DOUAI.id(), "MEDECIN");
        assertThat(
                        missing(
                                Composition.scientific(
                                        expected,
                                        List.of(
                                                two,
                                                two,
                                                new Seat("RESEAU_REGIONAL", ONCO.id(), "MEDECIN"),
                                                new Seat(
                                                        "RESEAU_REGIONAL",
                                                        ONCO.id(),
                                                        "PHARMACIEN")))))
                .containsExactly(
                        "Réseau de Douai : 2 sièges au lieu d’un", "Réseau de Lens : personne");
        assertThat(
                        missing(
                                Composition.scientific(
                                        expected,
                                        List.of(
                                                two,
                                                new Seat(
                                                        "RESEAU_TERRITORIAL",
                                                        LENS.id(),
                                                        "MEDECIN")))))
                .containsExactly("Réseau régional : personne");
    }

    @Test
    @Proves("REQ-GOVERNANCE-04")
    void a_consultation_says_whom_it_heard_and_who_is_still_to_be() {
        var checks =
                Composition.consultation(
                        Map.of(
                                "URPS",
                                new Consulted(LocalDate.of(2026, 5, 4), "favorable"),
                                "USAGERS",
                                new Consulted(LocalDate.of(2026, 5, 4), null)));
        assertThat(missing(checks))
                .containsExactly(
                        "Collectivités territoriales : à consulter",
                        "CRSA : à consulter",
                        "Conférence de territoire : à consulter");
        assertThat(checks)
                .extracting(c -> c.words().replace('\u00A0', ' '))
                .contains("URPS : le 4 mai 2026, avis favorable", "Usagers : le 4 mai 2026");
    }
}

package fr.maillage.registry.internal.governance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.registry.internal.governance.Signatories.Signed;
import fr.maillage.registry.internal.governance.Signatories.State;
import fr.maillage.territory.Tree;
import fr.maillage.territory.Tree.Zone;
import fr.maillage.testing.Proves;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignatoriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    private static final Tree TREE =
            new Tree(
                    List.of(
                            new Zone("R", "Région", "REGION", "Région", null, 0),
                            new Zone("A", "Artois", "TERRITOIRE", "Territoire", "R", 1),
                            new Zone("A-1", "Lens", "ZONE", "Zone", "A", 2),
                            new Zone("A-2", "Douai", "ZONE", "Zone", "A", 2),
                            new Zone("B", "Littoral", "TERRITOIRE", "Territoire", "R", 1)),
                    Map.of());

    private static Signed signed(String name, int themes, String... areas) {
        return new Signed(UUID.randomUUID(), name, themes, false, null, Set.of(areas));
    }

    @Test
    @Proves("REQ-MULTI-STRUCTURE-06")
    void each_territory_has_one_signatory_of_several_themes_or_it_is_said() {
        var platform = signed("Plateforme", 4, "A");
        assertThat(Signatories.of(TREE, List.of(platform, signed("Diabète", 1, "A-2"))))
                .extracting(t -> t.zone().code(), Signatories.Territory::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A-1", State.ONE),
                        org.assertj.core.groups.Tuple.tuple("A-2", State.SEVERAL),
                        org.assertj.core.groups.Tuple.tuple("B", State.NONE));
        assertThat(Signatories.of(TREE, List.of(signed("Diabète", 1, "A-2", "59178"))))
                .extracting(Signatories.Territory::state)
                .containsExactly(State.NONE, State.ONE_THEME, State.NONE);
        assertThat(
                        Signatories.of(
                                TREE,
                                List.of(
                                        new Signed(
                                                UUID.randomUUID(),
                                                "DAC",
                                                0,
                                                true,
                                                null,
                                                Set.of("R")))))
                .as("every situation counts as several themes, a region holds its zones")
                .extracting(Signatories.Territory::state)
                .containsOnly(State.ONE);
    }

    @Test
    void a_step_follows_the_one_before() {
        assertThat(Step.of(null, null, null, TODAY)).isEqualTo(Step.REVIEW_TO_DO);
        assertThat(Step.of("A_FAIRE", "A_NEGOCIER", null, TODAY)).isEqualTo(Step.REVIEW_TO_DO);
        assertThat(Step.of("EN_COURS", "A_NEGOCIER", null, TODAY)).isEqualTo(Step.REVIEWING);
        assertThat(Step.of("FAIT", "A_NEGOCIER", null, TODAY)).isEqualTo(Step.TO_NEGOTIATE);
        assertThat(Step.of("FAIT", "EN_NEGOCIATION", null, TODAY)).isEqualTo(Step.NEGOTIATING);
        assertThat(Step.of("FAIT", "SANS_OBJET", null, TODAY)).isEqualTo(Step.NO_CONTRACT);
        assertThat(Step.of("FAIT", "SIGNE", TODAY, TODAY)).isEqualTo(Step.SIGNED);
        assertThat(Step.of("FAIT", "SIGNE", TODAY.minusDays(1), TODAY)).isEqualTo(Step.OVER);
    }
}

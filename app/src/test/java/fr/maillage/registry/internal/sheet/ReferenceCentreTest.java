package fr.maillage.registry.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.registry.internal.sheet.ReferenceCentre.Verdict;
import fr.maillage.testing.Proves;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Three main criteria decide, two more are told.
class ReferenceCentreTest {

    private static Map<String, @Nullable Object> answers(
            @Nullable Boolean rare, @Nullable Boolean complex, @Nullable Boolean skills) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("rare_expertise", rare);
        values.put("complex_care", complex);
        values.put("skills_exist", skills);
        return values;
    }

    @Test
    @Proves("REQ-REGIONAL-10")
    void the_three_main_criteria_decide_and_low_is_under_one_for_two_thousand() {
        assertThat(ReferenceCentre.of(answers(true, true, true)).verdict()).isEqualTo(Verdict.MET);
        assertThat(ReferenceCentre.of(answers(true, false, true)).verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(ReferenceCentre.of(answers(true, null, true)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(ReferenceCentre.of(answers(false, null, true)).verdict())
                .isEqualTo(Verdict.NOT_MET);

        var frequent = answers(true, true, true);
        frequent.put("prevalence", new BigDecimal("50"));
        frequent.put("dedicated_plan", true);
        var found = ReferenceCentre.of(frequent);
        assertThat(found.verdict()).as("the two others weigh less").isEqualTo(Verdict.MET);
        assertThat(found.unmet()).singleElement().asString().contains("1/2000");
        assertThat(found.met()).contains("plan de santé dédié");

        frequent.put("prevalence", new BigDecimal("49.9"));
        assertThat(ReferenceCentre.of(frequent).unmet()).isEmpty();
        frequent.put("prevalence", new BigDecimal("800"));
        frequent.put("rare_form", true);
        assertThat(ReferenceCentre.of(frequent).unmet())
                .as("a rare form of a frequent disease")
                .isEmpty();
    }
}

package fr.maillage.followup.internal;

import fr.maillage.followup.AlertRule;
import fr.maillage.kernel.Sha256;
import fr.maillage.network.Setting;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The one statement of the sweep, `followup/sweep.sql`: it finds every cause of an alert by the
/// rules ([Rules]), raises those that have none, brings the others up to date (urgency, pause),
/// resolves those whose cause is gone, and notes when each person is to be looked at next. Run
/// twice, the second changes nothing.
///
/// Nothing that fell due before the resumption date of the structure, or of the takeover a person
/// came by, raises, nor anything of a file in pause, urgent evaluations, hand-overs, unplanned
/// stays and the dates of rights excepted. What a person closed stays closed until the day they
/// chose, or until its due date changes; a plan of more than twelve months comes back whatever was
/// said.
@Component
class SweepStatement {

    private final String everybody = text(true);
    private final String some = text(false);
    private final String rules;
    private final String fingerprint;

    SweepStatement(JsonMapper json) {
        rules = json.writeValueAsString(Arrays.stream(AlertRule.values()).map(Known::of).toList());
        fingerprint = HexFormat.of().formatHex(Sha256.of(everybody + rules));
    }

    /// A rule of the registry, as PostgreSQL reads it.
    private record Known(
            String rule,
            @Nullable String setting,
            @Nullable Integer value,
            int weight,
            boolean may_wait) {
        static Known of(AlertRule rule) {
            Setting threshold = rule.threshold();
            return new Known(
                    rule.name(),
                    threshold == null ? null : threshold.name(),
                    threshold == null ? null : threshold.byDefault(),
                    rule.weight(),
                    rule.mayWait());
        }
    }

    private static String text(boolean everybody) {
        return Rules.fill(Rules.read("/followup/sweep.sql"), everybody)
                .replace("{causes}", Rules.causes(everybody))
                .replace("{next}", Rules.next(everybody));
    }

    /// Of everybody, or of the persons of the parameter `persons`.
    String of(boolean everyone) {
        return everyone ? everybody : some;
    }

    /// The parameter `rules`.
    String rules() {
        return rules;
    }

    /// Changes when any rule does: everybody is then looked at once.
    String fingerprint() {
        return fingerprint;
    }
}

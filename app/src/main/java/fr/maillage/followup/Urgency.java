package fr.maillage.followup;

import fr.maillage.kernel.Typography;
import org.jspecify.annotations.Nullable;

/// Why an alert stands where it stands: urgency = weight of the rule + what the rule adds (silence
/// that goes on, severity of a protocol's constraint) + days late, at most 60 + 5 × level of the
/// situation. « Proposition Maillage »: no document gives a formula. The database adds the same
/// days (`followup.urgency`).
///
/// @param extra what the rule adds
/// @param level of the situation, negative when there is none
/// @param daysLate negative when the day has not come
public record Urgency(int weight, int extra, int level, long daysLate) {

    /// From where on an alert is pressing; « proposition Maillage ».
    public static final int PRESSING = 100;

    /// From a line of `followup.open_alert`: the level is what its points hold beside the rest.
    ///
    /// @param weight null on a line older than the weights
    public static Urgency of(
            AlertRule rule, @Nullable Integer weight, int extra, int points, long daysLate) {
        var rated = weight == null ? rule.weight() : weight;
        return new Urgency(
                rated,
                extra,
                Math.max(0, (points - rated - extra) / AlertRule.PER_LEVEL),
                daysLate);
    }

    /// What the list is sorted by.
    public int total() {
        return weight + extra + days() + AlertRule.PER_LEVEL * Math.max(level, 0);
    }

    private int days() {
        return (int) Math.clamp(daysLate, 0, AlertRule.MOST_DAYS);
    }

    /// The formula with its figures, for whoever asks.
    public String words() {
        return "Urgence "
                + total()
                + Typography.NBSP
                + ": poids de la règle "
                + weight
                + (extra == 0 ? "" : " + aggravation " + extra)
                + " + jours de retard "
                + days()
                + " ("
                + AlertRule.MOST_DAYS
                + " au plus) + "
                + AlertRule.PER_LEVEL
                + " × niveau "
                + Math.max(level, 0);
    }
}

package fr.maillage.indicators.internal;

import java.util.Arrays;
import java.util.Optional;

/// What a figure is broken down by. The code in an address is one of `theme`, `niveau`, `commune`,
/// `referent`, `motif`.
enum Axis {
    THEME("theme", "theme_code"),
    LEVEL("niveau", "level::text"),
    COMMUNE("commune", "commune_code"),
    COORDINATOR("referent", "coordinator_id::text"),
    /// Reason of exit, age bracket, state of the opinion: as each definition says.
    REASON("motif", "reason");

    /// Code of the rows that have none.
    static final String NONE = "-";

    private final String parameter;
    private final String column;

    Axis(String parameter, String column) {
        this.parameter = parameter;
        this.column = column;
    }

    String parameter() {
        return parameter;
    }

    /// The SQL expression, on rows called `f`; [#NONE] when empty.
    String expression() {
        return "coalesce(f." + column + ", '" + NONE + "')";
    }

    static Optional<Axis> of(String parameter) {
        return Arrays.stream(values()).filter(a -> a.parameter.equals(parameter)).findFirst();
    }
}

package fr.maillage.indicators.internal;

import org.jspecify.annotations.Nullable;

/// How a published measure is broken down; `TOTAL` is the measure itself.
enum Dimension {
    TOTAL("Ensemble", null),
    THEME("Thème", Axis.THEME),
    NIVEAU("Niveau", Axis.LEVEL),
    COMMUNE("Commune", Axis.COMMUNE),
    ZONE("Zone de proximité", null),
    BESOIN("Besoin", null),
    /// Code `commune/thème`; of the persons followed in the year alone.
    COMMUNE_THEME("Commune et thème", null);

    private final String label;
    private final @Nullable Axis axis;

    Dimension(String label, @Nullable Axis axis) {
        this.label = label;
        this.axis = axis;
    }

    String label() {
        return label;
    }

    @Nullable Axis axis() {
        return axis;
    }
}

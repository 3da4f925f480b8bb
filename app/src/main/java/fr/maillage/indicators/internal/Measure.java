package fr.maillage.indicators.internal;

/// What a publication counts. Each is contained in the one before: whoever reads two of them can
/// subtract.
enum Measure {
    FILE_ACTIVE(Definitions1.FILE_ACTIVE),
    SITUATIONS_EN_COURS(Definitions1.SITUATIONS),
    NIVEAUX_2_ET_3(Definitions1.LEVELS_2_AND_3),
    AVEC_PPS(Definitions1.WITH_PPS);

    private final Indicator indicator;

    Measure(Indicator indicator) {
        this.indicator = indicator;
    }

    Indicator indicator() {
        return indicator;
    }
}

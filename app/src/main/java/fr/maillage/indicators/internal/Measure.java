package fr.maillage.indicators.internal;

import java.util.List;

/// What a publication counts. Those of people are each contained in the one before: whoever reads
/// two of them can subtract. Needs that nobody answers are counted apart.
enum Measure {
    FILE_ACTIVE(Definitions1.FILE_ACTIVE),
    SITUATIONS_EN_COURS(Definitions1.SITUATIONS),
    NIVEAUX_2_ET_3(Definitions1.LEVELS_2_AND_3),
    AVEC_PPS(Definitions1.WITH_PPS),
    BESOINS_NON_COUVERTS(Definitions1.UNMET_NEEDS);

    private final Indicator indicator;

    Measure(Indicator indicator) {
        this.indicator = indicator;
    }

    /// Those of people, each contained in the one before.
    static final List<Measure> OF_PEOPLE =
            List.of(FILE_ACTIVE, SITUATIONS_EN_COURS, NIVEAUX_2_ET_3, AVEC_PPS);

    Indicator indicator() {
        return indicator;
    }
}

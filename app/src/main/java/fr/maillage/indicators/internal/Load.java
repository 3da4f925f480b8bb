package fr.maillage.indicators.internal;

/// A coordinator's yearly file active beside the two bounds the structure set (the guide's 150 and
/// 200 unless changed). Source: guide DGOS 2012, partie 1 §2 C and fiche O1 §3: indicative,
/// adaptable to the territory; a bound itself is within.
enum Load {
    BELOW,
    WITHIN,
    OVER;

    static Load of(long persons, int low, int high) {
        return persons > high ? OVER : persons < low ? BELOW : WITHIN;
    }
}

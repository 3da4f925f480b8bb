package fr.maillage.casefile.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why somebody in hospital, or just home, may soon be back there. The guide asks to identify them
/// (DGOS 2012, fiche D2 §3.4) and gives no grid: these reasons are ours, « proposition Maillage »,
/// each said on the page; two of them flag the stay.
///
/// @param reasons in words, the strongest first
record ReadmissionRisk(List<String> reasons) {

    /// Reasons from which a stay is flagged.
    static final int FLAGGED = 2;

    private static final int OLD = 80;
    private static final int LONG = 10;
    private static final int OFTEN = 3;

    ReadmissionRisk {
        reasons = List.copyOf(reasons);
    }

    /// Whether the stay is flagged.
    boolean high() {
        return reasons.size() >= FLAGGED;
    }

    /// What is known of the person and the stay.
    ///
    /// @param before unplanned stays that began in the 90 days before this one
    /// @param inYear unplanned stays that began in the year before the end of this one, it included
    /// @param days spent in hospital so far
    /// @param age null when unknown
    record Facts(
            boolean unplanned,
            int before,
            int inYear,
            long days,
            @Nullable Integer age,
            boolean alone,
            boolean vulnerable,
            boolean withoutDoctor) {}

    static ReadmissionRisk of(Facts facts) {
        var found = new ArrayList<String>();
        if (facts.before() > 0) found.add(StayText.SOON_AGAIN);
        if (facts.inYear() >= OFTEN) found.add(StayText.often(facts.inYear()));
        if (facts.unplanned()) found.add(StayText.UNPLANNED);
        if (facts.days() > LONG) found.add(StayText.lasting(facts.days()));
        if (facts.age() != null && facts.age() >= OLD) found.add(StayText.aged(OLD));
        if (facts.alone()) found.add(StayText.ALONE);
        if (facts.vulnerable()) found.add(StayText.VULNERABLE);
        if (facts.withoutDoctor()) found.add(StayText.NO_DOCTOR);
        return new ReadmissionRisk(found);
    }
}

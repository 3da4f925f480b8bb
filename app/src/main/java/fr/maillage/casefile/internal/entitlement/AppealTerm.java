package fr.maillage.casefile.internal.entitlement;

import java.time.LocalDate;

/// Until when a refusal may usually be appealed against, for rights that come otherwise than by
/// their form.
public final class AppealTerm {

    private AppealTerm() {}

    /// The last day, by who usually decides of this kind of right.
    public static LocalDate of(String kind, LocalDate decided) {
        return RightKind.valueOf(kind).body().appealUntil(decided);
    }
}

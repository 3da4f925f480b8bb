package fr.maillage.casefile.internal.entitlement;

import fr.maillage.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A right or a measure, as it stands.
///
/// @param name of an « autre », or which measure of protection
/// @param detail health content (the disease of an ALD), for the clinical team alone, as is `note`
/// @param amountPer MOIS, AN or UNIQUE, with `amount`
/// @param appealUntil last day of an appeal against a refusal
/// @param followedBy the member of the team who follows it
/// @param nextOn when the next administrative step is due, with `nextWhat`
/// @param renews the line it follows
record Entitlement(
        UUID id,
        RightKind kind,
        @Nullable String name,
        @Nullable String detail,
        RightState state,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Money amount,
        @Nullable String amountPer,
        RightKind.@Nullable Body body,
        @Nullable String reference,
        @Nullable LocalDate appealUntil,
        @Nullable LocalDate appealedOn,
        @Nullable UUID followedBy,
        @Nullable LocalDate nextOn,
        @Nullable String nextWhat,
        @Nullable String nextBy,
        @Nullable UUID renews,
        @Nullable String note,
        @Nullable LocalDate closedOn,
        @Nullable String closedWhy,
        int version) {

    /// « AME », « Mesure de protection (curatelle renforcée) », « Carte mobilité inclusion ».
    String title() {
        if (kind == RightKind.AUTRE) return name == null ? kind.label() : name;
        return name == null ? kind.label() : kind.label() + " (" + name + ")";
    }

    /// Whether it is being asked for, or granted and not over on `day`.
    boolean open(LocalDate day) {
        return state.pending()
                || state == RightState.ACCORDE && (endsOn == null || !endsOn.isBefore(day));
    }

    /// A step that was done.
    record Step(
            LocalDate onDate,
            String what,
            @Nullable String who,
            @Nullable LocalDate nextOn,
            @Nullable String nextWhat,
            @Nullable String nextBy,
            String authorName) {}
}

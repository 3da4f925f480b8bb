package fr.maillage.casefile.internal.entitlement;

import fr.maillage.kernel.KernelText;
import fr.maillage.kernel.Money;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the form of a right: what is wrong is added beside its field, all at once.
final class EntitlementForm {

    static final Set<String> PER = Set.of("MOIS", "AN", "UNIQUE");

    private static final Money MOST = Money.euros(999_999_999);
    private static final int LINE = 300;
    private static final int TEXT = 5_000;

    private EntitlementForm() {}

    /// The right as typed, on the line of `before` when it is corrected; empty when something is
    /// wrong.
    ///
    /// @param clinical whether the reader writes health content; what they cannot see is kept
    static Optional<Entitlement> read(
            Sent sent,
            UUID id,
            @Nullable Entitlement before,
            boolean clinical,
            Set<UUID> team,
            LocalDate today,
            FormErrors errors) {
        var kind = before == null ? RightKind.parse(sent.text("kind")) : Optional.of(before.kind());
        var state = RightState.parse(sent.text("state")).filter(RightState.CHOICES::contains);
        if (kind.isEmpty()) errors.add("kind", EntitlementText.KIND_MISSING);
        if (state.isEmpty()) errors.add("state", EntitlementText.STATE_MISSING);
        var name = sent.orNull("name", LINE);
        if (name == null && kind.filter(k -> k == RightKind.AUTRE).isPresent())
            errors.add("name", EntitlementText.NAME_MISSING);
        var detail = clinical ? sent.orNull("detail", LINE) : null;
        var note = clinical ? sent.orNull("note", TEXT) : null;
        if (!clinical && before != null) {
            detail = before.detail();
            note = before.note();
        }
        var asked = sent.day("askedOn").orElse(null);
        var decided = sent.day("decidedOn").orElse(null);
        var starts = sent.day("startsOn").orElse(null);
        var ends = sent.day("endsOn").orElse(null);
        var appealUntil = sent.day("appealUntil").orElse(null);
        var appealed = sent.day("appealedOn").orElse(null);
        past("askedOn", asked, today, errors);
        past("decidedOn", decided, today, errors);
        past("appealedOn", appealed, today, errors);
        if (starts != null && ends != null && ends.isBefore(starts))
            errors.add("endsOn", EntitlementText.ENDS_BEFORE);
        if (asked != null && decided != null && decided.isBefore(asked))
            errors.add("decidedOn", EntitlementText.DECIDED_BEFORE);
        var body = RightKind.Body.parse(sent.text("body")).orElse(null);
        if (state.isPresent()) {
            switch (state.get()) {
                case DEMANDE -> missing("askedOn", asked, EntitlementText.ASKED_MISSING, errors);
                case ACCORDE -> missing("startsOn", starts, EntitlementText.STARTS_MISSING, errors);
                case REFUSE -> {
                    missing("decidedOn", decided, EntitlementText.DECIDED_MISSING, errors);
                    // proposed when nothing is typed; the letter of refusal prevails
                    if (appealUntil == null && decided != null)
                        appealUntil =
                                (body == null ? RightKind.Body.AUTRE : body).appealUntil(decided);
                }
                case RECOURS ->
                        missing("appealedOn", appealed, EntitlementText.APPEALED_MISSING, errors);
                case A_DEMANDER, CLOS -> {}
            }
        }
        if (appealUntil != null && decided != null && appealUntil.isBefore(decided))
            errors.add("appealUntil", EntitlementText.APPEAL_BEFORE);
        if (appealUntil != null && appealed != null && appealed.isAfter(appealUntil))
            errors.add("appealedOn", EntitlementText.appealTooLate(appealUntil));
        var amount = amount(sent, errors);
        var per = sent.text("amountPer");
        if (amount != null && !PER.contains(per))
            errors.add("amountPer", EntitlementText.PER_MISSING);
        var reference = sent.orNull("reference", LINE);
        var follower = sent.id("followedBy");
        if (!sent.text("followedBy").isEmpty() && follower.filter(team::contains).isEmpty())
            errors.add("followedBy", EntitlementText.NOT_OF_THE_TEAM);
        var next = next(sent, errors);
        if (!errors.none() || kind.isEmpty() || state.isEmpty()) return Optional.empty();
        return Optional.of(
                new Entitlement(
                        id,
                        kind.get(),
                        name,
                        detail,
                        state.get(),
                        asked,
                        decided,
                        starts,
                        ends,
                        amount,
                        amount == null ? null : per,
                        body,
                        reference,
                        appealUntil,
                        appealed,
                        follower.orElse(null),
                        next.on(),
                        next.what(),
                        next.by(),
                        before == null ? null : before.renews(),
                        note,
                        null,
                        null,
                        sent.number("version")));
    }

    /// The next step: both or neither of its day and its words.
    record Next(@Nullable LocalDate on, @Nullable String what, @Nullable String by) {}

    static Next next(Sent sent, FormErrors errors) {
        var on = sent.day("nextOn").orElse(null);
        var what = sent.orNull("nextWhat", LINE);
        var by = sent.orNull("nextBy", LINE);
        if (on != null && what == null) errors.add("nextWhat", EntitlementText.NEXT_WHAT);
        if (on == null && what != null) errors.add("nextOn", EntitlementText.NEXT_ON);
        return on == null || what == null ? new Next(null, null, null) : new Next(on, what, by);
    }

    private static @Nullable Money amount(Sent sent, FormErrors errors) {
        var typed = sent.text("amount");
        if (typed.isEmpty()) return null;
        var money = Money.parse(typed);
        if (money.isEmpty()) errors.add("amount", KernelText.MONEY);
        else if (money.get().compareTo(Money.ZERO) < 0)
            errors.add("amount", EntitlementText.NEGATIVE);
        else if (money.get().compareTo(MOST) > 0) errors.add("amount", EntitlementText.TOO_MUCH);
        return money.orElse(null);
    }

    private static void past(
            String field, @Nullable LocalDate day, LocalDate today, FormErrors errors) {
        if (day != null && day.isAfter(today)) errors.add(field, EntitlementText.IN_FUTURE);
    }

    private static void missing(
            String field, @Nullable LocalDate day, String sentence, FormErrors errors) {
        if (day == null) errors.add(field, sentence);
    }
}

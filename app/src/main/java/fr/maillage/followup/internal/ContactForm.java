package fr.maillage.followup.internal;

import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The entry of a contact as typed. `person` and `match…` name persons already certain (the page it
/// was opened from, the household, an answer to [AboutQuestion]); `about` holds names to look for.
record ContactForm(Sent sent) {

    private static final int LONGEST_NOTE = 20_000;
    private static final int LONGEST_WORDS = 2_000;

    /// Persons already certain.
    List<PatientId> persons() {
        return sent.values().entrySet().stream()
                .filter(e -> e.getKey().equals("person") || e.getKey().startsWith("match"))
                .flatMap(e -> e.getValue().stream())
                .flatMap(typed -> PatientId.parse(typed).stream())
                .distinct()
                .toList();
    }

    /// Names to look for; none once they were answered.
    String names() {
        var about = sent.text("about");
        return sent.checked("settled") || about.length() > LONGEST_WORDS ? "" : about;
    }

    /// What the person typed, once every rule holds; else empty, and `errors` says why.
    ///
    /// @param known those one may choose instead of typing a name
    Optional<NewContact> read(List<Known> known, FormErrors errors, Clock clock) {
        var chosen = known.stream().filter(k -> k.id().equals(sent.text("member"))).findFirst();
        var who = sent.text("who");
        if (who.isEmpty()) who = chosen.map(Known::name).orElse("");
        else chosen = Optional.empty(); // typed over the choice
        var reached = code(Reached.class, "reached", errors).orElse(Reached.JOINT);
        var at = Moment.read(sent, errors, clock, FollowUpText.CONTACT_IN_FUTURE);
        if (who.isEmpty()) errors.add("who", FollowUpText.WHO_MISSING);
        if (who.length() > 200) errors.add("who", FollowUpText.WHO_TOO_LONG);
        for (var field : List.of("reason", "decided", "quality", "about"))
            if (sent.text(field).length() > LONGEST_WORDS) errors.add(field, FollowUpText.TOO_LONG);
        if (sent.text("note").length() > LONGEST_NOTE)
            errors.add("note", FollowUpText.NOTE_TOO_LONG);
        var minutes = minutes(errors);
        var callBack = callBack(errors, reached, chosen.map(Known::phone).orElse(null), clock);
        var channel = code(Channel.class, "channel", errors).orElse(Channel.TELEPHONE);
        var way = code(Direction.class, "direction", errors).orElse(Direction.assumed(reached));
        var caller = code(AskerQuality.class, "caller", errors);
        if (caller.isEmpty()) caller = chosen.map(Known::caller);
        var motive = code(Motive.class, "motive", errors);
        if (!errors.none()) return Optional.empty();
        var quality = Sent.orNull(sent.text("quality"));
        return Optional.of(
                new NewContact(
                        at,
                        channel,
                        way,
                        who,
                        quality == null ? chosen.map(Known::quality).orElse(null) : quality,
                        caller.orElse(null),
                        reached,
                        motive.orElse(null),
                        Sent.orNull(sent.text("reason")),
                        Sent.orNull(sent.text("note")),
                        Sent.orNull(sent.text("decided")),
                        sent.checked("significant"),
                        minutes,
                        callBack));
    }

    private @Nullable Integer minutes(FormErrors errors) {
        var typed = sent.text("minutes");
        if (typed.isEmpty()) return null;
        if (typed.matches("\\d{1,4}") && Integer.parseInt(typed) <= 1440)
            return Integer.valueOf(typed);
        errors.add("minutes", FollowUpText.MINUTES);
        return null;
    }

    /// « À rappeler » without a day is for today; a day asks for a call whatever the outcome.
    private NewContact.@Nullable CallBack callBack(
            FormErrors errors, Reached reached, @Nullable String known, Clock clock) {
        var today = LocalDate.now(clock);
        var typedDay = sent.text("callback");
        var typedTime = sent.text("callbackTime");
        var phone = sent.text("phone");
        if (phone.length() > 60) errors.add("phone", fr.maillage.kernel.KernelText.PHONE);
        var time = FrenchDates.readTime(typedTime);
        if (!typedTime.isEmpty() && time.isEmpty())
            errors.add("callbackTime", FollowUpText.NOT_A_TIME);
        if (typedDay.isEmpty() && typedTime.isEmpty() && reached != Reached.A_RAPPELER) return null;
        var day = typedDay.isEmpty() ? Optional.of(today) : FrenchDates.read(typedDay);
        if (day.isEmpty()) errors.add("callback", FollowUpText.NOT_A_DAY);
        else if (day.get().isBefore(today)) errors.add("callback", FollowUpText.CALL_BACK_PAST);
        return new NewContact.CallBack(
                day.orElse(today), time.orElse(null), phone.isEmpty() ? known : phone);
    }

    private <E extends Enum<E>> Optional<E> code(Class<E> type, String field, FormErrors errors) {
        var typed = sent.text(field);
        if (typed.isEmpty()) return Optional.empty();
        try {
            return Optional.of(Enum.valueOf(type, typed));
        } catch (IllegalArgumentException _) {
            errors.add(field, FollowUpText.CHOOSE);
            return Optional.empty();
        }
    }

    /// As another module says it.
    static ContactForm of(Map<String, String> values) {
        return new ContactForm(Sent.of(values));
    }
}

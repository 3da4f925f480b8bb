package fr.maillage.followup.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The entry of a contact exactly as typed: the quick one (who, about, reached, one line) or the
/// full one.
///
/// @param about names of persons, separated by commas
/// @param persons identifiers of persons already certain: the page it was opened from, or an answer
///   to [AboutQuestion]
/// @param settled names of `about` that were answered, so that they are not asked again
public record ContactForm(
        String day,
        String time,
        String channel,
        String direction,
        String who,
        String quality,
        String about,
        List<String> persons,
        boolean settled,
        String reached,
        String reason,
        String note,
        String decided,
        boolean significant,
        String minutes,
        String callBack,
        String once,
        String draft) {

    private static final int LONGEST_NOTE = 20_000;

    static ContactForm of(Sent sent) {
        var answers =
                sent.values().entrySet().stream()
                        .filter(e -> e.getKey().equals("person") || e.getKey().startsWith("match"))
                        .flatMap(e -> e.getValue().stream())
                        .filter(v -> !v.isBlank())
                        .distinct()
                        .toList();
        return new ContactForm(
                sent.text("day"),
                sent.text("time"),
                sent.text("channel"),
                sent.text("direction"),
                sent.text("who"),
                sent.text("quality"),
                sent.text("about"),
                answers,
                !sent.text("settled").isEmpty(),
                sent.text("reached"),
                sent.text("reason"),
                sent.text("note"),
                sent.text("decided"),
                !sent.text("significant").isEmpty(),
                sent.text("minutes"),
                sent.text("callback"),
                sent.text("_once"),
                sent.text("_draft"));
    }

    /// What the person typed, once every rule holds; else empty, and `errors` says why.
    Optional<NewContact> read(FormErrors errors, Clock clock) {
        var reachedAs = code(Reached.class, reached, Reached.JOINT, "reached", errors);
        var at = at(errors, clock);
        if (who.isEmpty()) errors.add("who", FollowUpText.WHO_MISSING);
        if (who.length() > 200) errors.add("who", FollowUpText.WHO_TOO_LONG);
        for (var words : List.of(reason, decided, quality, about)) {
            if (words.length() > 2_000)
                errors.add(
                        words.equals(about) ? "about" : words.equals(reason) ? "reason" : "decided",
                        FollowUpText.TOO_LONG);
        }
        if (note.length() > LONGEST_NOTE) errors.add("note", FollowUpText.NOTE_TOO_LONG);
        var length = minutes(errors);
        var recall = callBack(errors, reachedAs, LocalDate.now(clock));
        var channelUsed = code(Channel.class, channel, Channel.TELEPHONE, "channel", errors);
        var way =
                code(Direction.class, direction, Direction.assumed(reachedAs), "direction", errors);
        if (!errors.none()) return Optional.empty();
        return Optional.of(
                new NewContact(
                        at,
                        channelUsed,
                        way,
                        who,
                        Sent.orNull(quality),
                        reachedAs,
                        Sent.orNull(reason),
                        Sent.orNull(note),
                        Sent.orNull(decided),
                        significant,
                        length,
                        recall));
    }

    private Instant at(FormErrors errors, Clock clock) {
        var now = clock.instant();
        if (day.isEmpty() && time.isEmpty()) return now;
        var onDay = day.isEmpty() ? Optional.of(LocalDate.now(clock)) : FrenchDates.read(day);
        var atTime =
                time.isEmpty() ? Optional.of(LocalTime.now(clock)) : FrenchDates.readTime(time);
        if (onDay.isEmpty()) errors.add("day", FollowUpText.NOT_A_DAY);
        if (atTime.isEmpty()) errors.add("time", FollowUpText.NOT_A_TIME);
        if (onDay.isEmpty() || atTime.isEmpty()) return now;
        var at = LocalDateTime.of(onDay.get(), atTime.get()).atZone(clock.getZone()).toInstant();
        // a minute of grace: the form may have been opened by a clock slightly ahead
        if (at.isAfter(now.plusSeconds(60))) errors.add("day", FollowUpText.CONTACT_IN_FUTURE);
        return at;
    }

    private @Nullable Integer minutes(FormErrors errors) {
        if (minutes.isEmpty()) return null;
        if (minutes.matches("\\d{1,4}") && Integer.parseInt(minutes) <= 1440)
            return Integer.valueOf(minutes);
        errors.add("minutes", FollowUpText.MINUTES);
        return null;
    }

    private @Nullable LocalDate callBack(FormErrors errors, Reached reachedAs, LocalDate today) {
        if (callBack.isEmpty()) return reachedAs == Reached.A_RAPPELER ? today : null;
        var day = FrenchDates.read(callBack);
        if (day.isEmpty()) errors.add("callback", FollowUpText.NOT_A_DAY);
        else if (day.get().isBefore(today)) errors.add("callback", FollowUpText.CALL_BACK_PAST);
        return day.orElse(null);
    }

    private static <E extends Enum<E>> E code(
            Class<E> type, String sent, E otherwise, String field, FormErrors errors) {
        if (sent.isEmpty()) return otherwise;
        try {
            return Enum.valueOf(type, sent);
        } catch (IllegalArgumentException _) {
            errors.add(field, FollowUpText.CHOOSE);
            return otherwise;
        }
    }
}

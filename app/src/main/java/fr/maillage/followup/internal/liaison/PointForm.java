package fr.maillage.followup.internal.liaison;

import fr.maillage.followup.internal.Moment;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A point de coordination as typed, read with its rules.
final class PointForm {

    /// Decisions one form takes.
    static final List<Integer> ROWS = IntStream.rangeClosed(1, 4).boxed().toList();

    private PointForm() {}

    /// @param lines lines of the circle that took part
    /// @param others those who are not of the circle, by name
    record Point(
            Instant at,
            PointMode mode,
            String subject,
            @Nullable String said,
            @Nullable Integer minutes,
            Set<UUID> lines,
            List<String> others,
            List<Decision> decisions) {}

    /// @param dueOn makes a task; null: noted only
    record Decision(String words, @Nullable LocalDate dueOn, @Nullable UUID assignee) {}

    /// Throws `FormRefused` with what is wrong, and what was wrong already.
    static Point read(Sent form, FormErrors errors, Clock clock) {
        var at = Moment.read(form, errors, clock, LiaisonText.LATER);
        var mode =
                Arrays.stream(PointMode.values())
                        .filter(m -> m.name().equals(form.text("mode")))
                        .findFirst();
        if (mode.isEmpty()) errors.add("mode", LiaisonText.MEMBER);
        var subject = form.text("subject");
        if (subject.isEmpty() || subject.length() > 300) errors.add("subject", LiaisonText.SUBJECT);
        var said = form.text("said");
        if (said.length() > 10_000) errors.add("said", LiaisonText.TOO_LONG);
        var lines =
                form.all("line").stream()
                        .flatMap(l -> Ids.parse(l).stream())
                        .collect(Collectors.toSet());
        var others =
                Arrays.stream(form.text("others").split(","))
                        .map(String::strip)
                        .filter(o -> !o.isEmpty())
                        .limit(20)
                        .toList();
        if (lines.isEmpty() && others.isEmpty()) errors.add("others", LiaisonText.WHO);
        var minutes = form.text("minutes");
        if (!minutes.isEmpty() && !minutes.matches("[1-9]\\d{0,2}|1[0-3]\\d\\d|14[0-3]\\d|1440"))
            errors.add("minutes", LiaisonText.MINUTES);
        var decisions = decisions(form, errors, LocalDate.now(clock));
        FormRefused.unless(errors);
        return new Point(
                at,
                mode.orElseThrow(),
                subject,
                Sent.orNull(said),
                minutes.isEmpty() ? null : Integer.valueOf(minutes),
                lines,
                others,
                decisions);
    }

    private static List<Decision> decisions(Sent form, FormErrors errors, LocalDate today) {
        var found = new ArrayList<Decision>();
        for (var row : ROWS) {
            var words = form.text("decision" + row);
            if (words.isEmpty()) continue;
            if (words.length() > 1_000) errors.add("decision" + row, LiaisonText.TOO_LONG);
            var typed = form.text("due" + row);
            var due = typed.isEmpty() ? Optional.<LocalDate>empty() : FrenchDates.read(typed);
            if (!typed.isEmpty() && (due.isEmpty() || due.get().isBefore(today)))
                errors.add("due" + row, LiaisonText.DUE_PAST);
            found.add(
                    new Decision(
                            words,
                            due.orElse(null),
                            Ids.parse(form.text("who" + row)).orElse(null)));
        }
        return found;
    }
}

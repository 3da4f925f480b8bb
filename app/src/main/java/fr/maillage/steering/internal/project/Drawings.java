package fr.maillage.steering.internal.project;

import fr.maillage.steering.internal.project.ProjectPage.Bar;
import fr.maillage.steering.internal.project.ProjectPage.Bars;
import fr.maillage.steering.internal.project.ProjectPage.Drawing;
import fr.maillage.steering.internal.project.ProjectPage.Tick;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Actions over time as bars: planned first, planned last, done.
final class Drawings {

    private static final int WIDTH = 1_000;

    private final LocalDate from;
    private final long days;
    private final LocalDate day;

    private Drawings(LocalDate from, LocalDate to, LocalDate day) {
        this.from = from;
        this.days = Math.max(1, ChronoUnit.DAYS.between(from, to));
        this.day = day;
    }

    /// Null when there is nothing to draw.
    static @Nullable Drawing of(Situation now) {
        if (now.actions().isEmpty()) return null;
        var plans =
                Stream.concat(now.inFirst().values().stream(), now.inLast().values().stream())
                        .map(Plans.Line::planned)
                        .toList();
        var starts =
                Stream.concat(
                                plans.stream().map(Gap.Planned::starts),
                                now.done().values().stream()
                                        .map(Gap.Done::started)
                                        .filter(java.util.Objects::nonNull))
                        .min(LocalDate::compareTo)
                        .orElse(now.day());
        var ends =
                Stream.concat(plans.stream().map(Gap.Planned::ends), Stream.of(now.day()))
                        .max(LocalDate::compareTo)
                        .orElse(now.day());
        var drawings = new Drawings(starts.withDayOfMonth(1), ends.plusDays(1), now.day());
        return new Drawing(
                drawings.ticks(),
                now.actions().stream().map(a -> drawings.bars(now, a)).toList(),
                drawings.at(now.day()));
    }

    private int at(LocalDate date) {
        return (int)
                Math.clamp(
                        Math.round((double) ChronoUnit.DAYS.between(from, date) * WIDTH / days),
                        0,
                        WIDTH);
    }

    // a year is told by its number, the quarters between by a stroke alone
    private List<Tick> ticks() {
        var ticks = new ArrayList<Tick>();
        for (var month = from; at(month) < WIDTH; month = month.plusMonths(1))
            if (month.getMonthValue() % 3 == 1 || month.equals(from))
                ticks.add(
                        new Tick(
                                at(month),
                                month.getMonthValue() == 1 || month.equals(from)
                                        ? String.valueOf(month.getYear())
                                        : ""));
        return ticks;
    }

    private Bar bar(LocalDate starts, LocalDate ends) {
        var x = at(starts);
        return new Bar(x, Math.max(4, at(ends.plusDays(1)) - x));
    }

    private Bars bars(Situation now, java.util.UUID action) {
        var first = now.inFirst().get(action);
        var last = now.inLast().get(action);
        var done = now.done(action);
        var planned = now.planned(action);
        var line = Gap.of(planned, done, day);
        var moved =
                first != null
                                && (last == null
                                        || !first.planned().starts().equals(last.planned().starts())
                                        || !first.planned().ends().equals(last.planned().ends()))
                        ? bar(first.planned().starts(), first.planned().ends())
                        : null;
        return new Bars(
                planned.title(),
                moved,
                last == null ? null : bar(last.planned().starts(), last.planned().ends()),
                done.started() == null
                        ? null
                        : bar(done.started(), done.ended() == null ? day : done.ended()),
                line.days() > 0,
                ProjectText.state(line.state()));
    }
}

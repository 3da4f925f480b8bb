package fr.maillage.agenda.internal;

import fr.maillage.agenda.internal.AgendaRows.Row;
import fr.maillage.agenda.internal.AgendaRows.Sort;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.WorkingDays;
import fr.maillage.network.Networks;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rows of the agenda laid out: hours from top to bottom for a day or one's week, a table for the
/// week of several and for a month. Everything is placed by a class: the content policy forbids
/// styles in a page.
@Component
class AgendaTables {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int OPENS = 8 * HOUR;
    private static final int CLOSES = 18 * HOUR + 30;

    /// In a cell of a month.
    private static final int SHOWN = 4;

    private final HoursBook hours;
    private final Clock clock;

    AgendaTables(HoursBook hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    AgendaPage.Grid grid(AgendaView view, List<Row> rows) {
        var worked = hours.of(view.ids());
        var days = days(view, rows);
        var appointments = rows.stream().filter(r -> r.sort() == Sort.RDV).toList();
        var first = appointments.stream().mapToInt(AgendaTables::from).map(m -> m / HOUR * HOUR);
        var from = IntStream.concat(first, IntStream.of(OPENS)).min().orElse(OPENS);
        var to =
                IntStream.concat(
                                appointments.stream().mapToInt(AgendaTables::to),
                                IntStream.of(CLOSES))
                        .max()
                        .orElse(CLOSES);
        var columns = new ArrayList<AgendaPage.Column>();
        for (var day : days)
            for (var member : view.members())
                columns.add(
                        column(
                                view,
                                day,
                                member,
                                rows,
                                worked.getOrDefault(member.id(), WorkingHours.BY_DEFAULT),
                                from,
                                to));
        var labels =
                IntStream.iterate(from, m -> m < to, m -> m + HOUR)
                        .mapToObj(m -> new AgendaPage.Mark(place(m - from, HOUR), m / HOUR + " h"))
                        .toList();
        return new AgendaPage.Grid(from, labels, columns);
    }

    /// Days of the view; of a week, Saturday and Sunday only when there is something.
    private static List<LocalDate> days(AgendaView view, List<Row> rows) {
        var days = view.first().datesUntil(view.last().plusDays(1)).toList();
        return view.scale() != AgendaView.Scale.SEMAINE
                ? days
                : days.stream()
                        .filter(d ->
                                d.getDayOfWeek().getValue() < 6
                                        || rows.stream()
                                                .anyMatch(r ->
                                                        r.sort() != Sort.ABSENCE && touches(r, d)))
                        .toList();
    }

    private AgendaPage.Column column(
            AgendaView view,
            LocalDate day,
            Networks.Member member,
            List<Row> rows,
            WorkingHours worked,
            int from,
            int to) {
        var own =
                rows.stream()
                        .filter(r -> r.sort() == Sort.RDV)
                        .filter(r -> r.members().contains(member.id()))
                        .filter(r -> r.span().day().equals(day))
                        .toList();
        var alone = view.members().size() == 1;
        var events =
                Lanes.place(own, r -> from(r) - from, r -> to(r) - from).stream()
                        .map(p ->
                                event(
                                        p.item(),
                                        "at-%d for-%d lane-%d lanes-%d"
                                                .formatted(
                                                        p.from(),
                                                        p.slots(),
                                                        Math.min(p.lane(), 6),
                                                        Math.min(p.lanes(), 6)),
                                        member.id().toString()))
                        .toList();
        var label = alone ? FrenchDates.shortDay(day) : member.name();
        return new AgendaPage.Column(
                day.toString(),
                member.id().toString(),
                label,
                new AgendaView(
                                day,
                                AgendaView.Scale.JOUR,
                                alone ? view.who() : "choix",
                                List.of(member))
                        .href(),
                FrenchDates.longDay(day) + ", " + member.name(),
                notes(rows, member.id(), day),
                off(worked.on(day), from, to),
                events);
    }

    /// Hours of a column that are not worked.
    private static List<String> off(List<WorkingHours.Slot> worked, int from, int to) {
        var places = new ArrayList<String>();
        var reached = from;
        for (var slot : worked) {
            var opens = Math.clamp(minute(slot.opens()), from, to);
            if (opens > reached) places.add(place(reached - from, opens - reached));
            reached = Math.max(reached, Math.clamp(minute(slot.closes()), from, to));
        }
        if (reached < to) places.add(place(reached - from, to - reached));
        return List.copyOf(places);
    }

    AgendaPage.Table table(AgendaView view, List<Row> rows, LocalDate today) {
        return view.scale() == AgendaView.Scale.MOIS
                ? month(view, rows, today)
                : week(view, rows, today);
    }

    private AgendaPage.Table week(AgendaView view, List<Row> rows, LocalDate today) {
        var days = days(view, rows);
        return new AgendaPage.Table(
                "Agenda de",
                days.stream().map(FrenchDates::shortDay).toList(),
                view.members().stream()
                        .map(m ->
                                new AgendaPage.TableRow(
                                        m.name(),
                                        new AgendaView(
                                                        view.day(),
                                                        AgendaView.Scale.SEMAINE,
                                                        "choix",
                                                        List.of(m))
                                                .href(),
                                        days.stream()
                                                .map(d ->
                                                        cell(
                                                                view,
                                                                d,
                                                                List.of(m),
                                                                rows,
                                                                today,
                                                                Integer.MAX_VALUE))
                                                .toList()))
                        .toList());
    }

    private AgendaPage.Table month(AgendaView view, List<Row> rows, LocalDate today) {
        var weeks = ChronoUnit.WEEKS.between(view.first(), view.last().plusDays(1));
        return new AgendaPage.Table(
                "Semaine",
                List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
                Stream.iterate(view.first(), d -> d.plusWeeks(1))
                        .limit(weeks)
                        .map(monday ->
                                new AgendaPage.TableRow(
                                        FrenchDates.shortDay(monday),
                                        view.with(monday).with(AgendaView.Scale.SEMAINE).href(),
                                        monday.datesUntil(monday.plusDays(7))
                                                .map(d ->
                                                        cell(
                                                                view,
                                                                d,
                                                                view.members(),
                                                                rows,
                                                                today,
                                                                SHOWN))
                                                .toList()))
                        .toList());
    }

    private AgendaPage.Cell cell(
            AgendaView view,
            LocalDate day,
            List<Networks.Member> members,
            List<Row> rows,
            LocalDate today,
            int most) {
        var ids = members.stream().map(Networks.Member::id).toList();
        var own =
                rows.stream()
                        .filter(r -> r.sort() == Sort.RDV && r.span().day().equals(day))
                        .filter(r -> r.members().stream().anyMatch(ids::contains))
                        .toList();
        var one = members.size() == 1 ? members.getFirst() : null;
        var shown = own.size() <= most ? own.size() : most - 1;
        return new AgendaPage.Cell(
                day.toString(),
                one == null ? "" : one.id().toString(),
                day.getDayOfMonth() == 1
                        ? FrenchDates.shortDay(day).substring(5)
                        : Integer.toString(day.getDayOfMonth()),
                FrenchDates.longDay(day) + (one == null ? "" : ", " + one.name()),
                view.with(AgendaView.Scale.JOUR).with(day).href(),
                view.scale() == AgendaView.Scale.MOIS
                        && day.getMonthValue() != view.day().getMonthValue(),
                day.equals(today),
                !WorkingDays.FRANCE.isWorkingDay(day),
                one == null ? holiday(day) : notes(rows, one.id(), day),
                own.stream()
                        .limit(shown)
                        .map(r -> event(r, "", one == null ? "" : one.id().toString()))
                        .toList(),
                own.size() - shown);
    }

    private AgendaPage.Event event(Row row, String place, String column) {
        var kind = Objects.requireNonNull(row.kind());
        return new AgendaPage.Event(
                String.valueOf(row.id()),
                place,
                kind.icon,
                kind.label,
                row.span().hours(),
                FrenchDates.time(row.span().from()),
                row.span().minutes(),
                row.person() == null ? row.title() == null ? "" : row.title() : row.person(),
                Stream.of(row.person() == null ? null : row.title(), row.place(), row.note())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")),
                row.outcome() == null ? null : row.outcome().label(),
                row.waits(clock.instant()),
                row.outcome() == null,
                row.repeated(),
                row.version(),
                // whoever is only a participant is not replaced by a move to another column
                column.equals(String.valueOf(row.holder())) ? column : "");
    }

    private static List<String> notes(List<Row> rows, UUID member, LocalDate day) {
        return Stream.concat(
                        holiday(day).stream(),
                        rows.stream()
                                .filter(r -> r.sort() != Sort.RDV)
                                .filter(r -> member.equals(r.holder()) && touches(r, day))
                                .map(r ->
                                        r.sort() == Sort.ABSENCE
                                                ? AgendaText.absent(r.note())
                                                : AgendaText.ON_CALL))
                .toList();
    }

    private static List<String> holiday(LocalDate day) {
        var name = WorkingDays.FRANCE.holidays(day.getYear()).get(day);
        return name == null ? List.of() : List.of(name);
    }

    private static boolean touches(Row row, LocalDate day) {
        var from = day.atStartOfDay(FrenchDates.PARIS).toInstant();
        var to = day.plusDays(1).atStartOfDay(FrenchDates.PARIS).toInstant();
        return row.span().start().isBefore(to) && row.span().end().isAfter(from);
    }

    private static int from(Row row) {
        return minute(row.span().from().toLocalTime());
    }

    /// At least a slot after its start: on the night clocks go back, an end may stand before it.
    private static int to(Row row) {
        var to =
                row.span().to().toLocalDate().equals(row.span().day())
                        ? minute(row.span().to().toLocalTime())
                        : DAY;
        return Math.max(to, from(row) + Lanes.SLOT);
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static String place(int from, int minutes) {
        return "at-%d for-%d".formatted(from / Lanes.SLOT, Math.max(1, minutes / Lanes.SLOT));
    }
}

package fr.maillage.followup.internal.team;

import fr.maillage.followup.internal.ContactLines;
import fr.maillage.followup.internal.Days;
import fr.maillage.web.Csv;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Statistics of callers and motives. A count and the list behind it read the same view.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class Calls {

    private static final int SHOWN = 50;

    private final JdbcClient sql;
    private final ContactLines contacts;
    private final Permanences permanences;
    private final Clock clock;

    Calls(JdbcClient sql, ContactLines contacts, Permanences permanences, Clock clock) {
        this.sql = sql;
        this.contacts = contacts;
        this.permanences = permanences;
        this.clock = clock;
    }

    private static final int LAST_DAYS = 30;

    Days days(@Nullable String from, @Nullable String to) {
        return Days.of(from, to, LocalDate.now(clock), LAST_DAYS);
    }

    private record Counted(Axis axis, String code, int count, int minutes) {}

    private List<Counted> counted(Days days) {
        return sql.sql(
                        """
                        select axis, code, count(*) as n, coalesce(sum(minutes), 0) as minutes from followup.contact_axis
                         where at >= :from and at < :to group by axis, code order by axis, code
                        """)
                .param("from", Timestamp.from(days.start()))
                .param("to", Timestamp.from(days.end()))
                .query((row, _) ->
                        new Counted(
                                Axis.of(row.getString("axis")).orElseThrow(),
                                row.getString("code"),
                                row.getInt("n"),
                                row.getInt("minutes")))
                .list();
    }

    CallsPage page(Days days) {
        var counted = counted(days);
        var all = one(counted, Axis.TOUS, "tous");
        var without = one(counted, Axis.REPONSE, "sans").count();
        var made = without + one(counted, Axis.REPONSE, "avec").count();
        return new CallsPage(
                days.from().toString(),
                days.to().toString(),
                TeamText.period(days.from(), days.to()),
                permanences.service(),
                all.count(),
                all.minutes(),
                without,
                href(days, Axis.REPONSE, "sans"),
                made == 0 ? null : percent(without, made),
                points(days),
                href(days, Axis.TOUS, "tous"),
                tables(counted, days, all.count()));
    }

    private static List<CallsPage.Table> tables(List<Counted> counted, Days days, int all) {
        var tables = new ArrayList<CallsPage.Table>();
        for (var axis : Axis.values()) {
            if (axis == Axis.REPONSE || axis == Axis.TOUS) continue;
            var of = counted.stream().filter(c -> c.axis() == axis);
            var sorted =
                    axis.inOrder
                            ? of
                            : of.sorted(Comparator.comparingInt(Counted::count).reversed());
            var counts =
                    sorted.map(c ->
                                    new CallsPage.Count(
                                            href(days, axis, c.code()),
                                            axis.words(c.code()),
                                            c.count(),
                                            c.minutes(),
                                            percent(c.count(), all)))
                            .toList();
            tables.add(
                    new CallsPage.Table(
                            axis.title,
                            counts,
                            counts.stream().mapToInt(CallsPage.Count::count).max().orElse(1)));
        }
        return tables;
    }

    private static Counted one(List<Counted> counted, Axis axis, String code) {
        return counted.stream()
                .filter(c -> c.axis() == axis && c.code().equals(code))
                .findFirst()
                .orElse(new Counted(axis, code, 0, 0));
    }

    private static String href(Days days, Axis axis, String code) {
        return "/pilotage/appels/liste" + days.query() + "&par=" + axis.code() + "&code=" + code;
    }

    private static String percent(int part, int whole) {
        return Math.round(100.0 * part / whole) + "\u00A0%";
    }

    private int points(Days days) {
        return sql.sql(
                        "select count(*) from followup.coordination_point where held_at >= :from and held_at < :to")
                .param("from", Timestamp.from(days.start()))
                .param("to", Timestamp.from(days.end()))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// The contacts that one count counts; everything for a count that does not exist.
    CallsPage.Behind list(Days days, String par, String code, int page) {
        var axis = Axis.of(par).orElse(Axis.TOUS);
        var counted = counted(days);
        var count = one(counted, axis, code);
        if (count.count() == 0 && axis != Axis.REPONSE) {
            axis = Axis.TOUS;
            count = one(counted, axis, "tous");
        }
        var here = href(days, axis, count.code());
        return new CallsPage.Behind(
                axis == Axis.TOUS || axis == Axis.REPONSE
                        ? axis.words(count.code())
                        : axis.title + "\u00A0: " + axis.words(count.code()),
                TeamText.period(days.from(), days.to()),
                count.count(),
                contacts.along(
                        days.start(), days.end(), axis.code(), count.code(), page * SHOWN, SHOWN),
                "/pilotage/appels" + days.query(),
                page == 0 ? null : here + "&page=" + (page - 1),
                (page + 1) * SHOWN < count.count() ? here + "&page=" + (page + 1) : null);
    }

    /// The counts, a line each, for a spreadsheet.
    String csv(Days days) {
        return Csv.of(
                List.of("Compté par", "Valeur", "Échanges", "Minutes"),
                counted(days).stream()
                        .filter(c -> c.axis() != Axis.REPONSE || c.code().equals("sans"))
                        .map(c ->
                                List.of(
                                        c.axis().title,
                                        c.axis().words(c.code()),
                                        String.valueOf(c.count()),
                                        String.valueOf(c.minutes()))));
    }
}

package fr.maillage.planning.internal;

import fr.maillage.agenda.Calendars;
import fr.maillage.agenda.Calendars.Stretch;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Setting;
import fr.maillage.planning.internal.People.Office;
import fr.maillage.planning.internal.solver.Block;
import fr.maillage.planning.internal.solver.Place;
import fr.maillage.planning.internal.solver.Roads;
import fr.maillage.planning.internal.solver.Shift;
import fr.maillage.planning.internal.solver.Visit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Reads everything a proposal depends on, at the moment it is asked: hours, leave, appointments,
/// permanences, stays, sectors, distances. Computing, moving by hand and accepting ask the same.
@Component
class Problems {

    /// When the break of a day without one begins.
    private static final LocalTime MIDDAY = LocalTime.of(12, 30);

    /// A delay that is law is placed before anything else.
    private static final int BY_LAW = 100_000;

    private final JdbcClient sql;
    private final Proposals proposals;
    private final Calendars calendars;
    private final RoundSettings settings;
    private final Facts facts;
    private final People people;
    private final Clock clock;

    Problems(
            JdbcClient sql,
            Proposals proposals,
            Calendars calendars,
            RoundSettings settings,
            Facts facts,
            People people,
            Clock clock) {
        this.sql = sql;
        this.proposals = proposals;
        this.calendars = calendars;
        this.settings = settings;
        this.facts = facts;
        this.people = people;
        this.clock = clock;
    }

    /// Reads under the caller's transaction.
    Problem of(Proposal proposal) {
        var stops = proposals.stops(proposal.id());
        var values = settings.read();
        var offices = people.offices(proposal.members());
        var busy = facts.busy(proposal.members(), proposal.first(), proposal.last());
        var roads =
                roads(
                        Stream.of(
                                        offices.values().stream().map(Office::commune),
                                        stops.stream().map(StopRow::commune),
                                        busy.stream().map(Facts.Busy::commune))
                                .<@Nullable String>flatMap(s -> s)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .distinct()
                                .toList(),
                        values);
        return new Problem(
                proposal,
                days(proposal, offices, busy, roads, values.of(Setting.VISIT_MIDDAY_MINUTES)),
                visits(proposal, stops, roads, values),
                stops);
    }

    private Roads roads(List<String> communes, RoundSettings.Values values) {
        record Point(String code, double latitude, double longitude, boolean town) {}
        var points =
                sql.sql(
                                """
                                select code, latitude, longitude, coalesce(population, 0) >= :town as town from territory.commune
                                 where code = any (:codes) and latitude is not null and longitude is not null order by code
                                """)
                        .param("codes", communes.toArray(String[]::new))
                        .param("town", values.of(Setting.TRAVEL_TOWN_INHABITANTS))
                        .query((row, _) ->
                                new Point(
                                        row.getString("code"),
                                        row.getDouble("latitude"),
                                        row.getDouble("longitude"),
                                        row.getBoolean("town")))
                        .list();
        var places = new ArrayList<Place>();
        for (var p : points) {
            places.add(new Place(p.code(), p.latitude(), p.longitude(), p.town()));
            places.add(Place.office(p.code(), p.latitude(), p.longitude(), p.town()));
        }
        // an office whose commune nobody wrote down is where the visits are, on average
        places.add(
                Place.office(
                        "",
                        points.stream().mapToDouble(Point::latitude).average().orElse(0),
                        points.stream().mapToDouble(Point::longitude).average().orElse(0),
                        false));
        return new Roads(places, values.speed());
    }

    private List<Shift> days(
            Proposal proposal,
            Map<UUID, Office> offices,
            List<Facts.Busy> busy,
            Roads roads,
            int midday) {
        var away = facts.away(proposal.members(), proposal.first(), proposal.last());
        var now = clock.instant();
        var days = new ArrayList<Shift>();
        calendars
                .worked(proposal.members(), proposal.first(), proposal.last())
                .forEach((member, worked) -> {
                    var base = base(offices.get(member), roads);
                    var own = busy.stream().filter(b -> b.member().equals(member)).toList();
                    worked.forEach((day, stretches) -> {
                        if (away.getOrDefault(member, Set.of()).contains(day)) return;
                        var hours = hours(day, stretches, now, midday);
                        if (!hours.isEmpty())
                            days.add(
                                    new Shift(
                                            member,
                                            day,
                                            base,
                                            hours,
                                            blocks(own, hours, base, roads),
                                            roads));
                    });
                });
        days.sort(Comparator.comparing(Shift::day).thenComparing(d -> d.member().toString()));
        return days;
    }

    private static int base(@Nullable Office office, Roads roads) {
        var rank =
                office == null || office.commune() == null
                        ? -1
                        : roads.rank("@" + office.commune());
        return rank < 0 ? roads.rank("@") : rank;
    }

    /// What is left of the day, cut by the break of midday when its hours have none.
    private static List<Block> hours(
            LocalDate day, List<Stretch> stretches, Instant now, int midday) {
        var noon = Problem.minute(day.atTime(MIDDAY).atZone(FrenchDates.PARIS).toInstant());
        return stretches.stream()
                .map(s ->
                        new Block(
                                0,
                                Math.max(Problem.minute(s.start()), Problem.minute(now)),
                                Problem.minute(s.end())))
                .flatMap(h ->
                        midday > 0 && h.start() < noon && h.end() > noon + midday
                                ? Stream.of(
                                        new Block(0, h.start(), noon),
                                        new Block(0, noon + midday, h.end()))
                                : Stream.of(h))
                .filter(h -> h.end() > h.start())
                .toList();
    }

    private static List<Block> blocks(
            List<Facts.Busy> own, List<Block> hours, int base, Roads roads) {
        var from = hours.getFirst().start();
        var until = hours.getLast().end();
        return own.stream()
                .filter(b -> Problem.minute(b.start()) < until && Problem.minute(b.end()) > from)
                .map(b -> {
                    var rank = roads.rank(b.commune());
                    return new Block(
                            rank < 0 ? base : rank,
                            Problem.minute(b.start()),
                            Problem.minute(b.end()));
                })
                .toList();
    }

    private Map<UUID, Visit> visits(
            Proposal proposal, List<StopRow> stops, Roads roads, RoundSettings.Values values) {
        var open = stops.stream().filter(s -> s.appointment() == null).toList();
        var patients = open.stream().map(StopRow::patient).distinct().toList();
        var closed = facts.notAtHome(patients, proposal.first(), proposal.last());
        var taken = facts.taken(patients, proposal.first(), proposal.last());
        var sectors =
                values.of(Setting.VISIT_SECTORS_BIND) == 1
                        ? facts.sectors(
                                open.stream()
                                        .map(StopRow::commune)
                                        .filter(Objects::nonNull)
                                        .map(Objects::requireNonNull)
                                        .distinct()
                                        .toList(),
                                proposal)
                        : null;
        var visits = new HashMap<UUID, Visit>();
        for (var stop : open) {
            // a delay that passed while it waited binds nobody any more: the visit is late
            var law =
                    stop.latest() == null || stop.latest().isBefore(clock.instant())
                            ? Long.MAX_VALUE
                            : Problem.minute(stop.latest());
            visits.put(
                    stop.id(),
                    new Visit(
                            stop.id(),
                            stop.patient(),
                            roads.rank(stop.commune()),
                            stop.minutes(),
                            midnight(stop.notBefore()),
                            Math.min(law, beforeTheNext(stop, open)),
                            stop.due(),
                            stop.weight(),
                            stop.weight() + (stop.latest() == null ? 0 : BY_LAW),
                            Set.copyOf(stop.usual()),
                            allowed(stop, proposal, sectors),
                            closed.getOrDefault(stop.patient(), Set.of()),
                            taken.getOrDefault(stop.patient(), List.of())));
        }
        return visits;
    }

    /// The référent visits wherever the person lives; the others in their sectors.
    private static @Nullable Set<UUID> allowed(
            StopRow stop, Proposal proposal, @Nullable Map<String, Set<UUID>> sectors) {
        if (sectors == null) return null;
        var allowed = new HashSet<>(stop.usual());
        if (stop.commune() != null) allowed.addAll(sectors.getOrDefault(stop.commune(), Set.of()));
        allowed.retainAll(proposal.members());
        return allowed;
    }

    private static long beforeTheNext(StopRow stop, Collection<StopRow> open) {
        return open.stream()
                .filter(o ->
                        o.patient().equals(stop.patient())
                                && o.notBefore().isAfter(stop.notBefore()))
                .mapToLong(o -> midnight(o.notBefore()) - 1)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static long midnight(LocalDate day) {
        return Problem.minute(day.atStartOfDay(FrenchDates.PARIS).toInstant());
    }
}

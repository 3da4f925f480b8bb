package fr.maillage.planning.internal;

import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.planning.internal.Proposal.Figures;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// The page of a proposal and of one of its visits.
@Component
class ProposalScreens {

    private static final String TONES = "123456";

    private final Proposals proposals;
    private final People people;
    private final MapScreens maps;
    private final RoundSettings settings;
    private final Trail trail;
    private final Clock clock;

    ProposalScreens(
            Proposals proposals,
            People people,
            MapScreens maps,
            RoundSettings settings,
            Trail trail,
            Clock clock) {
        this.proposals = proposals;
        this.people = people;
        this.maps = maps;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    ProposalPage.Progress progress(UUID id) {
        var proposal = proposals.get(id);
        return progress(proposal, proposals.stops(id));
    }

    private static ProposalPage.Progress progress(Proposal proposal, List<StopRow> stops) {
        return new ProposalPage.Progress(
                proposal.id().toString(),
                proposal.state().label,
                PlanningText.progress(
                        proposal.state(),
                        (int) stops.stream().filter(StopRow::placed).count(),
                        stops.size()),
                proposal.state().working());
    }

    /// Throws `NotFound`.
    ///
    /// @param day the day the map shows, ISO; « tout » for all of them, "" for the first with a
    ///   visit
    @Transactional
    ProposalPage page(UUID id, String day, FormOutcome outcome) {
        var proposal = proposals.get(id);
        var stops = proposals.stops(id);
        var who = people.visited(id);
        trail.listed("TOURNÉES", stops.stream().map(StopRow::patient).distinct().toList());
        var names = people.names(proposal.members());
        var everybody =
                people.names(stops.stream().flatMap(s -> s.usual().stream()).distinct().toList());
        var tones = tones(names);
        var placed = stops.stream().filter(StopRow::placed).toList();
        var days =
                placed.stream()
                        .map(s -> Problem.day(Objects.requireNonNull(s.start())))
                        .distinct()
                        .sorted()
                        .toList();
        var shown = shown(day, days);
        var onMap =
                placed.stream()
                        .filter(s ->
                                shown == null
                                        || shown.equals(
                                                Problem.day(Objects.requireNonNull(s.start()))))
                        .toList();
        return new ProposalPage(
                id.toString(),
                PlanningText.period(proposal.first(), proposal.last()),
                sub(proposal),
                proposal.state().label,
                proposal.state().tone,
                proposal.state().icon,
                proposal.state().working(),
                proposal.state().open(),
                proposal.version(),
                progress(proposal, stops),
                figures(proposal, stops.size()),
                days.stream().map(d -> day(id, d, placed, names, everybody, tones, who)).toList(),
                stops.stream()
                        .filter(s -> !s.placed())
                        .map(s -> unplaced(id, s, person(who, s)))
                        .toList(),
                onMap.isEmpty() ? null : maps.of(onMap, shown != null, who, names, tones),
                choices(id, days, shown),
                names.keySet().stream()
                        .map(m ->
                                new ProposalPage.Legend(
                                        Objects.requireNonNull(tones.get(m)),
                                        Objects.requireNonNull(names.get(m)),
                                        summary(
                                                onMap.stream()
                                                        .filter(s -> m.equals(s.member()))
                                                        .toList())))
                        .toList(),
                PlanningText.speed(settings.read().speed()),
                outcome.errors(),
                outcome.conflict());
    }

    private static Map<UUID, String> tones(Map<UUID, String> names) {
        var ranks = new ArrayList<>(names.keySet());
        return ranks.stream()
                .collect(
                        Collectors.toMap(
                                m -> m,
                                m -> "rd-" + TONES.charAt(ranks.indexOf(m) % TONES.length())));
    }

    private static @Nullable LocalDate shown(String asked, List<LocalDate> days) {
        if (asked.equals("tout") || days.isEmpty()) return null;
        return days.stream()
                .filter(d -> d.toString().equals(asked))
                .findFirst()
                .orElse(days.getFirst());
    }

    private static List<ProposalPage.Choice> choices(
            UUID id, List<LocalDate> days, @Nullable LocalDate shown) {
        var here = "/agenda/tournees/" + id + "?jour=";
        var all = new ArrayList<ProposalPage.Choice>();
        for (var d : days)
            all.add(
                    new ProposalPage.Choice(
                            here + d + "#carte", FrenchDates.shortDay(d), d.equals(shown)));
        if (days.size() > 1)
            all.add(new ProposalPage.Choice(here + "tout#carte", "Tout", shown == null));
        return all;
    }

    private String sub(Proposal p) {
        var asked =
                "Demandée "
                        + FrenchDates.relative(p.askedAt(), LocalDate.now(clock))
                        + " par "
                        + p.askedBy();
        return p.endedAt() == null
                ? asked
                : asked
                        + " · "
                        + p.state().label.toLowerCase(java.util.Locale.FRENCH)
                        + " le "
                        + FrenchDates.exact(p.endedAt())
                        + ", "
                        + p.endedBy();
    }

    private static List<ProposalPage.Figure> figures(Proposal p, int all) {
        var hand = p.hand();
        var now = p.figures();
        if (hand == null || now == null) return List.of();
        return List.of(
                new ProposalPage.Figure(
                        "Visites placées",
                        now.placed() + " / " + all,
                        hand.placed() + " / " + all,
                        now.placed() == hand.placed()
                                ? "autant"
                                : PlanningText.visits(Math.abs(now.placed() - hand.placed()))
                                        + (now.placed() > hand.placed() ? " de plus" : " de moins"),
                        now.placed() >= hand.placed()),
                new ProposalPage.Figure(
                        "Kilomètres",
                        PlanningText.km(now.metres()),
                        PlanningText.km(hand.metres()),
                        PlanningText.gain(hand.metres(), now.metres()),
                        now.metres() <= hand.metres()),
                new ProposalPage.Figure(
                        "Retard, toutes visites",
                        PlanningText.days(now.late()),
                        PlanningText.days(hand.late()),
                        PlanningText.lateGain(hand.late(), now.late()),
                        late(hand, now)));
    }

    private static boolean late(Figures hand, Figures now) {
        return now.late() <= hand.late();
    }

    private ProposalPage.Day day(
            UUID id,
            LocalDate day,
            List<StopRow> placed,
            Map<UUID, String> names,
            Map<UUID, String> everybody,
            Map<UUID, String> tones,
            Map<UUID, People.Who> who) {
        var cells = new ArrayList<ProposalPage.Cell>();
        names.forEach((member, name) -> {
            var own =
                    placed.stream()
                            .filter(s ->
                                    member.equals(s.member())
                                            && Problem.day(Objects.requireNonNull(s.start()))
                                                    .equals(day))
                            .toList();
            cells.add(
                    new ProposalPage.Cell(
                            member.toString(),
                            name,
                            Objects.requireNonNull(tones.get(member)),
                            summary(own),
                            own.stream()
                                    .map(s -> line(id, s, person(who, s), everybody))
                                    .toList()));
        });
        return new ProposalPage.Day(day.toString(), FrenchDates.longDay(day), cells);
    }

    private static String summary(List<StopRow> stops) {
        return stops.isEmpty()
                ? "aucune visite"
                : PlanningText.visits(stops.size())
                        + ", "
                        + PlanningText.km(stops.stream().mapToInt(StopRow::metres).sum())
                        + " à l’aller";
    }

    private static People.Who person(Map<UUID, People.Who> who, StopRow stop) {
        return who.getOrDefault(stop.id(), new People.Who("", "", null));
    }

    private static ProposalPage.Line line(
            UUID id, StopRow s, People.Who who, Map<UUID, String> names) {
        var start = Objects.requireNonNull(s.start());
        var late = Problem.day(start).toEpochDay() - s.due().toEpochDay();
        return new ProposalPage.Line(
                s.id().toString(),
                s.appointment() == null
                        ? "/agenda/tournees/" + id + "/visites/" + s.id()
                        : "/agenda/" + s.appointment(),
                hours(start, s.minutes()),
                who.name(),
                who.commune(),
                reasons(s),
                PlanningText.km(s.metres()) + ", " + s.wayMinutes() + "\u00A0min",
                s.pinned(),
                s.appointment() != null,
                late > 0 ? PlanningText.late(late) : null,
                s.usual().isEmpty() || s.usual().contains(Objects.requireNonNull(s.member()))
                        ? null
                        : s.usual().stream()
                                .map(names::get)
                                .filter(Objects::nonNull)
                                .map(n -> "suivie par " + n)
                                .findFirst()
                                .orElse("suivie par quelqu’un d’autre"));
    }

    private static String reasons(StopRow s) {
        return s.reasons().stream().map(r -> r.label).collect(Collectors.joining(", "));
    }

    private static String hours(Instant start, int minutes) {
        return FrenchDates.time(local(start))
                + " – "
                + FrenchDates.time(local(start.plusSeconds(60L * minutes)));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, FrenchDates.PARIS);
    }

    private static ProposalPage.Unplaced unplaced(UUID id, StopRow s, People.Who who) {
        return new ProposalPage.Unplaced(
                "/agenda/tournees/" + id + "/visites/" + s.id(),
                who.name(),
                who.commune(),
                reasons(s),
                due(s),
                s.obstacle() == null ? "" : PlanningText.obstacle(s.obstacle()));
    }

    private static String due(StopRow s) {
        return s.latest() == null
                ? "à faire pour le " + FrenchDates.date(s.due())
                : "au plus tard le " + FrenchDates.exact(s.latest());
    }

    /// One visit. Throws `NotFound`.
    @Transactional
    StopPage visit(UUID id, UUID stop, Sent typed, FormOutcome outcome) {
        var proposal = proposals.get(id);
        var row =
                proposals.stops(id).stream()
                        .filter(s -> s.id().equals(stop))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("visite", stop));
        trail.listed("TOURNÉES", List.of(row.patient()));
        var who = person(people.visited(id), row);
        var names = people.names(proposal.members());
        var chosen = typed.id("to").orElse(row.member() == null ? new UUID(0, 0) : row.member());
        return new StopPage(
                id.toString(),
                stop.toString(),
                proposal.version(),
                "/agenda/tournees/" + id,
                "/dossiers/" + row.patient(),
                who.name(),
                when(row, names),
                facts(row, who, names),
                proposal.state().open() && row.appointment() == null,
                row.placed(),
                row.pinned(),
                typed.value("day").isEmpty()
                        ? (row.start() == null ? proposal.first() : Problem.day(row.start()))
                                .toString()
                        : typed.value("day"),
                typed.values().isEmpty() && row.start() != null
                        ? FrenchDates.time(local(row.start()))
                        : typed.value("time"),
                names.entrySet().stream()
                        .map(e ->
                                new StopPage.Member(
                                        e.getKey().toString(),
                                        e.getValue(),
                                        e.getKey().equals(chosen)))
                        .toList(),
                outcome.errors(),
                outcome.conflict());
    }

    private static String when(StopRow row, Map<UUID, String> names) {
        if (row.start() == null)
            return row.obstacle() == null
                    ? "Aucun jour pour l’instant."
                    : PlanningText.obstacle(row.obstacle());
        return FrenchDates.longDay(Problem.day(row.start()))
                + ", "
                + hours(row.start(), row.minutes())
                + ", "
                + names.getOrDefault(Objects.requireNonNull(row.member()), "");
    }

    private static List<StopPage.Fact> facts(StopRow row, People.Who who, Map<UUID, String> names) {
        var facts = new ArrayList<StopPage.Fact>();
        facts.add(new StopPage.Fact("Pourquoi", reasons(row)));
        facts.add(
                new StopPage.Fact(
                        "Commune", who.commune().isEmpty() ? "non notée" : who.commune()));
        facts.add(new StopPage.Fact("Durée", row.minutes() + "\u00A0min"));
        facts.add(new StopPage.Fact("Possible dès le", FrenchDates.date(row.notBefore())));
        facts.add(new StopPage.Fact("Échéance", due(row)));
        var usual =
                row.usual().stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        if (!usual.isEmpty()) facts.add(new StopPage.Fact("Suivie par", usual));
        if (row.placed())
            facts.add(
                    new StopPage.Fact(
                            "Trajet",
                            PlanningText.km(row.metres()) + ", " + row.wayMinutes() + "\u00A0min"));
        return facts;
    }
}

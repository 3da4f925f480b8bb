package fr.maillage.planning.internal;

import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.WorkingDays;
import fr.maillage.web.FormOutcome;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page of a proposal.
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
        var everybody = people.names(everybody(proposal, stops));
        var names = of(proposal.members(), everybody);
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
                PlanningText.history(proposal, LocalDate.now(clock)),
                proposal.state().label,
                proposal.state().tone,
                proposal.state().icon,
                proposal.state().working(),
                proposal.state().open(),
                proposal.version(),
                progress(proposal, stops),
                figures(proposal, stops.size()),
                offered(proposal, days).stream()
                        .map(d -> day(id, d, placed, names, everybody, tones, who))
                        .toList(),
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

    /// The days a visit may be moved to: those with visits and, as long as the proposal can be
    /// changed, every day the team works in its period, on which nobody goes anywhere yet too.
    private static List<LocalDate> offered(Proposal proposal, List<LocalDate> days) {
        if (!proposal.state().open() || days.isEmpty()) return days;
        return Stream.concat(
                        days.stream(),
                        proposal.first()
                                .datesUntil(proposal.last().plusDays(1))
                                .filter(WorkingDays.FRANCE::isWorkingDay))
                .distinct()
                .sorted()
                .toList();
    }

    /// Whose rounds they are, and who follows those visited.
    static List<UUID> everybody(Proposal proposal, List<StopRow> stops) {
        return Stream.concat(
                        proposal.members().stream(),
                        stops.stream().flatMap(s -> s.usual().stream()))
                .distinct()
                .toList();
    }

    /// The names of some of those, in the same order.
    static Map<UUID, String> of(Collection<UUID> some, Map<UUID, String> names) {
        var kept = new LinkedHashMap<>(names);
        kept.keySet().retainAll(some);
        return kept;
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

    private static List<ProposalPage.Figure> figures(Proposal p, int all) {
        var hand = p.hand();
        var now = p.figures();
        if (hand == null || now == null) return List.of();
        return List.of(
                new ProposalPage.Figure(
                        PlanningText.PLACED,
                        now.placed() + " / " + all,
                        hand.placed() + " / " + all,
                        PlanningText.placedGain(hand.placed(), now.placed()),
                        now.placed() >= hand.placed()),
                new ProposalPage.Figure(
                        PlanningText.KILOMETRES,
                        PlanningText.km(now.metres()),
                        PlanningText.km(hand.metres()),
                        PlanningText.gain(hand.metres(), now.metres()),
                        now.metres() <= hand.metres()),
                new ProposalPage.Figure(
                        PlanningText.LATENESS,
                        PlanningText.days(now.late()),
                        PlanningText.days(hand.late()),
                        PlanningText.lateGain(hand.late(), now.late()),
                        now.late() <= hand.late()));
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
        return PlanningText.round(stops.size(), stops.stream().mapToInt(StopRow::metres).sum());
    }

    static People.Who person(Map<UUID, People.Who> who, StopRow stop) {
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
                PlanningText.hours(start, s.minutes()),
                who.name(),
                who.commune(),
                PlanningText.reasons(s.reasons()),
                PlanningText.way(s.metres(), s.wayMinutes()),
                s.pinned(),
                s.appointment() != null,
                late > 0 ? PlanningText.late(late) : null,
                s.usual().isEmpty() || s.usual().contains(Objects.requireNonNull(s.member()))
                        ? null
                        : PlanningText.followedBy(
                                s.usual().stream()
                                        .map(names::get)
                                        .filter(Objects::nonNull)
                                        .findFirst()));
    }

    private static ProposalPage.Unplaced unplaced(UUID id, StopRow s, People.Who who) {
        return new ProposalPage.Unplaced(
                "/agenda/tournees/" + id + "/visites/" + s.id(),
                who.name(),
                who.commune(),
                PlanningText.reasons(s.reasons()),
                PlanningText.due(s.due(), s.latest()),
                s.obstacle() == null ? "" : PlanningText.obstacle(s.obstacle()));
    }
}

package fr.maillage.planning.internal;

import fr.maillage.kernel.Typography;

import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The page of one visit of a proposal.
@Component
class StopScreens {

    private final Proposals proposals;
    private final People people;
    private final Trail trail;

    StopScreens(Proposals proposals, People people, Trail trail) {
        this.proposals = proposals;
        this.people = people;
        this.trail = trail;
    }

    /// One visit. Throws `NotFound`.
    @Transactional
    StopPage page(UUID id, UUID stop, Sent typed, FormOutcome outcome) {
        var proposal = proposals.get(id);
        var row =
                proposals.stops(id).stream()
                        .filter(s -> s.id().equals(stop))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("visite", stop));
        trail.listed("TOURNÉES", List.of(row.patient()));
        var who = ProposalScreens.person(people.visited(id), row);
        var everybody = people.names(ProposalScreens.everybody(proposal, List.of(row)));
        var names = ProposalScreens.of(proposal.members(), everybody);
        var chosen = typed.id("to").orElse(row.member() == null ? new UUID(0, 0) : row.member());
        return new StopPage(
                id.toString(),
                stop.toString(),
                proposal.version(),
                "/agenda/tournees/" + id,
                "/dossiers/" + row.patient(),
                who.name(),
                when(row, everybody),
                facts(row, who, everybody),
                proposal.state().open() && row.appointment() == null,
                row.placed(),
                row.pinned(),
                typed.value("day").isEmpty()
                        ? (row.start() == null ? proposal.first() : Problem.day(row.start()))
                                .toString()
                        : typed.value("day"),
                typed.values().isEmpty() && row.start() != null
                        ? FrenchDates.time(LocalDateTime.ofInstant(row.start(), FrenchDates.PARIS))
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
                    ? PlanningText.NO_DAY
                    : PlanningText.obstacle(row.obstacle());
        return FrenchDates.longDay(Problem.day(row.start()))
                + ", "
                + PlanningText.hours(row.start(), row.minutes())
                + ", "
                + names.getOrDefault(Objects.requireNonNull(row.member()), "");
    }

    private static List<StopPage.Fact> facts(StopRow row, People.Who who, Map<UUID, String> names) {
        var facts = new ArrayList<StopPage.Fact>();
        facts.add(new StopPage.Fact("Pourquoi", PlanningText.reasons(row.reasons())));
        facts.add(
                new StopPage.Fact(
                        "Commune", who.commune().isEmpty() ? "non notée" : who.commune()));
        facts.add(new StopPage.Fact("Durée", row.minutes() + Typography.NBSP + "min"));
        facts.add(new StopPage.Fact("Possible dès le", FrenchDates.date(row.notBefore())));
        facts.add(new StopPage.Fact("Échéance", PlanningText.due(row.due(), row.latest())));
        var usual = String.join(", ", ProposalScreens.of(row.usual(), names).values());
        if (!usual.isEmpty()) facts.add(new StopPage.Fact("Suivie par", usual));
        if (row.placed())
            facts.add(
                    new StopPage.Fact("Trajet", PlanningText.way(row.metres(), row.wayMinutes())));
        return facts;
    }
}

package fr.maillage.planning.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.WorkingDays;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/// The list of proposals and the form of the next one.
@Component
class RoundsScreens {

    private static final int SHOWN = 20;

    /// The horizon of the form when nobody typed one: two weeks.
    private static final int DAYS = 14;

    private final Proposals proposals;
    private final People people;
    private final AskedVisits asked;
    private final Networks networks;
    private final RoundSettings settings;
    private final Clock clock;

    RoundsScreens(
            Proposals proposals,
            People people,
            AskedVisits asked,
            Networks networks,
            RoundSettings settings,
            Clock clock) {
        this.proposals = proposals;
        this.people = people;
        this.asked = asked;
        this.networks = networks;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    RoundsPage list(Sent form, FormOutcome outcome) {
        var today = LocalDate.now(clock);
        var first = WorkingDays.FRANCE.next(today);
        if (form.values().isEmpty()) {
            form.put("first", first.toString());
            form.put("last", first.plusDays(DAYS - 1).toString());
        }
        var all = proposals.latest(SHOWN);
        var names =
                people.names(all.stream().flatMap(p -> p.members().stream()).distinct().toList());
        var fresh = form.all("member").isEmpty();
        return new RoundsPage(
                all.stream().map(p -> line(p, names, today)).toList(),
                asked.waiting().stream()
                        .map(w ->
                                new RoundsPage.Asked(
                                        w.id().toString(),
                                        "/dossiers/" + w.patient(),
                                        w.name(),
                                        FrenchDates.shortDay(w.due(), today),
                                        w.by()))
                        .toList(),
                networks.coordinators(first).stream()
                        .map(m ->
                                new RoundsPage.Member(
                                        m.id().toString(),
                                        m.name(),
                                        m.profile() == null ? "" : m.profile(),
                                        fresh
                                                ? m.function().equals("COORDINATOR")
                                                        || m.id().equals(
                                                                        SignedIn.current().member())
                                                : form.all("member").contains(m.id().toString())))
                        .toList(),
                PlanningText.kept(settings.read().of(Setting.ROUNDS_KEPT_DAYS)),
                form,
                outcome.errors());
    }

    private static RoundsPage.Line line(
            Proposal p, Map<java.util.UUID, String> names, LocalDate today) {
        return new RoundsPage.Line(
                "/agenda/tournees/" + p.id(),
                PlanningText.period(p.first(), p.last()),
                p.members().stream()
                        .map(m -> names.getOrDefault(m, ""))
                        .collect(Collectors.joining(", ")),
                p.state().label,
                p.state().tone,
                p.state().icon,
                PlanningText.asked(p, today)
                        + (p.figures() == null
                                ? ""
                                : " · " + PlanningText.visits(p.figures().placed())));
    }
}

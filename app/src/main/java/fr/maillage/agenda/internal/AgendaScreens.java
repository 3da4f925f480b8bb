package fr.maillage.agenda.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.agenda.Outcome;
import fr.maillage.agenda.internal.AgendaRows.Row;
import fr.maillage.agenda.internal.AgendaRows.Sort;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// What the agenda shows.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class AgendaScreens {

    private static final int WAITING_A_PAGE = 50;

    private final AgendaRows rows;
    private final AgendaTables tables;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    AgendaScreens(
            AgendaRows rows, AgendaTables tables, Networks networks, Trail trail, Clock clock) {
        this.rows = rows;
        this.tables = tables;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    AgendaPage page(String day, String scale, String who, List<String> chosen) {
        var today = LocalDate.now(clock);
        var me = SignedIn.current().member();
        var team = networks.team(today);
        var view = AgendaView.of(day, scale, who, chosen, team, me, today);
        var found = rows.between(view.ids(), view.first(), view.last());
        listed(found);
        var alone = view.members().size() == 1;
        var list = view.scale() == AgendaView.Scale.JOUR && alone;
        var table =
                view.scale() == AgendaView.Scale.MOIS
                        || view.scale() == AgendaView.Scale.SEMAINE && !alone;
        return new AgendaPage(
                view.title(),
                view.query(),
                view.day().toString(),
                Arrays.stream(AgendaView.Scale.values())
                        .map(s ->
                                new AgendaPage.Link(
                                        view.with(s).href(), s.label, s == view.scale()))
                        .toList(),
                view.previous().href(),
                view.next().href(),
                view.with(today).href(),
                whos(view),
                team.stream()
                        .map(m ->
                                new AgendaPage.Choice(
                                        m.id().toString(),
                                        m.name(),
                                        view.who().equals("choix") && view.ids().contains(m.id())))
                        .toList(),
                view.scale().code(),
                rows.waiting(view.ids(), clock.instant()),
                table ? null : tables.grid(view, found),
                table ? tables.table(view, found, today) : null,
                list,
                list ? lines(found, me, view.last()) : List.of(),
                outcomes(),
                SignedIn.current().role().clinical(),
                view.scale() == AgendaView.Scale.JOUR ? onCall(found, view) : List.of());
    }

    /// Past appointments whose outcome nobody noted.
    WaitingPage waiting(String who, List<String> chosen, int page) {
        var today = LocalDate.now(clock);
        var team = networks.team(today);
        var view = AgendaView.of("", "", who, chosen, team, SignedIn.current().member(), today);
        var count = rows.waiting(view.ids(), clock.instant());
        var pages = Math.max(1, (count + WAITING_A_PAGE - 1) / WAITING_A_PAGE);
        var at = Math.clamp(page, 0, pages - 1);
        var found = rows.waiting(view.ids(), clock.instant(), at, WAITING_A_PAGE);
        listed(found);
        var base = "/agenda/sans-issue?" + view.query();
        return new WaitingPage(
                count,
                view.query(),
                view.href(),
                found.stream()
                        .map(row ->
                                line(
                                        row,
                                        FrenchDates.shortDay(row.span().day(), today)
                                                + " "
                                                + FrenchDates.time(row.span().from()),
                                        null))
                        .toList(),
                outcomes(),
                base + (at == 0 ? "" : "&page=" + at),
                at == 0 ? null : base + "&page=" + (at - 1),
                at == pages - 1 ? null : base + "&page=" + (at + 1));
    }

    private void listed(List<Row> found) {
        trail.listed(
                "AGENDA",
                found.stream().map(Row::patient).filter(Objects::nonNull).distinct().toList());
    }

    private List<AgendaPage.Choice> whos(AgendaView view) {
        return Stream.concat(
                        Stream.of(
                                new AgendaPage.Choice("", "Moi", view.who().isEmpty()),
                                new AgendaPage.Choice(
                                        "equipe", "Toute l’équipe", view.who().equals("equipe"))),
                        Stream.concat(
                                networks.units().stream()
                                        .map(u ->
                                                new AgendaPage.Choice(
                                                        u.id().toString(),
                                                        u.name(),
                                                        view.who().equals(u.id().toString()))),
                                view.who().equals("choix")
                                        ? Stream.of(
                                                new AgendaPage.Choice(
                                                        "choix",
                                                        AgendaText.chosen(view.members()),
                                                        true))
                                        : Stream.empty()))
                .toList();
    }

    static List<AgendaPage.Choice> outcomes() {
        return Arrays.stream(Outcome.values())
                .filter(o -> o != Outcome.HONORE)
                .map(o -> new AgendaPage.Choice(o.name(), o.label(), false))
                .toList();
    }

    private List<AgendaPage.Line> lines(List<Row> found, UUID me, LocalDate last) {
        return found.stream()
                .filter(row -> row.sort() == Sort.RDV)
                .map(row -> line(row, FrenchDates.time(row.span().from()), prepare(row, me, last)))
                .toList();
    }

    private AgendaPage.Line line(Row row, String when, @Nullable String prepare) {
        return new AgendaPage.Line(
                String.valueOf(row.id()),
                when,
                row.kind() == null ? "calendar" : row.kind().icon,
                row.what(),
                Stream.of(row.detail(), "jusqu’à " + FrenchDates.time(row.span().to()))
                        .filter(s -> !s.isEmpty())
                        .collect(java.util.stream.Collectors.joining(" · ")),
                row.patient() == null ? "/agenda/" + row.id() : "/dossiers/" + row.patient(),
                prepare,
                row.outcome() == null ? null : row.outcome().label(),
                row.waits(clock.instant()));
    }

    /// One's own visits of the days on the page that are still to be made.
    private @Nullable String prepare(Row row, UUID me, LocalDate last) {
        if (row.patient() == null
                || !SignedIn.current().role().clinical()
                || !me.equals(row.holder())
                || last.isBefore(LocalDate.now(clock))
                || row.outcome() != null
                || row.kind() != Kind.VISITE) return null;
        return "/dossiers/" + row.patient() + "/visites/nouvelle?rendezvous=" + row.id();
    }

    private static List<String> onCall(List<Row> found, AgendaView view) {
        var words = new ArrayList<String>();
        for (var row : found)
            if (row.sort() == Sort.PERMANENCE)
                words.add(
                        AgendaText.onCall(
                                view.members().stream()
                                        .filter(m -> m.id().equals(row.holder()))
                                        .map(Networks.Member::name)
                                        .findFirst()
                                        .orElse(""),
                                row.span(),
                                row.note()));
        return List.copyOf(words);
    }
}

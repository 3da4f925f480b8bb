package fr.maillage.portability.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.portability.internal.draft.Problem;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Mark;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of takeovers, and the report of one.
@Component
@Transactional
class TakeoverScreens {

    private static final int LISTED = 50;
    private static final int PAGE = 50;

    private final TakeoverRows takeovers;
    private final PersonRows persons;
    private final Undoing undoing;
    private final Networks networks;
    private final Trail trail;
    private final JdbcClient sql;
    private final Clock clock;

    TakeoverScreens(
            TakeoverRows takeovers,
            PersonRows persons,
            Undoing undoing,
            Networks networks,
            Trail trail,
            JdbcClient sql,
            Clock clock) {
        this.takeovers = takeovers;
        this.persons = persons;
        this.undoing = undoing;
        this.networks = networks;
        this.trail = trail;
        this.sql = sql;
        this.clock = clock;
    }

    public ListPage list(String limit, FormErrors errors) {
        var today = LocalDate.now(clock);
        var all = takeovers.latest(LISTED);
        var totals = persons.totals(all.stream().map(Takeover::id).toList());
        return new ListPage(
                all.stream()
                        .map(t -> {
                            var count = totals.getOrDefault(t.id(), new int[3]);
                            return new ListPage.Line(
                                    href(t),
                                    t.fileName(),
                                    FrenchDates.relative(t.createdAt(), today),
                                    FrenchDates.exact(t.createdAt()),
                                    t.createdByName(),
                                    t.state().mark(),
                                    ReportText.counts(count[0], count[1], count[2]));
                        })
                        .toList(),
                limit,
                errors);
    }

    private static String href(Takeover t) {
        return "/reglages/reprise/"
                + t.id()
                + switch (t.state()) {
                    case COLONNES -> "/colonnes";
                    case VALEURS -> "/valeurs";
                    default -> "";
                };
    }

    /// The report, or how far the work is.
    public ReportPage report(
            UUID id, String filter, int page, boolean asksUndo, FormErrors errors) {
        var takeover = takeovers.get(id);
        var counts = persons.counts(id);
        var working = takeover.state().working();
        var known = List.of("erreurs", "avertissements", "doublons", "reprises", "ecartees");
        var chosen = known.contains(filter) ? filter : "tout";
        var rows =
                working
                        ? List.<PersonRow>of()
                        : persons.page(id, chosen, (page - 1) * PAGE, PAGE + 1);
        var shown = rows.size() > PAGE ? rows.subList(0, PAGE) : rows;
        var people = people(shown.stream().flatMap(r -> r.near().stream()).toList());
        var several = takeovers.sheets(id).stream().filter(s -> s.part() != null).count() > 1;
        var taken = asksUndo ? persons.taken(id) : List.<PersonRow>of();
        var worked = asksUndo ? undoing.worked(taken) : List.<Undoing.Worked>of();
        trail.listed(
                "REPRISE",
                shown.stream().map(PersonRow::patient).filter(java.util.Objects::nonNull).toList());
        var resumption = networks.get(SignedIn.current().network()).resumptionDate();
        var today = LocalDate.now(clock);
        return new ReportPage(
                id.toString(),
                takeover.fileName(),
                takeover.state().mark(),
                "donné "
                        + FrenchDates.relative(takeover.createdAt(), today)
                        + " par "
                        + takeover.createdByName(),
                working ? progress(takeover) : null,
                tiles(counts, takeover.state()),
                chosen,
                shown.stream().map(r -> line(r, people, several, takeover.state())).toList(),
                page,
                rows.size() > PAGE,
                counts.ready(),
                counts.ready() > 0
                        && (takeover.state() == State.CONTROLEE
                                || takeover.state() == State.TERMINEE),
                takeover.state().open(),
                counts.taken() > 0 && takeover.state() == State.TERMINEE,
                counts.errors() + counts.undecided() > 0 && !working,
                today.toString(),
                resumption == null ? "" : FrenchDates.date(resumption),
                counts.undecided(),
                worked.stream()
                        .limit(100)
                        .map(w ->
                                ReportText.worked(
                                        w.row().name(),
                                        FrenchDates.exact(w.at()),
                                        w.by(),
                                        w.what()))
                        .toList(),
                taken.size() - worked.size(),
                errors);
    }

    /// How far the work is; null when it is over.
    @Transactional(readOnly = true)
    public ReportPage.@org.jspecify.annotations.Nullable Progress progress(UUID id) {
        var takeover = takeovers.get(id);
        return takeover.state().working() ? progress(takeover) : null;
    }

    private static ReportPage.Progress progress(Takeover t) {
        return new ReportPage.Progress(
                ReportText.progress(t.state(), t.done(), t.total()),
                t.done(),
                Math.max(t.total(), 1),
                t.failure());
    }

    private static List<ReportPage.Tile> tiles(PersonRows.Counts c, State state) {
        var tiles = new ArrayList<ReportPage.Tile>();
        tiles.add(
                new ReportPage.Tile(
                        "tout", c.total(), c.total() == 1 ? "ligne" : "lignes", "", "users"));
        if (c.taken() > 0 || state == State.TERMINEE)
            tiles.add(
                    new ReportPage.Tile(
                            "reprises", c.taken(), "reprises", "is-done", "circle-check"));
        tiles.add(
                new ReportPage.Tile(
                        "erreurs",
                        c.errors(),
                        "en erreur",
                        c.errors() > 0 ? "is-late" : "",
                        "alert-circle"));
        tiles.add(
                new ReportPage.Tile(
                        "doublons",
                        c.near(),
                        "existent peut-être",
                        c.undecided() > 0 ? "is-due" : "",
                        "user-question"));
        tiles.add(
                new ReportPage.Tile(
                        "avertissements",
                        c.warnings(),
                        "avec avertissement",
                        "",
                        "alert-triangle"));
        if (c.out() > 0)
            tiles.add(new ReportPage.Tile("ecartees", c.out(), "non reprises", "", "circle-x"));
        return tiles;
    }

    private static ReportPage.Line line(
            PersonRow row, Map<UUID, String> people, boolean several, State state) {
        var problems = new ArrayList<ReportPage.Said>();
        for (var severity : Problem.Severity.values())
            row.problems().stream()
                    .filter(p -> p.severity() == severity)
                    .forEach(p ->
                            problems.add(
                                    new ReportPage.Said(
                                            switch (severity) {
                                                case ERROR -> "is-late";
                                                case WARNING -> "is-due";
                                                case INFO -> "";
                                            },
                                            switch (severity) {
                                                case ERROR -> "alert-circle";
                                                case WARNING -> "alert-triangle";
                                                case INFO -> "info-circle";
                                            },
                                            (p.line() == row.line()
                                                            ? ""
                                                            : ReportText.place(
                                                                            p.sheet(), p.line(),
                                                                            true)
                                                                    + " · ")
                                                    + ReportText.of(p))));
        var decidable =
                !row.near().isEmpty()
                        && (row.state() == PersonState.A_DECIDER
                                || row.state() == PersonState.ECARTEE)
                        && (state == State.CONTROLEE || state == State.TERMINEE);
        var decided = row.state() == PersonState.A_DECIDER && row.decided();
        return new ReportPage.Line(
                row.rank(),
                ReportText.place("", row.line(), several),
                row.name(),
                row.state() == PersonState.REPRISE && row.patient() != null
                        ? "/dossiers/" + row.patient()
                        : null,
                decided
                        ? new Mark(ReportText.decided(row.decision()), "is-info", "user-check")
                        : row.state().mark(),
                row.makes(),
                problems,
                row.near().stream()
                        .map(id ->
                                new ReportPage.Near(
                                        Decision.RATTACHER + ":" + id,
                                        "/dossiers/" + id,
                                        people.getOrDefault(id, "")))
                        .toList(),
                decidable,
                !row.decided()
                        ? ""
                        : row.decision() == Decision.RATTACHER
                                ? Decision.RATTACHER + ":" + row.patient()
                                : row.decision().name());
    }

    /// « BENALI Samia, née le 3 mai 1968, Lens ».
    private Map<UUID, String> people(Collection<UUID> ids) {
        var people = new HashMap<UUID, String>();
        if (ids.isEmpty()) return people;
        sql.sql(
                        "select id, display_name, sex, birth_date, commune_name from patient.identity where id = any (:ids)")
                .param("ids", ids.stream().distinct().toArray(UUID[]::new))
                .query((row, _) ->
                        people.put(
                                row.getObject("id", UUID.class),
                                ReportText.person(
                                        row.getString("display_name"),
                                        row.getString("sex"),
                                        row.getObject("birth_date", LocalDate.class),
                                        row.getString("commune_name"))))
                .list();
        trail.listed("REPRISE, DOUBLONS", people.keySet());
        return people;
    }
}

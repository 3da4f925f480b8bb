package fr.maillage.territory.internal.redraw;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Typography;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Tree;
import fr.maillage.territory.internal.redraw.RedrawPages.Balance;
import fr.maillage.territory.internal.redraw.RedrawPages.Line;
import fr.maillage.territory.internal.redraw.RedrawPages.LookPage;
import fr.maillage.territory.internal.redraw.RedrawPages.Moved;
import fr.maillage.territory.internal.redraw.RedrawPages.PeoplePage;
import fr.maillage.territory.internal.redraw.RedrawPages.StartPage;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of redraws.
@Component
@Transactional(readOnly = true)
class RedrawScreens {

    private final JdbcClient sql;
    private final Territories territories;
    private final RedrawService redraws;
    private final Clock clock;

    RedrawScreens(JdbcClient sql, Territories territories, RedrawService redraws, Clock clock) {
        this.sql = sql;
        this.territories = territories;
        this.redraws = redraws;
        this.clock = clock;
    }

    /// @param zone described in the form to begin with; empty for a new one
    StartPage start(@Nullable String asked, String zone, @Nullable Sent sent) {
        var who = SignedIn.current();
        var region =
                territories.regions().stream()
                        .filter(r -> who.role() == Role.ADMIN || who.regions().contains(r.code()))
                        .filter(r -> asked == null || asked.isEmpty() || r.code().equals(asked))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("region", null));
        var today = LocalDate.now(clock);
        var tree = territories.tree(region.code(), today);
        var kinds = new LinkedHashMap<String, String>();
        sql.sql("select code, label from territory.zone_kind where code <> 'REGION' order by rank")
                .query((row, _) -> kinds.put(row.getString("code"), row.getString("label")))
                .list();
        var parents = new LinkedHashMap<String, String>();
        tree.zones()
                .forEach(z ->
                        parents.put(
                                z.code(),
                                "–\u2002".repeat(z.depth()) + z.label() + " (" + z.code() + ")"));
        return new StartPage(
                region.code(),
                region.divisionLabel(),
                sent == null ? form(tree, region.code(), zone, today) : sent,
                kinds,
                parents,
                lines(region.division()));
    }

    private static Sent form(Tree tree, String region, String code, LocalDate today) {
        var zone = tree.zone(code);
        return zone == null
                ? Sent.with(
                        "region", region, "day", today.toString(), "kind", "ZONE", "parent", region)
                : Sent.with(
                        "region",
                        region,
                        "day",
                        today.toString(),
                        "code",
                        code,
                        "label",
                        zone.label(),
                        "kind",
                        zone.kind(),
                        "parent",
                        zone.parent() == null ? region : zone.parent(),
                        "communes",
                        tree.communes().values().stream()
                                .filter(c -> c.zone().equals(code))
                                .map(Tree.Commune::name)
                                .collect(Collectors.joining("\n")));
    }

    private List<Line> lines(String division) {
        return sql.sql(
                        """
                        select id, effective_on, note, prepared_by, applied_by from territory.redraw where division_code = :division
                         order by prepared_at desc limit 50
                        """)
                .param("division", division)
                .query((row, _) -> {
                    var applied = row.getString("applied_by");
                    var day = row.getObject("effective_on", LocalDate.class);
                    return new Line(
                            "/territoires/decoupages/" + row.getObject("id", UUID.class),
                            FrenchDates.date(day),
                            RedrawText.state(applied, day, row.getString("prepared_by")),
                            row.getString("note"),
                            applied != null);
                })
                .list();
    }

    PeoplePage people(Sent form) {
        return new PeoplePage(
                form,
                sql.sql(
                                """
                                select year, source, count(*) as communes, sum(people) as people from territory.population group by 1, 2 order by 1 desc, 2 limit 100
                                """)
                        .query((row, _) ->
                                new RedrawPages.Year(
                                        String.valueOf(row.getInt("year")),
                                        row.getString("source"),
                                        Typography.number(row.getLong("communes")),
                                        Typography.number(row.getLong("people"))))
                        .list());
    }

    /// Throws `NotFound`.
    LookPage look(UUID id, FormErrors errors) {
        var prepared = redraws.get(id);
        var applied = prepared.appliedBy() != null;
        // what was applied is read against the day before it held
        var before =
                territories.tree(
                        prepared.region(), applied ? prepared.day().minusDays(1) : prepared.day());
        var redraw = applied ? redraws.redraw(before, prepared) : redraws.redraw(prepared);
        var after = redraw.zonesAfter(before);
        var labels = labels(before, redraw);
        return new LookPage(
                id.toString(),
                prepared.region(),
                FrenchDates.longDay(prepared.day()),
                RedrawText.state(prepared.appliedBy(), prepared.day(), prepared.by()),
                prepared.note().isEmpty() ? null : prepared.note(),
                applied,
                !applied && prepared.day().isBefore(LocalDate.now(clock)) ? RedrawText.PAST : null,
                RedrawService.tag(redraw),
                errors,
                redraw.zones().stream().map(z -> zone(z, labels)).toList(),
                moves(before, redraw, labels),
                redraw.closed().stream().map(z -> z.label() + " (" + z.code() + ")").toList(),
                balances(before, after, redraw, labels),
                redraw.wrong().stream()
                        .map(w -> new RedrawPages.Wrong(w.line(), w.why()))
                        .toList());
    }

    private static Map<String, String> labels(Tree before, Redraw redraw) {
        var labels = new HashMap<String, String>();
        before.zones().forEach(z -> labels.put(z.code(), z.label()));
        redraw.zones().forEach(z -> labels.put(z.code(), z.label()));
        return labels;
    }

    private static RedrawPages.Zone zone(Redraw.ZoneChange zone, Map<String, String> labels) {
        var under = labels.getOrDefault(zone.parent(), zone.parent());
        var old = zone.old();
        return new RedrawPages.Zone(
                zone.code(),
                zone.label(),
                old == null
                        ? RedrawText.created(under)
                        : RedrawText.changed(
                                zone.renamed() ? old.label() : null, zone.moved() ? under : null));
    }

    private List<Moved> moves(Tree before, Redraw redraw, Map<String, String> labels) {
        var names = new HashMap<String, String>();
        var people = new HashMap<String, Long>();
        sql.sql("select code, name, population from territory.commune where code = any (:codes)")
                .param(
                        "codes",
                        redraw.moves().stream().map(Redraw.Move::commune).toArray(String[]::new))
                .query((row, _) -> {
                    names.put(row.getString("code"), row.getString("name"));
                    people.put(row.getString("code"), row.getLong("population"));
                    return "";
                })
                .list();
        return redraw.moves().stream()
                .map(m ->
                        new Moved(
                                names.getOrDefault(m.commune(), m.commune()),
                                m.commune(),
                                m.from() == null ? "–" : labels.getOrDefault(m.from(), m.from()),
                                m.to() == null
                                        ? RedrawText.OUT
                                        : labels.getOrDefault(m.to(), m.to()),
                                Typography.number(people.getOrDefault(m.commune(), 0L))))
                .toList();
    }

    // zones that gain or lose a commune
    private static List<Balance> balances(
            Tree before, Map<String, String> after, Redraw redraw, Map<String, String> labels) {
        var touched = new TreeSet<String>();
        for (var move : redraw.moves()) {
            if (move.from() != null) touched.add(move.from());
            if (move.to() != null) touched.add(move.to());
        }
        var balances = new ArrayList<Balance>();
        for (var zone : touched) {
            var was =
                    before.communes().values().stream().filter(c -> c.zone().equals(zone)).toList();
            var will =
                    before.communes().values().stream()
                            .filter(c -> zone.equals(after.get(c.code())))
                            .toList();
            var newcomers =
                    redraw.moves().stream()
                            .filter(m -> m.from() == null && zone.equals(m.to()))
                            .count();
            balances.add(
                    new Balance(
                            labels.getOrDefault(zone, zone),
                            was.size(),
                            will.size() + (int) newcomers,
                            RedrawText.people(sum(was)),
                            RedrawText.people(sum(will))));
        }
        return balances;
    }

    private static long sum(List<Tree.Commune> communes) {
        return communes.stream().mapToLong(c -> c.people() == null ? 0 : c.people()).sum();
    }
}

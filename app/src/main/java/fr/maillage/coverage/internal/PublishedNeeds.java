package fr.maillage.coverage.internal;

import fr.maillage.coverage.internal.Material.Count;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// « Besoins non couverts » of a region: the counts of every structure that published in the year,
/// by need and by zone, added up as far as masking allows. Source: guide DGOS 2012, fiche O1 §3
/// II-A and III-C (manques dans l'offre existante).
@Component
@Transactional(readOnly = true)
class PublishedNeeds {

    private final JdbcClient sql;
    private final SurveyReader reader;

    PublishedNeeds(JdbcClient sql, SurveyReader reader) {
        this.sql = sql;
        this.reader = reader;
    }

    private record Row(
            UUID network,
            String name,
            LocalDate asOf,
            String dimension,
            String label,
            Count count) {}

    NeedsPage page(Scope scope, @Nullable Integer asked) {
        var years = reader.years(scope);
        var year = asked != null && years.contains(asked) ? asked : years.getFirst();
        var rows = rows(scope.region(), year);
        var totals = rows.stream().filter(r -> r.dimension().equals("TOTAL")).toList();
        return new NeedsPage(
                scope.label(),
                scope.own() == null ? null : scope.label(),
                scope.region(),
                years.stream()
                        .map(y ->
                                new CoveragePage.Choice(
                                        String.valueOf(y), String.valueOf(y), y.equals(year)))
                        .toList(),
                CoverageText.within(
                        totals.stream().mapToLong(r -> r.count().shown()).sum(),
                        Sum.most(totals.stream().map(r -> most(r.count())).toList())),
                totals.stream()
                        .map(r ->
                                new NeedsPage.Structure(
                                        r.name(),
                                        FrenchDates.date(r.asOf()),
                                        CoverageText.count(r.count())))
                        .toList(),
                lines(rows, totals, "BESOIN"),
                lines(rows, totals, "ZONE"));
    }

    private List<Row> rows(String region, int year) {
        return sql.sql(
                        """
                        select network_id, network_name, as_of, dimension, label, value, withheld from indicators.published_need
                         where year = :year and region_code = :region order by network_name collate "fr-x-icu", network_id, dimension, rank, code
                        """)
                .param("year", year)
                .param("region", region)
                .query((row, _) ->
                        new Row(
                                row.getObject("network_id", UUID.class),
                                row.getString("network_name"),
                                row.getObject("as_of", LocalDate.class),
                                row.getString("dimension"),
                                row.getString("label"),
                                new Count(
                                        row.getObject("value", Integer.class),
                                        row.getBoolean("withheld"))))
                .list();
    }

    private static long most(Count count) {
        if (count.value() != null) return count.value();
        return count.withheld() ? Survey.UNBOUNDED : 10;
    }

    /// A line as its structures say it.
    private static final class Sum {
        private long least;
        private final List<Long> most = new ArrayList<>();
        private final List<String> said = new ArrayList<>();
        private int hidden;

        void add(Row row, long left) {
            var count = row.count();
            least += count.shown();
            most.add(count.value() == null ? Math.min(most(count), left) : most(count));
            if (count.value() == null) hidden++;
            else said.add(row.name() + " " + Typography.number(count.value()));
        }

        static long most(List<Long> each) {
            return Math.min(Survey.UNBOUNDED, each.stream().mapToLong(Long::longValue).sum());
        }

        private static long most(Count count) {
            return PublishedNeeds.most(count);
        }
    }

    // what a structure does not say of a breakdown is no more than what is left of its total
    private static List<NeedsPage.Line> lines(List<Row> rows, List<Row> totals, String dimension) {
        var left = new LinkedHashMap<UUID, Long>();
        totals.forEach(r -> left.put(r.network(), most(r.count())));
        var sums = new LinkedHashMap<String, Sum>();
        var here = rows.stream().filter(r -> r.dimension().equals(dimension)).toList();
        for (var row : here)
            left.computeIfPresent(
                    row.network(),
                    (_, n) -> n == Survey.UNBOUNDED ? n : Math.max(0, n - row.count().shown()));
        for (var row : here)
            sums.computeIfAbsent(row.label(), _ -> new Sum())
                    .add(row, left.getOrDefault(row.network(), Survey.UNBOUNDED));
        return sums.entrySet().stream()
                .filter(e -> e.getValue().least > 0 || Sum.most(e.getValue().most) > 0)
                .sorted(
                        Comparator.comparing((Map.Entry<String, Sum> e) -> e.getValue().least)
                                .reversed())
                .map(e ->
                        new NeedsPage.Line(
                                e.getKey(),
                                CoverageText.within(
                                        e.getValue().least, Sum.most(e.getValue().most)),
                                String.join("\u00A0; ", e.getValue().said),
                                e.getValue().hidden))
                .toList();
    }
}

package fr.maillage.indicators.internal;

import fr.maillage.indicators.internal.PublicationSheet.Cell;
import fr.maillage.indicators.internal.PublicationSheet.Line;
import fr.maillage.indicators.internal.PublicationSheet.Row;
import fr.maillage.indicators.internal.PublicationSheet.Table;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Masked;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Publications as read. Who may read which is decided by the row-level policies alone: the
/// structure all of its own, an agency the signed ones of its region, the national level every
/// signed one.
@Component
@Transactional(readOnly = true)
class PublicationScreens {

    private final JdbcClient sql;
    private final Clock clock;

    PublicationScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Publication(
            UUID id,
            UUID network,
            String networkName,
            LocalDate asOf,
            String definitions,
            Instant preparedAt,
            String preparedBy,
            @Nullable Instant signedAt,
            @Nullable String signedBy) {}

    private record Count(
            Dimension dimension,
            Measure measure,
            String code,
            String label,
            @Nullable Long value,
            boolean withheld) {
        String said() {
            if (value != null) return Typography.number(value);
            return withheld ? new Masked.Withheld().formatted() : new Masked.TooSmall().formatted();
        }

        String why() {
            return value != null
                    ? ""
                    : withheld ? IndicatorsText.WITHHELD : IndicatorsText.TOO_SMALL;
        }
    }

    /// Every publication that may be read, by structure, latest first.
    PublicationsPage all(@Nullable String error) {
        var lines =
                sql.sql(
                                "select * from indicators.publication order by network_name collate \"fr-x-icu\", network_id, as_of desc, prepared_at desc")
                        .query((row, _) -> publication(row))
                        .list();
        var groups =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Publication::network,
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .values()
                        .stream()
                        .map(own ->
                                new PublicationsPage.Group(
                                        own.getFirst().networkName(),
                                        own.stream()
                                                .map(p ->
                                                        new PublicationsPage.Line(
                                                                p.id().toString(),
                                                                FrenchDates.longDay(p.asOf()),
                                                                state(p),
                                                                p.signedAt() != null,
                                                                IndicatorsText.definitions(
                                                                        p.definitions())))
                                                .toList()))
                        .toList();
        return new PublicationsPage(FrenchDates.longDay(LocalDate.now(clock)), error, groups);
    }

    private static String state(Publication publication) {
        var at = publication.signedAt();
        return at == null
                ? "Brouillon préparé par " + publication.preparedBy()
                : "Signée par "
                        + publication.signedBy()
                        + " le "
                        + FrenchDates.date(LocalDate.ofInstant(at, FrenchDates.PARIS));
    }

    /// One publication with all that it says. Throws `NotFound`, also for one that may not be read.
    PublicationSheet sheet(UUID id) {
        var publication =
                sql.sql("select * from indicators.publication where id = :id")
                        .param("id", id)
                        .query((row, _) -> publication(row))
                        .optional()
                        .orElseThrow(() -> new NotFound("publication", id));
        var counts =
                sql.sql(
                                "select dimension, measure, code, label, value, withheld from indicators.published_count where publication_id = :id order by dimension, rank, code")
                        .param("id", id)
                        .query((row, _) ->
                                new Count(
                                        Dimension.valueOf(row.getString("dimension")),
                                        Measure.valueOf(row.getString("measure")),
                                        row.getString("code"),
                                        row.getString("label"),
                                        row.getObject("value", Integer.class) == null
                                                ? null
                                                : row.getLong("value"),
                                        row.getBoolean("withheld")))
                        .list();
        var sectors =
                sql.sql(
                                """
                                select z.label, s.coordinators from indicators.published_sector s join territory.zone z on z.code = s.zone_code
                                 where s.publication_id = :id order by z.rank
                                """)
                        .param("id", id)
                        .query((row, _) ->
                                new Row(
                                        row.getString("label"),
                                        0,
                                        List.of(
                                                new Cell(
                                                        "Coordonnateurs",
                                                        Typography.number(
                                                                row.getLong("coordinators")),
                                                        ""))))
                        .list();
        var totals =
                counts.stream()
                        .filter(c -> c.dimension() == Dimension.TOTAL)
                        .collect(Collectors.toMap(Count::measure, c -> c));
        var date = FrenchDates.date(publication.asOf());
        var activity = new ArrayList<Line>();
        for (var measure : Measure.values()) {
            var total = totals.get(measure);
            if (total != null) activity.add(line(measure, total, date));
        }
        var rate = rate(totals, date);
        if (rate != null) activity.add(rate);
        var withPps = totals.get(Measure.AVEC_PPS);
        return new PublicationSheet(
                publication.id().toString(),
                publication.networkName(),
                FrenchDates.longDay(publication.asOf()),
                IndicatorsText.definitions(publication.definitions()),
                FrenchDates.exact(publication.preparedAt()) + " par " + publication.preparedBy(),
                publication.signedAt() == null ? null : state(publication),
                activity,
                Arrays.stream(Dimension.values())
                        .filter(d -> d != Dimension.TOTAL)
                        .map(d ->
                                d == Dimension.COMMUNE_THEME ? residence(counts) : table(d, counts))
                        .filter(t -> !t.rows().isEmpty())
                        .toList(),
                counts.size(),
                (int) counts.stream().filter(c -> c.value() == null).count(),
                withPps != null && withPps.value() != null && withPps.value() == 0
                        ? "Aucun PPS en vigueur. Seuls les réseaux qui tiennent des PPS répondent à la définition d’un réseau (circulaire du 2 mars 2007)."
                        : null);
    }

    private static Line line(Measure measure, Count total, String date) {
        var indicator = measure.indicator();
        var reference =
                measure == Measure.FILE_ACTIVE
                        ? "environ 1"
                                + Typography.NNBSP
                                + "000 par service (guide DGOS 2012, indicatif)"
                        : "sans repère";
        return new Line(
                indicator.label(),
                total.said(),
                total.why(),
                reference,
                indicator.source(),
                date,
                indicator.definition());
    }

    // a share is said only when both its counts are
    private static @Nullable Line rate(Map<Measure, Count> totals, String date) {
        var with = totals.get(Measure.AVEC_PPS);
        var of = totals.get(Measure.NIVEAUX_2_ET_3);
        if (with == null || of == null) return null;
        var part = with.value();
        var whole = of.value();
        var indicator = Measure.AVEC_PPS.indicator();
        var label = "Part avec un PPS en vigueur, niveaux 2 et 3";
        if (part == null || whole == null) {
            return new Line(
                    label,
                    new Masked.Withheld().formatted(),
                    IndicatorsText.WITHHELD,
                    "100" + Typography.NBSP + "% (ISQ, historique)",
                    indicator.source(),
                    date,
                    indicator.definition());
        }
        return new Line(
                label,
                new Share(part, whole).formatted(),
                "",
                "100" + Typography.NBSP + "% (ISQ, historique)",
                indicator.source(),
                date,
                indicator.definition());
    }

    private static Table table(Dimension dimension, List<Count> counts) {
        var of = counts.stream().filter(c -> c.dimension() == dimension).toList();
        var measures =
                Arrays.stream(Measure.values())
                        .filter(m -> of.stream().anyMatch(c -> c.measure() == m))
                        .toList();
        var byCode =
                of.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Count::code, LinkedHashMap::new, Collectors.toList()));
        var rows = new ArrayList<Row>();
        long max = 1;
        for (var line : byCode.values()) {
            var cells = new ArrayList<Cell>();
            long bar = 0;
            for (var measure : measures) {
                var count =
                        line.stream().filter(c -> c.measure() == measure).findFirst().orElse(null);
                cells.add(
                        new Cell(
                                measure.indicator().label(),
                                count == null ? "–" : count.said(),
                                count == null ? "" : count.why()));
                var value = count == null ? null : count.value();
                if ((measure == Measure.SITUATIONS_EN_COURS
                                || measure == Measure.BESOINS_NON_COUVERTS)
                        && value != null) bar = value;
            }
            max = Math.max(max, bar);
            rows.add(new Row(line.getFirst().label(), bar, cells));
        }
        return new Table(
                dimension.name().toLowerCase(java.util.Locale.ROOT),
                "Par " + dimension.label().toLowerCase(java.util.Locale.FRENCH),
                dimension.label(),
                measures.stream().map(m -> m.indicator().label()).toList(),
                max,
                rows);
    }

    private static List<Table> tables(List<Count> counts, List<Row> sectors) {
        var tables = new ArrayList<Table>();
        for (var dimension : Dimension.values()) {
            if (dimension == Dimension.TOTAL) continue;
            tables.add(
                    dimension == Dimension.COMMUNE_THEME
                            ? residence(counts)
                            : table(dimension, counts));
        }
        tables.add(
                new Table(
                        "secteurs",
                        "Coordonnateurs par zone de proximité",
                        "Zone",
                        List.of("Coordonnateurs"),
                        1,
                        sectors));
        return tables.stream().filter(t -> !t.rows().isEmpty()).toList();
    }

    // communes down, themes across
    private static Table residence(List<Count> counts) {
        var cells =
                counts.stream()
                        .filter(c -> c.dimension() == Dimension.COMMUNE_THEME)
                        .collect(Collectors.toMap(Count::code, c -> c));
        var file = counts.stream().filter(c -> c.measure() == Measure.FILE_ACTIVE).toList();
        var themes = file.stream().filter(c -> c.dimension() == Dimension.THEME).toList();
        var rows = new ArrayList<Row>();
        for (var commune : file) {
            if (commune.dimension() != Dimension.COMMUNE) continue;
            var line = new ArrayList<Cell>();
            for (var theme : themes) {
                var count = cells.get(commune.code() + "/" + theme.code());
                line.add(
                        new Cell(
                                theme.label(),
                                count == null ? "–" : count.said(),
                                count == null ? "" : count.why()));
            }
            if (line.stream().anyMatch(c -> !c.value().equals("–")))
                rows.add(new Row(commune.label(), 0, line));
        }
        return new Table(
                "residence",
                "Commune de résidence et thème, file active de l’année",
                "Commune",
                themes.stream().map(Count::label).toList(),
                1,
                rows);
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getObject("id", UUID.class),
                row.getObject("network_id", UUID.class),
                row.getString("network_name"),
                row.getObject("as_of", LocalDate.class),
                row.getString("definitions"),
                row.getTimestamp("prepared_at").toInstant(),
                row.getString("prepared_by"),
                instant(row.getTimestamp("signed_at")),
                row.getString("signed_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

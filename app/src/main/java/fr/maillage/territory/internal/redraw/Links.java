package fr.maillage.territory.internal.redraw;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/// Writes the links of a redraw: what held ends the day before, what was planned later gives way.
final class Links {

    private final JdbcTemplate jdbc;
    private final String division;
    private final LocalDate day;

    Links(JdbcTemplate jdbc, String division, LocalDate day) {
        this.jdbc = jdbc;
        this.division = division;
        this.day = day;
    }

    void write(Redraw redraw) {
        zones(redraw);
        communes(redraw.moves());
        close(redraw);
    }

    private void zones(Redraw redraw) {
        var fresh = redraw.zones().stream().filter(Redraw.ZoneChange::isNew).toList();
        jdbc.batchUpdate(
                """
                insert into territory.zone (code, label, kind, rank, source, division_code, valid_from)
                select ?, ?, ?, coalesce(max(z.rank), 0) + 1, 'découpage importé', ?, ? from territory.zone z where z.division_code = ?
                """,
                fresh.stream()
                        .map(z ->
                                new Object[] {
                                    z.code(), z.label(), z.kind(), division, day, division
                                })
                        .toList());
        jdbc.batchUpdate(
                "update territory.zone set label = ?, kind = ? where code = ?",
                redraw.zones().stream()
                        .filter(Redraw.ZoneChange::renamed)
                        .map(z -> new Object[] {z.label(), z.kind(), z.code()})
                        .toList());
        var placed = redraw.zones().stream().filter(z -> z.isNew() || z.moved()).toList();
        endParents(placed.stream().map(Redraw.ZoneChange::code).toList());
        jdbc.batchUpdate(
                "insert into territory.zone_parent (zone_code, parent_code, valid_from) values (?, ?, ?)",
                placed.stream().map(z -> new Object[] {z.code(), z.parent(), day}).toList());
    }

    private void endParents(List<String> zones) {
        var codes = zones.toArray(String[]::new);
        jdbc.update(
                "delete from territory.zone_parent where zone_code = any (?) and valid_from >= ?",
                codes,
                day);
        jdbc.update(
                "update territory.zone_parent set valid_to = ? where zone_code = any (?) and coalesce(valid_to, 'infinity') >= ?",
                day.minusDays(1),
                codes,
                day);
    }

    private void communes(List<Redraw.Move> moves) {
        var codes = moves.stream().map(Redraw.Move::commune).toArray(String[]::new);
        jdbc.update(
                "delete from territory.commune_zone where division_code = ? and commune_code = any (?) and valid_from >= ?",
                division,
                codes,
                day);
        jdbc.update(
                "update territory.commune_zone set valid_to = ? where division_code = ? and commune_code = any (?) and coalesce(valid_to, 'infinity') >= ?",
                day.minusDays(1),
                division,
                codes,
                day);
        jdbc.batchUpdate(
                "insert into territory.commune_zone (commune_code, division_code, zone_code, valid_from) values (?, ?, ?, ?)",
                moves.stream()
                        .filter(m -> m.to() != null)
                        .map(m ->
                                new Object[] {
                                    m.commune(), division, Objects.requireNonNull(m.to()), day
                                })
                        .toList());
    }

    private void close(Redraw redraw) {
        var codes = redraw.closed().stream().map(z -> z.code()).toList();
        if (codes.isEmpty()) return;
        endParents(codes);
        jdbc.update(
                "update territory.zone set valid_to = greatest(valid_from, ?) where code = any (?)",
                day.minusDays(1),
                codes.toArray(String[]::new));
    }
}

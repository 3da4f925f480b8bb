package fr.maillage.registry.internal.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a structure did, with what those it came from did before: a figure stays with who made it,
/// and is shown under its successors as taken over, however many mergers lie between.
@Component
@Transactional(readOnly = true)
class History {

    private final JdbcClient sql;

    History(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param maker who made it; the structure itself, or one it came from
    record Past(
            UUID maker,
            String makerName,
            int year,
            String measure,
            BigDecimal value,
            String note,
            String source) {}

    /// Figures and financing of the structure and of those it came from, latest year first. The
    /// measure of a financing is `€` and its fund.
    List<Past> figures(UUID structure) {
        return sql.sql(
                        """
                        with recursive line (id) as (
                          select cast(:structure as uuid)
                          union select t.former_id from line join registry.transformation t on t.structure_id = line.id),
                        said as (
                          select structure_id, year, measure, value, note, source from registry.figure
                          union all select structure_id, year, '€ ' || fund, sum(amount), null, min(source) from registry.financing group by structure_id, year, fund)
                        select s.id, s.name, f.year, f.measure, f.value, coalesce(f.note, '') as note, f.source
                        from line join said f on f.structure_id = line.id join registry.structure s on s.id = line.id
                        order by f.year desc, f.measure, (s.id = :structure) desc, s.name collate "fr-x-icu"
                        """)
                .param("structure", structure)
                .query((row, _) ->
                        new Past(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getInt("year"),
                                row.getString("measure"),
                                row.getBigDecimal("value"),
                                row.getString("note"),
                                row.getString("source")))
                .list();
    }

    /// What it became, when it did.
    List<Became> successors(UUID structure) {
        return sql.sql(
                        """
                        select s.id, s.name, t.kind, t.on_date, t.approximate from registry.transformation t join registry.structure s on s.id = t.structure_id
                        where t.former_id = :structure order by t.on_date
                        """)
                .param("structure", structure)
                .query((row, _) ->
                        new Became(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("kind"),
                                row.getObject("on_date", java.time.LocalDate.class),
                                row.getBoolean("approximate")))
                .list();
    }

    /// @param approximate the source does not give the day
    record Became(UUID id, String name, String kind, java.time.LocalDate on, boolean approximate) {}

    /// Agreements of others in which it is the other side.
    List<Party> party(UUID structure) {
        return sql.sql(
                        """
                        select a.structure_id, s.name, a.kind, a.title, a.we_do, a.they_do, a.signed_on, a.until from registry.agreement a join registry.structure s on s.id = a.structure_id
                        where a.partner_id = :structure order by a.signed_on desc, a.id
                        """)
                .param("structure", structure)
                .query((row, _) ->
                        new Party(
                                row.getObject("structure_id", UUID.class),
                                row.getString("name"),
                                row.getString("kind"),
                                row.getString("title"),
                                row.getString("we_do"),
                                row.getString("they_do"),
                                row.getObject("signed_on", java.time.LocalDate.class),
                                row.getObject("until", java.time.LocalDate.class)))
                .list();
    }

    /// An agreement as the structure that wrote it says it.
    record Party(
            UUID structure,
            String name,
            String kind,
            String title,
            String theyDo,
            String weDo,
            java.time.LocalDate signedOn,
            java.time.@org.jspecify.annotations.Nullable LocalDate until) {}
}

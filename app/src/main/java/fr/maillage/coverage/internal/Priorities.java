package fr.maillage.coverage.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.territory.Territories;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.WebText;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The priority themes of a region, and what its agency proposes from the map. Both are written by
/// the agency of the region alone: the policies say so too.
@Service
@Transactional
class Priorities {

    private final JdbcClient sql;
    private final Networks networks;
    private final Territories territories;
    private final SurveyReader reader;
    private final Clock clock;

    Priorities(
            JdbcClient sql,
            Networks networks,
            Territories territories,
            SurveyReader reader,
            Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.territories = territories;
        this.reader = reader;
        this.clock = clock;
    }

    /// @param printed share of the population, in per cent, as the document prints it
    record Priority(
            UUID id,
            String theme,
            String label,
            @Nullable String plan,
            boolean widen,
            @Nullable String strategy,
            @Nullable BigDecimal printed,
            @Nullable String printedWords,
            @Nullable String note,
            @Nullable String source,
            int version) {}

    /// Codes of the priority themes, in their order.
    @Transactional(readOnly = true)
    public List<String> codes(String region) {
        return all(region).stream().map(Priority::theme).toList();
    }

    @Transactional(readOnly = true)
    public List<Priority> all(String region) {
        return sql.sql(
                        """
                        select p.id, p.theme_code, t.label, p.plan, p.widen, p.strategy, p.printed_pct, p.printed_words, p.note, p.source, p.version
                          from coverage.theme_priority p join network.theme t on t.code = p.theme_code where p.region_code = :region order by p.rank, t.rank
                        """)
                .param("region", region)
                .query((row, _) ->
                        new Priority(
                                row.getObject("id", UUID.class),
                                row.getString("theme_code"),
                                row.getString("label"),
                                row.getString("plan"),
                                row.getBoolean("widen"),
                                row.getString("strategy"),
                                row.getBigDecimal("printed_pct"),
                                row.getString("printed_words"),
                                row.getString("note"),
                                row.getString("source"),
                                row.getInt("version")))
                .list();
    }

    void add(Scope scope, Sent form) {
        var theme =
                form.choice(
                        "theme", networks.allThemes().stream().map(Networks.Theme::code).toList());
        if (codes(scope.region()).contains(theme))
            form.errors().add("theme", CoverageText.THERE_ALREADY);
        var widen = strategy(form);
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        insert into coverage.theme_priority (region_code, theme_code, rank, plan, widen, strategy, note, changed_at, changed_by)
                        select :region, :theme, coalesce(max(rank), 0) + 1, :plan, :widen, :strategy, :note, :now, :by from coverage.theme_priority where region_code = :region
                        """)
                .param("region", scope.region())
                .param("theme", theme)
                .param("plan", form.orNull("plan", 200))
                .param("widen", widen)
                .param("strategy", form.orNull("strategy", 1000))
                .param("note", form.orNull("note", 1000))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
    }

    private static boolean strategy(Sent form) {
        var widen = form.checked("widen");
        if (widen && form.text("strategy", 1000).isEmpty())
            form.errors().add("strategy", CoverageText.STRATEGY);
        return widen;
    }

    /// Throws `OptimisticLockingFailureException` when a colleague saved first.
    void change(UUID id, Sent form) {
        var widen = strategy(form);
        FormRefused.unless(form.errors());
        var changed =
                sql.sql(
                                """
                                update coverage.theme_priority set plan = :plan, widen = :widen, strategy = :strategy, note = :note, version = version + 1,
                                       changed_at = :now, changed_by = :by where id = :id and version = :version
                                """)
                        .param("plan", form.orNull("plan", 200))
                        .param("widen", widen)
                        .param("strategy", form.orNull("strategy", 1000))
                        .param("note", form.orNull("note", 1000))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", SignedIn.current().displayName())
                        .param("id", id)
                        .param("version", form.number("_tag"))
                        .update();
        if (changed == 0) throw new OptimisticLockingFailureException("priority " + id);
    }

    void remove(UUID id) {
        var removed =
                sql.sql("delete from coverage.theme_priority where id = :id")
                        .param("id", id)
                        .update();
        if (removed == 0) throw new NotFound("priority", id);
    }

    /// Keeps a proposal with what the map says of the zone that day.
    void propose(Scope scope, Sent form) {
        var tree = territories.tree(scope.region(), reader.today());
        var zone = tree.zone(form.text("zone"));
        if (zone == null) form.errors().add("zone", CoverageText.NOT_HERE);
        var theme = form.text("theme");
        if (!theme.isEmpty()
                && networks.allThemes().stream().noneMatch(t -> t.code().equals(theme)))
            form.errors().add("theme", WebText.CHOICE);
        var words = form.required("words", 1000);
        FormRefused.unless(form.errors());
        if (zone == null) return;
        var material = reader.year(scope, reader.today().getYear());
        var lines = Survey.of(material, theme).lines(zone.code());
        var whole = Survey.people(lines, _ -> true);
        sql.sql(
                        """
                        insert into coverage.proposal (region_code, zone_code, theme_code, words, figures, made_on, made_by)
                        values (:region, :zone, :theme, :words, :figures, :day, :by)
                        """)
                .param("region", scope.region())
                .param("zone", zone.code())
                .param("theme", Sent.orNull(theme))
                .param("words", words)
                .param(
                        "figures",
                        CoverageText.figures(
                                zone.label(),
                                whole,
                                CoverageText.share(
                                        Survey.people(lines, Survey.Line::declared), whole),
                                material.year()))
                .param("day", reader.today())
                .param("by", SignedIn.current().displayName())
                .update();
    }

    void withdraw(UUID id) {
        var removed =
                sql.sql("delete from coverage.proposal where id = :id").param("id", id).update();
        if (removed == 0) throw new NotFound("proposal", id);
    }
}

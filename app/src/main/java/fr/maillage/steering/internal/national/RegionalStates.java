package fr.maillage.steering.internal.national;

import fr.maillage.access.SignedIn;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What regions published: a state a day, signed by the agency, never changed.
@Service
@Transactional
class RegionalStates {

    private final JdbcClient sql;
    private final RegionReader reader;
    private final Clock clock;

    RegionalStates(JdbcClient sql, RegionReader reader, Clock clock) {
        this.sql = sql;
        this.reader = reader;
        this.clock = clock;
    }

    /// @param words what the agency adds; null for nothing
    record State(
            String region, LocalDate asOf, @Nullable String words, Map<Figure, Value> figures) {}

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// The latest of each region one may read, by region.
    @Transactional(readOnly = true)
    public Map<String, State> latest() {
        return read(
                """
                select distinct on (region_code) id, region_code, as_of, words from steering.regional_state order by region_code, as_of desc
                """);
    }

    private Map<String, State> read(String query) {
        record Head(UUID id, String region, LocalDate asOf, @Nullable String words) {}
        var heads =
                sql.sql(query)
                        .query((row, _) ->
                                new Head(
                                        row.getObject("id", UUID.class),
                                        row.getString("region_code"),
                                        row.getObject("as_of", LocalDate.class),
                                        row.getString("words")))
                        .list();
        var figures = figures(heads.stream().map(Head::id).toList());
        var states = new LinkedHashMap<String, State>();
        for (var head : heads)
            states.put(
                    head.region(),
                    new State(
                            head.region(),
                            head.asOf(),
                            head.words(),
                            figures.getOrDefault(head.id(), Map.of())));
        return states;
    }

    private Map<UUID, Map<Figure, Value>> figures(List<UUID> states) {
        var found = new LinkedHashMap<UUID, Map<Figure, Value>>();
        sql.sql(
                        "select state_id, code, value, of_total from steering.regional_figure where state_id = any (:states)")
                .param("states", states.toArray(UUID[]::new))
                .query((row, _) -> {
                    var value = row.getBigDecimal("value");
                    var of = row.getBigDecimal("of_total");
                    return found.computeIfAbsent(
                                    row.getObject("state_id", UUID.class),
                                    _ -> new EnumMap<>(Figure.class))
                            .put(
                                    Figure.valueOf(row.getString("code")),
                                    new Value(
                                            value == null ? null : value.longValueExact(),
                                            of == null ? null : of.longValueExact()));
                })
                .list();
        return found;
    }

    /// Days of which a region published, the latest first.
    @Transactional(readOnly = true)
    public List<LocalDate> days(String region) {
        return sql.sql(
                        "select as_of from steering.regional_state where region_code = :region order by as_of desc limit 24")
                .param("region", region)
                .query((row, _) -> row.getObject("as_of", LocalDate.class))
                .list();
    }

    /// The state of a region today, as its agency may publish it.
    @Transactional(readOnly = true)
    public Map<Figure, Value> today(String region) {
        return reader.read(region, today());
    }

    /// Publishes the state of today; once a day, for good.
    void publish(String region, Sent form) {
        if (!SignedIn.current().regions().contains(region))
            throw FormRefused.because("region", NationalText.REGION);
        var words = form.orNull("words", 2_000);
        FormRefused.unless(form.errors());
        if (days(region).contains(today())) throw FormRefused.because("region", NationalText.TWICE);
        var figures = today(region);
        var id =
                sql.sql(
                                "insert into steering.regional_state (region_code, as_of, signed_at, words) values (:region, :day, :now, :words) returning id")
                        .param("region", region)
                        .param("day", today())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("words", words)
                        .query(UUID.class)
                        .single();
        var codes = figures.keySet().stream().map(Figure::name).toArray(String[]::new);
        sql.sql(
                        """
                        insert into steering.regional_figure (state_id, code, value, of_total)
                        select :state, x.code, x.value, x.of_total from unnest(:codes, :values, :totals) x (code, value, of_total)
                        """)
                .param("state", id)
                .param("codes", codes)
                .param("values", figures.values().stream().map(Value::value).toArray(Long[]::new))
                .param("totals", figures.values().stream().map(Value::of).toArray(Long[]::new))
                .update();
    }
}

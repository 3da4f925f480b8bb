package fr.maillage.indicators.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;

/// What the codes of the figures are called.
@Component
class PilotageLabels {

    private final JdbcClient sql;

    PilotageLabels(JdbcClient sql) {
        this.sql = sql;
    }

    /// A national theme with the means of the 2010 activity reports.
    record ThemeReference(String code, String label, long mean, long median) {}

    /// The national themes, by code.
    Map<String, ThemeReference> themes() {
        return sql
                .sql(
                        "select code, label, coalesce(patients_mean, 0)::bigint as mean, coalesce(patients_median, 0)::bigint as median from network.theme")
                .query((row, _) ->
                        new ThemeReference(
                                row.getString("code"),
                                row.getString("label"),
                                row.getLong("mean"),
                                row.getLong("median")))
                .list()
                .stream()
                .collect(Collectors.toMap(ThemeReference::code, Function.identity()));
    }

    /// What a theme is called; what is none has its own words.
    static String theme(Map<String, ThemeReference> themes, String code) {
        var theme = themes.get(code);
        return theme == null ? IndicatorsText.of(code) : theme.label();
    }

    /// Names of communes by code.
    Map<String, String> communes(Collection<String> codes) {
        var names = new LinkedHashMap<String, String>();
        sql.sql("select code, name from territory.commune where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> names.put(row.getString("code"), row.getString("name")))
                .list();
        return names;
    }

    /// Kinds of need, by code, in their order.
    Map<String, String> needs() {
        var needs = new LinkedHashMap<String, String>();
        sql.sql("select code, label from directory.need order by rank")
                .query((row, _) -> needs.put(row.getString("code"), row.getString("label")))
                .list();
        return needs;
    }

    /// Zones de proximité, by code, in their order.
    Map<String, String> zones() {
        var zones = new LinkedHashMap<String, String>();
        sql.sql("select code, label from territory.zone where kind = 'ZONE' order by rank, code")
                .query((row, _) -> zones.put(row.getString("code"), row.getString("label")))
                .list();
        return zones;
    }
}

package fr.maillage.indicators.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts and lists of a definition. Both run the same SQL: a count is the length of the list it
/// opens.
@Component
class Figures {

    private final JdbcClient sql;

    Figures(JdbcClient sql) {
        this.sql = sql;
    }

    /// One line of a list.
    ///
    /// @param patient absent for a request about nobody
    record Row(
            UUID id,
            @Nullable UUID patient,
            @Nullable String name,
            @Nullable String commune,
            @Nullable Integer level,
            @Nullable String theme,
            String state,
            LocalDate since,
            @Nullable String coordinator) {}

    /// How many rows on `day`.
    long count(Indicator indicator, LocalDate day) {
        return bind("select count(*) from (" + indicator.sql() + ") f", day)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /// How many rows for each code of `axis`, largest first; [Axis#NONE] for the rows that have
    /// none.
    Map<String, Long> by(Indicator indicator, Axis axis, LocalDate day) {
        var counts = new LinkedHashMap<String, Long>();
        bind(
                        "select "
                                + axis.expression()
                                + " as code, count(*) as n from ("
                                + indicator.sql()
                                + ") f group by 1 order by 2 desc, 1",
                        day)
                .query((row, _) -> counts.put(row.getString("code"), row.getLong("n")))
                .list();
        return counts;
    }

    /// How many rows for each pair of codes of two axes, as `first/second`.
    Map<String, Long> by(Indicator indicator, Axis first, Axis second, LocalDate day) {
        var counts = new LinkedHashMap<String, Long>();
        bind(
                        "select "
                                + first.expression()
                                + " || '/' || "
                                + second.expression()
                                + " as code, count(*) as n from ("
                                + indicator.sql()
                                + ") f group by 1 order by 2 desc, 1",
                        day)
                .query((row, _) -> counts.put(row.getString("code"), row.getLong("n")))
                .list();
        return counts;
    }

    /// The rows, oldest first; all of them, or those of one code of an axis.
    List<Row> rows(Indicator indicator, @Nullable Axis axis, String code, LocalDate day) {
        var filter = axis == null ? "" : " where " + axis.expression() + " = :code";
        return bind(
                        "select f.id, f.patient_id, f.level, f.theme_code, f.state, f.since, i.display_name, i.commune_name, m.given_name, m.family_name from ("
                                + indicator.sql()
                                + ") f left join patient.identity i on i.network_id = f.network_id and i.id = f.patient_id"
                                + " left join network.team_member m on m.network_id = f.network_id and m.id = f.coordinator_id"
                                + filter
                                + " order by f.since, i.display_name collate \"fr-x-icu\", f.id",
                        day)
                .param("code", code)
                .query((row, _) -> row(row))
                .list();
    }

    private JdbcClient.StatementSpec bind(String statement, LocalDate day) {
        return sql.sql(statement).param("day", day).param("year", day.withDayOfYear(1));
    }

    private static Row row(ResultSet row) throws SQLException {
        var family = row.getString("family_name");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getString("display_name"),
                row.getString("commune_name"),
                row.getObject("level", Integer.class),
                row.getString("theme_code"),
                row.getString("state"),
                row.getObject("since", LocalDate.class),
                family == null ? null : row.getString("given_name") + " " + family);
    }
}

package fr.maillage.followup.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Progress of the nights: of every structure its times, of the reader's own its figures.
@Component
@Transactional(readOnly = true)
class NightsScreens {

    private final JdbcClient sql;
    private final Clock clock;

    NightsScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    NightsPage page() {
        var today = LocalDate.now(clock);
        var nights =
                sql.sql(
                                """
                                select n.night, count(n.done_at) as done, count(n.failed_at) as failed, min(n.started_at) as began, max(n.done_at) as ended,
                                       (select count(*) from network.network) as structures,
                                       r.whole, r.persons, r.raised, r.refreshed, r.resolved, r.millis
                                  from followup.night n left join followup.sweep_run r on r.night = n.night
                                 group by n.night, r.whole, r.persons, r.raised, r.refreshed, r.resolved, r.millis
                                 order by n.night desc limit 30
                                """)
                        .query((row, _) -> night(row, today))
                        .list();
        return new NightsPage(waiting(), nights);
    }

    private static NightsPage.Night night(ResultSet row, LocalDate today) throws SQLException {
        var done = row.getInt("done");
        var structures = Math.max(row.getInt("structures"), done);
        var ended = row.getTimestamp("ended");
        return new NightsPage.Night(
                "Nuit du " + FrenchDates.shortDay(row.getObject("night", LocalDate.class), today),
                done + (structures > 1 ? " structures sur " : " structure sur ") + structures,
                done == structures,
                row.getInt("failed"),
                ended == null
                        ? "en cours"
                        : lasted(
                                Duration.between(
                                        row.getTimestamp("began").toInstant(), ended.toInstant())),
                row.getObject("whole") == null
                        ? null
                        : new NightsPage.Own(
                                row.getBoolean("whole"),
                                row.getInt("persons"),
                                row.getInt("raised"),
                                row.getInt("refreshed"),
                                row.getInt("resolved"),
                                Typography.number(row.getInt("millis")) + Typography.NBSP + "ms"));
    }

    private static String lasted(Duration duration) {
        if (duration.toSeconds() < 1) return "moins d’une seconde";
        return duration.toMinutes() < 2
                ? duration.toSeconds() + Typography.NBSP + "s"
                : duration.toMinutes() + Typography.NBSP + "min";
    }

    private @Nullable String waiting() {
        var waiting =
                sql.sql("select count(distinct patient_id) from followup.look")
                        .query((row, _) -> row.getInt(1))
                        .single();
        if (waiting == 0) return null;
        return waiting == 1
                ? "Une personne sera revue au prochain passage."
                : waiting + " personnes seront revues au prochain passage.";
    }
}

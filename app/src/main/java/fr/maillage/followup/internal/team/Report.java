package fr.maillage.followup.internal.team;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The report of a day: nobody types it, anybody may add a word.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class Report {

    private static final int LONGEST = 5_000;

    private final JdbcClient sql;
    private final ReportBlocks blocks;
    private final Trail trail;
    private final Clock clock;

    Report(JdbcClient sql, ReportBlocks blocks, Trail trail, Clock clock) {
        this.sql = sql;
        this.blocks = blocks;
        this.trail = trail;
        this.clock = clock;
    }

    /// A day in an address, today when there is none or it has not come.
    LocalDate dayOr(@Nullable String typed) {
        var today = LocalDate.now(clock);
        return Optional.ofNullable(typed)
                .flatMap(FrenchDates::read)
                .filter(d -> !d.isAfter(today))
                .orElse(today);
    }

    ReportPage of(LocalDate day, FormErrors errors, String typed) {
        var clinical = SignedIn.current().role().clinical();
        var read = blocks.of(day, clinical);
        trail.listed("RAPPORT DU JOUR", read.persons());
        return new ReportPage(
                day.toString(),
                FrenchDates.longDay(day),
                day.minusDays(1).toString(),
                day.isBefore(LocalDate.now(clock)) ? day.plusDays(1).toString() : null,
                read.blocks().stream()
                        .map(b -> b.title() + "\u00A0: " + b.total())
                        .collect(Collectors.joining(" · ")),
                read.blocks(),
                remarks(day, clinical),
                clinical ? null : TeamText.FILTERED,
                errors.of("words"),
                typed);
    }

    private List<ReportPage.Remark> remarks(LocalDate day, boolean clinical) {
        return sql.sql(
                        """
                        select words, by_name, at from followup.day_remark where day = :day and (:clinical or not clinical or by_name = :me) order by at, id
                        """)
                .param("day", day)
                .param("clinical", clinical)
                .param("me", SignedIn.current().displayName())
                .query((row, _) ->
                        new ReportPage.Remark(
                                row.getString("words"),
                                row.getString("by_name"),
                                FrenchDates.time(
                                        LocalDateTime.ofInstant(
                                                row.getTimestamp("at").toInstant(),
                                                FrenchDates.PARIS))))
                .list();
    }

    /// Adds a word; what a clinician writes may be health content. Throws `FormRefused`.
    void remark(LocalDate day, String words) {
        if (words.isEmpty() || words.length() > LONGEST)
            throw FormRefused.because(
                    "words", words.isEmpty() ? TeamText.REMARK : TeamText.TOO_LONG);
        var who = SignedIn.current();
        sql.sql(
                        "insert into followup.day_remark (id, day, words, clinical, by_name, at) values (:id, :day, :words, :clinical, :by, :now)")
                .param("id", Ids.next())
                .param("day", day)
                .param("words", words)
                .param("clinical", who.role().clinical())
                .param("by", who.displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

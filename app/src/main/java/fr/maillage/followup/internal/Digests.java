package fr.maillage.followup.internal;

import fr.maillage.followup.AlertRule;
import fr.maillage.followup.Urgency;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Mails;
import fr.maillage.platform.PublicAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The alerts of a week in figures, for the head: what piles up, where, since when; rather than
/// more alerts. Mailed on Monday, without the name of anybody.
@Component
class Digests {

    static final int WEEKS = 8;

    private final JdbcClient sql;
    private final Mails mails;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PublicAddress address;

    Digests(
            JdbcClient sql,
            Mails mails,
            PlatformTransactionManager transactions,
            Clock clock,
            PublicAddress address) {
        this.sql = sql;
        this.mails = mails;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.address = address;
    }

    /// A rule in figures.
    ///
    /// @param oldest days since the oldest open one was raised; null when none is open
    /// @param before raised the week before
    record OfRule(
            AlertRule rule,
            int open,
            int paused,
            @Nullable Integer oldest,
            int raised,
            int closed,
            int resolved,
            int before) {}

    /// @param name null for alerts nobody follows
    record OfCoordinator(@Nullable String name, int open, int urgent, int oldest) {}

    record OfWeek(LocalDate monday, int raised, int ended) {}

    /// The Monday of the last whole week.
    static LocalDate lastWeek(LocalDate today) {
        return monday(today).minusWeeks(1);
    }

    /// The Monday of the week of a day.
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// Open ones are those of today; raised, closed and resolved those of the week that begins on
    /// `monday`. Rules that have nothing to say are left out.
    @Transactional(readOnly = true)
    List<OfRule> rules(LocalDate monday) {
        var today = LocalDate.now(clock);
        return sql
                .sql(
                        """
                        select a.rule, count(*) filter (where a.status = 'OUVERTE') as open, count(*) filter (where a.status = 'EN_PAUSE') as paused,
                               max(cast(:today as date) - cast(a.raised_at at time zone 'Europe/Paris' as date)) filter (where a.status in ('OUVERTE', 'EN_PAUSE')) as oldest,
                               count(*) filter (where d.raised between :monday and cast(:monday as date) + 6) as raised,
                               count(*) filter (where a.status = 'CLOSE' and d.closed between :monday and cast(:monday as date) + 6) as closed,
                               count(*) filter (where a.status = 'RESOLUE' and d.closed between :monday and cast(:monday as date) + 6) as resolved,
                               count(*) filter (where d.raised between cast(:monday as date) - 7 and cast(:monday as date) - 1) as before
                          from followup.alert a
                          cross join lateral (select cast(a.raised_at at time zone 'Europe/Paris' as date) as raised,
                                                     cast(a.closed_at at time zone 'Europe/Paris' as date) as closed) d
                         where a.status in ('OUVERTE', 'EN_PAUSE') or d.raised >= cast(:monday as date) - 7 or d.closed >= :monday
                         group by a.rule
                        """)
                .param("today", today)
                .param("monday", monday)
                .query((row, _) ->
                        new OfRule(
                                AlertRule.valueOf(row.getString("rule")),
                                row.getInt("open"),
                                row.getInt("paused"),
                                row.getObject("oldest", Integer.class),
                                row.getInt("raised"),
                                row.getInt("closed"),
                                row.getInt("resolved"),
                                row.getInt("before")))
                .list()
                .stream()
                .sorted(
                        java.util.Comparator.comparing(OfRule::open)
                                .reversed()
                                .thenComparing(OfRule::rule))
                .toList();
    }

    @Transactional(readOnly = true)
    List<OfCoordinator> coordinators() {
        return sql.sql(
                        """
                        select m.given_name || ' ' || upper(m.family_name) as name, count(*) as open,
                               count(*) filter (where followup.urgency(a.urgency, a.due_on, :today) >= :pressing) as urgent,
                               max(cast(:today as date) - cast(a.raised_at at time zone 'Europe/Paris' as date)) as oldest
                          from followup.alert a left join network.team_member m on m.network_id = a.network_id and m.id = a.coordinator_id
                         where a.status = 'OUVERTE' group by m.id, m.given_name, m.family_name
                         order by open desc, m.family_name collate "fr-x-icu", m.given_name collate "fr-x-icu"
                        """)
                .param("today", LocalDate.now(clock))
                .param("pressing", Urgency.PRESSING)
                .query((row, _) ->
                        new OfCoordinator(
                                row.getString("name"),
                                row.getInt("open"),
                                row.getInt("urgent"),
                                row.getInt("oldest")))
                .list();
    }

    /// Raised and ended, week after week, up to the one that begins on `monday`.
    @Transactional(readOnly = true)
    List<OfWeek> weeks(LocalDate monday) {
        return sql.sql(
                        """
                        select w.monday, (select count(*) from followup.alert a
                                           where a.raised_at >= cast(w.monday as timestamp) at time zone 'Europe/Paris'
                                             and a.raised_at < cast(w.monday + 7 as timestamp) at time zone 'Europe/Paris') as raised,
                               (select count(*) from followup.alert a
                                 where a.closed_at >= cast(w.monday as timestamp) at time zone 'Europe/Paris'
                                   and a.closed_at < cast(w.monday + 7 as timestamp) at time zone 'Europe/Paris') as ended
                          from (select cast(:monday as date) - 7 * n as monday from generate_series(0, :weeks - 1) as n) w order by w.monday
                        """)
                .param("monday", monday)
                .param("weeks", WEEKS)
                .query((row, _) ->
                        new OfWeek(
                                row.getObject("monday", LocalDate.class),
                                row.getInt("raised"),
                                row.getInt("ended")))
                .list();
    }

    /// The instant the digest of a week was mailed; null when it was not.
    @Transactional(readOnly = true)
    java.time.@Nullable Instant mailed(LocalDate monday) {
        return sql.sql("select sent_at from followup.digest where week = :week")
                .param("week", monday)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    /// On Monday, or on Tuesday when Monday passed without: mails the week to the heads of the
    /// acting structure, once. Returns to how many.
    int mail(NetworkId network) {
        var today = LocalDate.now(clock);
        if (today.getDayOfWeek().compareTo(DayOfWeek.TUESDAY) > 0 || !mails.configured()) return 0;
        var week = lastWeek(today);
        var letter = Objects.requireNonNull(transaction.execute(_ -> letter(week, today)));
        // after the transaction: a server that is slow holds nothing
        letter.to().forEach(to -> mails.send(to, DigestText.subject(week), letter.words()));
        return letter.to().size();
    }

    private record Letter(List<String> to, String words) {}

    private Letter letter(LocalDate week, LocalDate today) {
        var heads = taken(week) ? heads(today) : List.<String>of();
        return new Letter(
                heads,
                heads.isEmpty()
                        ? ""
                        : DigestText.mail(
                                week,
                                rules(week),
                                coordinators(),
                                address.orPath("/pilotage/alertes")));
    }

    /// Writes that the week is mailed before it is: a mail lost is better than a mail each minute.
    private boolean taken(LocalDate week) {
        return sql.sql(
                                "insert into followup.digest (week, sent_at, recipients) values (:week, :now, 0) on conflict do nothing")
                        .param("week", week)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private List<String> heads(LocalDate today) {
        var to =
                sql.sql(
                                "select distinct email from network.team_member where function = 'HEAD' and email is not null and (until is null or until >= :today)")
                        .param("today", today)
                        .query((row, _) -> row.getString(1))
                        .list();
        sql.sql("update followup.digest set recipients = :n where week = :week")
                .param("n", to.size())
                .param("week", lastWeek(today))
                .update();
        return to;
    }
}

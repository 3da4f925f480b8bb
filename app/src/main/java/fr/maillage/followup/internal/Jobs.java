package fr.maillage.followup.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.maillage.access.Trail;
import fr.maillage.intake.Referrals;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Backups;
import fr.maillage.platform.DailyWork;
import fr.maillage.platform.FailedPublications;
import fr.maillage.platform.LongWorks;
import fr.maillage.platform.Mails;
import fr.maillage.platform.NightWork;
import fr.maillage.platform.Tenancy;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Work that nobody asks for, structure by structure: each has its own transaction and context, and
/// no role goes around the isolation. One installation of several does it at a time
/// (`platform.scheduled_tasks`).
@Component
class Jobs implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);

    private final JdbcClient sql;
    private final DataSource dataSource;
    private final Sweep sweep;
    private final Nights nights;
    private final Digests digests;
    private final Trail trail;
    private final Referrals referrals;
    private final FailedPublications publications;
    private final List<NightWork> others;
    private final List<DailyWork> daily;
    private final Backups backups;
    private final Mails mails;
    private final LongWorks longWorks;
    private final boolean scheduled;
    private @Nullable Scheduler scheduler;
    private @Nullable Thread atStart;
    private volatile boolean stopping;

    Jobs(
            JdbcClient sql,
            DataSource dataSource,
            Sweep sweep,
            Nights nights,
            Digests digests,
            Trail trail,
            Referrals referrals,
            FailedPublications publications,
            List<NightWork> others,
            List<DailyWork> daily,
            Backups backups,
            Mails mails,
            LongWorks longWorks,
            @Value("${maillage.scheduled:true}") boolean scheduled) {
        this.sql = sql;
        this.dataSource = dataSource;
        this.sweep = sweep;
        this.nights = nights;
        this.digests = digests;
        this.trail = trail;
        this.referrals = referrals;
        this.publications = publications;
        this.others = others;
        this.daily = daily;
        this.backups = backups;
        this.mails = mails;
        this.longWorks = longWorks;
        this.scheduled = scheduled;
    }

    /// Begins once the application answers, so that the first page is not kept waiting.
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!scheduled) return;
        var started =
                Scheduler.create(dataSource, longWorks.tasks())
                        .tableName(LongWorks.TABLE)
                        .pollingInterval(Duration.ofSeconds(5))
                        // a long work that was killed is taken up again after six missed beats
                        .heartbeatInterval(Duration.ofSeconds(15))
                        .shutdownMaxWait(Duration.ofSeconds(30))
                        .threads(3)
                        .startTasks(
                                // at start, then often: an urgent evaluation is due at an hour, not
                                // at a day
                                Tasks.recurring("alertes", FixedDelay.ofMinutes(2))
                                        .execute((_, _) -> sweep()),
                                Tasks.recurring(
                                                "nuit",
                                                Schedules.daily(
                                                        FrenchDates.PARIS, LocalTime.of(3, 10)))
                                        .execute((_, _) -> night()),
                                Tasks.recurring(
                                                "sauvegarde",
                                                Schedules.daily(
                                                        FrenchDates.PARIS,
                                                        backups.nightly()
                                                                .orElse(LocalTime.of(2, 30))))
                                        .execute((_, _) -> backups.run()),
                                Tasks.recurring(
                                                "semaine",
                                                Schedules.daily(
                                                        FrenchDates.PARIS, LocalTime.of(7, 30)))
                                        .execute((_, _) -> digests()),
                                Tasks.recurring("reprises", FixedDelay.ofMinutes(1))
                                        .execute((_, _) -> publications.retryDue()),
                                Tasks.recurring("courriels", FixedDelay.ofMinutes(1))
                                        .execute((_, _) -> mails.retry()),
                                Tasks.recurring("scellement", FixedDelay.ofMinutes(5))
                                        .execute((_, _) -> seal()))
                        .startTasks(daily.stream().map(Jobs::each).toList())
                        .build();
        scheduler = started;
        started.start();
        // the table remembers the next time; a restart looks at once at what happened meanwhile
        atStart = Thread.ofVirtual().name("nuit").start(this::night);
    }

    private static RecurringTask<Void> each(DailyWork work) {
        return Tasks.recurring(work.name(), Schedules.daily(FrenchDates.PARIS, work.at()))
                .execute((_, _) -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        log.error("{} failed", work.name(), e);
                    }
                });
    }

    /// Lets the structure at work finish before the database goes; the others wait for the next
    /// start, which looks at everything again.
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        if (scheduler != null) scheduler.stop();
        if (atStart != null) atStart.join(Duration.ofSeconds(30));
    }

    /// Looks again at those something changed for, or whose hour has come.
    void sweep() {
        everywhere("sweep", _ -> sweep.changed());
    }

    /// Dates the acts that came within a year, then sweeps, where this night did not pass yet; then
    /// removes the requests without follow-up that were kept long enough.
    void night() {
        everywhere("night", nights::pass);
        // apart: what goes wrong with old requests must not keep today's alerts from being raised
        everywhere("purge", _ -> referrals.purge());
        for (var work : others) everywhere(work.name(), work::forStructure);
        publications.forgetOld();
    }

    /// On Monday morning, mails the week's alerts to each head.
    void digests() {
        everywhere("digest", digests::mail);
    }

    /// Seals the trails.
    void seal() {
        everywhere("seal", _ -> trail.seal());
    }

    /// One structure failing does not stop the others.
    private void everywhere(String what, Consumer<NetworkId> work) {
        for (var network : networks()) {
            if (stopping) return;
            try {
                Tenancy.of(network).run(() -> work.accept(network));
            } catch (RuntimeException e) {
                log.error("{} failed in structure {}", what, network.value(), e);
            }
        }
    }

    private List<NetworkId> networks() {
        return sql.sql("select id from network.network order by id")
                .query((row, _) -> new NetworkId(row.getObject(1, UUID.class)))
                .list();
    }
}

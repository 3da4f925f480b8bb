package fr.maillage.web.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.DailyWork;
import fr.maillage.platform.NightWork;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Forgets the tokens of forms sent long ago, of each structure at night and of who acts for none
/// once a day; and what somebody was typing and never took up again, which may name persons.
@Component
@Transactional
class OldForms implements NightWork, DailyWork {

    /// Longer than a page stays open, or a telephone without a network. Ours.
    static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient sql;
    private final Clock clock;

    OldForms(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "formulaires anciens";
    }

    @Override
    public void forStructure(NetworkId network) {
        sql.sql("delete from web.sent_form where at < :before").param("before", before()).update();
        sql.sql("delete from web.draft where saved_at < :before")
                .param("before", before())
                .update();
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 50);
    }

    /// Without a context: the application alone sees them all (policy `forgets`).
    @Override
    public void run() {
        sql.sql("delete from web.sent_form_of_account where at < :before")
                .param("before", before())
                .update();
    }

    private Timestamp before() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }
}

package fr.maillage.access.internal;

import fr.maillage.access.SignedIn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

/// What happened to accounts. Joins the caller's transaction.
@Component
class AccountHistory {

    private final JdbcClient sql;
    private final Clock clock;

    AccountHistory(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Notes that who is signed in did `deed` to an account, theirs or another's.
    void note(UUID account, AccountDeed deed) {
        note(account, SignedIn.find().map(SignedIn::actor).orElse("Maillage"), deed);
    }

    void note(UUID account, String actor, AccountDeed deed) {
        sql.sql(
                        "insert into access.account_event (account_id, at, actor, what) values"
                                + " (:account, :at, :actor, :what)")
                .param("account", account)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("what", deed.name())
                .update();
    }
}

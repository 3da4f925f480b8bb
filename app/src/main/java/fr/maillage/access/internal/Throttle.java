package fr.maillage.access.internal;

import fr.maillage.kernel.Sha256;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Slows down guessing: after five failures in a quarter of an hour for one login from one address,
/// no more tries until the oldest is forgotten. Real time, not the demonstration's: an attacker
/// does not live in it.
@Component
class Throttle {

    static final int TRIES = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient sql;
    private final InstantSource time = InstantSource.system();

    Throttle(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    boolean exhausted(String login, String address) {
        return sql.sql(
                                "select count(*) from access.sign_in_failure where key = :key and"
                                        + " at > :since")
                        .param("key", key(login, address))
                        .param("since", Timestamp.from(time.instant().minus(WINDOW)))
                        .query(Integer.class)
                        .single()
                >= TRIES;
    }

    @Transactional
    void failed(String login, String address) {
        sql.sql("delete from access.sign_in_failure where at < :since")
                .param("since", Timestamp.from(time.instant().minus(WINDOW)))
                .update();
        sql.sql("insert into access.sign_in_failure (key, at) values (:key, :at)")
                .param("key", key(login, address))
                .param("at", Timestamp.from(time.instant()))
                .update();
    }

    @Transactional
    void succeeded(String login, String address) {
        sql.sql("delete from access.sign_in_failure where key = :key")
                .param("key", key(login, address))
                .update();
    }

    private static byte[] key(String login, String address) {
        return Sha256.of(login.strip().toLowerCase(Locale.ROOT) + "\n" + address);
    }
}

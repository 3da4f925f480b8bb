package fr.maillage.access.internal;

import fr.maillage.access.SignedIn;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A password chosen by its holder. Long rather than odd: the length is what keeps it.
@Service
public class ChosenPassword {

    /// Shortest password accepted.
    static final int SHORTEST = 12;

    private static final int LONGEST = 72; // BCrypt reads no further

    /// What is wrong, a sentence a field; null when nothing is.
    public record Refused(
            @Nullable String current, @Nullable String chosen, @Nullable String again) {
        /// Nothing is wrong.
        public boolean none() {
            return current == null && chosen == null && again == null;
        }
    }

    private final JdbcClient sql;
    private final PasswordEncoder encoder;

    ChosenPassword(JdbcClient sql, PasswordEncoder encoder) {
        this.sql = sql;
        this.encoder = encoder;
    }

    /// Whether the account signed in with a password that somebody else gave.
    @Transactional(readOnly = true)
    public boolean toChoose(SignedIn who) {
        return sql.sql("select password_to_choose from access.account where id = :id")
                .param("id", who.accountId())
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    /// Whether everybody knows this account's password: somebody of the demonstration.
    @Transactional(readOnly = true)
    public boolean shared(SignedIn who) {
        return sql.sql("select demonstration from access.account where id = :id")
                .param("id", who.accountId())
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    /// Changes it, unless something is wrong. Passwords of demonstration people stay as everybody
    /// knows them.
    @Transactional
    public Refused choose(SignedIn who, String current, String chosen, String again) {
        record Kept(String hash, boolean demonstration) {}
        var kept =
                sql.sql(
                                "select password_hash, demonstration from access.account where id ="
                                        + " :id for update")
                        .param("id", who.accountId())
                        .query((row, _) -> new Kept(row.getString(1), row.getBoolean(2)))
                        .single();
        var refused =
                new Refused(
                        kept.demonstration()
                                ? AccessText.DEMONSTRATION_PASSWORD
                                : encoder.matches(current, kept.hash())
                                        ? null
                                        : AccessText.CURRENT_WRONG,
                        chosen.equals(current)
                                ? AccessText.SAME_AS_BEFORE
                                : weak(who.getUsername(), chosen),
                        chosen.equals(again) ? null : AccessText.NOT_THE_SAME);
        if (refused.none())
            sql.sql(
                            "update access.account set password_hash = :hash, password_to_choose ="
                                    + " false where id = :id")
                    .param("hash", encoder.encode(chosen))
                    .param("id", who.accountId())
                    .update();
        return refused;
    }

    /// What is wrong with a password for this login; null when nothing is.
    static @Nullable String weak(String login, String chosen) {
        if (chosen.codePointCount(0, chosen.length()) < SHORTEST) return AccessText.TOO_SHORT;
        if (chosen.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST)
            return AccessText.TOO_LONG;
        if (!login.isEmpty()
                        && chosen.toLowerCase(java.util.Locale.ROOT)
                                .contains(login.toLowerCase(java.util.Locale.ROOT))
                || chosen.chars().distinct().count() < 5) return AccessText.TOO_SIMPLE;
        return null;
    }
}

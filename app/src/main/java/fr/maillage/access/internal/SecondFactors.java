package fr.maillage.access.internal;

import fr.maillage.access.FactorPolicy;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Sha256;
import fr.maillage.platform.Sealing;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Second factors of accounts: one-time codes and recovery codes here, passkeys in [Passkeys].
/// Codes are told by machine time: a telephone does not live in the demonstration's.
@Service
public class SecondFactors {

    private static final int RECOVERY_CODES = 10;
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final JdbcClient sql;
    private final Sealing sealing;
    private final Throttle throttle;
    private final FactorPolicy policy;
    private final ChosenPassword passwords;
    private final Passkeys keys;
    private final AccountHistory history;
    private final Clock clock;
    private final InstantSource time = InstantSource.system();
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            JdbcClient sql,
            Sealing sealing,
            Throttle throttle,
            FactorPolicy policy,
            ChosenPassword passwords,
            Passkeys keys,
            AccountHistory history,
            Clock clock) {
        this.sql = sql;
        this.sealing = sealing;
        this.throttle = throttle;
        this.policy = policy;
        this.passwords = passwords;
        this.keys = keys;
        this.history = history;
        this.clock = clock;
    }

    /// What an account has.
    ///
    /// @param recovery codes not used yet
    public record Held(boolean codes, int passkeys, int recovery) {
        public boolean any() {
            return codes || passkeys > 0;
        }
    }

    /// What became of a code typed.
    enum Tried {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    @Transactional(readOnly = true)
    public Held held(UUID account) {
        return sql.sql(
                        """
                        select exists (select 1 from access.one_time_code where account_id = :id) as codes,
                               (select count(*) from access.passkey where account_id = :id) as passkeys,
                               (select count(*) from access.recovery_code where account_id = :id and used_at is null) as recovery
                        """)
                .param("id", account)
                .query((row, _) ->
                        new Held(
                                row.getBoolean("codes"),
                                row.getInt("passkeys"),
                                row.getInt("recovery")))
                .single();
    }

    /// Whether this person's structures ask a second factor of them. Never of an account that
    /// everybody shares: it could not have one.
    boolean compelled(SignedIn who) {
        return asked(who).filter(day -> !day.isAfter(LocalDate.now(clock))).isPresent();
    }

    /// From which day a second factor will be asked of somebody who may still enter without.
    Optional<LocalDate> announced(SignedIn who) {
        return asked(who)
                .filter(day -> day.isAfter(LocalDate.now(clock)) && !held(who.accountId()).any());
    }

    private Optional<LocalDate> asked(SignedIn who) {
        return policy.from(who).filter(_ -> !passwords.shared(who));
    }

    /// Whether a sign-in is to be completed by a second factor.
    boolean due(SignedIn who) {
        return held(who.accountId()).any() || compelled(who);
    }

    /// Enrols one-time codes once the first was typed. Returns the recovery codes, told once; none
    /// when the code is wrong.
    @Transactional
    public List<String> enrol(SignedIn who, String secret, String typed) {
        var step = OneTimeCodes.step(secret, typed, time.instant());
        if (step.isEmpty()) return List.of();
        sql.sql(
                        """
                        insert into access.one_time_code (account_id, secret, enrolled_at, last_step) values (:id, :secret, :at, :step)
                        on conflict (account_id) do update set secret = excluded.secret, enrolled_at = excluded.enrolled_at, last_step = excluded.last_step
                        """)
                .param("id", who.accountId())
                .param("secret", sealing.seal(secret, context(who.accountId())))
                .param("at", Timestamp.from(clock.instant()))
                .param("step", step.getAsLong())
                .update();
        history.note(who.accountId(), AccountDeed.CODES_ENROLLED);
        return renewRecovery(who);
    }

    /// Other recovery codes; the former serve no more. Told once.
    @Transactional
    public List<String> renewRecovery(SignedIn who) {
        sql.sql("delete from access.recovery_code where account_id = :id")
                .param("id", who.accountId())
                .update();
        var codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        sql.sql("insert into access.recovery_code (account_id, hash) select :id, unnest(:hashes)")
                .param("id", who.accountId())
                .param(
                        "hashes",
                        codes.stream()
                                .map(code -> recoveryHash(who.accountId(), code))
                                .toArray(byte[][]::new))
                .update();
        history.note(who.accountId(), AccountDeed.RECOVERY_MADE);
        return codes;
    }

    /// Looks at a one-time code. The same code never serves twice; five wrong ones in a quarter of
    /// an hour, and none is looked at for a while.
    @Transactional
    public Tried code(SignedIn who, String typed) {
        if (throttle.exhausted(key(who), "")) return Tried.TOO_MANY;
        var secret =
                sql.sql("select secret from access.one_time_code where account_id = :id")
                        .param("id", who.accountId())
                        .query((row, _) -> row.getBytes(1))
                        .optional()
                        .flatMap(sealed -> sealing.open(sealed, context(who.accountId())));
        var step =
                secret.isEmpty()
                        ? java.util.OptionalLong.empty()
                        : OneTimeCodes.step(secret.get(), typed, time.instant());
        var right =
                step.isPresent()
                        && sql.sql(
                                                "update access.one_time_code set last_step = :step"
                                                        + " where account_id = :id and last_step <"
                                                        + " :step")
                                        .param("step", step.getAsLong())
                                        .param("id", who.accountId())
                                        .update()
                                == 1;
        return tried(who, right);
    }

    /// Looks at a recovery code, and crosses it out.
    @Transactional
    public Tried recovery(SignedIn who, String typed) {
        if (throttle.exhausted(key(who), "")) return Tried.TOO_MANY;
        var right =
                sql.sql(
                                        "update access.recovery_code set used_at = :at where"
                                                + " account_id = :id and hash = :hash and used_at is"
                                                + " null")
                                .param("at", Timestamp.from(clock.instant()))
                                .param("id", who.accountId())
                                .param("hash", recoveryHash(who.accountId(), typed))
                                .update()
                        == 1;
        if (right) history.note(who.accountId(), AccountDeed.RECOVERY_USED);
        return tried(who, right);
    }

    private Tried tried(SignedIn who, boolean right) {
        if (right) throttle.succeeded(key(who), "");
        else throttle.failed(key(who), "");
        return right ? Tried.RIGHT : Tried.WRONG;
    }

    /// Takes one-time codes away, unless they are the last factor of somebody who must have one.
    /// Returns whether it was done.
    @Transactional
    public boolean removeCodes(SignedIn who) {
        if (held(who.accountId()).passkeys() == 0 && compelled(who)) return false;
        var n =
                sql.sql("delete from access.one_time_code where account_id = :id")
                        .param("id", who.accountId())
                        .update();
        if (n > 0) history.note(who.accountId(), AccountDeed.CODES_REMOVED);
        return true;
    }

    /// Takes a passkey away, unless it is the last factor of somebody who must have one. Returns
    /// whether it was done; a key that is not theirs stays.
    @Transactional
    public boolean removeKey(SignedIn who, Bytes key) {
        var held = held(who.accountId());
        if (!held.codes() && held.passkeys() <= 1 && compelled(who)) return false;
        keys.remove(who, key);
        return true;
    }

    /// Takes every factor away: somebody lost theirs.
    @Transactional
    public void reset(UUID account) {
        sql.sql("delete from access.one_time_code where account_id = :id")
                .param("id", account)
                .update();
        sql.sql("delete from access.recovery_code where account_id = :id")
                .param("id", account)
                .update();
        sql.sql("delete from access.passkey where account_id = :id").param("id", account).update();
        history.note(account, AccountDeed.FACTORS_RESET);
    }

    private String recoveryCode() {
        var code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) code.append('-');
            code.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return code.toString();
    }

    private static byte[] recoveryHash(UUID account, String typed) {
        var code = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Sha256.of(account + ":" + code);
    }

    private static String key(SignedIn who) {
        return "second-facteur:" + who.accountId();
    }

    private static String context(UUID account) {
        return "totp:" + account;
    }
}

package fr.maillage.network.internal.signin;

import fr.maillage.access.FactorPolicy;
import fr.maillage.access.SignedIn;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The second factor as structures ask it: of whom and from which day, among their settings. Read
/// at each sign-in, under the structures of who signs in.
@Component
class SignInPolicy implements FactorPolicy {

    private static final String WHOM = "SECOND_FACTOR";
    private static final String FROM = "SECOND_FACTOR_FROM"; // days since 1970

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInPolicy(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// What one structure asks.
    record Asked(Requirement requirement, LocalDate from) {}

    @Override
    public Optional<LocalDate> from(SignedIn who) {
        if (who.networks().isEmpty()) return Optional.empty();
        return who.tenancy().call(this::asked).stream()
                .filter(asked -> asked.requirement().concerns(who.role()))
                .map(Asked::from)
                .min(Comparator.naturalOrder());
    }

    /// What the structures at hand ask, one line each; none for one that leaves the choice.
    List<Asked> asked() {
        return Objects.requireNonNull(
                transaction.execute(_ ->
                        sql.sql(
                                        """
                                        select max(value) filter (where key = :whom) as whom, coalesce(max(value) filter (where key = :from), 0) as from_day
                                          from network.own_setting where key in (:whom, :from) group by network_id
                                        """)
                                .param("whom", WHOM)
                                .param("from", FROM)
                                .query((row, _) ->
                                        new Asked(
                                                Requirement.values()[row.getInt("whom")],
                                                LocalDate.ofEpochDay(row.getLong("from_day"))))
                                .list()));
    }

    /// Sets it for the acting structure. Refuses by [FormRefused].
    void set(Sent form) {
        var whom = form.choice("requirement", Requirement.choices().keySet());
        var day = form.day("from").orElse(null);
        FormRefused.unless(form.errors());
        var requirement = Requirement.valueOf(whom);
        var from = day == null ? LocalDate.now(clock) : day;
        transaction.executeWithoutResult(_ ->
                sql.sql(
                                """
                                insert into network.setting (key, level, value, changed_at) values (:whom, -1, :requirement, :now), (:from, -1, :day, :now)
                                on conflict (network_id, key, level) do update set value = excluded.value, changed_at = excluded.changed_at, changed_by = platform.account()
                                """)
                        .param("whom", WHOM)
                        .param("from", FROM)
                        .param("requirement", String.valueOf(requirement.ordinal()))
                        .param("day", String.valueOf(from.toEpochDay()))
                        .param("now", Timestamp.from(clock.instant()))
                        .update());
    }
}

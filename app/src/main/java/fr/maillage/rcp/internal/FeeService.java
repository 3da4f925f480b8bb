package fr.maillage.rcp.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Flat payments to self-employed professionals for RCP and evaluations, where the structure
/// adopted them, to the cent; and what meetings cost. Source: guide DGOS 2012, fiche D3 §3,
/// principle 7 and fiche L1 §2.
@Service
@Transactional
class FeeService {

    /// What has an amount.
    enum Kind {
        RCP("Participation à une RCP"),
        EVALUATION("Évaluation"),
        HEURE("Coût d’une heure de l’équipe");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /// From one day to another, both included.
    record Period(LocalDate from, LocalDate to) {}

    private final JdbcClient sql;
    private final Clock clock;

    FeeService(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Amounts in force on a day; what is not adopted is not in it.
    @Transactional(readOnly = true)
    public Map<Kind, Money> rates(LocalDate day) {
        var found = new EnumMap<Kind, Money>(Kind.class);
        sql.sql(
                        "select distinct on (kind) kind, amount from rcp.rate where since <= :day order by kind, since desc")
                .param("day", day)
                .query((row, _) -> {
                    var amount = row.getBigDecimal("amount");
                    if (amount != null)
                        found.put(Kind.valueOf(row.getString("kind")), new Money(amount));
                    return amount;
                })
                .list();
        return found;
    }

    /// Adopts amounts from today on; an empty one is no longer adopted. Throws `FormRefused`.
    void adopt(Typed typed) {
        var errors = new FormErrors();
        var wanted = new EnumMap<Kind, @Nullable BigDecimal>(Kind.class);
        for (var kind : Kind.values())
            wanted.put(kind, amount(typed, kind.name(), false, errors).orElse(null));
        FormRefused.unless(errors);
        wanted.forEach((kind, amount) ->
                sql.sql(
                                """
                                insert into rcp.rate (id, kind, amount, since, set_by, set_at) values (:id, :kind, :amount, :day, :by, :now)
                                on conflict (network_id, kind, since) do update set amount = excluded.amount, set_by = excluded.set_by, set_at = excluded.set_at
                                """)
                        .param("id", Ids.next())
                        .param("kind", kind.name())
                        .param("amount", amount, Types.NUMERIC)
                        .param("day", today())
                        .param("by", SignedIn.current().displayName())
                        .param("now", Timestamp.from(clock.instant()))
                        .update());
    }

    private static Optional<BigDecimal> amount(
            Typed typed, String field, boolean needed, FormErrors errors) {
        var text = typed.text(field);
        if (text.isEmpty()) {
            if (needed) errors.add(field, RcpText.AMOUNT);
            return Optional.empty();
        }
        var amount = MeetingService.amount(text);
        if (amount == null) errors.add(field, RcpText.AMOUNT);
        return Optional.ofNullable(amount);
    }

    /// Notes what is owed for an evaluation; the amount adopted when none is said. Throws
    /// `FormRefused`.
    void evaluation(Typed typed) {
        var errors = new FormErrors();
        for (var field : List.of("name", "profession")) {
            if (typed.text(field).isEmpty())
                errors.add(
                        field,
                        field.equals("name") ? RcpText.NAME_MISSING : RcpText.PROFESSION_MISSING);
            if (typed.text(field).length() > FormFields.LINE) errors.add(field, RcpText.LINE);
        }
        var day = FormFields.date(typed, "onDay", true, errors);
        if (day != null && day.isAfter(today())) errors.add("onDay", RcpText.DAY_TO_COME);
        var said = amount(typed, "amount", false, errors);
        var adopted = day == null ? null : rates(day).get(Kind.EVALUATION);
        var amount = said.orElse(adopted == null ? null : adopted.amount());
        if (amount == null) errors.add("amount", RcpText.AMOUNT);
        FormRefused.unless(errors);
        sql.sql(
                        """
                        insert into rcp.evaluation_fee (id, name, profession, on_day, amount, noted_by, noted_at)
                        values (:id, :name, :profession, :day, :amount, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("name", typed.text("name"))
                .param("profession", typed.text("profession"))
                .param("day", Objects.requireNonNull(day))
                .param("amount", amount)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// What is owed to somebody.
    ///
    /// @param settledOn null while it is to be paid
    record Fee(
            UUID id,
            Kind kind,
            LocalDate day,
            String name,
            String profession,
            Money amount,
            @Nullable LocalDate settledOn) {}

    /// Payments of a period, by day.
    @Transactional(readOnly = true)
    public List<Fee> of(LocalDate from, LocalDate to) {
        return sql.sql(
                        """
                        select * from (
                          select p.id, 'RCP' as kind, (m.starts_at at time zone 'Europe/Paris')::date as day, p.name, p.profession, p.paid as amount, p.settled_on
                            from rcp.participant p join rcp.meeting m on m.network_id = p.network_id and m.id = p.meeting_id
                           where m.status = 'TENUE' and p.present and p.paid > 0 and m.starts_at >= :start and m.starts_at < :end
                          union all
                          select id, 'EVALUATION', on_day, name, profession, amount, settled_on from rcp.evaluation_fee where on_day between :from and :to
                        ) f order by day desc, name collate "fr-x-icu", id limit 2000
                        """)
                .param("start", Timestamp.from(start(from)))
                .param("end", Timestamp.from(start(to.plusDays(1))))
                .param("from", from)
                .param("to", to)
                .query((row, _) ->
                        new Fee(
                                row.getObject("id", UUID.class),
                                Kind.valueOf(row.getString("kind")),
                                row.getObject("day", LocalDate.class),
                                row.getString("name"),
                                row.getString("profession"),
                                new Money(row.getBigDecimal("amount")),
                                row.getObject("settled_on", LocalDate.class)))
                .list();
    }

    /// It was paid on a day, or by mistake said so when null. Throws `NotFound`.
    void settle(UUID id, @Nullable LocalDate on) {
        var lines =
                sql.sql(
                                "update rcp.participant set settled_on = :on where id = :id and paid is not null")
                        .param("on", on, Types.DATE)
                        .param("id", id)
                        .update();
        if (lines == 0)
            lines =
                    sql.sql("update rcp.evaluation_fee set settled_on = :on where id = :id")
                            .param("on", on, Types.DATE)
                            .param("id", id)
                            .update();
        if (lines == 0) throw new NotFound("forfait", id);
    }

    /// What meetings held in a month took.
    ///
    /// @param persons situations looked at
    /// @param minutes of the team
    record Month(YearMonth month, int meetings, int persons, int minutes, Money fees) {}

    /// Month after month.
    @Transactional(readOnly = true)
    public List<Month> months(LocalDate from, LocalDate to) {
        return sql.sql(
                        """
                        select extract(year from m.day)::int as y, extract(month from m.day)::int as mo, count(*) as meetings, sum(m.persons) as persons,
                               sum(m.minutes) as minutes, sum(m.fees) as fees
                          from (select (x.starts_at at time zone 'Europe/Paris')::date as day,
                                       (select count(*) from rcp.item t where t.network_id = x.network_id and t.meeting_id = x.id and t.seen) as persons,
                                       (select coalesce(sum(p.minutes), 0) from rcp.participant p where p.network_id = x.network_id and p.meeting_id = x.id and p.present and p.kind = 'EQUIPE') as minutes,
                                       (select coalesce(sum(p.paid), 0) from rcp.participant p where p.network_id = x.network_id and p.meeting_id = x.id and p.present) as fees
                                  from rcp.meeting x where x.status = 'TENUE' and x.starts_at >= :start and x.starts_at < :end) m
                         group by 1, 2 order by 1, 2
                        """)
                .param("start", Timestamp.from(start(from)))
                .param("end", Timestamp.from(start(to.plusDays(1))))
                .query((row, _) ->
                        new Month(
                                YearMonth.of(row.getInt("y"), row.getInt("mo")),
                                row.getInt("meetings"),
                                row.getInt("persons"),
                                row.getInt("minutes"),
                                new Money(row.getBigDecimal("fees"))))
                .list();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(FrenchDates.PARIS).toInstant();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

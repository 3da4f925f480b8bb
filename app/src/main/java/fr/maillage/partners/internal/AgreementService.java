package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.directory.Finder;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Agreements with self-employed psychologists the structure pays: one at a time for each. Source:
/// guide DGOS 2012, fiche D1 §3 (practice of ARESPA).
@Service
@Transactional
class AgreementService {

    private static final int MOST = 200;

    /// Above, it is a slip of the keyboard.
    private static final Money MOST_A_SESSION = Money.euros(1_000);

    private final JdbcClient sql;
    private final Clock clock;

    AgreementService(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Throws [FormRefused] for somebody who is no psychologist.
    void sign(Partner partner, Finder.Hit who, Sent form) {
        if (!who.kind().equals("PSYCHOLOGUE"))
            throw FormRefused.because("signedOn", PartnersText.NOT_PSYCHOLOGIST);
        var today = LocalDate.now(clock);
        var signed = form.requiredDay("signedOn", today);
        var starts = form.requiredDay("startsOn", today);
        var ends = form.day("endsOn");
        var amount = Money.parse(form.required("amount", 20));
        if (!form.text("amount").isEmpty()
                && (amount.isEmpty()
                        || amount.get().compareTo(Money.ZERO) <= 0
                        || amount.get().compareTo(MOST_A_SESSION) > 0))
            form.errors().add("amount", PartnersText.MONEY);
        var sessions = form.number("sessions", 1, 200);
        var scope = form.orNull("scope", 500);
        if (ends.isPresent() && ends.get().isBefore(starts))
            form.errors().add("endsOn", PartnersText.AFTER_START);
        FormRefused.unless(form.errors());
        try {
            sql.sql(
                            """
                            insert into partners.agreement (id, ref, name, signed_on, starts_on, ends_on, amount, sessions, scope, noted_by, noted_at)
                            values (:id, :ref, :name, :signed, :starts, :ends, :amount, :sessions, :scope, :by, :now)
                            """)
                    .param("id", Ids.next())
                    .param("ref", partner.ref())
                    .param("name", who.name())
                    .param("signed", signed)
                    .param("starts", starts)
                    .param("ends", ends.orElse(null), Types.DATE)
                    .param("amount", amount.orElseThrow().amount())
                    .param("sessions", sessions, Types.INTEGER)
                    .param("scope", scope, Types.VARCHAR)
                    .param("by", SignedIn.current().displayName())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DataIntegrityViolationException _) {
            throw new FormRefused(form.errors().add("startsOn", PartnersText.OVERLAPS));
        }
    }

    /// It ends before its day, or at all. Throws `NotFound`.
    void end(UUID id, Sent form) {
        var day = form.requiredDay("endedOn", LocalDate.now(clock));
        var why = form.required("endedWhy", 500);
        var starts =
                sql.sql("select starts_on from partners.agreement where id = :id")
                        .param("id", id)
                        .query((row, _) -> row.getObject(1, LocalDate.class))
                        .optional()
                        .orElseThrow(() -> new NotFound("convention", id));
        if (day.isBefore(starts)) form.errors().add("endedOn", PartnersText.AFTER_START);
        FormRefused.unless(form.errors());
        int n =
                sql.sql(
                                "update partners.agreement set ended_on = :day, ended_why = :why where id = :id and ended_on is null")
                        .param("day", day)
                        .param("why", why)
                        .param("id", id)
                        .update();
        if (n == 0) throw new FormRefused(form.errors().add("endedOn", PartnersText.ENDED_ALREADY));
    }

    /// Those that run first, at most 200.
    ///
    /// @param ref of one psychologist, null for all
    @Transactional(readOnly = true)
    public List<AgreementsPage.Line> all(@Nullable String ref) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select id, ref, name, signed_on, starts_on, ends_on, amount, sessions, scope, ended_on, ended_why from partners.agreement
                         where cast(:ref as text) is null or ref = :ref
                         order by coalesce(ended_on, ends_on, 'infinity') >= :today desc, starts_on desc, name, id limit :most
                        """)
                .param("ref", ref, Types.VARCHAR)
                .param("today", today)
                .param("most", MOST)
                .query((row, _) -> {
                    var starts = row.getObject("starts_on", LocalDate.class);
                    var ends = row.getObject("ends_on", LocalDate.class);
                    var ended = row.getObject("ended_on", LocalDate.class);
                    var last = ended == null ? ends : ended;
                    var running = !starts.isAfter(today) && (last == null || !last.isBefore(today));
                    return new AgreementsPage.Line(
                            row.getString("id"),
                            new Partner(Finder.Nature.PROFESSIONNEL, row.getString("ref"))
                                    .address(),
                            row.getString("name"),
                            PartnersText.days(starts, ends)
                                    + ", signée le "
                                    + FrenchDates.date(row.getObject("signed_on", LocalDate.class)),
                            SearchPages.join(
                                    ", ",
                                    new Money(row.getBigDecimal("amount")).formatted()
                                            + " la séance",
                                    row.getObject("sessions") == null
                                            ? null
                                            : "au plus "
                                                    + row.getInt("sessions")
                                                    + Typography.NBSP
                                                    + "séances par personne",
                                    row.getString("scope")),
                            running ? "En cours" : starts.isAfter(today) ? "À venir" : "Terminée",
                            running,
                            ended == null && (last == null || !last.isBefore(today)),
                            ended == null
                                    ? null
                                    : "Fin le "
                                            + FrenchDates.date(ended)
                                            + Typography.NBSP
                                            + ": "
                                            + row.getString("ended_why"));
                })
                .list();
    }
}

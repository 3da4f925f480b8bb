package fr.maillage.protocol.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Checks of how protocols are applied: the figures of a period, what was found, what was decided.
/// The procedure itself is written in the protocol ([Document#checking]).
@Service
@Transactional
class Reviews {

    /// Longest text of a finding or a decision.
    private static final int LONG = 4000;

    private final JdbcClient sql;
    private final Clock clock;

    Reviews(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Notes that the application was checked between two days. Throws [FormRefused].
    void record(UUID protocol, Sent form) {
        var today = LocalDate.now(clock);
        var from = form.requiredDay("du", today);
        var until = form.requiredDay("au", today);
        if (form.errors().none() && until.isBefore(from))
            form.errors().add("au", ProtocolText.END_BEFORE);
        if (until.isAfter(today)) form.errors().add("au", ProtocolText.NOT_OVER);
        var findings = form.required("constat", LONG);
        var decided = form.orNull("decision", LONG);
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        insert into protocol.review (id, protocol_id, version_number, from_day, until_day, plans, acts, done, late, not_done, silent, findings,
                                                     decided, at, by_name)
                        select :id, :protocol, (select v.number from protocol.version v where v.protocol_id = :protocol and v.status = 'PUBLIE'), :from, :until,
                               count(distinct a.patient_id), count(*), count(*) filter (where a.state = 'FAIT'), count(*) filter (where a.state = 'FAIT_HORS_DELAI'),
                               count(*) filter (where a.state = 'NON_FAIT'), count(*) filter (where a.state = 'SANS_NOUVELLE'), :findings, :decided, :now, :by
                          from (select d.patient_id, followup.state_of(d.status, d.due_on, d.late_after, :today) as state
                                  from followup.dated_act d
                                 where d.due_until between :from and :until
                                   and exists (select 1 from careplan.line_origin l where l.network_id = d.network_id and l.pps_id = d.pps_id
                                                  and l.line_id = d.intervention_id and l.protocol_id = :protocol)) a
                        """)
                .param("id", Ids.next())
                .param("protocol", protocol)
                .param("from", from)
                .param("until", until)
                .param("today", today)
                .param("findings", findings)
                .param("decided", decided, java.sql.Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
    }

    /// Those of a protocol, latest first.
    @Transactional(readOnly = true)
    public List<ProtocolPage.Review> of(UUID protocol) {
        return sql.sql(
                        """
                        select version_number, from_day, until_day, plans, acts, done, late, not_done, silent, findings, decided, by_name, at
                          from protocol.review where protocol_id = :protocol order by at desc, id desc limit 50
                        """)
                .param("protocol", protocol)
                .query((row, _) -> review(row))
                .list();
    }

    private static ProtocolPage.Review review(ResultSet row) throws SQLException {
        var version = row.getObject("version_number", Integer.class);
        return new ProtocolPage.Review(
                ProtocolText.reviewed(
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        version),
                ProtocolText.counted(
                        row.getInt("plans"),
                        row.getInt("acts"),
                        row.getInt("done"),
                        row.getInt("late"),
                        row.getInt("not_done"),
                        row.getInt("silent")),
                row.getString("findings"),
                row.getString("decided"),
                row.getString("by_name")
                        + ", le "
                        + FrenchDates.date(
                                LocalDate.ofInstant(
                                        row.getTimestamp("at").toInstant(), FrenchDates.PARIS)));
    }
}

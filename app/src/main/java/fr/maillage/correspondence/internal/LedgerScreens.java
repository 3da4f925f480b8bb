package fr.maillage.correspondence.internal;

import fr.maillage.access.Trail;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.internal.LetterLog.Happened;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.Csv;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The ledger of what left and what came back, between two days.
@Component
class LedgerScreens {

    private static final int PAGE = 100;
    private static final int EXPORTED = 20_000;

    private final JdbcClient sql;
    private final Trail trail;

    LedgerScreens(JdbcClient sql, Trail trail) {
        this.sql = sql;
        this.trail = trail;
    }

    /// A page of what is looked for, oldest first.
    @Transactional
    public LedgerPage page(LedgerFilter filter) {
        var found =
                filter.orderly()
                        ? find(filter, PAGE, (filter.page() - 1) * PAGE)
                        : new Found(List.of(), 0);
        var last = filter.to();
        return new LedgerPage(
                filter.from().toString(),
                last.toString(),
                filter.recipient(),
                Arrays.stream(Channel.values())
                        .map(c -> choice(c.name(), c.label(), filter.channel()))
                        .toList(),
                LedgerFilter.LEFT.stream()
                        .map(w -> choice(w.name(), w.label(), filter.what()))
                        .toList(),
                filter.orderly()
                        ? Typography.capital(FrenchDates.period(filter.period(), last)) + "."
                        : "",
                found.lines(),
                found.count(),
                filter.page(),
                found.count() > (long) filter.page() * PAGE,
                filter.orderly() ? null : CorrespondenceText.DATES);
    }

    private static LedgerPage.Choice choice(String code, String label, String chosen) {
        return new LedgerPage.Choice(code, Typography.capital(label), code.equals(chosen));
    }

    /// The same for a spreadsheet.
    @Transactional
    public String csv(LedgerFilter filter) {
        return Csv.of(
                CorrespondenceText.LEDGER_HEAD,
                find(filter, EXPORTED, 0).lines().stream()
                        .map(line ->
                                List.of(
                                        line.on(),
                                        line.what(),
                                        line.channel(),
                                        line.recipient(),
                                        line.quality(),
                                        line.kind(),
                                        line.person() == null ? "" : line.person(),
                                        line.by(),
                                        line.words() == null ? "" : line.words())));
    }

    /// @param count of all there is, beyond the lines asked for
    private record Found(List<LedgerPage.Line> lines, long count) {}

    private Found find(LedgerFilter filter, int most, int from) {
        var persons = new ArrayList<UUID>();
        var count = new AtomicLong();
        var lines =
                sql.sql(
                                """
                                select e.kind as what, e.channel, e.on_date, e.words, e.by_name, m.kind, m.template_title, m.recipient_name,
                                       m.recipient_kind, m.patient_id, i.display_name, count(*) over () as n
                                  from correspondence.letter_event e
                                  join correspondence.outgoing_message m on m.network_id = e.network_id and m.id = e.letter_id
                                  left join patient.identity i on i.network_id = m.network_id and i.id = m.patient_id
                                 where e.on_date between :from and :to and e.kind = any (:kinds)
                                   and (:channel = '' or e.channel = :channel)
                                   and platform.search_key(m.recipient_name) like '%' || platform.search_key(:recipient) || '%'
                                 order by e.on_date, e.at, e.id limit :most offset :offset
                                """)
                        .param("from", filter.from())
                        .param("to", filter.to())
                        .param(
                                "kinds",
                                filter.what().isEmpty()
                                        ? LedgerFilter.LEFT.stream()
                                                .map(Enum::name)
                                                .toArray(String[]::new)
                                        : new String[] {filter.what()})
                        .param("channel", filter.channel())
                        .param("recipient", filter.recipient())
                        .param("most", most)
                        .param("offset", from)
                        .query((row, _) -> {
                            count.set(row.getLong("n"));
                            var patient = row.getObject("patient_id", UUID.class);
                            if (patient != null) persons.add(patient);
                            return line(row);
                        })
                        .list();
        trail.listed("REGISTRE_DES_COURRIERS", persons);
        return new Found(lines, count.get());
    }

    private static LedgerPage.Line line(ResultSet row) throws SQLException {
        return new LedgerPage.Line(
                FrenchDates.numeric(row.getObject("on_date", LocalDate.class)),
                Happened.valueOf(row.getString("what")).label(),
                Channel.valueOf(row.getString("channel")).label(),
                row.getString("recipient_name"),
                RecipientKind.label(row.getString("recipient_kind")),
                CorrespondenceText.title(row.getString("kind"), row.getString("template_title")),
                row.getString("display_name"),
                row.getString("by_name"),
                row.getString("words"));
    }
}

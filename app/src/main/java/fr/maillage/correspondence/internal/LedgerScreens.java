package fr.maillage.correspondence.internal;

import fr.maillage.access.Trail;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.internal.LetterLog.Happened;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Period;
import fr.maillage.kernel.Typography;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The ledger of what left and what came back, between two days.
@Component
class LedgerScreens {

    private static final int SHOWN = 500;
    private static final int EXPORTED = 20_000;

    private final JdbcClient sql;
    private final Clock clock;
    private final Trail trail;

    LedgerScreens(JdbcClient sql, Clock clock, Trail trail) {
        this.sql = sql;
        this.clock = clock;
        this.trail = trail;
    }

    /// @param from null: thirty days before `to`
    /// @param to null: today
    @Transactional
    public LedgerPage page(@Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? LocalDate.now(clock) : to;
        var first = from == null ? last.minusDays(30) : from;
        if (first.isAfter(last))
            return new LedgerPage(
                    first.toString(),
                    last.toString(),
                    "",
                    List.of(),
                    0,
                    false,
                    "",
                    CorrespondenceText.DATES);
        var lines = lines(first, last, SHOWN + 1);
        return new LedgerPage(
                first.toString(),
                last.toString(),
                Typography.capital(FrenchDates.period(new Period(first, last), last)) + ".",
                lines.size() > SHOWN ? lines.subList(0, SHOWN) : lines,
                Math.min(lines.size(), SHOWN),
                lines.size() > SHOWN,
                "/courriers/registre.csv?du=" + first + "&au=" + last,
                null);
    }

    /// The same for a spreadsheet: UTF-8 with its mark, semicolons; a cell that a spreadsheet would
    /// take for a formula is led by an apostrophe.
    @Transactional
    public String csv(LocalDate from, LocalDate to) {
        return "\uFEFF"
                + Stream.concat(
                                Stream.of(CorrespondenceText.LEDGER_HEAD),
                                lines(from, to, EXPORTED).stream()
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
                                                        line.words() == null ? "" : line.words())))
                        .map(cells ->
                                cells.stream()
                                        .map(LedgerScreens::cell)
                                        .collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(String words) {
        var safe = words.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + words : words;
        return "\"" + safe.replace("\"", "\"\"").replaceAll("\\s*\\R\\s*", ", ") + "\"";
    }

    private List<LedgerPage.Line> lines(LocalDate from, LocalDate to, int most) {
        var persons = new ArrayList<UUID>();
        var lines =
                sql.sql(
                                """
                                select e.kind as what, e.channel, e.on_date, e.words, e.by_name, m.kind, m.template_title, m.recipient_name,
                                       m.recipient_kind, m.patient_id, i.display_name
                                  from correspondence.letter_event e
                                  join correspondence.outgoing_message m on m.network_id = e.network_id and m.id = e.letter_id
                                  left join patient.identity i on i.network_id = m.network_id and i.id = m.patient_id
                                 where e.on_date between :from and :to and e.kind in ('POSTE', 'REMIS', 'ANNONCE', 'ECHEC', 'REVENU')
                                 order by e.on_date, e.at, e.id limit :most
                                """)
                        .param("from", from)
                        .param("to", to)
                        .param("most", most)
                        .query((row, _) -> {
                            var patient = row.getObject("patient_id", UUID.class);
                            if (patient != null) persons.add(patient);
                            return new LedgerPage.Line(
                                    FrenchDates.numeric(row.getObject("on_date", LocalDate.class)),
                                    Happened.valueOf(row.getString("what")).label(),
                                    Channel.valueOf(row.getString("channel")).label(),
                                    row.getString("recipient_name"),
                                    RecipientKind.label(row.getString("recipient_kind")),
                                    CorrespondenceText.title(
                                            row.getString("kind"), row.getString("template_title")),
                                    row.getString("display_name"),
                                    row.getString("by_name"),
                                    row.getString("words"));
                        })
                        .list();
        trail.listed("REGISTRE_DES_COURRIERS", persons);
        return lines;
    }
}

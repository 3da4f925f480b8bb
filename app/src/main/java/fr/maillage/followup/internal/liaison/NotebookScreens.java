package fr.maillage.followup.internal.liaison;

import fr.maillage.access.Trail;
import fr.maillage.followup.internal.Days;
import fr.maillage.followup.internal.liaison.NotebookPage.Line;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.PdfPages;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The notebook as it is read. Reading leaves its mark on each line shown.
@Component
@Transactional
class NotebookScreens {

    /// Days shown when nobody chose: what is read of a paper notebook.
    static final int LAST_DAYS = 31;

    private static final int MOST = 300;

    private final JdbcClient sql;
    private final Notebook notebook;
    private final Networks networks;
    private final PdfPages papers;
    private final Trail trail;
    private final Clock clock;

    NotebookScreens(
            JdbcClient sql,
            Notebook notebook,
            Networks networks,
            PdfPages papers,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.notebook = notebook;
        this.networks = networks;
        this.papers = papers;
        this.trail = trail;
        this.clock = clock;
    }

    NotebookPage page(NotebookReader reader, Days days, Sent form, FormErrors errors) {
        var rows = rows(reader, days);
        var shown = rows.subList(0, Math.min(MOST, rows.size()));
        notebook.read(shown.stream().map(Row::id).toList());
        return new NotebookPage(
                reader.file().banner(),
                reader.person(),
                reader.team(),
                days.from().toString(),
                days.to().toString(),
                LiaisonText.period(days.from(), days.to()),
                threads(shown),
                rows.size() > MOST,
                (int) shown.stream().filter(r -> r.line().fresh()).count(),
                NotebookPart.choices(
                        reader.writes(),
                        form.text("part").isEmpty()
                                ? reader.writes().getFirst().name()
                                : form.text("part")),
                form,
                errors);
    }

    /// The notebook of a period on paper, as far as the reader reads it, oldest first.
    byte[] pdf(NotebookReader reader, Days days) {
        var rows = rows(reader, days);
        var shown = rows.subList(0, Math.min(MOST, rows.size()));
        trail.wrote(Trail.Action.PRINT, reader.file().patient(), "CAHIER", null);
        var structure = networks.get(reader.file().network());
        return papers.of(
                "followup/notebook-pdf.jte",
                new NotebookPaper(
                        reader.file().banner().name(),
                        reader.file().banner().born(),
                        LiaisonText.period(days.from(), days.to()),
                        structure.name(),
                        structure.phone(),
                        threads(shown).reversed(),
                        rows.size() > MOST,
                        FrenchDates.date(LocalDate.now(clock))));
    }

    private record Row(UUID id, @Nullable UUID answers, Line line) {}

    /// Answers under their question; one whose question is not shown stands by itself.
    private static List<Line> threads(List<Row> rows) {
        var answers = new LinkedHashMap<UUID, List<Line>>();
        for (var row : rows.reversed())
            if (row.answers() != null)
                answers.computeIfAbsent(row.answers(), _ -> new ArrayList<>()).add(row.line());
        var shown = rows.stream().map(Row::id).collect(Collectors.toSet());
        var lines = new ArrayList<Line>();
        for (var row : rows) {
            if (row.answers() != null && shown.contains(row.answers())) continue;
            lines.add(with(row.line(), answers.getOrDefault(row.id(), List.of())));
        }
        return lines;
    }

    private static Line with(Line line, List<Line> answers) {
        return new Line(
                line.id(),
                line.kind(),
                line.icon(),
                line.when(),
                line.exact(),
                line.who(),
                line.quality(),
                line.audience(),
                line.keptFromPerson(),
                line.significant(),
                line.fresh(),
                line.waiting() && answers.isEmpty(),
                line.words(),
                line.readers(),
                answers);
    }

    private List<Row> rows(NotebookReader reader, Days days) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select e.id, e.answers, e.at, e.kind, e.part, e.for_person, e.words, e.significant, e.author_id, e.author_name, e.author_quality,
                               e.author_id is distinct from :me and not exists (select 1 from followup.liaison_read r
                                 where r.network_id = e.network_id and r.entry_id = e.id and r.account_id = :me) as fresh,
                               (select string_agg(r.reader_name, ', ' order by r.at) from followup.liaison_read r
                                 where r.network_id = e.network_id and r.entry_id = e.id) as readers,
                               exists (select 1 from followup.liaison_entry a where a.network_id = e.network_id and a.answers = e.id) as answered
                          from followup.liaison_entry e
                         where e.patient_id = :patient and e.at >= :from and e.at < :to
                           and (e.part = any (:parts) and (e.for_person or not :person) or e.author_id = :me)
                         order by e.at desc, e.id desc limit :most
                        """)
                .param("me", reader.who().accountId())
                .param("patient", reader.file().patient().value())
                .param("from", Timestamp.from(days.start()))
                .param("to", Timestamp.from(days.end()))
                .param("parts", Notebook.codes(reader.parts()))
                .param("person", reader.person())
                .param("most", MOST + 1)
                .query((row, _) -> row(row, reader, today))
                .list();
    }

    private static Row row(ResultSet row, NotebookReader reader, LocalDate today)
            throws SQLException {
        var kind = EntryKind.valueOf(row.getString("kind"));
        var at = row.getTimestamp("at").toInstant();
        var own = reader.who().accountId().equals(row.getObject("author_id", UUID.class));
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("answers", UUID.class),
                new Line(
                        row.getString("id"),
                        kind.label,
                        kind == EntryKind.QUESTION ? "help-circle" : "message",
                        FrenchDates.relative(at, today) + ", " + hour(at),
                        FrenchDates.exact(at),
                        row.getString("author_name"),
                        row.getString("author_quality"),
                        NotebookPart.valueOf(row.getString("part")).label,
                        !row.getBoolean("for_person"),
                        row.getBoolean("significant"),
                        row.getBoolean("fresh"),
                        kind == EntryKind.QUESTION && !row.getBoolean("answered"),
                        row.getString("words").lines().toList(),
                        own || reader.team() ? row.getString("readers") : null,
                        List.of()));
    }

    private static String hour(Instant at) {
        return FrenchDates.time(LocalDateTime.ofInstant(at, FrenchDates.PARIS));
    }
}

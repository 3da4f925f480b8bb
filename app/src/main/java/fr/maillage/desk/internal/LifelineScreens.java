package fr.maillage.desk.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The line of life of a person.
@Component
@Transactional(readOnly = true)
class LifelineScreens {

    private static final Set<String> OF_COORDINATORS =
            Set.of("inclusion", "niveau", "sejours", "sortie");

    /// Lines read at once: years of a life, and still one page.
    private static final int MOST = 1000;

    private static final List<String> KINDS =
            List.of(
                    "DEMANDE",
                    "INCLUSION",
                    "NIVEAU",
                    "SEJOUR",
                    "EVALUATION",
                    "PPS",
                    "SUIVI",
                    "ALERTE",
                    "CONTACT",
                    "VISITE",
                    "RCP",
                    "COURRIER",
                    "DOCUMENT",
                    "CERCLE",
                    "DROITS",
                    "IDENTITE",
                    "SORTIE");
    private static final Map<String, Integer> PERIODS = new TreeMap<>(Map.of("3m", 3, "12m", 12));

    private final JdbcClient sql;
    private final Clock clock;

    LifelineScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// `kind` and `period` are codes; unknown ones keep everything.
    LifelinePage of(OpenFile file, @Nullable String kind, @Nullable String period) {
        var today = LocalDate.now(clock);
        var chosenKind = kind != null && KINDS.contains(kind) ? kind : null;
        var months = period == null ? null : PERIODS.get(period);
        var chosenPeriod = months == null ? "tout" : period;
        var since = months == null ? LocalDate.EPOCH : today.minusMonths(months);
        var inPeriod = lines(file, since);
        var shown =
                chosenKind == null
                        ? inPeriod
                        : inPeriod.stream().filter(l -> l.kind().equals(chosenKind)).toList();
        var here = "/dossiers/" + file.patient() + "/ligne-de-vie?periode=" + chosenPeriod;

        var kinds = new ArrayList<LifelinePage.Tile>();
        kinds.add(new LifelinePage.Tile(here, null, inPeriod.size(), "tout", chosenKind == null));
        var counts =
                inPeriod.stream().collect(Collectors.groupingBy(Line::kind, Collectors.counting()));
        for (var one : KINDS) {
            var count = counts.getOrDefault(one, 0L).intValue();
            if (count > 0 || one.equals(chosenKind)) {
                kinds.add(
                        new LifelinePage.Tile(
                                here + "&genre=" + one,
                                FilesText.kindIcon(one),
                                count,
                                FilesText.kind(one),
                                one.equals(chosenKind)));
            }
        }
        var suffix = chosenKind == null ? "" : "&genre=" + chosenKind;
        var periods =
                List.of(
                        period(file, "3m", "3 derniers mois", suffix, chosenPeriod),
                        period(file, "12m", "12 derniers mois", suffix, chosenPeriod),
                        period(file, "tout", "depuis le début", suffix, chosenPeriod));
        return new LifelinePage(
                file.banner(),
                sentence(shown),
                kinds,
                periods,
                months(shown, today),
                file.clinical()
                        ? null
                        : "Les faits de santé ne sont pas montrés à votre fonction.");
    }

    private static LifelinePage.Tile period(
            OpenFile file, String code, String label, String suffix, @Nullable String chosen) {
        return new LifelinePage.Tile(
                "/dossiers/" + file.patient() + "/ligne-de-vie?periode=" + code + suffix,
                null,
                0,
                label,
                code.equals(chosen));
    }

    private List<Line> lines(OpenFile file, LocalDate since) {
        return sql.sql(
                        """
                        select at, kind, title, detail, author, link from patient.line_of_life
                        where patient_id = :patient and at >= :since and (not clinical or :clinical)
                        order by at desc, id desc limit :most
                        """)
                .param("patient", file.patient().value())
                .param("since", Timestamp.from(since.atStartOfDay(FrenchDates.PARIS).toInstant()))
                .param("clinical", file.clinical())
                .param("most", MOST)
                .query((row, _) ->
                        new Line(
                                row.getTimestamp("at").toInstant(),
                                row.getString("kind"),
                                row.getString("title"),
                                row.getString("detail"),
                                row.getString("author"),
                                row.getString("link")))
                .list();
    }

    private record Line(
            Instant at,
            String kind,
            String title,
            @Nullable String detail,
            @Nullable String author,
            @Nullable String link) {}

    private static String sentence(List<Line> lines) {
        if (lines.isEmpty()) return "Aucun fait";
        var count =
                lines.size() == MOST
                        ? "Les " + Typography.number(MOST) + " derniers faits"
                        : lines.size() == 1 ? "1 fait" : lines.size() + " faits";
        return count
                + " depuis "
                + FrenchDates.date(LocalDate.ofInstant(lines.getLast().at(), FrenchDates.PARIS))
                        .replaceFirst("^\\S+?" + Typography.NBSP, "");
    }

    private static List<LifelinePage.Month> months(List<Line> lines, LocalDate today) {
        var byMonth =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        l ->
                                                YearMonth.from(
                                                        LocalDate.ofInstant(
                                                                l.at(), FrenchDates.PARIS)),
                                        java.util.LinkedHashMap::new,
                                        Collectors.mapping(
                                                (Function<Line, LifelinePage.Event>)
                                                        l -> event(l, today),
                                                Collectors.toList())));
        return byMonth.entrySet().stream()
                .map(e -> new LifelinePage.Month(name(e.getKey()), e.getValue()))
                .toList();
    }

    private static LifelinePage.Event event(Line line, LocalDate today) {
        return new LifelinePage.Event(
                FilesText.kindTone(line.kind()),
                FilesText.kindIcon(line.kind()),
                line.title(),
                line.detail(),
                link(line.link()),
                when(line.at(), today),
                FrenchDates.exact(line.at()),
                line.author() == null ? "" : line.author());
    }

    /// « Juin 2026 ».
    private static String name(YearMonth month) {
        var words =
                FrenchDates.date(month.atDay(2))
                        .replaceFirst("^2" + Typography.NBSP, "")
                        .replace(Typography.NBSP, " ");
        return Typography.capital(words);
    }

    /// « aujourd’hui, 09:12 », « mar. 26 mai ».
    static String when(Instant at, LocalDate today) {
        var time = LocalDateTime.ofInstant(at, FrenchDates.PARIS);
        var day = time.toLocalDate();
        if (day.equals(today)) return "aujourd’hui, " + FrenchDates.time(time);
        if (day.equals(today.minusDays(1))) return "hier, " + FrenchDates.time(time);
        return FrenchDates.shortDay(day, today);
    }

    /// Only paths of this application, and of pages that open to whoever reads: what happened is
    /// told to the secretary and the head, the form where it is decided is the coordinators'.
    static @Nullable String link(@Nullable String link) {
        if (link == null || !link.startsWith("/") || link.startsWith("//")) return null;
        var page = link.substring(link.lastIndexOf('/') + 1);
        return SignedIn.current().role().clinical() || !OF_COORDINATORS.contains(page)
                ? link
                : null;
    }
}

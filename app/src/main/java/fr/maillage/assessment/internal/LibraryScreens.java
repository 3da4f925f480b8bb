package fr.maillage.assessment.internal;

import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.network.Networks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The tools one may use, by domain: what each is for, whose it is, how it is read. What it says
/// comes from the definitions alone.
@Component
@Transactional(readOnly = true)
class LibraryScreens {

    private final JdbcClient sql;
    private final Clock clock;
    private final Questionnaires questionnaires;
    private final Networks networks;
    private final CaseFiles caseFiles;
    private final Systematic systematic;

    LibraryScreens(
            JdbcClient sql,
            Clock clock,
            Questionnaires questionnaires,
            Networks networks,
            CaseFiles caseFiles,
            Systematic systematic) {
        this.sql = sql;
        this.clock = clock;
        this.questionnaires = questionnaires;
        this.networks = networks;
        this.caseFiles = caseFiles;
        this.systematic = systematic;
    }

    /// What was searched.
    ///
    /// @param query words of a title, a description, a source or a domain; empty: all
    /// @param domain code of a domain; empty: all
    record Asked(String query, String domain) {}

    /// A definition and the code it is begun by.
    private record Known(String code, Definition definition) {
        ToolCard card() {
            return definition.card;
        }

        /// Words that find it, without accents.
        String words() {
            return PersonName.searchKey(
                    code
                            + " "
                            + definition.title
                            + " "
                            + definition.description
                            + " "
                            + card().source()
                            + " "
                            + card().domains().stream()
                                    .map(ToolDomain::label)
                                    .collect(Collectors.joining(" ")));
        }
    }

    LibraryPage catalogue(Asked asked) {
        return page(null, "", asked, "", "", List.of(), Map.of());
    }

    /// The tools for a person, those proposed for the theme of their accompaniment apart. The
    /// caller has opened the file.
    LibraryPage forPerson(CaseFiles.OpenFile file, Asked asked) {
        var theme = caseFiles.current(file.patient()).map(CaseFiles.Support::themeCode).orElse("");
        return page(
                file.banner(),
                file.patient().toString(),
                asked,
                theme,
                themes().getOrDefault(theme, ""),
                systematic.of(file.patient()),
                lastDays(file.patient()));
    }

    private LibraryPage page(
            CaseFiles.@Nullable Banner banner,
            String patient,
            Asked asked,
            String themeCode,
            String theme,
            List<EvaluationsPage.Systematic> systematicNow,
            Map<String, LocalDate> last) {
        var all = known();
        var words = Arrays.stream(PersonName.searchKey(asked.query()).split("[ -]+")).toList();
        var found =
                all.stream()
                        .filter(tool -> words.stream().allMatch(tool.words()::contains))
                        .filter(tool ->
                                asked.domain().isEmpty()
                                        || tool.card().domains().stream()
                                                .anyMatch(d -> d.code().equals(asked.domain())))
                        .toList();
        var chosen = ToolDomain.of(asked.domain());
        var groups =
                found.stream()
                        .collect(
                                Collectors.groupingBy(
                                        tool -> chosen.orElse(tool.card().domains().getFirst())))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e ->
                                new LibraryPage.Group(
                                        e.getKey().code(),
                                        e.getKey().label(),
                                        e.getValue().stream().map(t -> line(t, last)).toList()))
                        .toList();
        return new LibraryPage(
                banner,
                patient,
                asked.query(),
                asked.domain(),
                Arrays.stream(ToolDomain.values())
                        .map(d ->
                                new LibraryPage.Chip(
                                        d.code(),
                                        d.label(),
                                        (int)
                                                all.stream()
                                                        .filter(t -> t.card().domains().contains(d))
                                                        .count(),
                                        d.code().equals(asked.domain())))
                        .filter(chip -> chip.tools() > 0)
                        .toList(),
                theme,
                systematicNow,
                found.stream()
                        .filter(tool -> tool.card().themes().contains(themeCode))
                        .map(tool -> line(tool, last))
                        .toList(),
                groups,
                found.size(),
                all.size());
    }

    /// By domain, what may be filled in before what is a result alone, then by title.
    private List<Known> known() {
        var engine = questionnaires.engine();
        return questionnaires.startable().stream()
                .map(known -> new Known(known.code(), engine.definition(known.canonical())))
                .sorted(
                        Comparator.comparing((Known tool) -> tool.card().domains().getFirst())
                                .thenComparing(tool -> tool.card().resultOnly())
                                .thenComparing(
                                        tool -> PersonName.searchKey(tool.definition().title)))
                .toList();
    }

    private LibraryPage.Tool line(Known tool, Map<String, LocalDate> last) {
        var licence = tool.card().licence();
        var day = last.get(tool.code());
        return new LibraryPage.Tool(
                tool.code(),
                tool.definition().title,
                tool.definition().description,
                licence == null ? LibraryText.NO_LICENCE : licence.label(),
                licence == null ? "" : licence.mark(),
                icon(licence),
                tool.card().source(),
                day == null
                        ? null
                        : LibraryText.last(FrenchDates.shortDay(day, LocalDate.now(clock))));
    }

    private static String icon(ToolCard.@Nullable Licence licence) {
        return licence == ToolCard.Licence.LIBRE ? "circle-check" : "lock";
    }

    private Map<String, LocalDate> lastDays(PatientId patient) {
        var found = new HashMap<String, LocalDate>();
        sql.sql(
                        """
                        select questionnaire_code, max(on_date) from assessment.response
                        where patient_id = :patient and status = 'TERMINEE' group by 1
                        """)
                .param("patient", patient.value())
                .query((row, _) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
                .list()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private Map<String, String> themes() {
        return networks.allThemes().stream()
                .collect(Collectors.toMap(Networks.Theme::code, Networks.Theme::label));
    }

    /// One tool. Throws `NotFound`.
    ToolPage tool(String code) {
        var tool =
                known().stream()
                        .filter(known -> known.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("questionnaire", null));
        var definition = tool.definition();
        var card = tool.card();
        var licence = card.licence();
        var labels = themes();
        return new ToolPage(
                code,
                definition.title,
                definition.version,
                definition.description,
                definition.purpose,
                card.domains().stream().map(ToolDomain::label).collect(Collectors.joining(", ")),
                card.themes().stream().map(t -> labels.getOrDefault(t, t)).toList(),
                licence == null ? LibraryText.NO_LICENCE : licence.label(),
                licence == null ? "" : licence.mark(),
                icon(licence),
                card.licenceWords().isEmpty() ? definition.copyright : card.licenceWords(),
                card.source(),
                card.confidence() == null ? "" : card.confidence().label(),
                card.population(),
                card.resultOnly(),
                (int)
                        definition.groups.stream()
                                .flatMap(group -> Definition.questionsOf(group).stream())
                                .filter(question ->
                                        !question.linkId.endsWith(SdcUrls.SET_ASIDE)
                                                && !question.linkId.endsWith(
                                                        SdcUrls.SET_ASIDE_REASON))
                                .count(),
                definition.scored.stream()
                        .flatMap(item -> java.util.stream.Stream.ofNullable(item.score))
                        .map(LibraryScreens::score)
                        .toList());
    }

    private static ToolPage.Score score(ScoreRule rule) {
        return new ToolPage.Score(
                rule.label(),
                LibraryText.bounds(rule.lowest(), rule.highest()),
                rule.cutOff(),
                rule.source(),
                rule.note(),
                rule.bands().stream()
                        .map(band -> {
                            var severity = AssessmentRepository.severity(band.severity());
                            return new ToolPage.Band(
                                    LibraryText.range(band),
                                    band.label(),
                                    ScoreRows.mark(severity),
                                    ScoreRows.icon(severity),
                                    band.meaning());
                        })
                        .toList());
    }
}

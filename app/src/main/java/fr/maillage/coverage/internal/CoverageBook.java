package fr.maillage.coverage.internal;

import fr.maillage.web.WorkbookOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The coverage of a theme and a year as a workbook: what the page says, and every commune.
@Component
class CoverageBook {

    byte[] of(Survey survey, String theme, String region) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new WorkbookOut(bytes)) {
            explain(book, survey, theme, region);
            zones(book, survey);
            communes(book, survey);
            masked(book, survey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void explain(WorkbookOut book, Survey survey, String theme, String region)
            throws IOException {
        var sheet = book.sheet("Lire", List.of("Couverture", "Sens"));
        sheet.width(1, 90);
        sheet.line(List.of("Thème", theme));
        sheet.line(Arrays.asList("Au", survey.material().day()));
        sheet.line(List.of("Publications", CoverageText.publications(survey.material())));
        sheet.line(List.of("Zones", CoverageText.zonesAre(region)));
        sheet.line(
                List.of("Population", String.join("\u00A0; ", survey.material().tree().sources())));
        for (var state : SurveyTables.states(false))
            sheet.line(List.of(state.label(), state.meaning()));
        sheet.end();
    }

    private static void zones(WorkbookOut book, Survey survey) throws IOException {
        var sheet =
                book.sheet(
                        "Zones",
                        List.of(
                                "Code",
                                "Zone",
                                "Type",
                                "Communes",
                                "Population",
                                "Population déclarée",
                                "Population suivie (11 ou plus)",
                                "Population masquée ou non publiée",
                                "Personnes suivies dites",
                                "Structures"));
        for (var zone : survey.material().tree().zones()) {
            var lines = survey.lines(zone.code());
            sheet.line(
                    List.of(
                            zone.code(),
                            zone.label(),
                            zone.kindLabel(),
                            (long) lines.size(),
                            Survey.people(lines, _ -> true),
                            Survey.people(lines, Survey.Line::declared),
                            Survey.people(lines, Survey.Line::real),
                            Survey.people(lines, Survey.Line::open),
                            lines.stream().mapToLong(Survey.Line::followedShown).sum(),
                            CoverageText.names(SurveyTables.structures(lines))));
        }
        sheet.end();
    }

    private static void communes(WorkbookOut book, Survey survey) throws IOException {
        var sheet =
                book.sheet(
                        "Communes",
                        List.of(
                                "INSEE",
                                "Commune",
                                "Zone",
                                "Territoire",
                                "Population",
                                "État",
                                "Déclarée par",
                                "Structures qui déclarent",
                                "Suivis"));
        for (var line : survey.lines()) {
            var territory = CoverageScreens.zone(survey, line, "TERRITOIRE");
            sheet.line(
                    List.<@Nullable Object>of(
                            line.commune().code(),
                            line.commune().name(),
                            line.commune().zone(),
                            territory == null ? "" : territory.label(),
                            (long) line.people(),
                            line.state().label(),
                            CoverageText.names(line.declaring()),
                            (long) line.declaring().size(),
                            followed(survey, line)));
        }
        sheet.end();
    }

    // a count that is said is a number; what is masked is words
    private static Object followed(Survey survey, Survey.Line line) {
        return line.followed().size() == 1
                ? (Object)
                        Objects.requireNonNull(line.followed().values().iterator().next())
                                .longValue()
                : SurveyTables.followed(survey, line);
    }

    private static void masked(WorkbookOut book, Survey survey) throws IOException {
        var sheet =
                book.sheet(
                        "Masquage",
                        List.of(
                                "Structure",
                                "File active publiée",
                                "Personnes dites",
                                "Communes dites",
                                "Communes déclarées",
                                "Dont masquées",
                                "Personnes qu’elles peuvent contenir",
                                "Hors du territoire déclaré"));
        for (var hidden : survey.hidden())
            sheet.line(
                    List.of(
                            hidden.publication().name(),
                            CoverageText.count(hidden.total()),
                            (long) hidden.shownPeople(),
                            (long) hidden.shownCommunes(),
                            (long) hidden.declared(),
                            (long) hidden.masked(),
                            CoverageText.between(hidden.most()),
                            CoverageText.beyond(hidden)));
        sheet.end();
    }
}

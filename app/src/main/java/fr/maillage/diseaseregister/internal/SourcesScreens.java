package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.SourceService.Line;
import fr.maillage.diseaseregister.internal.SourcesPage.Cell;
import fr.maillage.diseaseregister.internal.SourcesPage.Row;
import fr.maillage.kernel.Share;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of the sources of a register: counts alone, no name.
@Component
@Transactional(readOnly = true)
class SourcesScreens {

    private static final int ENOUGH = 90;

    private final RegisterStore registers;
    private final SourceService service;
    private final CaseStore cases;
    private final Clock clock;

    SourcesScreens(RegisterStore registers, SourceService service, CaseStore cases, Clock clock) {
        this.registers = registers;
        this.service = service;
        this.cases = cases;
        this.clock = clock;
    }

    public SourcesPage page(UUID register, Shown shown) {
        var last = LocalDate.now(clock).getYear();
        var years =
                IntStream.rangeClosed(last - DiseaseRegisterScreens.YEARS + 1, last)
                        .boxed()
                        .toList();
        var sources = service.of(register);
        var lines = service.lines(register, years.getFirst(), last);
        var held = cases.of(register);
        var reported = held.stream().filter(c -> !c.sources().isEmpty()).count();
        var several = held.stream().filter(c -> c.sources().size() > 1).count();
        var href = DiseaseRegisterScreens.HOME + "/" + register;
        return new SourcesPage(
                href,
                registers.versions(register).getFirst().definition().head().title(),
                years,
                sources.stream()
                        .map(s ->
                                new Row(
                                        s.name(),
                                        SourceService.KINDS.getOrDefault(s.kind(), ""),
                                        cells(
                                                years,
                                                lines.stream()
                                                        .filter(l -> l.source().equals(s.id()))
                                                        .toList())))
                        .toList(),
                sources.isEmpty() ? null : new Row("Ensemble des sources", "", cells(years, lines)),
                RegisterText.reported(held.size(), reported, several),
                shown.form(
                        "source",
                        href + "/sources",
                        "Ajouter une source",
                        DefinitionForms.of(),
                        typed ->
                                List.of(
                                        FormFields.field("name", "Nom", null, "TEXT", typed, true),
                                        CaseForms.choice(
                                                "kind", "Nature", typed, SourceService.KINDS)),
                        0,
                        "Ajouter"),
                sources.isEmpty()
                        ? null
                        : shown.form(
                                "attendu",
                                href + "/sources/attendus",
                                "Noter ce qu’une source annonce",
                                DefinitionForms.of("year", String.valueOf(last)),
                                typed ->
                                        List.of(
                                                FormFields.select(
                                                        "source",
                                                        "Source",
                                                        typed,
                                                        List.of(
                                                                new Group(
                                                                        "",
                                                                        sources.stream()
                                                                                .map(s ->
                                                                                        new Option(
                                                                                                s.id().toString(),
                                                                                                s
                                                                                                        .name(),
                                                                                                false))
                                                                                .toList())),
                                                        false),
                                                FormFields.field(
                                                        "year", "Année", null, "NUMBER", typed,
                                                        false),
                                                FormFields.field(
                                                        "cases",
                                                        "Nouveaux cas annoncés",
                                                        null,
                                                        "NUMBER",
                                                        typed,
                                                        false)),
                                0,
                                "Noter"));
    }

    private static List<Cell> cells(List<Integer> years, List<Line> lines) {
        return years.stream()
                .map(year -> cell(lines.stream().filter(l -> l.year() == year).toList()))
                .toList();
    }

    /// What is expected and what of it is known; cases known beyond what a source says do not make
    /// up for another's.
    private static Cell cell(List<Line> lines) {
        long expected = 0;
        long known = 0;
        long any = 0;
        var said = false;
        for (var line : lines) {
            any += line.known();
            if (line.expected() == null) continue;
            said = true;
            expected += line.expected();
            known += Math.min(line.known(), line.expected());
        }
        if (!said) return new Cell(any == 0 ? "–" : String.valueOf(any), "", false);
        var share = new Share(known, expected);
        return new Cell(
                known + " sur " + expected,
                share.formatted(),
                share.percent().isPresent() && share.percent().getAsInt() < ENOUGH);
    }
}

package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.ExtractService.Extract;
import fr.maillage.diseaseregister.internal.RegisterStore.Version;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Masked;
import fr.maillage.web.Csv;
import fr.maillage.web.WorkbookOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Extracts as files: a workbook whose first sheets say what it is, or the lines alone.
@Component
class ExtractFiles {

    private final Clock clock;

    ExtractFiles(Clock clock) {
        this.clock = clock;
    }

    byte[] csv(ExtractLines lines) {
        return Csv.of(lines.caseHeads(), lines.cases().stream()).getBytes(StandardCharsets.UTF_8);
    }

    byte[] workbook(Extract extract, Version version, ExtractLines lines) {
        return book(book -> {
            var about =
                    about(
                            extract,
                            version,
                            List.of(
                                    RegisterText.PSEUDONYMISED,
                                    RegisterText.LEFT_OUT,
                                    RegisterText.COARSE));
            about.add(List.of("Cas", String.valueOf(lines.cases().size())));
            about.add(List.of("Cas dont la zone au moins est tue", String.valueOf(lines.less())));
            sheet(book, "Lisez-moi", List.of("Quoi", "Dit"), about);
            sheet(book, "Données", DICTIONARY, dictionary(version.definition()));
            sheet(book, "Cas", lines.caseHeads(), lines.cases());
            sheet(book, "Suivis", lines.followUpHeads(), lines.followUps());
        });
    }

    byte[] counts(Extract extract, Version version, Figures figures, List<String> sources) {
        return book(book -> {
            var per = RegisterText.per(version.definition().head().per());
            sheet(
                    book,
                    "Lisez-moi",
                    List.of("Quoi", "Dit"),
                    about(
                            extract,
                            version,
                            List.of(
                                    RegisterText.MASKED,
                                    RegisterText.RATES,
                                    "Population\u00A0: " + String.join("\u00A0; ", sources))));
            var byYear = figures.maskedYears();
            var years = new ArrayList<List<String>>();
            for (int i = 0; i < figures.years().size(); i++)
                years.add(
                        line(
                                String.valueOf(figures.years().get(i).year()),
                                byYear.counts().get(i),
                                figures.years().get(i).incidence()));
            years.add(List.of("Ensemble", byYear.total().formatted(), ""));
            sheet(book, "Incidence", List.of("Année", "Nouveaux cas", "Taux " + per), years);
            var byZone = figures.maskedZones();
            var zones = new ArrayList<List<String>>();
            for (int i = 0; i < figures.zones().size(); i++)
                zones.add(
                        line(
                                figures.zones().get(i).label(),
                                byZone.counts().get(i),
                                figures.zones().get(i).prevalence()));
            zones.add(line("Ensemble", byZone.total(), figures.prevalence()));
            sheet(
                    book,
                    "Prévalence",
                    List.of("Zone", "Cas au " + FrenchDates.numeric(figures.day()), "Taux " + per),
                    zones);
        });
    }

    /// A rate is said only where its count is: it would give it back.
    private static List<String> line(String label, Masked count, Rate rate) {
        return List.of(
                label, count.formatted(), count instanceof Masked.Shown ? rate.formatted() : "");
    }

    private List<List<String>> about(Extract extract, Version version, List<String> words) {
        var head = version.definition().head();
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("Registre", head.title()));
        lines.add(List.of("Version de la définition", String.valueOf(version.number())));
        lines.add(List.of("Qui est un cas", head.caseDefinition()));
        if (!head.exclusions().isEmpty()) lines.add(List.of("Qui ne l’est pas", head.exclusions()));
        lines.add(List.of("La date qui fait le cas", head.onset()));
        lines.add(List.of("Sur quoi repose le traitement", head.ground()));
        lines.add(List.of("Destinataire", extract.recipient()));
        lines.add(List.of("Usage", extract.purpose()));
        lines.add(List.of("Ce qui permet de le remettre", extract.ground()));
        lines.add(List.of("Extrait le", FrenchDates.date(LocalDate.now(clock))));
        words.forEach(w -> lines.add(List.of("À savoir", w)));
        return lines;
    }

    static final List<String> DICTIONARY =
            List.of(
                    "Colonne",
                    "Donnée",
                    "Forme",
                    "Unité",
                    "Valeurs permises",
                    "Demandée",
                    "Reprise");

    /// What each column that leaves means.
    static List<List<String>> dictionary(Definition definition) {
        return Stream.concat(
                        ExtractLines.leaving(definition, false).stream(),
                        ExtractLines.leaving(definition, true).stream())
                .distinct()
                .map(f ->
                        List.of(
                                f.code(),
                                f.label(),
                                f.type() == Field.Type.DATE ? "Mois" : f.type().label,
                                f.unit(),
                                permitted(f),
                                f.moment().label,
                                f.origin() == null ? "" : "du dossier"))
                .toList();
    }

    static String permitted(Field field) {
        if (!field.choices().isEmpty())
            return field.choices().stream()
                    .map(c -> c.code() + " = " + c.label())
                    .collect(Collectors.joining("\u00A0; "));
        return field.min() == null && field.max() == null
                ? ""
                : RegisterText.outOfRange(field.min(), field.max(), field.unit());
    }

    private interface Filling {
        void of(WorkbookOut book) throws IOException;
    }

    private static byte[] book(Filling filling) {
        var out = new ByteArrayOutputStream();
        try (var book = new WorkbookOut(out)) {
            filling.of(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void sheet(
            WorkbookOut book, String name, List<String> heads, List<List<String>> lines)
            throws IOException {
        var sheet = book.sheet(name, heads);
        for (var line : lines) sheet.line(line);
        sheet.end();
    }
}

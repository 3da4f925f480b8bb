package fr.maillage.steering.internal.national;

import fr.maillage.web.WorkbookOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What regions published, as a workbook: a line a region, a column a figure, and what each means.
@Component
class NationalBook {

    private final NationalScreens screens;

    NationalBook(NationalScreens screens) {
        this.screens = screens;
    }

    byte[] published() {
        var latest = screens.latest();
        var bytes = new ByteArrayOutputStream();
        try (var book = new WorkbookOut(bytes)) {
            var heads = new ArrayList<>(List.of("Région", "Au"));
            for (var figure : Figure.values()) {
                heads.add(figure.label());
                if (!figure.among().isEmpty()) heads.add("sur");
            }
            var sheet = book.sheet("Régions", heads);
            for (var region : screens.labels().entrySet()) {
                var state = latest.get(region.getKey());
                var line = new ArrayList<@Nullable Object>();
                line.add(region.getValue());
                if (state == null) {
                    line.add(NationalText.NOTHING);
                    sheet.line(line);
                    continue;
                }
                line.add(state.asOf());
                for (var figure : Figure.values()) {
                    var value = state.figures().getOrDefault(figure, Value.UNKNOWN);
                    line.add(value.value() == null ? NationalText.UNKNOWN : value.value());
                    if (!figure.among().isEmpty()) line.add(value.of());
                }
                sheet.line(line);
            }
            sheet.end();
            meanings(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void meanings(WorkbookOut book) throws IOException {
        var sheet = book.sheet("Lire", List.of("Chiffre", "Partie de", "Sujet", "Source"));
        sheet.width(0, 60);
        sheet.width(1, 40);
        sheet.width(2, 40);
        for (var figure : Figure.values())
            sheet.line(
                    Arrays.asList(
                            figure.label(),
                            figure.among(),
                            figure.group().label(),
                            "guide DGOS 2012, " + figure.group().source()));
        sheet.end();
    }
}

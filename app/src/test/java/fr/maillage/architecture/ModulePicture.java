package fr.maillage.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// Draws the modules, each above all those it calls, with the first words of its package. Views of
/// another module that are only read by SQL are not calls.
final class ModulePicture {

    static final Path PLACE = Path.of("../docs/images/modules.svg");

    private static final int WIDTH = 1080;
    private static final int MARGIN = 30;
    private static final int GAP = 12;
    private static final int MOST_IN_A_ROW = 5;
    private static final int BOX = 64;

    /// Letters of a line of 12 pixels, for each pixel of its box.
    private static final double LETTERS = 0.143;

    private final ApplicationModules modules;
    private final Map<String, Integer> levels = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private ModulePicture(ApplicationModules modules) {
        this.modules = modules;
    }

    static String of(ApplicationModules modules) throws IOException {
        return new ModulePicture(modules).draw();
    }

    /// 0 for who asks nobody, else one more than the highest asked.
    private int level(ApplicationModule module) {
        var name = module.getIdentifier().toString();
        var known = levels.get(name);
        if (known != null) return known;
        int level =
                module.getDirectDependencies(modules)
                        .uniqueModules()
                        .mapToInt(asked -> level(asked) + 1)
                        .max()
                        .orElse(0);
        levels.put(name, level);
        return level;
    }

    private String draw() throws IOException {
        var rows = new TreeMap<Integer, List<String>>();
        for (var module : modules)
            rows.computeIfAbsent(-level(module), _ -> new ArrayList<>())
                    .add(module.getIdentifier().toString());
        var lines = new ArrayList<List<String>>();
        for (var row : rows.values()) {
            row.sort(null);
            int parts = (row.size() + MOST_IN_A_ROW - 1) / MOST_IN_A_ROW;
            int each = (row.size() + parts - 1) / parts;
            for (int from = 0; from < row.size(); from += each)
                lines.add(row.subList(from, Math.min(row.size(), from + each)));
        }
        int height = 60 + lines.size() * (BOX + GAP) + 60;
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="t d" font-family="Inter, 'Segoe UI', sans-serif">
                <title id="t">The modules of Maillage</title>
                <desc id="d">%3$s. Each stands above all those it asks; events go upwards.</desc>
                <rect width="%1$d" height="%2$d" fill="#fbfaf7"/>
                <text x="%4$d" y="36" text-anchor="middle" font-size="14" font-weight="600" fill="#2b2822">Browser: server-rendered pages, htmx, keyboard. Each module stands above those it calls; events go upwards.</text>
                """
                        .formatted(
                                WIDTH,
                                height,
                                lines.stream()
                                        .map(row -> String.join(", ", row))
                                        .collect(Collectors.joining("; ")),
                                WIDTH / 2));
        int y = 56;
        for (var row : lines) {
            int width = (WIDTH - 2 * MARGIN - (row.size() - 1) * GAP) / row.size();
            for (int i = 0; i < row.size(); i++)
                box(row.get(i), MARGIN + i * (width + GAP), y, width);
            y += BOX + GAP;
        }
        svg.append(
                """
                <rect x="%d" y="%d" width="%d" height="40" rx="8" fill="#0b5d57"/>
                <text x="%d" y="%d" text-anchor="middle" font-size="14" font-weight="600" fill="#ffffff">PostgreSQL: row-level security by structure</text>
                </svg>
                """
                        .formatted(MARGIN, y, WIDTH - 2 * MARGIN, WIDTH / 2, y + 25));
        return svg.toString();
    }

    private void box(String module, int x, int y, int width) throws IOException {
        svg.append(
                """
                <rect x="%d" y="%d" width="%d" height="%d" rx="8" fill="#ffffff" stroke="#0b5d57"/>
                """
                        .formatted(x, y, width, BOX));
        text(x + width / 2, y + 21, 14, 600, module);
        var lines = wrapped(purpose(module), (int) (width * LETTERS));
        for (int i = 0; i < Math.min(2, lines.size()); i++)
            text(
                    x + width / 2,
                    y + 39 + i * 15,
                    12,
                    400,
                    lines.get(i) + (i == 1 && lines.size() > 2 ? " …" : ""));
    }

    private void text(int x, int y, int size, int weight, String words) {
        svg.append(
                """
                <text x="%d" y="%d" text-anchor="middle" font-size="%d" font-weight="%d" fill="#2b2822">%s</text>
                """
                        .formatted(
                                x,
                                y,
                                size,
                                weight,
                                words.replace("&", "&amp;").replace("<", "&lt;")));
    }

    /// The first sentence of the package.
    private static String purpose(String module) throws IOException {
        var doc =
                Files.readAllLines(
                                Path.of("src/main/java/fr/maillage", module, "package-info.java"))
                        .stream()
                        .filter(line -> line.startsWith("///"))
                        .map(line -> line.substring(3).strip())
                        .collect(Collectors.joining(" "));
        return doc.split("\\.(\\s|$)")[0].strip();
    }

    private static List<String> wrapped(String words, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

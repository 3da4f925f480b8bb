package fr.maillage.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says which requirements of the catalogue the tests have proven. Run as the last step of a build,
 * from the root, without a class path: {@code java
 * app/src/test/java/fr/maillage/testing/RequirementsReport.java [root]}.
 *
 * <p>Reads {@code docs/requirements.csv}, {@code docs/requirements-not-software.csv} and every
 * {@code target/proven-requirements.txt} of the root and of its modules; writes {@code
 * target/requirements-report.md} and prints the counts. Exit code 0; 1 when an identifier is not in
 * the catalogue, is there twice, or is said both proven and out of reach of software; 2 when a file
 * cannot be read.
 *
 * <p>One file in the language of Java 17, on purpose: it starts with the {@code java} of the
 * machine, whichever that is.
 */
public final class RequirementsReport {
    private final Path root;
    private final PrintStream out;
    private final List<String> errors = new ArrayList<>();

    private RequirementsReport(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** The only argument is the root of the project, the current folder when left out. */
    public static void main(String[] args) {
        System.exit(
                run(
                        Path.of(args.length > 0 ? args[0] : "."),
                        new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /** As {@link #main}, with the exit code as its answer. */
    static int run(Path root, PrintStream out) {
        try {
            return new RequirementsReport(root, out).report();
        } catch (IOException | UncheckedIOException e) {
            out.println("Fichier illisible : " + e.getMessage());
            return 2;
        }
    }

    private int report() throws IOException {
        Map<String, Requirement> catalogue = catalogue();
        Map<String, String> notSoftware = notSoftware(catalogue);
        Map<String, TreeSet<String>> proven = proven(catalogue);
        proven.keySet().stream()
                .filter(notSoftware::containsKey)
                .forEach(id ->
                        errors.add(
                                id
                                        + " est prouvée par un test et déclarée hors de portée d’un logiciel"));

        out.println("Exigences prouvées : " + proven.size() + " sur " + catalogue.size());
        areas(catalogue)
                .forEach((area, requirements) ->
                        out.printf(
                                "  %-16s %3d sur %3d%n",
                                area,
                                requirements.stream()
                                        .filter(r -> proven.containsKey(r.id()))
                                        .count(),
                                requirements.size()));
        errors.forEach(error -> out.println("Erreur : " + error));
        Path report = root.resolve("target").resolve("requirements-report.md");
        Files.createDirectories(report.getParent());
        Files.writeString(report, markdown(catalogue, proven, notSoftware));
        out.println("Détail : " + root.relativize(report));
        return errors.isEmpty() ? 0 : 1;
    }

    private Map<String, Requirement> catalogue() throws IOException {
        Map<String, Requirement> catalogue = new LinkedHashMap<>();
        for (List<String> row : csv(root.resolve("docs").resolve("requirements.csv"), 6)) {
            Requirement requirement =
                    new Requirement(row.get(0), row.get(2), row.get(3), row.get(5));
            if (catalogue.put(row.get(0), requirement) != null)
                errors.add(row.get(0) + " est deux fois dans le catalogue");
        }
        return catalogue;
    }

    private Map<String, String> notSoftware(Map<String, Requirement> catalogue) throws IOException {
        Map<String, String> why = new LinkedHashMap<>();
        Path file = root.resolve("docs").resolve("requirements-not-software.csv");
        if (!Files.exists(file)) return why;
        for (List<String> row : csv(file, 2)) {
            if (!catalogue.containsKey(row.get(0)))
                errors.add(
                        row.get(0)
                                + " (requirements-not-software.csv) n’est pas dans le catalogue");
            if (row.get(1).isBlank())
                errors.add(row.get(0) + " est déclarée hors de portée sans dire pourquoi");
            if (why.put(row.get(0), row.get(1)) != null)
                errors.add(row.get(0) + " est deux fois dans requirements-not-software.csv");
        }
        return why;
    }

    /**
     * Requirement to the tests that prove it, {@code Class#test}; requirements in the order of the
     * catalogue.
     */
    private Map<String, TreeSet<String>> proven(Map<String, Requirement> catalogue)
            throws IOException {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (Path file : provenFiles()) {
            for (String line : Files.readAllLines(file)) {
                if (line.isBlank()) continue;
                int tab = line.indexOf('\t');
                String id = tab < 0 ? line.strip() : line.substring(0, tab);
                found.computeIfAbsent(id, key -> new TreeSet<>())
                        .add(tab < 0 ? "" : line.substring(tab + 1));
            }
        }
        found.forEach((id, tests) -> {
            if (!catalogue.containsKey(id))
                errors.add(id + " n’est pas dans le catalogue : " + String.join(", ", tests));
        });
        Map<String, TreeSet<String>> proven = new LinkedHashMap<>();
        catalogue.keySet().stream()
                .filter(found::containsKey)
                .forEach(id -> proven.put(id, found.get(id)));
        return proven;
    }

    private List<Path> provenFiles() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(root));
        try (var children = Files.list(root)) {
            children.filter(Files::isDirectory).sorted().forEach(folders::add);
        }
        return folders.stream()
                .map(f -> f.resolve("target").resolve("proven-requirements.txt"))
                .filter(Files::exists)
                .toList();
    }

    private static Map<String, List<Requirement>> areas(Map<String, Requirement> catalogue) {
        Map<String, List<Requirement>> areas = new LinkedHashMap<>();
        catalogue
                .values()
                .forEach(r -> areas.computeIfAbsent(r.area(), key -> new ArrayList<>()).add(r));
        return areas;
    }

    private static String markdown(
            Map<String, Requirement> catalogue,
            Map<String, TreeSet<String>> proven,
            Map<String, String> notSoftware) {
        StringBuilder md =
                new StringBuilder(
                        "# Exigences et preuves\n\nExigences prouvées : "
                                + proven.size()
                                + " sur "
                                + catalogue.size()
                                + ".\n\n| Domaine | Prouvées | Total |\n|---|---:|---:|\n");
        areas(catalogue)
                .forEach((area, requirements) ->
                        md.append("| ")
                                .append(area)
                                .append(" | ")
                                .append(
                                        requirements.stream()
                                                .filter(r -> proven.containsKey(r.id()))
                                                .count())
                                .append(" | ")
                                .append(requirements.size())
                                .append(" |\n"));
        md.append("\n## Prouvées\n\n");
        proven.forEach((id, tests) -> {
            md.append("- ").append(catalogue.get(id).line()).append('\n');
            tests.forEach(test -> md.append("  - `").append(test).append("`\n"));
        });
        md.append("\n## Pas encore prouvées\n\n");
        catalogue.values().stream()
                .filter(r -> !proven.containsKey(r.id()) && !notSoftware.containsKey(r.id()))
                .forEach(r -> md.append("- ").append(r.line()).append('\n'));
        md.append("\n## Hors de portée d’un logiciel\n\n");
        notSoftware.forEach((id, why) ->
                md.append("- ")
                        .append(catalogue.containsKey(id) ? catalogue.get(id).line() : id)
                        .append("  \n  Pourquoi : ")
                        .append(why)
                        .append('\n'));
        return md.toString();
    }

    /**
     * The rows under the header of a file of RFC 4180: commas, quotes doubled inside quotes, line
     * breaks allowed there.
     */
    private static List<List<String>> csv(Path file, int columns) throws IOException {
        String text = Files.readString(file);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\n' && c != '\r') {
                cell.append(c);
            } else if (c != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        if (!row.isEmpty() || cell.length() > 0) {
            row.add(cell.toString());
            rows.add(row);
        }
        for (List<String> r : rows) {
            if (r.size() != columns)
                throw new IOException(
                        file
                                + " : "
                                + columns
                                + " colonnes attendues, "
                                + r.size()
                                + " trouvées : "
                                + r.get(0));
        }
        return rows.isEmpty() ? rows : rows.subList(1, rows.size());
    }

    private record Requirement(String id, String sentence, String rule, String area) {
        String line() {
            return "**" + id + "** " + sentence + (rule.isEmpty() ? "" : " *(" + rule + ")*");
        }
    }
}

package fr.maillage.bench;

import static fr.maillage.bench.Bench.OUT;
import static fr.maillage.bench.Bench.since;

import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.Source;
import fr.maillage.platform.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/// The national directory at its size: a full import until it can be searched, the refresh of a
/// week later and the same file again, each beside a plain COPY of the same file into a logged
/// table of its 56 columns as text, in the same run.
///
/// `-Dlines=2200000`: fewer for a try.
public final class DirectoryBenchmark {

    private static final long LINES = Long.getLong("lines", 2_200_000);

    private DirectoryBenchmark() {}

    /// See [DirectoryBenchmark].
    public static void main(String[] args) throws Exception {
        var file = Path.of("target", "PS_LibreAcces_Personne_activite_" + LINES + ".txt");
        var later = Path.of("target", "PS_LibreAcces_Personne_activite_" + LINES + "_later.txt");
        var made = new NationalDirectory(7);
        if (!Files.exists(later)) {
            made.write(file, LINES);
            made.weekLater(file, later);
        }
        OUT.printf(
                Locale.ROOT,
                "%,d lignes, %,d Mo ; une semaine après : %,d Mo%n",
                LINES,
                Files.size(file) >> 20,
                Files.size(later) >> 20);
        try (var application =
                Bench.start("maillage.data=target/directoryvar", "maillage.demonstration=false")) {
            var owner = application.getBean(Owner.class);
            var files = application.getBean(DirectoryFiles.class);
            try (var connection = owner.connect()) {
                forget(connection);
                double floor = Math.min(copy(connection, file), copy(connection, file));
                OUT.printf(Locale.ROOT, "Plancher, COPY de 56 colonnes : %.1f s%n", floor);
                told("Import complet (but : 2,5)", load(files, file), floor);
                told("Une semaine après (but : 1)", load(files, later), floor);
                told("Le même fichier", load(files, later), floor);
                memory();
                try (var statement = connection.createStatement();
                        var row =
                                statement.executeQuery(
                                        "select source, state, lines, wrong, warned, before, added, removed, extract(epoch from ended_at - begun_at) from directory.edition order by begun_at")) {
                    while (row.next())
                        OUT.printf(
                                "  %s %s lignes=%d écartées=%d remarques=%d avant=%d venues=%d parties=%d %.1f s%n",
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getDouble(9));
                }
            }
        }
    }

    private static void memory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        OUT.printf(
                Locale.ROOT,
                "Mémoire après : %d Mo de %d%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
    }

    private static void told(String what, double seconds, double floor) {
        OUT.printf(
                Locale.ROOT,
                "%s : %.1f s, %.2f fois le plancher%n",
                what,
                seconds,
                seconds / floor);
    }

    private static double load(DirectoryFiles files, Path file) {
        var begun = System.nanoTime();
        files.load(Source.PERSONNES, file, file.getFileName().toString(), "banc", false);
        return since(begun);
    }

    private static void forget(Connection connection) throws SQLException {
        execute(connection, "delete from directory.edition");
        execute(connection, "truncate directory.activity, directory.name, directory.term");
    }

    private static double copy(Connection connection, Path file) throws SQLException, IOException {
        var columns =
                IntStream.rangeClosed(1, 57)
                        .mapToObj(i -> "c" + i + " text")
                        .collect(Collectors.joining(", "));
        execute(connection, "drop table if exists directory.floor");
        execute(connection, "create table directory.floor (" + columns + ")");
        var begun = System.nanoTime();
        try (var in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy directory.floor from stdin (format csv, delimiter '|', quote E'\\x01', header)",
                            in,
                            1 << 16);
        }
        double seconds = since(begun);
        execute(connection, "drop table directory.floor");
        return seconds;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}

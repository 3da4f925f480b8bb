package fr.maillage.bench;

import static fr.maillage.bench.Bench.OUT;

import fr.maillage.bench.SearchQueries.Query;
import fr.maillage.directory.DirectoryFiles;
import fr.maillage.directory.Finder;
import fr.maillage.directory.Source;
import fr.maillage.platform.Owner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one box at the size of the country: a stated set of queries drawn from the directory itself,
/// each with its known answer, asked of the one box (reading what was typed included, in one
/// transaction as a page does) and, in the same run, of the plain way: the trigram query (GIN over
/// the name without accents, ordered by similarity, the first 20) for names, the distance computed
/// for every commune for what is near. Both are warmed by as many queries of another draw.
///
/// `-Dlines=2200000`: fewer for a try. `-Dqueries=200`: of each kind. `-Dmissed=true`: says which
/// queries the one box did not answer.
public final class SearchBenchmark {

    private static final long LINES = Long.getLong("lines", 2_200_000);
    private static final int SHOWN = 20;
    private static final boolean MISSED = Boolean.getBoolean("missed");

    private final Finder finder;
    private final Connection connection;
    private final TransactionTemplate page;

    private SearchBenchmark(
            Finder finder, PlatformTransactionManager transactions, Connection connection) {
        this.finder = finder;
        this.page = new TransactionTemplate(transactions);
        this.page.setReadOnly(true);
        this.connection = connection;
    }

    /// See [SearchBenchmark].
    public static void main(String[] args) throws Exception {
        var file = Path.of("target", "PS_LibreAcces_Personne_activite_" + LINES + ".txt");
        if (!Files.exists(file)) new NationalDirectory(7).write(file, LINES);
        try (var application =
                        Bench.start(
                                "maillage.data=target/searchvar" + LINES,
                                "maillage.demonstration=false");
                var connection = application.getBean(Owner.class).connect()) {
            var bench =
                    new SearchBenchmark(
                            application.getBean(Finder.class),
                            application.getBean(PlatformTransactionManager.class),
                            connection);
            if (bench.count("select count(*) from directory.activity") == 0)
                application
                        .getBean(DirectoryFiles.class)
                        .load(Source.PERSONNES, file, file.getFileName().toString(), "banc", false);
            bench.floors();
            OUT.printf(
                    Locale.ROOT,
                    "%,d activités, %,d personnes, %,d structures ; %d réponses demandées%n",
                    bench.count("select count(*) from directory.activity"),
                    bench.count("select count(*) from directory.floor"),
                    bench.count("select count(*) from directory.organization"),
                    SHOWN);
            OUT.printf(
                    "%-34s %10s %10s %8s | %10s %10s %8s | %8s %8s%n",
                    "",
                    "boîte p50",
                    "p95",
                    "rappel",
                    "plat p50",
                    "p95",
                    "rappel",
                    "p50 ×",
                    "p95 ×");
            var count = Integer.getInteger("queries", 200);
            var asked = new SearchQueries(connection, count, 11);
            var before = new SearchQueries(connection, count, 12);
            bench.compare("Début exact (but : p95 ≥ 30 ×)", before.prefixes(), asked.prefixes());
            bench.compare("Nom, une faute (but : p95 ≥ 20 ×)", before.oneError(), asked.oneError());
            bench.compare("Nom et commune", before.inCommune(), asked.inCommune());
            bench.compare("Profession à moins de 15 km", before.near(), asked.near());
            bench.compare("Structure et commune", before.structures(), asked.structures());
        }
    }

    /// What the plain way needs: one line a person with a trigram index, and structures.
    private void floors() throws SQLException {
        execute(
                "create table if not exists directory.floor as select distinct on (pp_id) pp_id, family_key || ' ' || given_key as key, commune_code, family_key, given_key from directory.activity order by pp_id");
        execute(
                "create index if not exists floor_name on directory.floor using gin (key public.gin_trgm_ops)");
        if (count("select count(*) from directory.organization") == 0)
            SearchQueries.structures(connection);
        execute("analyze");
    }

    private void compare(String what, List<Query> warming, List<Query> queries)
            throws SQLException {
        for (var query : warming) box(query);
        var box = new Measured();
        for (var query : queries) {
            var begun = System.nanoTime();
            var found = box(query);
            box.add(System.nanoTime() - begun, query.recall(found));
            if (MISSED && query.recall(found) < 1)
                OUT.printf(Locale.ROOT, "  manqué : %s (%.1f ms)%n", query.typed(), box.last());
        }
        var plain = new Measured();
        try (var statement = connection.prepareStatement(queries.getFirst().plain())) {
            for (var query : warming) plain(statement, query);
            for (var query : queries) {
                var begun = System.nanoTime();
                var found = plain(statement, query);
                plain.add(System.nanoTime() - begun, query.recall(found));
            }
        }
        OUT.printf(
                Locale.ROOT,
                "%-34s %7.2f ms %7.2f ms %7.1f%% | %7.2f ms %7.2f ms %7.1f%% | %7.1f× %7.1f×%n",
                what,
                box.at(0.5),
                box.at(0.95),
                100 * box.recall(),
                plain.at(0.5),
                plain.at(0.95),
                100 * plain.recall(),
                plain.at(0.5) / box.at(0.5),
                plain.at(0.95) / box.at(0.95));
    }

    private List<String> box(Query query) {
        return Objects.requireNonNull(page.execute(_ -> answers(query.typed())));
    }

    /// As the page of the directory does it.
    private List<String> answers(String typed) {
        var read = finder.understand(typed, null);
        if (read.otherwise() == null) return find(read, true);
        var there = find(read, false);
        if (!there.isEmpty()) return there;
        var called = find(finder.understand(read.otherwise(), null), true);
        return called.isEmpty() ? find(read, true) : called;
    }

    private List<String> find(Finder.Understood read, boolean alike) {
        return finder
                .find(
                        new Finder.Wanted(
                                EnumSet.allOf(Finder.Nature.class),
                                read.name(),
                                read.number(),
                                read.professions(),
                                read.expertises(),
                                read.kinds(),
                                read.need(),
                                read.place(),
                                read.km() == null ? 15 : read.km(),
                                read.mode(),
                                read.free(),
                                null,
                                alike),
                        SHOWN)
                .stream()
                .map(Finder.Hit::ref)
                .toList();
    }

    private static List<String> plain(PreparedStatement statement, Query query)
            throws SQLException {
        for (int i = 0; i < query.values().size(); i++)
            statement.setObject(i + 1, query.values().get(i));
        var found = new ArrayList<String>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }

    private long count(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /// Times in nanoseconds, and how much of the known answers was found.
    private static final class Measured {

        private final List<Long> times = new ArrayList<>();
        private double found;

        void add(long nanoseconds, double recall) {
            times.add(nanoseconds);
            found += recall;
        }

        double last() {
            return times.getLast() / 1e6;
        }

        double at(double share) {
            var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))]
                    / 1e6;
        }

        double recall() {
            return found / times.size();
        }
    }
}

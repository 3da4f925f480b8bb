package fr.maillage.bench;

import static fr.maillage.bench.Bench.OUT;
import static fr.maillage.bench.Bench.since;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Ma journée, search and the page of a person on the demonstration region, by 8 clients at once,
/// beside a bare page of the same server. Prints start to first page, p50, p95, requests a second,
/// ratios to the floor, memory after.
public final class PagesBenchmark {

    private final String address;
    private final List<String> persons;

    private PagesBenchmark(String address, List<String> persons) {
        this.address = address;
        this.persons = persons;
    }

    /// No argument; the data are those of `target/benchvar`, loaded by a first start when missing.
    public static void main(String[] args) throws Exception {
        var begun = System.nanoTime();
        try (var application = Bench.start("maillage.scheduled=true")) {
            var address = Bench.address(application);
            var first = new Browser(address);
            first.get("/connexion");
            OUT.printf(Locale.ROOT, "Démarrage jusqu’à la première page : %.1f s%n", since(begun));
            first.signIn();
            var persons = first.persons();
            // work of the start (alerts of the whole region) ends before anything is measured
            Thread.sleep(10_000);
            new PagesBenchmark(address, persons).run();
            System.gc();
            var runtime = Runtime.getRuntime();
            OUT.printf(
                    Locale.ROOT,
                    "Mémoire après : tas %d Mo, processus Java %s, PostgreSQL %s%n",
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                    megabytes(resident(ProcessHandle.current())),
                    megabytes(
                            ProcessHandle.allProcesses()
                                    .filter(process -> isOurPostgres(process))
                                    .mapToLong(PagesBenchmark::resident)
                                    .sum()));
        }
    }

    private static boolean isOurPostgres(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", process.pid() + "", "cmdline"))
                            .contains("postgres")
                    && ours(process);
        } catch (IOException _) {
            return false; // gone, or no /proc here
        }
    }

    /// Of the data directory of this run: the server, or a child of it.
    private static boolean ours(ProcessHandle process) throws IOException {
        var data = Path.of("target/benchvar/pgdata/postmaster.pid");
        if (!Files.exists(data)) return false;
        var server = Long.parseLong(Files.readAllLines(data).getFirst().strip());
        return process.pid() == server
                || process.parent().map(parent -> parent.pid() == server).orElse(false);
    }

    /// Private and shared memory of a process in bytes, shared memory divided among those who share
    /// it; 0 where the system does not say.
    private static long resident(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", process.pid() + "", "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }

    private static String megabytes(long bytes) {
        return bytes == 0 ? "inconnu" : (bytes >> 20) + " Mo";
    }

    private void run() throws Exception {
        var words = List.of("ler", "dura", "ben", "marti", "vass", "delat", "caron", "wiar");
        var clients = new Clients(address);
        var figures =
                List.of(
                        clients.floor(persons),
                        clients.measure("Ma journée", (c, _) -> c.get("/journee")),
                        clients.measure(
                                "Recherche (3 à 5 lettres)",
                                (c, i) ->
                                        c.post(
                                                "/dossiers/recherche/palette",
                                                "q=" + words.get(i % words.size()))),
                        clients.measure(
                                "Page d’une personne",
                                (c, i) -> c.get("/dossiers/" + persons.get(i % persons.size()))));
        clients.print(figures);
    }
}

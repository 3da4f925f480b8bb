package fr.maillage.bench;

import static fr.maillage.bench.Bench.OUT;
import static fr.maillage.bench.Bench.since;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// People at once, each doing the same act again and again: how long one takes, how many a second,
/// beside the first that was measured.
final class Clients {

    private static final int ROUNDS = Integer.getInteger("rounds", 150);

    private final String address;
    private final int count;
    private final int rounds;

    /// Eight, 150 times each.
    Clients(String address) {
        this(address, 8, ROUNDS);
    }

    Clients(String address, int count, int rounds) {
        this.address = address;
        this.count = count;
        this.rounds = rounds;
    }

    /// What one does, for the nth time.
    @FunctionalInterface
    interface Act {
        void on(Browser client, int turn) throws IOException, InterruptedException;
    }

    /// What is done once by each client before it is measured: the act it then repeats.
    @FunctionalInterface
    interface Ready {
        Act before(Browser client, int number) throws IOException, InterruptedException;
    }

    /// Milliseconds, and acts a second by all of them.
    record Figures(String name, double p50, double p95, double perSecond) {}

    /// What the others are compared with: one indexed query, one line of HTML.
    Figures floor(List<String> persons) throws Exception {
        return measure(
                "Plancher (une requête indexée)",
                (c, i) -> c.get("/plancher/" + persons.get(i % persons.size())));
    }

    Figures measure(String name, Act act) throws Exception {
        return prepared(name, (_, _) -> act);
    }

    Figures prepared(String name, Ready ready) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            var clients = new ArrayList<Browser>();
            var acts = new ArrayList<Act>();
            for (var i = 0; i < count; i++) {
                var client = new Browser(address);
                client.signIn();
                clients.add(client);
                acts.add(ready.before(client, i));
            }
            times(threads, clients, acts, rounds * 2 / 5);
            var begun = System.nanoTime();
            var all = times(threads, clients, acts, rounds);
            var seconds = since(begun);
            Arrays.sort(all);
            return new Figures(
                    name,
                    all[all.length / 2] / 1e6,
                    all[(int) (all.length * 0.95)] / 1e6,
                    all.length / seconds);
        }
    }

    /// A table; the first of them is the floor the others are compared with.
    void print(List<Figures> figures) {
        var floor = figures.getFirst();
        OUT.printf(
                "%-34s %9s %9s %9s %14s %14s %14s%n",
                count == 1 ? "1 client" : count + " clients",
                "p50 ms",
                "p95 ms",
                "req/s",
                "p50 ÷ plancher",
                "p95 ÷ plancher",
                "plancher ÷ r/s");
        for (var f : figures) {
            OUT.printf(
                    Locale.ROOT,
                    "%-34s %9.1f %9.1f %9.0f %14.1f %14.1f %14.1f%n",
                    f.name(),
                    f.p50(),
                    f.p95(),
                    f.perSecond(),
                    f.p50() / floor.p50(),
                    f.p95() / floor.p95(),
                    floor.perSecond() / f.perSecond());
        }
    }

    private static long[] times(
            ExecutorService threads, List<Browser> clients, List<Act> acts, int rounds)
            throws InterruptedException, ExecutionException {
        var running = new ArrayList<Future<long[]>>();
        for (var n = 0; n < clients.size(); n++) {
            var client = clients.get(n);
            var act = acts.get(n);
            running.add(
                    threads.submit(() -> {
                        var mine = new long[rounds];
                        for (var i = 0; i < rounds; i++) {
                            var begun = System.nanoTime();
                            act.on(client, i);
                            mine[i] = System.nanoTime() - begun;
                        }
                        return mine;
                    }));
        }
        var all = new ArrayList<long[]>();
        for (var one : running) all.add(one.get());
        return all.stream().flatMapToLong(Arrays::stream).toArray();
    }
}

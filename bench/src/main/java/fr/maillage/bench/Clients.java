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

/// Eight people at once, each doing the same act again and again: how long one takes, how many a
/// second, beside the first that was measured.
final class Clients {

    static final int COUNT = 8;
    private static final int WARM = 60;
    private static final int ROUNDS = Integer.getInteger("rounds", 150);

    private final String address;

    Clients(String address) {
        this.address = address;
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

    Figures measure(String name, Act act) throws Exception {
        return prepared(name, (_, _) -> act);
    }

    Figures prepared(String name, Ready ready) throws Exception {
        try (var threads = Executors.newFixedThreadPool(COUNT)) {
            var clients = new ArrayList<Browser>();
            var acts = new ArrayList<Act>();
            for (var i = 0; i < COUNT; i++) {
                var client = new Browser(address);
                client.signIn();
                clients.add(client);
                acts.add(ready.before(client, i));
            }
            times(threads, clients, acts, WARM);
            var begun = System.nanoTime();
            var all = times(threads, clients, acts, ROUNDS);
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
                "%-34s %9s %9s %9s %14s %14s%n",
                COUNT + " clients",
                "p50 ms",
                "p95 ms",
                "req/s",
                "p50 ÷ plancher",
                "plancher ÷ r/s");
        for (var f : figures) {
            OUT.printf(
                    Locale.ROOT,
                    "%-34s %9.1f %9.1f %9.0f %14.1f %14.1f%n",
                    f.name(),
                    f.p50(),
                    f.p95(),
                    f.perSecond(),
                    f.p50() / floor.p50(),
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

package fr.maillage.bench;

import fr.maillage.App;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Ma journée, search and the page of a person on the demonstration region, by 8 clients at once,
/// beside a bare page of the same server. Prints start to first page, p50, p95, requests a second,
/// ratios to the floor, memory after.
public final class PagesBenchmark {

    private static final int CLIENTS = 8;
    private static final int WARM = 60;
    private static final int ROUNDS = 150;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern PERSON = Pattern.compile("/dossiers/([0-9a-f-]{36})\"");

    private final String address;
    private final List<String> persons;

    private PagesBenchmark(String address, List<String> persons) {
        this.address = address;
        this.persons = persons;
    }

    /// No argument; the data are those of `target/benchvar`, loaded by a first start when missing.
    public static void main(String[] args) throws Exception {
        var begun = System.nanoTime();
        try (var application =
                new SpringApplicationBuilder(App.class, BarePage.class)
                        .run(
                                "--server.port=0",
                                "--maillage.data=target/benchvar",
                                "--logging.level.fr.maillage=WARN")) {
            var address =
                    "http://localhost:"
                            + application.getEnvironment().getProperty("local.server.port");
            var first = new Client(address);
            first.get("/connexion");
            System.out.printf(
                    Locale.ROOT,
                    "Démarrage jusqu’à la première page : %.1f s%n",
                    (System.nanoTime() - begun) / 1e9);
            first.signIn();
            var list = first.get("/dossiers");
            var persons = PERSON.matcher(list).results().map(m -> m.group(1)).distinct().toList();
            new PagesBenchmark(address, persons).run();
            System.gc();
            var runtime = Runtime.getRuntime();
            System.out.printf(
                    Locale.ROOT,
                    "Mémoire vive du tas après ramassage : %d Mo%n",
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }

    @FunctionalInterface
    private interface Act {
        void on(Client client, int turn) throws IOException, InterruptedException;
    }

    private record Figures(String name, double p50, double p95, double perSecond) {}

    private void run() throws Exception {
        var words = List.of("ler", "dura", "ben", "marti", "vass", "delat", "caron", "wiar");
        var floor =
                measure(
                        "Plancher (une requête indexée)",
                        (c, i) -> c.get("/plancher/" + persons.get(i % persons.size())));
        var figures =
                List.of(
                        floor,
                        measure("Ma journée", (c, _) -> c.get("/journee")),
                        measure(
                                "Recherche (3 à 5 lettres)",
                                (c, i) ->
                                        c.post(
                                                "/dossiers/recherche/palette",
                                                "q=" + words.get(i % words.size()))),
                        measure(
                                "Page d’une personne",
                                (c, i) -> c.get("/dossiers/" + persons.get(i % persons.size()))));
        System.out.printf(
                "%-34s %9s %9s %9s %14s%n",
                CLIENTS + " clients", "p50 ms", "p95 ms", "req/s", "p50 ÷ plancher");
        for (var f : figures) {
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %9.1f %9.1f %9.0f %14.1f%n",
                    f.name(),
                    f.p50(),
                    f.p95(),
                    f.perSecond(),
                    f.p50() / floor.p50());
        }
    }

    private Figures measure(String name, Act act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Client>();
            for (var i = 0; i < CLIENTS; i++) {
                var client = new Client(address);
                client.signIn();
                clients.add(client);
            }
            times(threads, clients, act, WARM);
            var begun = System.nanoTime();
            var all = times(threads, clients, act, ROUNDS);
            var seconds = (System.nanoTime() - begun) / 1e9;
            Arrays.sort(all);
            return new Figures(
                    name,
                    all[all.length / 2] / 1e6,
                    all[(int) (all.length * 0.95)] / 1e6,
                    all.length / seconds);
        }
    }

    private static long[] times(
            java.util.concurrent.ExecutorService threads, List<Client> clients, Act act, int rounds)
            throws InterruptedException, ExecutionException {
        var running = new ArrayList<Future<long[]>>();
        for (var client : clients) {
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

    /// One browser's worth of cookies, signed in as the first coordinator of the demonstration.
    private static final class Client {
        private final String address;
        private final HttpClient http =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
        private @Nullable String token;

        Client(String address) {
            this.address = address;
        }

        void signIn() throws IOException, InterruptedException {
            var page = get("/connexion");
            var coordinator =
                    Pattern.compile(
                                    "Coordonnateur.*?name=\"identifiant\" value=\"([^\"]+)\"",
                                    Pattern.DOTALL)
                            .matcher(page);
            if (!coordinator.find())
                throw new IllegalStateException("no coordinator among the demonstration people");
            post(
                    "/connexion",
                    "identifiant="
                            + URLEncoder.encode(coordinator.group(1), StandardCharsets.UTF_8)
                            + "&motdepasse=maillage");
            get("/journee");
        }

        String get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(address + path)).GET().build());
        }

        String post(String path, String fields) throws IOException, InterruptedException {
            return send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(fields + "&_csrf=" + token))
                            .build());
        }

        private String send(HttpRequest request) throws IOException, InterruptedException {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200)
                throw new IllegalStateException(
                        request.uri().getPath().replaceAll("[0-9a-f-]{36}", "…")
                                + " answers "
                                + answer.statusCode());
            var found = TOKEN.matcher(answer.body());
            if (found.find()) token = found.group(1);
            return answer.body();
        }
    }
}

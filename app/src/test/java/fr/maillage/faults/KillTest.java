package fr.maillage.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.platform.internal.SideDatabases;
import fr.maillage.testing.IntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/// Processes killed at random points of a sweep, of a change of version, of a merge of files, of an
/// import, each on its own copy of one database. The next process takes the work up again, and the
/// whole database must then be what an undisturbed run leaves: nothing lost, nothing doubled.
///
/// `-Dmaillage.kills=200` for more of them, shared over the four works; `-Dmaillage.seed=…` for the
/// same ones again.
@IntegrationTest
class KillTest {

    private static final int KILLS = Integer.getInteger("maillage.kills", 20);
    private static final long SEED = Long.getLong("maillage.seed", System.nanoTime());
    private static final int LANES = 2;
    private static final Path LOGS = Path.of("target/kill");
    private static final String BASE = "kill_base";

    @Value("${maillage.data}")
    private Path server;

    private SideDatabases databases;
    private final Map<Work, Integer> points = new EnumMap<>(Work.class);
    private final Map<Work, TreeMap<String, List<String>>> expected = new EnumMap<>(Work.class);
    private final AtomicInteger processes = new AtomicInteger();
    private Set<String> known = Set.of();

    /// @param at which statement or commit, from 1
    private record Kill(
            int number, Work work, int at, Death.When when, long moment, String database) {

        @Override
        public String toString() {
            return "%d : %s, %s l’échange %d".formatted(number, work, when, at);
        }
    }

    @BeforeEach
    void undisturbed() throws Exception {
        Files.createDirectories(LOGS);
        databases = new SideDatabases(server);
        databases.create(BASE);
        try (var connection = databases.everything(BASE);
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table public.kill_world (rank serial, role text not null, id uuid not null)");
            statement.execute(
                    "grant select, insert on public.kill_world to maillage_app; grant usage on public.kill_world_rank_seq to maillage_app");
        }
        ends(0, "prepare", BASE);
        try (var connection = databases.everything(BASE)) {
            known = Whole.ids(connection);
        }
        var steps = new ArrayList<String>();
        for (var work : Work.values()) {
            databases.copy(BASE, whole(work));
            steps.addAll(List.of("whole", whole(work), work.name()));
        }
        var told = ends(0, steps.toArray(String[]::new));
        for (var work : Work.values()) {
            var line =
                    Pattern.compile("fait " + whole(work) + " " + work + " (\\d+)").matcher(told);
            assertThat(line.find()).as(told).isTrue();
            points.put(work, Integer.parseInt(line.group(1)));
            expected.put(work, content(whole(work)));
        }
    }

    @AfterEach
    void gone() throws Exception {
        for (var work : Work.values()) databases.drop(whole(work));
        databases.drop(BASE);
    }

    @Test
    void whenever_a_process_dies_the_next_one_leaves_what_an_undisturbed_one_does()
            throws Exception {
        // what is compared is worth comparing: each work changes the database
        assertThat(points.values()).allMatch(n -> n > 5);
        assertThat(count(Work.IMPORT, "patient.patient", "REPRISE")).isEqualTo(8);
        assertThat(count(Work.VERSION, "careplan.pps", "\"number\": 2")).isEqualTo(2);
        assertThat(count(Work.MERGE, "patient.merge", "")).isEqualTo(2);
        assertThat(count(Work.SWEEP, "followup.alert", "CONSULTATION_NON_FAITE")).isGreaterThan(5);
        assertThat(count(Work.SWEEP, "followup.alert", "CAUSE_DISPARUE")).isGreaterThan(5);

        var begun = System.nanoTime();
        System.out.printf(
                "%d morts, -Dmaillage.seed=%d, échanges avec la base : %s%n", KILLS, SEED, points);
        var kills = kills(new SplittableRandom(SEED));
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            var running = new ArrayList<Future<?>>();
            for (int lane = 0; lane < LANES; lane++) {
                int first = lane;
                running.add(
                        lanes.submit(() -> {
                            die(
                                    IntStream.range(0, kills.size())
                                            .filter(n -> n % LANES == first)
                                            .mapToObj(kills::get)
                                            .toList());
                            return null;
                        }));
            }
            for (var lane : running) lane.get();
        }
        System.out.printf(
                "%d morts, %d processus, %d s%n",
                KILLS, processes.get(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
    }

    private List<Kill> kills(SplittableRandom random) {
        var kills = new ArrayList<Kill>();
        var works = Work.values();
        for (int n = 0; n < KILLS; n++) {
            var work = works[n % works.length];
            kills.add(
                    new Kill(
                            n,
                            work,
                            1 + random.nextInt(points.get(work)),
                            Death.When.values()[random.nextInt(Death.When.values().length)],
                            random.nextLong(5_000_000),
                            "kill_" + n));
        }
        return kills;
    }

    /// One process after the other: each takes up the work of the one that died, then begins
    /// another and dies of it.
    private void die(List<Kill> kills) throws Exception {
        @Nullable Kill left = null;
        for (var kill : kills) {
            databases.copy(BASE, kill.database());
            var steps = new ArrayList<String>();
            if (left != null) steps.addAll(resume(left));
            steps.addAll(
                    List.of(
                            "die",
                            kill.database(),
                            kill.work().name(),
                            String.valueOf(kill.at()),
                            kill.when().name(),
                            String.valueOf(kill.moment())));
            var told = ends(Death.CODE, steps.toArray(String[]::new));
            if (left != null) same(left, told);
            left = kill;
        }
        if (left != null) same(left, ends(0, resume(left).toArray(String[]::new)));
    }

    private static List<String> resume(Kill kill) {
        return List.of("resume", kill.database(), kill.work().name());
    }

    private void same(Kill kill, String told) throws Exception {
        assertThat(told).as("%s", kill).contains("fait " + kill.database() + " ");
        assertThat(Whole.differences(expected.get(kill.work()), content(kill.database())))
                .as("%s", kill)
                .isEmpty();
        databases.drop(kill.database());
    }

    private TreeMap<String, List<String>> content(String database) throws Exception {
        try (var connection = databases.everything(database)) {
            return Whole.of(connection, known);
        }
    }

    private long count(Work work, String table, String words) {
        return expected.get(work).get(table).stream().filter(line -> line.contains(words)).count();
    }

    private static String whole(Work work) {
        return "kill_whole_" + work.name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Runs a process to its end; what it said.
    private String ends(int code, String... steps) throws IOException, InterruptedException {
        var log = LOGS.resolve(processes.incrementAndGet() + ".log");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "-Xmx512m",
                                "-Duser.timezone=UTC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SlimWork.class.getName()));
        command.addAll(Arrays.asList(steps));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SERVER", databases.url(""));
        builder.environment().put("PASSWORD", databases.password());
        var process = builder.start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).as(log.toString()).isTrue();
        } finally {
            process.destroyForcibly();
        }
        var told = Files.readString(log);
        assertThat(process.exitValue()).as("%s: %s", String.join(" ", steps), told).isEqualTo(code);
        return told;
    }
}

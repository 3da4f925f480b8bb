package fr.maillage.bench;

import fr.maillage.App;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// What every benchmark begins with.
final class Bench {

    static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Bench() {}

    /// The application on the demonstration region of `target/benchvar`, loaded by a first start
    /// when missing, with nothing but what is measured at work.
    static ConfigurableApplicationContext start(String... arguments) {
        var all =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--maillage.data=target/benchvar",
                                "--maillage.scheduled=false",
                                "--logging.level.fr.maillage=WARN"));
        all.addAll(List.of(arguments)); // the last of two holds
        return new SpringApplicationBuilder(App.class, BarePage.class)
                .run(all.toArray(String[]::new));
    }

    static String address(ConfigurableApplicationContext application) {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    /// Seconds since [System#nanoTime] was `begun`.
    static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}

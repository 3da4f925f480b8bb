package fr.maillage.bench;

import fr.maillage.App;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// What every benchmark begins with.
final class Bench {

    static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Bench() {}

    /// The application on the demonstration region of `target/benchvar`, loaded by a first start
    /// when missing, with nothing but what is measured at work.
    ///
    /// @param options « server.port=0 »: the last of two of a name holds
    static ConfigurableApplicationContext start(String... options) {
        var all = new LinkedHashMap<String, String>();
        Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "maillage.data=target/benchvar",
                                "maillage.scheduled=false",
                                "logging.level.fr.maillage=WARN"),
                        Stream.of(options))
                .forEach(o -> all.put(o.substring(0, o.indexOf('=')), "--" + o));
        return new SpringApplicationBuilder(App.class, BarePage.class)
                .run(all.values().toArray(String[]::new));
    }

    static String address(ConfigurableApplicationContext application) {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    /// Seconds since [System#nanoTime] was `begun`.
    static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}

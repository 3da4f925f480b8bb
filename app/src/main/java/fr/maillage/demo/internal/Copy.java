package fr.maillage.demo.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Rows on their way to the tables by COPY, in PostgreSQL's text format. They wait in memory until
/// [#flush()] hands them over, table after table in the order of foreign keys, to a thread that
/// writes them while the next are made; whoever makes many flushes every few dozen persons, so that
/// memory stays the same whatever the size. Before any other statement on the connection,
/// [#written()].
final class Copy implements AutoCloseable {

    private final PGConnection connection;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("copy").factory());
    private Map<Into, StringBuilder> waiting = new EnumMap<>(Into.class);
    private Map<Into, StringBuilder> spare = new EnumMap<>(Into.class);
    private Future<?> writing = CompletableFuture.completedFuture(null);
    private long rows;

    Copy(PGConnection connection) {
        this.connection = connection;
    }

    /// Adds a row: one value for each column of `into`, in order.
    void add(Into into, @Nullable Object... values) {
        if (values.length != into.width()) {
            throw new IllegalArgumentException(
                    into + " takes " + into.width() + " values, not " + values.length);
        }
        var text = waiting.computeIfAbsent(into, _ -> new StringBuilder(1 << 16));
        for (int i = 0; i < values.length; i++) {
            if (i > 0) text.append('\t');
            write(text, values[i]);
        }
        text.append('\n');
        rows++;
    }

    /// Rows added so far.
    long rows() {
        return rows;
    }

    /// Hands over what waits, once what was handed over before is written. Throws the failure of
    /// that one.
    void flush() throws SQLException {
        await();
        var full = waiting;
        waiting = spare;
        spare = full;
        writing =
                writer.submit(() -> {
                    write(full);
                    return null;
                });
    }

    /// Writes everything, and waits for it.
    void written() throws SQLException {
        flush();
        await();
    }

    @Override
    public void close() {
        writer.shutdown();
    }

    private void await() throws SQLException {
        try {
            writing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rows were written", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) throw cause;
            throw new IllegalStateException("rows could not be written", e.getCause());
        }
    }

    private void write(Map<Into, StringBuilder> full) throws SQLException {
        for (var table : full.entrySet()) {
            var text = table.getValue();
            if (text.isEmpty()) continue;
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            try {
                connection
                        .getCopyAPI()
                        .copyIn(
                                table.getKey().copyStatement(),
                                new ByteArrayInputStream(bytes),
                                1 << 16);
            } catch (IOException e) {
                throw new UncheckedIOException("COPY into " + table.getKey().table(), e);
            }
        }
    }

    private static void write(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String s -> escape(text, s);
            case Boolean b -> text.append(b ? 't' : 'f');
            case Instant i -> text.append(i);
            case Collection<?> c -> escape(text, array(c));
            default -> text.append(value); // numbers, dates, times, UUID: no character to escape
        }
    }

    private static String array(Collection<?> values) {
        return values.stream()
                .map(v ->
                        v instanceof String s
                                ? '"' + s.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                                : String.valueOf(v))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void escape(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}

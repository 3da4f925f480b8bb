package fr.maillage.documents.internal;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/// ClamAV over TCP, by the command `INSTREAM`: pieces preceded by their length, an empty one at the
/// end, then one line. Anything but that line, whole and after the end, counts as silence: a file
/// is never said clean by half an answer. Source: clamd(8).
final class Clamd implements VirusCheck {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1000;
    private static final Duration EARLY = Duration.ofMillis(40);
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");

    private final String host;
    private final int port;
    private final Duration timeout;

    private Clamd(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    /// @param address `host:port`. Throws `IllegalArgumentException` when it is not
    static Clamd at(String address, Duration timeout) {
        var colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}"))
            throw new IllegalArgumentException("maillage.documents.antivirus must be host:port");
        return new Clamd(
                address.substring(0, colon),
                Integer.parseInt(address.substring(colon + 1)),
                timeout);
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public Verdict look(Path file) {
        var until = System.nanoTime() + timeout.toNanos();
        try (var socket = new Socket();
                var _ = closing(socket, timeout)) {
            socket.connect(new InetSocketAddress(host, port), millis(until));
            socket.setSoTimeout(millis(until));
            var answers = socket.getInputStream();
            var out =
                    new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            try (var in = Files.newInputStream(file)) {
                var piece = new byte[PIECE];
                for (int read; (read = in.read(piece)) > 0; ) {
                    out.writeInt(read);
                    out.write(piece, 0, read);
                    out.flush();
                    if (answers.available() > 0) return new Verdict.Silent("answered too early");
                    millis(until);
                }
            }
            // all but the end was sent: whoever answers now did not read what it speaks of
            Thread.sleep(EARLY);
            if (answers.available() > 0) return new Verdict.Silent("answered too early");
            out.writeInt(0);
            out.flush();
            return verdict(line(answers, socket, until));
        } catch (IOException e) {
            return new Verdict.Silent(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict.Silent("interrupted");
        }
    }

    /// Writing has no timeout of its own: a clamd that stops reading is hung up on.
    private static Watch closing(Socket socket, Duration after) {
        var watch =
                Thread.startVirtualThread(() -> {
                    try {
                        Thread.sleep(after);
                        socket.close();
                    } catch (InterruptedException | IOException _) {
                        Thread.currentThread().interrupt(); // answered in time, or closed already
                    }
                });
        return watch::interrupt;
    }

    private interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    private static Verdict verdict(String line) {
        if (line.equals("stream: OK")) return new Verdict.Clean();
        var found = FOUND.matcher(line);
        return found.matches()
                ? new Verdict.Infected(found.group(1))
                : new Verdict.Silent("answered something else");
    }

    /// Up to the zero that ends an answer, in the time left.
    private static String line(InputStream in, Socket socket, long until) throws IOException {
        var answer = new ByteArrayOutputStream();
        while (true) {
            socket.setSoTimeout(millis(until));
            int one = in.read();
            if (one == 0) return answer.toString(StandardCharsets.UTF_8);
            if (one < 0 || answer.size() > LONGEST_ANSWER) throw new IOException("no whole answer");
            answer.write(one);
        }
    }

    private static int millis(long until) throws SocketTimeoutException {
        var left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) throw new SocketTimeoutException("no answer in time");
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}

package fr.maillage.documents.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A clamd of the test's own: it listens on a port of this machine, and behaves as it is told.
final class FakeClamd implements AutoCloseable {

    enum Mood {
        /// Finds what holds the word « virus ».
        HONEST,
        /// Reads everything and never answers.
        HANGS,
        /// Does not even read.
        DEAF,
        /// Says OK before it has read.
        HASTY,
        /// Answers something that looks like an answer.
        LIES,
        /// Hangs up in the middle of its answer.
        CUT
    }

    private final ServerSocket server;
    private volatile Mood mood = Mood.HONEST;
    private volatile byte[] last = new byte[0];

    FakeClamd() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    FakeClamd be(Mood mood) {
        this.mood = mood;
        return this;
    }

    byte[] last() {
        return last;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> one(socket));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void one(Socket socket) {
        try (socket) {
            var out = socket.getOutputStream();
            if (mood == Mood.DEAF) Thread.sleep(60_000);
            if (mood == Mood.HASTY) {
                out.write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(2_000);
                return;
            }
            var in = new DataInputStream(socket.getInputStream());
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            if (!command.equals("zINSTREAM\0")) return;
            var all = new ByteArrayOutputStream();
            for (int length; (length = in.readInt()) > 0; ) all.writeBytes(in.readNBytes(length));
            last = all.toByteArray();
            var found = all.toString(StandardCharsets.ISO_8859_1).contains("virus");
            switch (mood) {
                case HANGS -> Thread.sleep(60_000);
                case LIES -> out.write("stream: OK, mostly\0".getBytes(StandardCharsets.US_ASCII));
                case CUT -> out.write("stream: OK".getBytes(StandardCharsets.US_ASCII));
                default ->
                        out.write(
                                (found ? "stream: Test.Virus-1 FOUND\0" : "stream: OK\0")
                                        .getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
        } catch (IOException | InterruptedException _) {
            // the application hung up
        }
    }
}

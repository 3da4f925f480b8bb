package fr.maillage.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A wire between a browser and the application, that can be cut: a page, its requests and its
/// service worker all lose the same network, as on the road.
final class Wire implements AutoCloseable {

    private final int far;
    private final int near;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket end;
    private volatile boolean silent;

    /// To the application that listens to this port.
    Wire(int port) {
        far = port;
        near = listen(0);
    }

    String address() {
        return "http://localhost:" + near;
    }

    /// Nobody answers any more: connections are refused.
    void cut() {
        close();
    }

    /// Connections are made, and nothing comes back.
    void silent() {
        silent = true;
        drop();
    }

    void mend() {
        silent = false;
        drop();
        if (end == null) listen(near);
    }

    private int listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("localhost"), port));
            end = socket;
            Thread.ofVirtual().start(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed())
            try {
                var browser = socket.accept();
                open.add(browser);
                if (silent) continue;
                var application = new Socket(InetAddress.getByName("localhost"), far);
                open.add(application);
                carry(browser, application);
                carry(application, browser);
                if (socket.isClosed()) { // cut in the same instant
                    shut(browser);
                    shut(application);
                }
            } catch (IOException _) {
                // cut
            }
    }

    private void carry(Socket from, Socket to) {
        Thread.ofVirtual()
                .start(() -> {
                    try (from;
                            to) {
                        from.getInputStream().transferTo(to.getOutputStream());
                    } catch (IOException _) {
                        // cut
                    }
                });
    }

    private void drop() {
        for (var socket : open) shut(socket);
        open.clear();
    }

    private static void shut(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception _) {
            // it was cut already
        }
    }

    @Override
    public void close() {
        var listening = end;
        end = null;
        if (listening != null) shut(listening);
        drop();
    }
}

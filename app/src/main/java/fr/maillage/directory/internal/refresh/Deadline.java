package fr.maillage.directory.internal.refresh;

import java.time.Duration;
import org.apache.http.HttpRequest;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// The longest a question may take in all, from its connection to the last byte of its answer: the
/// timeout of a socket begins anew with each byte. For one question at a time.
final class Deadline implements HttpRequestInterceptor {

    private final Duration longest;
    private volatile @Nullable Watch current;

    Deadline(Duration longest) {
        this.longest = longest;
    }

    /// Begins to count; closed when the question was answered, or not.
    Watch begin() {
        var watch = new Watch();
        current = watch;
        watch.thread.start();
        return watch;
    }

    /// Told the requests as they leave.
    @Override
    public void process(HttpRequest request, HttpContext context) {
        var watch = current;
        if (watch != null
                && request instanceof HttpRequestWrapper wrapper
                && wrapper.getOriginal() instanceof HttpUriRequest original) watch.asks(original);
    }

    /// One question.
    final class Watch implements AutoCloseable {

        private final Thread thread = Thread.ofVirtual().unstarted(this::hangUp);
        private volatile boolean passed;
        private volatile @Nullable HttpUriRequest request;

        private void asks(HttpUriRequest leaving) {
            request = leaving;
            if (passed) leaving.abort();
        }

        private void hangUp() {
            try {
                Thread.sleep(longest);
                passed = true;
                var asked = request;
                if (asked != null) asked.abort();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // answered in time
            }
        }

        /// Whether it was hung up on.
        boolean passed() {
            return passed;
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}

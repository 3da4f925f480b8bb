package fr.maillage.directory.internal.refresh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseInterceptor;
import org.apache.http.entity.HttpEntityWrapper;
import org.apache.http.protocol.HttpContext;

/// Reads an answer up to a measure and no further, unfolded: it is held whole in memory.
final class Measured implements HttpResponseInterceptor {

    private final long most;

    /// @param most bytes of an answer
    Measured(long most) {
        this.most = most;
    }

    /// An answer went beyond.
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("an answer without measure");
        }

        /// Whether this is behind what went wrong.
        static boolean behind(Throwable wrong) {
            for (var e = wrong; e != null; e = e.getCause()) if (e instanceof Exceeded) return true;
            return false;
        }
    }

    @Override
    public void process(HttpResponse response, HttpContext context) {
        var entity = response.getEntity();
        if (entity != null) response.setEntity(new Counted(entity));
    }

    private final class Counted extends HttpEntityWrapper {

        Counted(HttpEntity entity) {
            super(entity);
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                private long read;

                @Override
                public int read() throws IOException {
                    int b = super.read();
                    if (b >= 0) count(1);
                    return b;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int n = super.read(into, from, length);
                    if (n > 0) count(n);
                    return n;
                }

                private void count(int n) throws Exceeded {
                    read += n;
                    if (read > most) throw new Exceeded();
                }
            };
        }
    }
}

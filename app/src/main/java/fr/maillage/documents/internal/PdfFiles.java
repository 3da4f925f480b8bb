package fr.maillage.documents.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.springframework.stereotype.Component;

/// What is asked of a PDF somebody else made: whether it opens, how many pages it has, its text. At
/// most two at a time, each in the time allowed: what takes longer is left, and said.
@Component
class PdfFiles {

    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final long IN_MEMORY = 64L << 20;

    private final Semaphore places = new Semaphore(2);

    /// Whether it opens without a password and has pages. A PDF that only asks not to be printed or
    /// copied opens for everybody, and is taken.
    Inspection look(Path file) {
        try {
            int pages =
                    within(
                            LOOK,
                            () -> {
                                try (var pdf = open(file)) {
                                    return pdf.getNumberOfPages();
                                }
                            });
            return pages > 0
                    ? new Inspection.Accepted(Format.PDF, pages)
                    : new Inspection.Refused(new Refusal.DamagedPdf());
        } catch (TimeoutException _) {
            return new Inspection.Refused(new Refusal.TooLong());
        } catch (ExecutionException e) {
            return new Inspection.Refused(
                    e.getCause() instanceof InvalidPasswordException
                            ? new Refusal.LockedPdf()
                            : new Refusal.DamagedPdf());
        }
    }

    /// The text of the first pages, at most `most` characters; what was read when the time is over.
    /// Empty when there is none, as in a scan. Throws `ExecutionException` when it cannot be read.
    String text(Path file, int pages, int most, Duration time) throws ExecutionException {
        var words = new Words(most, System.nanoTime() + time.toNanos());
        try {
            within(
                    time.plusSeconds(5),
                    () -> {
                        try (var pdf = open(file)) {
                            var stripper = new Stripper(words);
                            stripper.setEndPage(pages);
                            stripper.writeText(pdf, words);
                        } catch (Enough _) {
                            // what was read so far is what there is
                        }
                        return 0;
                    });
        } catch (TimeoutException _) {
            // one page that never ends: what was read before it stays
        }
        return words.toString();
    }

    private static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(
                file.toFile(), "", MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache);
    }

    private <T> T within(Duration time, Callable<T> work)
            throws TimeoutException, ExecutionException {
        var task = new FutureTask<T>(work);
        var until = System.nanoTime() + time.toNanos();
        try {
            if (!places.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS))
                throw new TimeoutException("other documents are being read");
            Thread.ofPlatform()
                    .daemon()
                    .name("pdf")
                    .start(() -> {
                        try {
                            task.run();
                        } finally {
                            places.release();
                        }
                    });
            return task.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        } catch (TimeoutException e) {
            task.cancel(true);
            throw e;
        }
    }

    /// Looks at the time between letters, so that a page of millions of them ends too.
    private static final class Stripper extends PDFTextStripper {
        private final Words words;

        Stripper(Words words) {
            this.words = words;
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            words.check();
            super.processPage(page);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            words.check();
            super.processTextPosition(text);
        }
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }

    private static final class Words extends Writer {
        private final StringBuffer text = new StringBuffer();
        private final int most;
        private final long until;

        Words(int most, long until) {
            this.most = most;
            this.until = until;
        }

        void check() {
            if (text.length() >= most || System.nanoTime() > until) throw new Enough();
        }

        @Override
        public void write(char[] from, int start, int length) {
            text.append(from, start, Math.min(length, Math.max(0, most - text.length())));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}

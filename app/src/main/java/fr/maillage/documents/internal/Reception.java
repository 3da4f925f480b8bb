package fr.maillage.documents.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Looks at what a form sent, before anything is written: each file apart, so that one that is not
/// taken does not hold the others up; pages photographed one after the other become one PDF.
@Component
class Reception {

    static final int MOST_FILES = 20;
    static final int MOST_PAGES = 40;

    private final Inspector inspector;
    private final Clock clock;

    Reception(Inspector inspector, Clock clock) {
        this.inspector = inspector;
        this.clock = clock;
    }

    /// A file that may be kept.
    record Good(Incoming file, Inspection.Accepted found) {}

    /// A file that is not taken, and why.
    record Turned(String name, Refusal why) {}

    /// What came; the caller closes it, once what is kept was copied.
    record Received(List<Good> good, List<Turned> turned, List<Incoming> all)
            implements AutoCloseable {
        boolean nothing() {
            return good.isEmpty() && turned.isEmpty();
        }

        /// The one file that was sent. Throws [FormRefused] when there is none, or it was turned
        /// away.
        Good only() {
            var errors = new FormErrors();
            turned.forEach(t -> errors.add("file", DocumentsText.of(t.name(), t.why())));
            if (nothing()) errors.add("file", DocumentsText.NOTHING);
            FormRefused.unless(errors);
            return good.getFirst();
        }

        @Override
        public void close() {
            all.forEach(Incoming::close);
        }
    }

    /// The sentence of a form whose files were left unread because of their weight.
    static Optional<String> tooLarge(HttpServletRequest request) {
        return TooLarge.is(request)
                ? Optional.of(DocumentsText.overflow(TooLarge.limit(request)))
                : Optional.empty();
    }

    /// @param files each a document
    /// @param pages photographed pages of one document, in order
    Received of(List<MultipartFile> files, List<MultipartFile> pages) {
        var received = new Received(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            int taken = 0;
            for (var sent : files) {
                if (absent(sent)) continue;
                var file = incoming(sent, received);
                if (++taken > MOST_FILES) turn(received, file, new Refusal.TooMany(MOST_FILES));
                else take(received, file);
            }
            photographed(pages, received);
            return received;
        } catch (RuntimeException e) {
            received.close();
            throw e;
        }
    }

    private void photographed(List<MultipartFile> pages, Received received) {
        var drawn = new ArrayList<PhotographedPages.Page>();
        for (var sent : pages) {
            if (absent(sent)) continue;
            var file = incoming(sent, received);
            switch (inspector.look(file)) {
                case Inspection.Accepted(var format, _) when format.image() -> {
                    if (drawn.size() == MOST_PAGES)
                        turn(received, file, new Refusal.TooMany(MOST_PAGES));
                    else drawn.add(new PhotographedPages.Page(file, format));
                }
                case Inspection.Accepted _ -> take(received, file);
                case Inspection.Refused(var why) -> turn(received, file, why);
            }
        }
        if (drawn.isEmpty()) return;
        var name = DocumentsText.photographed(LocalDate.now(clock)) + ".pdf";
        PhotographedPages.join(drawn, name)
                .ifPresentOrElse(
                        joined -> {
                            received.all().add(joined);
                            take(received, joined);
                        },
                        () ->
                                drawn.forEach(page ->
                                        turn(received, page.file(), new Refusal.DamagedImage())));
    }

    private void take(Received received, Incoming file) {
        switch (inspector.look(file)) {
            case Inspection.Accepted found -> received.good().add(new Good(file, found));
            case Inspection.Refused(var why) -> turn(received, file, why);
        }
    }

    private static void turn(Received received, Incoming file, Refusal why) {
        received.turned()
                .add(new Turned(file.name().isBlank() ? DocumentsText.UNNAMED : file.name(), why));
    }

    private static Incoming incoming(MultipartFile sent, Received received) {
        var name = sent.getOriginalFilename();
        try (var in = sent.getInputStream()) {
            var file = Incoming.of(name == null ? "" : name, in);
            received.all().add(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be received", e);
        }
    }

    /// A field of files left empty is sent as one without a name; an empty scan has one.
    private static boolean absent(MultipartFile sent) {
        var name = sent.getOriginalFilename();
        return sent.isEmpty() && (name == null || name.isBlank());
    }
}

package fr.maillage.hospital.internal;

import fr.maillage.web.PdfPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.springframework.stereotype.Component;

/// The sheet on paper: one page, always. A page too full is laid out again with less room for each
/// part, and says what it leaves out.
@Component
class EmergencyPapers {

    /// Shares of the room, the last of which fits whatever is in the file.
    private static final int[] ROOM = {100, 70, 45, 25, 10};

    private final PdfPages pages;

    EmergencyPapers(PdfPages pages) {
        this.pages = pages;
    }

    byte[] onePage(PrintedSheet whole) {
        byte[] paper = {};
        for (var room : ROOM) {
            paper = pages.of("hospital/pdf.jte", whole.within(room));
            if (pagesOf(paper) == 1) return paper;
        }
        throw new IllegalStateException("an emergency sheet of more than one page");
    }

    static int pagesOf(byte[] paper) {
        try (var document = Loader.loadPDF(paper)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.internal.text.WordWriter;
import fr.maillage.web.PdfPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.stereotype.Component;

/// Letters on paper: a PDF one reads and archives, a DOCX one edits, and one PDF for a whole batch.
@Component
class LetterPapers {

    private final PdfPages pages;

    LetterPapers(PdfPages pages) {
        this.pages = pages;
    }

    byte[] pdf(LetterSheet sheet) {
        return pages.of("correspondence/pdf.jte", sheet);
    }

    byte[] docx(LetterSheet sheet) {
        return WordWriter.write(
                sheet.subject(),
                sheet.subject(),
                sheet.blocks(),
                new WordWriter.Frame(
                        sheet.sender(),
                        sheet.recipient(),
                        sheet.place(),
                        sheet.signature(),
                        sheet.left(),
                        sheet.top()));
    }

    /// Letters in one paper, each beginning its own sheet: printed on both sides, one of an odd
    /// number of pages is followed by a blank one.
    Batch batch(List<LetterSheet> sheets, boolean twoSided) {
        var counts = new ArrayList<Integer>();
        try (var all = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var merger = new PDFMergerUtility();
            for (int i = 0; i < sheets.size(); i++) {
                try (var one = Loader.loadPDF(pdf(sheets.get(i)))) {
                    counts.add(one.getNumberOfPages());
                    merger.appendDocument(all, one);
                }
                if (twoSided && counts.getLast() % 2 == 1 && i + 1 < sheets.size())
                    all.addPage(new PDPage(PDRectangle.A4));
            }
            all.save(out);
            return new Batch(out.toByteArray(), List.copyOf(counts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param pages of each letter
    record Batch(byte[] pdf, List<Integer> pages) {}
}

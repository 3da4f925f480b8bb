package fr.maillage.documents.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/// Pages photographed one after the other, joined into one PDF in their order, upright, without
/// where and with what they were taken. The photographs themselves are kept as the telephone made
/// them, not compressed again.
final class PhotographedPages {

    private PhotographedPages() {}

    /// A page that was looked at: JPEG or PNG.
    record Page(Incoming file, Format format) {}

    /// One PDF of all the pages; empty when one of them cannot be drawn.
    static Optional<Incoming> join(List<Page> pages, String name) {
        try (var pdf = new PDDocument()) {
            for (var page : pages) add(pdf, page);
            var about = new PDDocumentInformation();
            about.setProducer("Maillage");
            pdf.setDocumentInformation(about);
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return Optional.of(Incoming.of(name, new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void add(PDDocument pdf, Page page) throws IOException {
        var bytes = Files.readAllBytes(page.file().path());
        var held = page.format() == Format.JPEG ? Exif.of(bytes) : new Exif(0, false);
        var image =
                page.format() == Format.JPEG
                        ? JPEGFactory.createFromByteArray(pdf, Exif.without(bytes))
                        : PDImageXObject.createFromByteArray(pdf, bytes, "page");
        var landscape = image.getWidth() > image.getHeight();
        var a4 = PDRectangle.A4;
        var paper = landscape ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4;
        float scale =
                Math.min(
                        paper.getWidth() / image.getWidth(), paper.getHeight() / image.getHeight());
        float width = image.getWidth() * scale;
        float height = image.getHeight() * scale;
        var sheet = new PDPage(new PDRectangle(width, height));
        sheet.setRotation(held.turn());
        pdf.addPage(sheet);
        try (var drawing = new PDPageContentStream(pdf, sheet)) {
            if (held.mirrored()) drawing.transform(new Matrix(-1, 0, 0, 1, width, 0));
            drawing.drawImage(image, 0, 0, width, height);
        }
    }
}

package fr.maillage.documents.internal;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;

/// Files as people send them, good and bad.
final class Samples {

    static final String WORD_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private Samples() {}

    /// A PDF, a page for each line.
    static byte[] pdf(String... pages) {
        return locked("", null, pages);
    }

    /// Opens with `user`, or freely when it is empty; `owner` forbids to print and to copy.
    static byte[] locked(String user, @Nullable String owner, String... pages) {
        try (var pdf = new PDDocument()) {
            for (var words : pages) {
                var page = new PDPage();
                pdf.addPage(page);
                if (words.isEmpty()) continue;
                try (var drawing = new PDPageContentStream(pdf, page)) {
                    drawing.beginText();
                    drawing.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    drawing.newLineAtOffset(60, 700);
                    drawing.showText(words);
                    drawing.endText();
                }
            }
            if (owner != null) {
                var rights = new AccessPermission();
                rights.setCanPrint(false);
                pdf.protect(new StandardProtectionPolicy(owner, user, rights));
            }
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// An image, red on its left half and blue on its right.
    static byte[] image(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, width / 2, height);
        g.setColor(Color.BLUE);
        g.fillRect(width / 2, 0, width, height);
        g.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A JPEG that says how it was held, with a place name in its EXIF.
    static byte[] photo(int width, int height, int orientation) {
        var jpeg = image("jpg", width, height);
        var tiff = new ByteArrayOutputStream();
        tiff.writeBytes("MM\0*\0\0\0\u0008".getBytes(StandardCharsets.ISO_8859_1));
        tiff.writeBytes(new byte[] {0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        tiff.writeBytes(new byte[] {0, 0, 0, 0});
        tiff.writeBytes("GPS-DOUAI".getBytes(StandardCharsets.ISO_8859_1));
        var exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.writeBytes(tiff.toByteArray());
        var out = new ByteArrayOutputStream();
        out.write(0xFF);
        out.write(0xD8);
        out.write(0xFF);
        out.write(0xE1);
        int length = exif.size() + 2;
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(exif.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A DOCX with one paragraph, and other entries.
    static byte[] docx(String words, Map<String, byte[]> others) {
        var entries = new java.util.LinkedHashMap<String, byte[]>();
        entries.put(
                "[Content_Types].xml",
                ("<Types><Override PartName=\"/word/document.xml\" ContentType=\""
                                + WORD_TYPE
                                + "\"/></Types>")
                        .getBytes(StandardCharsets.UTF_8));
        entries.put(
                "word/document.xml",
                ("<w:document xmlns:w=\"urn:w\"><w:p><w:t>" + words + "</w:t></w:p></w:document>")
                        .getBytes(StandardCharsets.UTF_8));
        entries.putAll(others);
        return zip(entries);
    }

    static byte[] odt(String words, Map<String, byte[]> others) {
        var entries = new java.util.LinkedHashMap<String, byte[]>();
        entries.put(
                "mimetype",
                "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8));
        entries.put(
                "content.xml",
                ("<o:doc xmlns:o=\"urn:o\"><o:p>" + words + "</o:p></o:doc>")
                        .getBytes(StandardCharsets.UTF_8));
        entries.putAll(others);
        return zip(entries);
    }

    /// A kilobyte of nothing for every megabyte of nothing.
    static byte[] bomb(int megabytes) {
        return new byte[megabytes << 20];
    }
}

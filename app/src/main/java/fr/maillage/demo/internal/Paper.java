package fr.maillage.demo.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// Invented papers, small, the same for the same words.
final class Paper {

    private static final int WIDTH = 88;

    private Paper() {}

    /// A letter on one page: who sends it, its title, its paragraphs.
    static byte[] letter(String sender, String title, List<String> paragraphs) {
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            var plain = new PDType1Font(FontName.HELVETICA);
            var bold = new PDType1Font(FontName.HELVETICA_BOLD);
            try (var drawing = new PDPageContentStream(pdf, page)) {
                drawing.beginText();
                drawing.setLeading(16);
                drawing.newLineAtOffset(60, 780);
                drawing.setFont(bold, 12);
                drawing.showText(sender);
                drawing.newLine();
                drawing.setFont(plain, 9);
                drawing.showText("Document fictif de démonstration");
                drawing.newLine();
                drawing.newLine();
                drawing.setFont(bold, 14);
                drawing.showText(title);
                drawing.newLine();
                drawing.newLine();
                drawing.setFont(plain, 11);
                for (var paragraph : paragraphs) {
                    for (var line : lines(paragraph)) {
                        drawing.showText(line);
                        drawing.newLine();
                    }
                    drawing.newLine();
                }
                drawing.endText();
            }
            return saved(pdf, sender.hashCode() * 31L + title.hashCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A scan: an image of handwriting nobody can read, and no text.
    static byte[] scan(RandomGenerator random) {
        var image = new BufferedImage(620, 877, BufferedImage.TYPE_BYTE_GRAY);
        var g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 620, 877);
        g.setColor(Color.DARK_GRAY);
        g.setStroke(new BasicStroke(2));
        for (int y = 120; y < 620; y += 40) {
            int end = 300 + random.nextInt(240);
            for (int x = 70; x < end; x += 9) {
                if (random.nextInt(7) == 0) continue;
                g.drawLine(x, y + random.nextInt(14), x + 9, y + random.nextInt(14));
            }
        }
        g.drawOval(380, 690, 150, 60);
        g.dispose();
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var drawing = new PDPageContentStream(pdf, page)) {
                drawing.drawImage(
                        LosslessFactory.createFromImage(pdf, image),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            return saved(pdf, 7);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] saved(PDDocument pdf, long id) throws IOException {
        pdf.setDocumentId(id);
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static List<String> lines(String paragraph) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : paragraph.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().strip());
        return lines;
    }
}

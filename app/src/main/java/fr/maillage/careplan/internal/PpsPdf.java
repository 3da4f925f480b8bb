package fr.maillage.careplan.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The plan as a document: PDF/A-3u for the archive, PDF/UA-1 for those who read with a machine,
/// black on white.
@Component
class PpsPdf {

    private final TemplateEngine templates;
    private final Networks networks;
    private final Clock clock;
    private final Map<String, byte[]> fonts = new HashMap<>();
    private final Glyphs glyphs;

    PpsPdf(TemplateEngine templates, Networks networks, Clock clock) throws IOException {
        this.templates = templates;
        this.networks = networks;
        this.clock = clock;
        for (var name : new String[] {"Regular", "Bold", "Italic", "BoldItalic"}) {
            try (var font = PpsPdf.class.getResourceAsStream("/print/Inter-" + name + ".ttf")) {
                if (font == null) throw new IOException("font missing: Inter " + name);
                fonts.put(name, font.readAllBytes());
            }
        }
        this.glyphs = new Glyphs(new ByteArrayInputStream(font("Regular")));
    }

    /// The page as far as its reader may see it.
    @Transactional(readOnly = true)
    public byte[] of(PpsPage page, OpenFile file) {
        var network = networks.get(file.network());
        return pdf(
                new PrintedPage(
                        page,
                        file.banner().name()
                                + ", "
                                + file.banner().born()
                                + ", "
                                + file.banner().commune(),
                        network.name(),
                        network.phone(),
                        FrenchDates.exact(clock.instant())));
    }

    byte[] pdf(PrintedPage page) {
        var html = new StringOutput();
        templates.render("careplan/pdf.jte", page, html);
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(
                () -> new ByteArrayInputStream(font("Regular")),
                "Inter",
                400,
                FontStyle.NORMAL,
                true);
        builder.useFont(
                () -> new ByteArrayInputStream(font("Bold")), "Inter", 700, FontStyle.NORMAL, true);
        builder.useFont(
                () -> new ByteArrayInputStream(font("Italic")),
                "Inter",
                400,
                FontStyle.ITALIC,
                true);
        builder.useFont(
                () -> new ByteArrayInputStream(font("BoldItalic")),
                "Inter",
                700,
                FontStyle.ITALIC,
                true);
        builder.withHtmlContent(glyphs.printable(html.toString()), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private byte[] font(String name) {
        return java.util.Objects.requireNonNull(fonts.get(name));
    }
}

package fr.maillage.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.springframework.stereotype.Component;

/// Papers made of a template: PDF/A-3u for the archive, PDF/UA-1 for those who read with a machine,
/// every font in it.
@Component
public final class PdfPages {

    static {
        // what is told of every paper is told to nobody
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    private final TemplateEngine templates;
    private final Map<String, byte[]> fonts = new HashMap<>();
    private final Glyphs glyphs;

    public PdfPages(TemplateEngine templates) throws IOException {
        this.templates = templates;
        for (var name : new String[] {"Regular", "Bold", "Italic", "BoldItalic"}) {
            try (var font = PdfPages.class.getResourceAsStream("/print/Inter-" + name + ".ttf")) {
                if (font == null) throw new IOException("font missing: Inter " + name);
                fonts.put(name, font.readAllBytes());
            }
        }
        this.glyphs = new Glyphs(new ByteArrayInputStream(font("Regular")));
    }

    /// The paper of a page. What was typed and no font of ours draws is named in brackets.
    ///
    /// @param template a whole XHTML page, `careplan/pdf.jte`, that says what it is: `title`, and
    ///   `subject` for those who choose among papers without seeing them
    public byte[] of(String template, Object page) {
        var html = new StringOutput();
        templates.render(template, page, html);
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        use(builder, "Regular", 400, FontStyle.NORMAL);
        use(builder, "Bold", 700, FontStyle.NORMAL);
        use(builder, "Italic", 400, FontStyle.ITALIC);
        use(builder, "BoldItalic", 700, FontStyle.ITALIC);
        builder.withHtmlContent(glyphs.printable(html.toString()), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void use(PdfRendererBuilder builder, String name, int weight, FontStyle style) {
        builder.useFont(() -> new ByteArrayInputStream(font(name)), "Inter", weight, style, true);
    }

    private byte[] font(String name) {
        return Objects.requireNonNull(fonts.get(name));
    }
}

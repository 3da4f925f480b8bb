package fr.maillage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// What every paper of the application is, as veraPDF sees it.
public final class PaperCheck {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PaperCheck() {}

    /// It is an archive (PDF/A-3u) that a screen reader can read (PDF/UA-1).
    public static void assertArchiveReadAloud(byte[] pdf) throws Exception {
        for (var flavour : List.of(PDFAFlavour.PDFA_3_U, PDFAFlavour.PDFUA_1)) {
            try (var parser =
                            Foundries.defaultInstance()
                                    .createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.isCompliant())
                        .as(flavour + ": " + result.getFailedChecks().keySet())
                        .isTrue();
            }
        }
    }
}

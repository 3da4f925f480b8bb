package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.web.PdfPages;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The plan as a document, black on white.
@Component
class PpsPdf {

    private final PdfPages pages;
    private final Networks networks;
    private final Clock clock;

    PpsPdf(PdfPages pages, Networks networks, Clock clock) {
        this.pages = pages;
        this.networks = networks;
        this.clock = clock;
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
        return pages.of("careplan/pdf.jte", page);
    }
}

package fr.maillage.hospital.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.QrCode;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.platform.PublicAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The sheet, on screen and on paper.
@Component
class EmergencyScreens {

    /// Where the code of a sheet leads.
    static final String CODE = "/fiche/";

    private static final int PIXELS = 6;

    private final EmergencySheets sheets;
    private final EmergencyTokens tokens;
    private final EmergencyPapers papers;
    private final Networks networks;
    private final PublicAddress address;
    private final Clock clock;

    EmergencyScreens(
            EmergencySheets sheets,
            EmergencyTokens tokens,
            EmergencyPapers papers,
            Networks networks,
            PublicAddress address,
            Clock clock) {
        this.sheets = sheets;
        this.tokens = tokens;
        this.papers = papers;
        this.networks = networks;
        this.address = address;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    SheetPage page(OpenFile file) {
        var clinical = SignedIn.current().role().clinical();
        return new SheetPage(
                file.banner(),
                sheets.of(file),
                clinical,
                clinical
                        ? tokens.of(file.patient()).stream().map(this::printed).toList()
                        : List.of(),
                clinical ? networks.setting(Setting.SHEET_DAYS, null) : 0);
    }

    private SheetPage.Printed printed(EmergencyTokens.Printed one) {
        var today = LocalDate.now(clock);
        var open = one.revokedAt() == null && !one.expiresOn().isBefore(today);
        var ends =
                one.revokedAt() != null
                        ? "code repris "
                                + FrenchDates.relative(one.revokedAt(), today)
                                + " par "
                                + one.revokedBy()
                        : (open ? "code valable jusqu’au " : "code échu le ")
                                + FrenchDates.date(one.expiresOn());
        return new SheetPage.Printed(
                one.id().toString(),
                "Imprimée "
                        + FrenchDates.relative(one.madeAt(), today)
                        + " par "
                        + one.madeBy()
                        + ", "
                        + ends,
                open);
    }

    /// The paper, with a code of its own.
    @Transactional
    byte[] paper(OpenFile file, SignedIn who) {
        var sheet = sheets.of(file);
        var made = tokens.make(file.patient());
        var structure = networks.get(file.network());
        var code = QrCode.of(address.of(CODE + made.token()));
        return papers.onePage(
                new PrintedSheet(
                        sheet,
                        structure.name(),
                        structure.onCallPhone() == null
                                ? structure.phone()
                                : structure.onCallPhone(),
                        HospitalText.made(
                                LocalDateTime.ofInstant(clock.instant(), FrenchDates.PARIS),
                                who.displayName(),
                                structure.name()),
                        HospitalText.valid(made.expiresOn()),
                        "data:image/png;base64,"
                                + Base64.getEncoder().encodeToString(code.png(PIXELS))));
    }
}

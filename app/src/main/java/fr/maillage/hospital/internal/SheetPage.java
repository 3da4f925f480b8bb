package fr.maillage.hospital.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;

/// The sheet on screen, and what was printed of it.
///
/// @param mayPrint whether who reads may print it, and take codes back
public record SheetPage(
        Banner banner, Sheet sheet, boolean mayPrint, List<Printed> printed, int days) {

    /// @param open whether its code still opens the sheet
    public record Printed(String id, String words, boolean open) {}
}

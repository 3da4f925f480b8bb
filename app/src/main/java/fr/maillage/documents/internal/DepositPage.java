package fr.maillage.documents.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form by which documents come, to a person's file or to the tray.
///
/// @param banner null for the tray
/// @param largest largest file taken, in bytes
/// @param rights rights of the person they may be the papers of
/// @param kept what was kept although the rest was refused
/// @param refused a sentence for each file that was not taken
public record DepositPage(
        @Nullable Banner banner,
        String action,
        String back,
        DepositForm form,
        FormErrors errors,
        List<Choice> types,
        List<Choice> marks,
        List<Choice> rights,
        boolean mayChoose,
        String limit,
        long largest,
        String antivirus,
        boolean unprotected,
        List<Kept> kept,
        List<String> refused) {

    /// @param hint more words, or empty
    public record Choice(String code, String label, String hint) {}

    public record Kept(String href, String title) {}
}

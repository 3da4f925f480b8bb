package fr.maillage.correspondence.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter being written: what is left to complete beside what it looks like.
///
/// @param missing sentences, one a field
/// @param obstacle why it cannot go to this recipient; null when it can
/// @param fields what the writer types
/// @param sheet the letter as it stands, for who has no viewer of PDF
public record WritePage(
        Banner banner,
        String id,
        String title,
        String template,
        String recipient,
        String quality,
        String address,
        @Nullable String addressNote,
        String subject,
        String source,
        List<Field> fields,
        List<Missing> missing,
        @Nullable String obstacle,
        LetterSheet sheet,
        int version,
        @Nullable String conflict,
        FormErrors errors) {

    /// A part to type.
    ///
    /// @param name of the form field
    /// @param large words of several lines
    /// @param optional its line is left out when nothing is typed
    public record Field(String name, String label, String value, boolean large, boolean optional) {}

    /// What is missing, and the field to type it in.
    public record Missing(String name, String sentence) {}

    /// Whether it may be put in the tray.
    public boolean ready() {
        return missing.isEmpty() && obstacle == null;
    }
}

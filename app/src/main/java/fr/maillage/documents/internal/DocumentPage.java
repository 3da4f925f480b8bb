package fr.maillage.documents.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One document.
///
/// @param banner null in the tray, and for the person
/// @param back list it belongs to
/// @param view « pdf », « image », or empty when the browser does not show it
/// @param broken why the content is not shown, null when it is
/// @param content address of the bytes shown
/// @param download address of the same, to keep
/// @param removed who removed it and why, null when it is shown
/// @param mayChange describe, replace, remove
/// @param open which of the forms is open: « decrire », « remplacer », « retirer », or empty
/// @param rights rights of the person it may be the paper of
/// @param filing null unless it waits in the tray
public record DocumentPage(
        String id,
        @Nullable Banner banner,
        String back,
        String backLabel,
        String title,
        String type,
        String icon,
        List<Fact> facts,
        String view,
        @Nullable String broken,
        String content,
        String download,
        @Nullable String older,
        @Nullable String textNote,
        List<Version> versions,
        @Nullable String removed,
        boolean mayChange,
        boolean mayChoose,
        boolean mayPutBack,
        boolean mayUnfile,
        int version,
        DepositForm form,
        FormErrors errors,
        @Nullable String conflict,
        String open,
        List<DepositPage.Choice> types,
        List<DepositPage.Choice> marks,
        List<DepositPage.Choice> rights,
        String limit,
        long largest,
        @Nullable Filing filing) {

    public record Fact(String label, String words) {}

    /// @param current the one on this page
    public record Version(
            String href,
            String label,
            String when,
            String exact,
            String by,
            @Nullable String why,
            String name,
            boolean shown,
            boolean current) {}

    /// To whom a document of the tray is filed.
    ///
    /// @param asked whether somebody was searched
    public record Filing(String typed, boolean asked, List<Person> found, String chosen) {}

    public record Person(String id, String name, String detail) {}
}

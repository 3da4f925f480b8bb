package fr.maillage.careplan.internal.cowriting;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;

/// The lines of a plan that its reader may speak of, and the suggestions they may read.
///
/// @param person read by the person or a relative: no banner
/// @param here `/dossiers/{patient}/plan`
/// @param back the plan
/// @param team decides of suggestions
public record LinesPage(
        Banner banner,
        boolean person,
        String here,
        String back,
        boolean team,
        List<Group> groups,
        List<Card> waiting,
        List<Card> decided) {

    /// Lines of one kind.
    ///
    /// @param path to propose a new one; "" when none is
    public record Group(String title, String path, List<Row> rows) {}

    /// @param said « 2 commentaires, 1 proposition »; "" for nothing
    public record Row(String href, String title, String words, String said) {}
}

package fr.maillage.documents;

import fr.maillage.casefile.CaseFiles.OpenFile;
import java.util.List;

/// Documents, as pages of other modules ask about them.
public interface Documents {

    /// What who is signed in may read among the documents of a file they opened, latest first; at
    /// most `limit`. Nothing outside their audience is shown, or counted.
    List<Shown> of(OpenFile file, int limit);

    /// @param href page that shows it
    /// @param type « Courrier de sortie »
    /// @param when the date of the document in words, or the day it came
    record Shown(String href, String type, String title, String when) {}
}

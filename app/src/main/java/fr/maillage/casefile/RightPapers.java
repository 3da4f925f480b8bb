package fr.maillage.casefile;

import fr.maillage.casefile.CaseFiles.OpenFile;
import java.util.List;
import java.util.UUID;

/// The papers of a right or measure (notification, judgment…). Asked here, answered by the module
/// that keeps documents.
public interface RightPapers {

    /// Those of one right that who is signed in may read, latest first.
    List<Paper> of(OpenFile file, UUID right);

    /// @param href page that shows it
    /// @param when date of the document in words, or the day it came
    record Paper(String href, String title, String when) {}
}

package fr.maillage.portal.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;

/// « Voir comme… »: everybody whose page may be looked at.
public record SeeAsPage(Banner banner, List<Who> who) {

    /// @param quality what they are to the person
    /// @param sees what they were given, in words
    /// @param opens whether the file opens to them at all
    public record Who(String href, String name, String quality, String sees, boolean opens) {}
}

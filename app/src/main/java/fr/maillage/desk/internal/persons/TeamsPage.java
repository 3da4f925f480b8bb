package fr.maillage.desk.internal.persons;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The teams of the structure around one person, each with its référent.
public record TeamsPage(
        Banner banner,
        List<Line> teams,
        List<FamilyPage.Relation> members,
        List<FamilyPage.Relation> units,
        String member,
        String unit,
        String why,
        boolean mayWrite,
        FormErrors errors) {

    /// @param id null for the accompaniment's own référent
    /// @param mark « Principal », « Binôme », « Aussi »
    public record Line(@Nullable String id, String referent, String mark, String detail) {}
}

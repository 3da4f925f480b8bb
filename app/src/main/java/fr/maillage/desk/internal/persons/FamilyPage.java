package fr.maillage.desk.internal.persons;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.desk.internal.persons.DuplicatesPage.Person;
import fr.maillage.web.FormErrors;
import java.util.List;

/// The family and the household of a person, of those the reader may open.
public record FamilyPage(
        Banner banner,
        List<Link> links,
        List<Person> neighbours,
        String typed,
        List<Person> found,
        List<Relation> relations,
        boolean mayWrite,
        FormErrors errors) {

    /// @param relation « Conjoint, même foyer »
    public record Link(String id, String other, String name, String relation) {}

    /// A choice.
    public record Relation(String code, String label) {}
}

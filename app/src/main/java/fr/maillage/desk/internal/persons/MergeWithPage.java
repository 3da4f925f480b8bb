package fr.maillage.desk.internal.persons;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.desk.internal.persons.DuplicatesPage.Person;
import java.util.List;

/// With whom a file is to be joined: a search.
public record MergeWithPage(
        Banner banner, String typed, List<Person> found, String sentence, boolean searched) {}

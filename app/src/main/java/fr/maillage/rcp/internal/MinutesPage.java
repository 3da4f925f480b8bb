package fr.maillage.rcp.internal;

import java.util.List;

/// Minutes on paper.
public record MinutesPage(
        String title,
        String person,
        String born,
        String structure,
        String phone,
        String when,
        String length,
        String place,
        List<Person> present,
        List<Person> absent,
        List<String> question,
        List<String> notes,
        List<Decided> decisions,
        boolean held,
        String printed) {

    /// Somebody who was, or was not, there.
    public record Person(String name, String profession) {}

    /// A decision, and what it became.
    public record Decided(String text, String part, String becomes, String when) {}
}

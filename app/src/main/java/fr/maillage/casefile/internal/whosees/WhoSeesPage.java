package fr.maillage.casefile.internal.whosees;

import java.util.List;

/// Who can see what, and who holds each role.
///
/// @param roles columns, in words
/// @param parts of a person's file
/// @param areas of the application: reading, then acts
public record WhoSeesPage(
        String structure,
        String day,
        List<String> roles,
        List<Row> parts,
        List<Row> areas,
        List<Holders> holders,
        long consultations) {

    /// @param key name of the part, or « GET /demandes », for those who compare
    /// @param cells « oui », « en partie » or « – », a column a role
    public record Row(String key, String label, List<String> cells) {}

    /// @param never how many of them never signed in
    /// @param people of the team and the figures' readers, by name; empty for circles and carers
    public record Holders(String role, int count, int never, List<Person> people) {}

    /// @param opened how many times a file or a part of one, in thirty days
    public record Person(String name, String lastSignIn, String factor, long opened) {}
}

package fr.maillage.casefile.internal;

import fr.maillage.kernel.PersonName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the person said about sharing.
///
/// @param opposedToAll opposition as a whole
/// @param opposedTo professionals opposed to, as written when it was recorded: a name, or an RPPS
///   number
/// @param opposedLines lines of the circle opposed to
/// @param agreedOutside prior agreement to sharing outside the équipe de soins
record Sharing(
        boolean opposedToAll,
        List<String> opposedTo,
        List<UUID> opposedLines,
        boolean agreedOutside) {

    private static final Set<String> TITLES =
            Set.of(
                    "dr",
                    "docteur",
                    "pr",
                    "professeur",
                    "m",
                    "mr",
                    "monsieur",
                    "mme",
                    "madame",
                    "mlle",
                    "me");

    Sharing {
        opposedTo = List.copyOf(opposedTo);
        opposedLines = List.copyOf(opposedLines);
    }

    /// What a line of `patient.precaution` says.
    static Sharing read(ResultSet row) throws SQLException {
        return new Sharing(
                row.getBoolean("opposed_to_all"),
                List.of((String[]) row.getArray("opposed_to").getArray()),
                List.of((UUID[]) row.getArray("opposed_to_lines").getArray()),
                row.getBoolean("shared_outside"));
    }

    /// Whether what was said closes the file to this professional. A name is compared without
    /// accents, titles or order; one that gives only the family name counts: a doubt closes.
    boolean opposedTo(Reach.Membership membership) {
        return opposedToAll
                || opposedLines.contains(membership.id())
                || opposedTo.stream().anyMatch(named -> designates(named, membership));
    }

    private static boolean designates(String named, Reach.Membership membership) {
        if (membership.rpps() != null && named.replaceAll("\\s", "").contains(membership.rpps()))
            return true;
        var said = words(named);
        var known = words(membership.name());
        return !said.isEmpty()
                && !known.isEmpty()
                && (known.containsAll(said) || said.containsAll(known));
    }

    private static Set<String> words(String name) {
        return Arrays.stream(PersonName.searchKey(name).split(" "))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .collect(Collectors.toSet());
    }
}

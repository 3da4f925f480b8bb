package fr.maillage.assessment.internal;

import fr.maillage.kernel.PersonName;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// A tool whose owner keeps the rights, as the library says of it: a structure publishes its
/// questions only by that owner's authorisation. It is known by its short name in a title; a title
/// that hides it is not caught, the declaration answers for it.
///
/// @param tool its name
/// @param owner whose it is, as the library says
record RestrictedTool(String tool, String owner) {

    /// The tool of the library this title speaks of, when only its result may be kept.
    static Optional<RestrictedTool> in(String title, Collection<Definition> library) {
        var said = " " + plain(title) + " ";
        return library.stream()
                .filter(tool -> tool.card.resultOnly())
                .filter(tool ->
                        said.contains(
                                " "
                                        + plain(tool.url.substring(tool.url.lastIndexOf('/') + 1))
                                        + " "))
                .findFirst()
                .map(tool ->
                        new RestrictedTool(tool.title.split(" – ")[0], tool.card.licenceWords()));
    }

    private static String plain(String words) {
        return PersonName.searchKey(words)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}

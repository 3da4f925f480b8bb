package fr.maillage.network;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The criteria of inclusion and exit of the acting structure, written by what others agreed on.
public interface Criteria {

    /// Puts `agreed` among the criteria in use: those that are there stay as they are, one that was
    /// retired comes back. Retires those of `former`. Accents and case aside, one criterion is
    /// known by its words; one in use whatever the theme serves for each.
    ///
    /// @param themes codes of national themes; null: whatever the theme
    Change adopt(Collection<@Nullable String> themes, Said agreed, Said former);

    /// Criteria, in their words.
    record Said(Collection<String> inclusion, Collection<String> exit) {}

    /// How many came into use, and how many went out of it.
    record Change(int added, int retired) {}
}

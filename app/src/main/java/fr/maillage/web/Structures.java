package fr.maillage.web;

import fr.maillage.kernel.NetworkId;

/// What the top of every page says about the structure; answered by the module that knows it.
public interface Structures {

    /// Name and telephone of the structure. Throws when there is none.
    Structure frameOf(NetworkId network);

    /// @param onCallPhone number that answers now, and its hours in words
    record Structure(String name, String shortName, String onCallPhone, String hours) {}
}

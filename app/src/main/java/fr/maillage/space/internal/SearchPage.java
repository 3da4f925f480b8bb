package fr.maillage.space.internal;

import java.util.List;

/// What was found in a space.
public record SearchPage(String space, String title, String typed, String said, List<Hit> hits) {

    /// @param kind « Message », « Information », « Décision », « Texte »
    /// @param extract the words around
    public record Hit(
            String kind, String href, String title, String extract, String by, String when) {}
}

package fr.maillage.documents.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document in a list.
///
/// @param date day of the document, or day it came, in words
/// @param audience who may read it, in words; null where that is not told
/// @param broken « Contenu introuvable », null when it is there
/// @param noText « Pas de texte… », null when its text may be searched
/// @param extract where the words searched stand; empty without a search
/// @param person name of the person, in a list over several; null otherwise
public record Line(
        String href,
        String type,
        String icon,
        String title,
        String date,
        String exact,
        @Nullable String source,
        String nature,
        @Nullable String audience,
        @Nullable String broken,
        @Nullable String noText,
        List<Piece> extract,
        @Nullable String person,
        @Nullable String personHref,
        @Nullable String removed) {

    /// A piece of an extract.
    ///
    /// @param hit one of the words searched
    public record Piece(String text, boolean hit) {}
}

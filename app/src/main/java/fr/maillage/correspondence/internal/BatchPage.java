package fr.maillage.correspondence.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch: letters printed together, ticked when posted.
///
/// @param waiting how many still wait in it
/// @param printed « Imprimé 2 fois, la dernière… »; null when it never was
public record BatchPage(
        String id,
        String title,
        String made,
        @Nullable String printed,
        boolean twoSided,
        String address,
        int waiting,
        List<Line> lines,
        String today,
        @Nullable String error) {

    /// A letter of the batch.
    ///
    /// @param state « À poster », « Posté »…
    public record Line(
            String id,
            String recipient,
            String quality,
            String kind,
            @Nullable String person,
            @Nullable String personHref,
            String state,
            boolean waiting,
            boolean readable) {}
}

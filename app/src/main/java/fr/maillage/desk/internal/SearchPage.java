package fr.maillage.desk.internal;

import java.util.List;

/// What a search found.
///
/// @param typed as typed, to correct it; posted, never in an address
public record SearchPage(String typed, List<Found> found, boolean more, String sentence) {

    /// A person near what was typed.
    public record Found(
            String id,
            String name,
            String who,
            String born,
            String situation,
            String coordinator) {}
}

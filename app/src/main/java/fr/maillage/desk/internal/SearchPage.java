package fr.maillage.desk.internal;

import java.util.List;

/// What a search found.
///
/// @param typed as typed, to correct it; posted, never in an address
/// @param gestures what may be done, for the persons found when there are some; the palette alone
public record SearchPage(
        String typed, List<Found> found, boolean more, String sentence, List<Gesture> gestures) {

    /// A gesture for a person or for nobody.
    ///
    /// @param inPlace its form opens over the page one is on
    /// @param first stands before the persons: it was asked for by its name
    public record Gesture(String href, String icon, String label, boolean inPlace, boolean first) {}

    /// A person near what was typed.
    public record Found(
            String id,
            String name,
            String who,
            String born,
            String situation,
            String coordinator) {}
}

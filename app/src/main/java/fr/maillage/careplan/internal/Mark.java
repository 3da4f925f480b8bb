package fr.maillage.careplan.internal;

import fr.maillage.web.Marked;
import org.jspecify.annotations.Nullable;

/// A state: colour, icon and word together, and a line under it.
public record Mark(String css, String icon, String word, @Nullable String small) {

    static Mark of(Marked state) {
        return new Mark(state.mark().tone(), state.mark().icon(), state.label(), null);
    }
}

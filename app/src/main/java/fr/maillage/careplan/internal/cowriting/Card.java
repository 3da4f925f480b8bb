package fr.maillage.careplan.internal.cowriting;

import fr.maillage.web.Mark;
import org.jspecify.annotations.Nullable;

/// A suggestion in a list.
///
/// @param what « Changer : objectif »
/// @param who « Anne MOREL, infirmière, hier »
/// @param answer the reason of a refusal; null when there is none
public record Card(
        String href,
        String what,
        String title,
        String who,
        String why,
        Mark state,
        @Nullable String answer,
        @Nullable String decided) {}

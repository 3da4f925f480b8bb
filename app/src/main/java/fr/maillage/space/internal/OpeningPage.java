package fr.maillage.space.internal;

import fr.maillage.web.Sent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form of a space.
///
/// @param space its address; null for a new one
/// @param bodies of the register whose meetings may be its agenda
/// @param conflict said when somebody saved first
public record OpeningPage(
        @Nullable String space,
        String title,
        Sent form,
        Map<String, String> kinds,
        Map<String, String> themes,
        Map<String, String> zones,
        Map<String, String> bodies,
        @Nullable String conflict) {}

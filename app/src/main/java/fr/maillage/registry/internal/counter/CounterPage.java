package fr.maillage.registry.internal.counter;

import fr.maillage.registry.Entrances.Entrance;
import fr.maillage.registry.internal.CommuneNames.Commune;
import fr.maillage.web.FormErrors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The public counter: what was asked, and the answer.
///
/// @param home address the form is sent to: the page itself, or the one in a frame
/// @param choices communes among which to choose, when several have the name
/// @param place commune answered about; null before an answer
/// @param entrances the right one first
/// @param nearest when there is none
public record CounterPage(
        String home,
        boolean embedded,
        String commune,
        String theme,
        String age,
        Map<String, String> themes,
        List<Commune> choices,
        FormErrors errors,
        @Nullable String place,
        List<Entrance> entrances,
        List<Entrance> nearest) {}

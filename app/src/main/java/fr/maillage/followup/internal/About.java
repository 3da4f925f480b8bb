package fr.maillage.followup.internal;

import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.patient.Patients.Near;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whom a typed name means. One person only when every word typed is a word of their name and of
/// nobody else's; anything less certain is asked, since a call written in the wrong file is worse
/// than a question.
sealed interface About {

    /// Nobody else bears these words.
    record Certain(Near person) implements About {}

    /// Several could be meant, or one with another spelling.
    record Unsure(String typed, List<Near> candidates) implements About {}

    /// Nobody near; `typed` stays on the page.
    record Nobody(String typed) implements About {}

    /// @param near persons near what was typed, best first
    static About of(String typed, List<Near> near) {
        if (near.isEmpty()) return new Nobody(typed);
        var bearers =
                near.stream()
                        .filter(n -> words(n.displayName()).containsAll(words(typed)))
                        .toList();
        return bearers.size() == 1
                ? new Certain(bearers.getFirst())
                : new Unsure(typed, bearers.isEmpty() ? near : bearers);
    }

    /// Those nobody doubts of.
    static Stream<PatientId> certain(List<About> abouts) {
        return abouts.stream()
                .flatMap(a -> a instanceof Certain(var near) ? Stream.of(near.id()) : Stream.of());
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(PersonName.searchKey(text).split(" ")));
    }
}

package fr.maillage.portal.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for a member of circles, and the persons of whose circle they are, in every
/// structure.
public record MyPatientsPage(
        String today, List<Opinion> opinions, List<Act> acts, List<Person> persons) {

    /// A plan whose opinion is awaited.
    public record Opinion(String pps, String person, int number, String since, boolean late) {}

    /// An act of theirs that is due, or late.
    public record Act(String patient, String person, String title, String due, boolean late) {}

    /// @param structure which structure accompanies the person
    /// @param role what one is in this circle
    public record Person(
            String id,
            String family,
            String given,
            String age,
            String commune,
            String structure,
            String role,
            @Nullable String level,
            boolean deceased) {}
}

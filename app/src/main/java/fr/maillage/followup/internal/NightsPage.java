package fr.maillage.followup.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Progress of the nights, the latest first.
///
/// @param waiting « 3 personnes à revoir au prochain passage », for the reader's structure
public record NightsPage(@Nullable String waiting, List<Night> nights) {

    /// @param state « 2 structures sur 3 »
    /// @param done all of them
    /// @param failed how many stopped on a fault
    /// @param lasted from the first beginning to the last end
    /// @param own what it changed in the reader's structure; null when it did not pass there
    public record Night(
            String day, String state, boolean done, int failed, String lasted, @Nullable Own own) {}

    /// @param whole everybody was looked at
    public record Own(
            boolean whole, int persons, int raised, int refreshed, int resolved, String took) {}
}

package fr.maillage.access.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One's own account.
///
/// @param compelled the structure asks for a second factor
/// @param announced from which day it will be asked, in words; null when it is asked already, or
///   not
/// @param shared an account of the demonstration: nothing of it changes
public record MyAccountPage(
        String name,
        String login,
        String role,
        SecondFactors.Held held,
        boolean compelled,
        @Nullable String announced,
        boolean shared,
        List<Key> keys,
        List<Session> sessions) {

    /// A passkey.
    public record Key(String id, String label, String added, String used) {}

    /// @param current the one that reads this page
    public record Session(String agent, String began, String seen, boolean current) {}
}

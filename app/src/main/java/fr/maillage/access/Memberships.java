package fr.maillage.access;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/// Rights of the team, as the module that keeps the team ends them. What is ended here is lost at
/// the next request of whoever is signed in.
public interface Memberships {

    /// A member of the team leaves: their rights hold until the end of `lastDay`; null when they
    /// stay after all. Rights that had not begun by then are withdrawn. Nothing for a member
    /// without an account.
    void until(UUID member, @Nullable LocalDate lastDay);

    /// A member of the team has this role from `since` on; the former right ends the day before,
    /// and stays written. Nothing when they have it already, or have no account.
    void become(UUID member, Role role, LocalDate since);
}

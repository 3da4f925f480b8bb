package fr.maillage.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rights of the team, as the module that keeps the team ends them. What is ended here is lost at
/// the next request of whoever is signed in.
public interface Memberships {

    /// A member of the team leaves: their rights hold until the end of `lastDay`; null when they
    /// stay after all. Rights that had not begun by then are withdrawn. Nothing for a member
    /// without an account.
    void until(UUID member, @Nullable LocalDate lastDay);
}

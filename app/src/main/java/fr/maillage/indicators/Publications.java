package fr.maillage.indicators;

import java.util.Optional;
import java.util.UUID;

/// What a structure publishes to its agency: counts of a day, masked under 11 before they are
/// stored, signed by the head, never changed afterwards.
public interface Publications {

    /// Counts the acting structure as it stands today, masks, stores and signs in one step, in the
    /// name of `head` (« Hélène VANDAMME »); takes the place of a draft not signed. Only today:
    /// what a situation, a level or a plan was on an earlier day is not kept in a way that could be
    /// counted. Returns the publication, or nothing when this day already has a signed one. Throws
    /// `NullPointerException` when no structure is acting.
    Optional<UUID> publishToday(String head);
}

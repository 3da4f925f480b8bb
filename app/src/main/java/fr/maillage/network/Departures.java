package fr.maillage.network;

import java.time.LocalDate;
import java.util.UUID;

/// The end of somebody's time in the team, for the module that hands their caseload over. Call in a
/// transaction.
public interface Departures {

    /// Whether this member is on leave that day.
    boolean away(UUID member, LocalDate day);

    /// Whether nobody could set the structure any more after this member's last day.
    boolean lastHead(UUID member, LocalDate lastDay);

    /// The member leaves: their line and their rights hold until the end of `lastDay`, and their
    /// account with them.
    void leaves(UUID member, LocalDate lastDay);
}

package fr.maillage.network;

import java.util.UUID;

/// How many persons stand on a member of the team. Answered by the module that keeps who follows
/// whom.
public interface Caseload {

    /// Persons whose référent is this member, open files only.
    int followedBy(UUID member);
}

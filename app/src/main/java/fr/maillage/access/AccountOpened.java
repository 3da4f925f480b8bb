package fr.maillage.access;

import fr.maillage.kernel.NetworkId;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// Somebody accepted an invitation: their account exists and has its right. Published in the
/// transaction of the acceptance.
///
/// @param member line of the team it is bound to
/// @param circleLine line of a circle of care it is bound to
public record AccountOpened(
        NetworkId network, UUID account, @Nullable UUID member, @Nullable UUID circleLine) {}

package fr.maillage.demo.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody of a team.
///
/// @param name « Claire DUMONT »
/// @param unit their antenna
/// @param zones where the persons they follow live
record Member(
        UUID id,
        UUID account,
        String name,
        String function,
        @Nullable UUID unit,
        List<String> zones) {}

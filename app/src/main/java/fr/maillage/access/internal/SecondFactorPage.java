package fr.maillage.access.internal;

import org.jspecify.annotations.Nullable;

/// Where the second factor is given, or chosen when none is held.
///
/// @param refused why the last try was not taken
public record SecondFactorPage(SecondFactors.Held held, @Nullable String refused) {}

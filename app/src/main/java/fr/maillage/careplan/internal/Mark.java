package fr.maillage.careplan.internal;

import org.jspecify.annotations.Nullable;

/// A state: colour, icon and word together, and a line under it.
public record Mark(String css, String icon, String word, @Nullable String small) {}

package fr.maillage.demo.internal;

import org.jspecify.annotations.Nullable;

/// An invented professional of a real commune.
///
/// @param name « Dr Anne MOREL », « Lucie PETIT »
record Practitioner(
        String rpps,
        String name,
        String profession,
        String label,
        @Nullable String specialty,
        Commune commune,
        String phone) {}

package fr.maillage.intake.internal;

/// One choice of a closed list.
public record Choice(String code, String label) {}

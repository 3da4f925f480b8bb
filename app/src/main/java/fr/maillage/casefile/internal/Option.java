package fr.maillage.casefile.internal;

/// A choice of a form.
public record Option(String value, String label) {}

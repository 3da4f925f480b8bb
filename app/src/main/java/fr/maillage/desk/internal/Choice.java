package fr.maillage.desk.internal;

/// A code and its words.
public record Choice(String code, String label) {}

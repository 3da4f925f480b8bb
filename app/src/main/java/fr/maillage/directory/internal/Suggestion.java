package fr.maillage.directory.internal;

/// One line of a list of suggestions: the number that is kept, and what people read.
public record Suggestion(String value, String name, String detail) {}

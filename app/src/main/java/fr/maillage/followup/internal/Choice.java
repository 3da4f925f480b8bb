package fr.maillage.followup.internal;

/// One of a list one chooses from: the code that is sent, the words that are read.
public record Choice(String value, String label, boolean chosen) {}

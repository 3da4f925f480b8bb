package fr.maillage.desk.internal;

/// One of a list one chooses from.
public record DayChoice(String value, String label, boolean chosen) {}

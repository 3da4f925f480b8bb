package fr.maillage.careplan.internal;

/// The plan on paper: the same page, with who prints it and when.
public record PrintedPage(
        PpsPage plan, String person, String structure, String phone, String printed) {}

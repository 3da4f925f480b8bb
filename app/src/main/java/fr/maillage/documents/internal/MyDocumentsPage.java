package fr.maillage.documents.internal;

import java.util.List;

/// The documents the person may read.
public record MyDocumentsPage(List<Line> lines) {}

package fr.maillage.documents.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Documents found by their words in the files of the structure.
public record FoundPage(String typed, @Nullable String sentence, List<Line> lines) {}

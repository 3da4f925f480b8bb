package fr.maillage.directory.internal;

import java.util.List;

/// Suggestions under a field, as radio buttons so that choosing one needs no script.
///
/// @param field name of the radio button
/// @param asked whether enough was typed to search
/// @param none what to say when nothing was found
public record SuggestionsPage(String field, boolean asked, List<Suggestion> found, String none) {}

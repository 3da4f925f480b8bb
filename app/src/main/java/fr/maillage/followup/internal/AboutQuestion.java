package fr.maillage.followup.internal;

import java.util.List;

/// « De qui s’agit-il ? », for a typed name that several persons may bear, or nobody.
///
/// @param field the name of the answer's field
public record AboutQuestion(String field, String typed, List<Candidate> candidates) {

    /// @param facts age and commune, in words
    public record Candidate(String id, String name, String facts) {}
}

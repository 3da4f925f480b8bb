package fr.maillage.protocol.internal;

import java.util.List;
import java.util.Objects;

/// What findings about a person propose to their plan, among the goals and interventions of the
/// document: a condition over the facts of [fr.maillage.protocol.Findings].
///
/// @param title why, in words: « Aidant épuisé »
/// @param condition FHIRPath over facts known by name: `%gir <= 4 and %vitSeule = true`
/// @param lines keys of the goals and interventions it proposes
record Rule(String key, String title, String condition, List<String> lines, Document.Source source)
        implements Document.Line {

    /// Most lines a rule proposes.
    static final int LINES = 6;

    /// Longest condition, in characters.
    static final int LONGEST = 1000;

    Rule {
        condition = Objects.requireNonNullElse(condition, "");
        lines = lines == null ? List.of() : List.copyOf(lines);
        source = Objects.requireNonNullElse(source, Document.Source.NONE);
    }
}

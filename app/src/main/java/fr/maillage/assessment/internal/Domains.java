package fr.maillage.assessment.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which of the six domains of a multidimensional evaluation a question belongs to: that of the
/// part it stands in, else that of its tool.
final class Domains {

    private static final Map<String, String> PARTS =
            Map.of(
                    "medical", "MEDICAL",
                    "autonomie", "AUTONOMIE",
                    "psychologique", "PSYCHOLOGIQUE",
                    "social", "SOCIAL",
                    "environnement", "ENVIRONNEMENT",
                    "aidants", "AIDANT");

    /// Domains of tools; a tool about everything, about education or a screening belongs to none.
    private static final Map<String, String> TOOLS =
            Map.ofEntries(
                    Map.entry("medical", "MEDICAL"),
                    Map.entry("douleur", "MEDICAL"),
                    Map.entry("nutrition", "MEDICAL"),
                    Map.entry("escarre", "MEDICAL"),
                    Map.entry("palliatif", "MEDICAL"),
                    Map.entry("autonomie", "AUTONOMIE"),
                    Map.entry("chute", "AUTONOMIE"),
                    Map.entry("psychologique", "PSYCHOLOGIQUE"),
                    Map.entry("cognition", "PSYCHOLOGIQUE"),
                    Map.entry("addiction", "PSYCHOLOGIQUE"),
                    Map.entry("social", "SOCIAL"),
                    Map.entry("environnement", "ENVIRONNEMENT"),
                    Map.entry("aidant", "AIDANT"));

    private Domains() {}

    /// Its code, as problems have it; null for none.
    static @Nullable String of(Definition definition, Item item) {
        var root = item;
        while (root.parent != null) root = root.parent;
        var part = PARTS.get(root.linkId);
        return part != null ? part : TOOLS.get(definition.domain);
    }
}

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
    private static final Map<ToolDomain, String> TOOLS =
            Map.ofEntries(
                    Map.entry(ToolDomain.MEDICAL, "MEDICAL"),
                    Map.entry(ToolDomain.DOULEUR, "MEDICAL"),
                    Map.entry(ToolDomain.NUTRITION, "MEDICAL"),
                    Map.entry(ToolDomain.ESCARRE, "MEDICAL"),
                    Map.entry(ToolDomain.PALLIATIF, "MEDICAL"),
                    Map.entry(ToolDomain.AUTONOMIE, "AUTONOMIE"),
                    Map.entry(ToolDomain.CHUTE, "AUTONOMIE"),
                    Map.entry(ToolDomain.HANDICAP, "AUTONOMIE"),
                    Map.entry(ToolDomain.PSYCHOLOGIQUE, "PSYCHOLOGIQUE"),
                    Map.entry(ToolDomain.COGNITION, "PSYCHOLOGIQUE"),
                    Map.entry(ToolDomain.ADDICTION, "PSYCHOLOGIQUE"),
                    Map.entry(ToolDomain.SOCIAL, "SOCIAL"),
                    Map.entry(ToolDomain.ENVIRONNEMENT, "ENVIRONNEMENT"),
                    Map.entry(ToolDomain.AIDANT, "AIDANT"));

    private Domains() {}

    /// Its code, as problems have it; null for none.
    static @Nullable String of(Definition definition, Item item) {
        var root = item;
        while (root.parent != null) root = root.parent;
        var part = PARTS.get(root.linkId);
        return part != null ? part : TOOLS.get(definition.card.domains().getFirst());
    }
}

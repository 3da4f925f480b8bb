package fr.maillage.protocol.internal;

import fr.maillage.protocol.Findings;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft being written: the heading and each line are forms of their own, one of them open at a
/// time; the others are lines in words that open theirs.
///
/// @param head the form of the heading; null while another is open
/// @param facts what the condition of a rule may name
public record ProtocolEditPage(
        String href,
        String heading,
        @Nullable FormView head,
        List<Section> sections,
        List<Findings.Fact> facts) {

    public record Section(String id, String title, int count, List<Item> items) {}

    /// @param key anchor, and what `ligne=` names
    /// @param label the line in words, or « Ajouter un objectif »
    /// @param rest what stands beside it while it is folded
    /// @param adds nothing yet: its form makes a line
    /// @param form its form, when it is the one that is open
    public record Item(
            String key,
            String label,
            String rest,
            boolean adds,
            String href,
            @Nullable FormView form) {}
}

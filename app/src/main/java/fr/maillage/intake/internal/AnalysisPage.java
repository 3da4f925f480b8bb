package fr.maillage.intake.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The analysis of a request.
public record AnalysisPage(
        String id,
        String title,
        @Nullable String detail,
        String motives,
        @Nullable String ownWords,
        int version,
        @Nullable String recorded,
        AnalysisForm form,
        FormErrors errors,
        List<Choice> medical,
        List<Choice> social,
        List<Dimension> dimensions,
        List<Choice> subsidiarities,
        List<Choice> mtParts,
        List<Choice> levels,
        List<Choice> intensities,
        List<Choice> themes,
        Proposal proposal,
        @Nullable String mtLine) {

    /// @param words what is typed about it
    public record Dimension(String code, String label, List<Item> items, String words) {}

    public record Item(String code, String label, int points, boolean held) {}

    public record Proposal(int level, String label, List<String> because) {}

    /// What is checked of a list.
    public Set<String> medicalHeld() {
        return Set.copyOf(form.medical());
    }

    /// What is checked of a list.
    public Set<String> socialHeld() {
        return Set.copyOf(form.social());
    }
}

package fr.maillage.assessment.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a form saved as one types receives: the side panel, and the elements of the form that are
/// no longer as the tab shows them. What is being typed is never replaced.
public record SavedPage(
        AssessmentFormPage page,
        List<FormView.Element> changed,
        List<FormView.Field> computed,
        List<Sentence> sentences,
        String status) {

    /// The sentence beside a field, or its end.
    public record Sentence(String linkId, @Nullable String text) {}
}

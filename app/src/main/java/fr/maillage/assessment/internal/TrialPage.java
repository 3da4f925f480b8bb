package fr.maillage.assessment.internal;

import java.util.List;

/// A questionnaire filled in to see what it does. Nothing of it is kept.
public record TrialPage(
        String id, FormView form, List<AssessmentFormPage.ScorePanel> scores, String progress) {}

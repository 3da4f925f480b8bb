package fr.maillage.assessment.internal;

import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One questionnaire of the structure: where it comes from, by what right, what can be done.
///
/// @param restricted what the library says of the tool its title names; null when nothing
/// @param right the words of what was declared; null until it is published
public record ImportedPage(
        String id,
        String title,
        String canonical,
        String state,
        String tone,
        boolean toTry,
        boolean published,
        String received,
        @Nullable String publication,
        @Nullable String withdrawal,
        @Nullable String right,
        @Nullable String restricted,
        int items,
        int uses,
        List<AssessmentFormPage.Choice> rights,
        Sent form) {}

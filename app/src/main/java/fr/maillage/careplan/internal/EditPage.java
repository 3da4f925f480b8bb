package fr.maillage.careplan.internal;

import fr.maillage.careplan.PlanSuggestions;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft being written: each section and each line is a form of its own.
///
/// @param review goals of the former version are to be graded
/// @param suggestions what findings propose to it; null when nothing does
/// @param discussed comments and suggestions that wait
/// @param others who else is in the draft now, in words
public record EditPage(
        Banner banner,
        String base,
        String href,
        String heading,
        List<FormView> sections,
        List<FormView> pathologies,
        List<FormView> goals,
        List<FormView> interventions,
        List<FormView> aids,
        List<String> problems,
        List<String> obstacles,
        List<String> missing,
        boolean review,
        PlanSuggestions.@Nullable Panel suggestions,
        int discussed,
        List<String> others) {}

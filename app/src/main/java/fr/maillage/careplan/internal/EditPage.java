package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;

/// A draft being written: each section and each line is a form of its own.
///
/// @param review goals of the former version are to be graded
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
        boolean review) {}

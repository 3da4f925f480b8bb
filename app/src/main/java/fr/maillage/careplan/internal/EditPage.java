package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;

/// A draft being written: each section and each line is a form of its own.
public record EditPage(
        Banner banner,
        String base,
        String href,
        String heading,
        List<FormView> sections,
        List<FormView> pathologies,
        List<FormView> goals,
        List<FormView> interventions,
        List<String> problems,
        List<String> obstacles,
        List<String> missing) {}

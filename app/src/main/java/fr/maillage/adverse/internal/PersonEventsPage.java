package fr.maillage.adverse.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;

import java.util.List;

/// Adverse events about a person, and the form of another.
public record PersonEventsPage(
        Banner banner,
        List<RegisterPage.Line> events,
        FormView declare,
        String law,
        String source) {}

package fr.maillage.rcp.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// An expertise: the question, and its opinion.
public record ExpertisePage(
        Banner banner,
        String title,
        String sub,
        String state,
        String icon,
        String tone,
        List<String> question,
        @Nullable String due,
        boolean anonymous,
        List<String> opinion,
        @Nullable String by,
        @Nullable String closedWhy,
        @Nullable FormView answer,
        @Nullable FormView close) {}

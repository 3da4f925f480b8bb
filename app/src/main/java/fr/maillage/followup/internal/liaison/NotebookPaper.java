package fr.maillage.followup.internal.liaison;

import java.util.List;

/// The notebook of a period, on paper.
public record NotebookPaper(
        String name,
        String born,
        String period,
        String structure,
        String phone,
        List<NotebookPage.Line> lines,
        boolean more,
        String printed) {}

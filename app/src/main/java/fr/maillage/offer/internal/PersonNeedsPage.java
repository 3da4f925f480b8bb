package fr.maillage.offer.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;

/// What was looked for in vain for a person, and the form of another.
public record PersonNeedsPage(Banner banner, List<NeedsPage.Line> lines, FormView note) {}

package fr.maillage.careplan.internal.cowriting;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;

/// A new line, to be proposed.
public record NewLinePage(
        Banner banner, boolean person, String here, String title, FormView form) {}

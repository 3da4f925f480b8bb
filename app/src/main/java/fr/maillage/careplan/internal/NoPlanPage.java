package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;

/// Nobody has written a plan yet; `obstacles` say what would make one possible.
public record NoPlanPage(
        Banner banner, String base, List<String> obstacles, boolean mayWrite, int suggested) {}

package fr.maillage.visit.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;

/// A prepared visit, before it is put on a telephone: what will be kept, to read and to print.
///
/// @param over whether it is finished: nothing more is kept or received
/// @param received what came back, in words
public record VisitPage(Banner banner, VisitSheet sheet, boolean over, List<String> received) {}

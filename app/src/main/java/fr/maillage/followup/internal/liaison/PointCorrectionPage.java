package fr.maillage.followup.internal.liaison;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;

/// A point de coordination to be corrected.
///
/// @param decisions what was decided, which its tasks go on with
public record PointCorrectionPage(
        Banner banner, PointFields fields, List<PointsPage.Decided> decisions) {}

package fr.maillage.territory;

import java.time.LocalDate;
import java.util.List;

/// How a region is cut into zones, at a day. Zones are redrawn: yesterday's figures are read with
/// yesterday's zones.
public interface Territories {

    /// The main division of a region as it stands on `day`; without any zone when nobody cut it.
    ///
    /// @param region INSEE code of the region of today, « 32 »
    Tree tree(String region, LocalDate day);

    /// Every region with its main division, by label; most are not drawn yet.
    List<Region> regions();

    /// A region and how it is cut into zones.
    ///
    /// @param drawn whether a commune of it stands in a zone
    record Region(
            String code,
            String label,
            String division,
            String divisionLabel,
            String source,
            boolean drawn) {}
}

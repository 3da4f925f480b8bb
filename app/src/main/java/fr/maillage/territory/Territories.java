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

    /// Regions that have a main division.
    List<Region> regions();

    /// A region somebody cut into zones.
    record Region(
            String code, String label, String division, String divisionLabel, String source) {}
}

package fr.maillage.coverage.internal;

import fr.maillage.registry.DeclaredAreas.Declared;
import fr.maillage.territory.Tree;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything a region says of a year, all themes: read once, surveyed theme by theme.
///
/// @param day the last of the year, or today
/// @param declared areas on the zones and communes of the region
/// @param places communes of each place declared, by its code
/// @param residence counts by structure, then theme (« » for all), then commune; those under eleven
///   are not in it
/// @param totals by structure, then theme
record Material(
        Tree tree,
        int year,
        LocalDate day,
        List<Declared> declared,
        Map<String, List<String>> places,
        List<Publication> publications,
        Map<UUID, Map<String, Map<String, Count>>> residence,
        Map<UUID, Map<String, Count>> totals) {

    /// Line of the communes that a publication does not name.
    static final String OTHERS = "AUTRES";

    /// @param network the structure of the installation that signed it
    /// @param byCommune whether it says where those followed live
    /// @param byTheme whether it says so theme by theme
    record Publication(
            UUID network, String name, LocalDate asOf, boolean byCommune, boolean byTheme) {}

    /// A published count: its value, or null when it is under eleven or withheld.
    record Count(@Nullable Integer value, boolean withheld) {
        int shown() {
            return value == null ? 0 : value;
        }

        /// Whether it may be of any size, eleven and more included.
        boolean unsaid() {
            return value == null && withheld;
        }
    }
}

package fr.maillage.territory.internal.shape;

import fr.maillage.web.Sent;
import java.util.List;

/// True shapes of communes: those there are, and where they came from.
///
/// @param drawn what the map is drawn with, in words
/// @param any whether a commune has its true shape
public record ShapesPage(Sent form, String drawn, boolean any, List<Load> loads) {

    /// @param kept « 12 communes de 14 contours »
    /// @param wrong features left out, with their rank and why
    public record Load(String when, String source, String kept, List<String> wrong) {}
}

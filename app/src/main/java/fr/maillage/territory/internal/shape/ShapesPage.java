package fr.maillage.territory.internal.shape;

import fr.maillage.web.Sent;
import java.util.List;

/// True shapes of communes: those there are, and where they came from.
///
/// @param shaped how many communes have one
public record ShapesPage(Sent form, String shaped, boolean any, List<Load> loads) {

    /// @param wrong features left out, with their rank and why
    public record Load(
            String when, String source, String features, String kept, List<String> wrong) {}
}

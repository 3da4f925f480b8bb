package fr.maillage.partners.internal;

import java.util.List;

/// The short choice of a person to whose circle a partner is added.
///
/// @param here where a name is posted
/// @param card of the partner
/// @param typed "" when the files opened last are shown
/// @param sentence what is shown, or that nothing is
public record PersonChoicePage(
        String here, String card, String name, String typed, String sentence, List<Line> lines) {

    /// @param form of their circle, filled
    /// @param words « 84 ans · Douai · Niveau 3 »
    public record Line(String form, String name, String words) {}
}

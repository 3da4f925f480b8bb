package fr.maillage.partners.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one box and what answers.
///
/// @param action where it is posted
/// @param banner of the person about whom it is; null for none
/// @param asked whether enough was typed to search
/// @param sentence « 12 réponses, les plus proches d’abord »
/// @param aside what cannot be known, or what to do next; "" for nothing
/// @param need address where what was not found is noted; null when there is none
/// @param mayWrite whether who reads may add somebody to the circle
/// @param team whether who reads is of the team
public record SearchPage(
        String action,
        @Nullable Banner banner,
        String typed,
        boolean asked,
        List<Chip> chips,
        List<Facet> facets,
        List<Row> rows,
        String sentence,
        String aside,
        @Nullable String need,
        boolean mayWrite,
        boolean team) {

    /// A piece of what was understood.
    ///
    /// @param rank sent back to take it off
    /// @param nameable whether it can be read as a name instead
    public record Chip(int rank, String words, boolean nameable) {}

    /// @param single whether one choice at most is made
    public record Facet(String field, String label, boolean single, List<Choice> choices) {}

    /// @param count null when it is not known
    public record Choice(String value, String label, @Nullable Integer count, boolean chosen) {}

    /// @param nature « Professionnel », « Structure », « Offre »; null when only one is listed
    /// @param card where more is said; null when nothing is
    /// @param add where it joins the circle of the person; null when no person is, or not for it
    /// @param distance « 4 km »; "" when unknown
    /// @param marks what the structure knows: « Adhérent », « Disponible, vu le 2 juin »
    public record Row(
            @Nullable String nature,
            String name,
            String what,
            String where,
            String distance,
            @Nullable String card,
            @Nullable String add,
            @Nullable String phone,
            @Nullable String dial,
            @Nullable String mssante,
            List<Mark> marks) {}

    /// @param tone a class of the style sheet
    public record Mark(String tone, String icon, String words) {}
}

package fr.maillage.partners.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one box and what answers.
///
/// @param action where it is posted
/// @param banner of the person about whom it is; null for none
/// @param asked whether enough was typed to search
/// @param home what one may begin with; null once something is asked
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
        @Nullable Home home,
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
    /// @param choose where a person is chosen, whose circle it joins; null when one is, or not for
    ///   it
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
            @Nullable String choose,
            @Nullable String phone,
            @Nullable String dial,
            @Nullable String mssante,
            List<Mark> marks) {}

    /// What the page shows before anything is typed.
    ///
    /// @param examples address and words: each runs
    /// @param partners categories of those the structure works with, that hold somebody
    /// @param held what the national directory holds; empty when nothing was loaded
    /// @param missed what was last looked for in vain and still is
    public record Home(
            Map<String, String> examples,
            List<Partners> partners,
            List<Held> held,
            List<Missed> missed) {}

    /// How many partners of a category, and where they are listed.
    public record Partners(String href, String label, int count) {}

    /// @param count « 2 214 310 », "" when the edition did not say
    /// @param day « extraction du 31 mai 2026 »
    public record Held(String label, String count, String day) {}

    /// @param near where it is looked for again
    public record Missed(String near, String need, String where) {}

    /// @param tone a class of the style sheet
    public record Mark(String tone, String icon, String words) {}
}

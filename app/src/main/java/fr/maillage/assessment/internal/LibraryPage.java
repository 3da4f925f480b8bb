package fr.maillage.assessment.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The library of tools: as a catalogue, or to begin one for a person.
///
/// @param banner of the person the tools are offered for; null: the catalogue
/// @param patient their id, empty in the catalogue
/// @param query what was searched
/// @param domain code of the chosen domain, empty: all
/// @param systematic what the theme asks of everybody; empty in the catalogue
/// @param proposed for the theme of the person, in the order of domains; each is in its group too
/// @param theme what they are proposed for; empty without one
public record LibraryPage(
        @Nullable Banner banner,
        String patient,
        String query,
        String domain,
        List<Chip> domains,
        String theme,
        List<EvaluationsPage.Systematic> systematic,
        List<Tool> proposed,
        List<Group> groups,
        int found,
        int all) {

    /// A domain one may keep alone.
    public record Chip(String code, String label, int tools, boolean chosen) {}

    public record Group(String code, String label, List<Tool> tools) {}

    /// @param licence « Libre », « Résultat seul : droits réservés »
    /// @param mark colour class of the licence, `icon` what goes with it
    /// @param last when this person was last evaluated with it; null: never, or the catalogue
    public record Tool(
            String code,
            String title,
            String description,
            String licence,
            String mark,
            String icon,
            String source,
            @Nullable String last) {}

    /// The address of the page, without what was searched.
    public String href() {
        return patient.isEmpty()
                ? "/evaluations/outils"
                : "/dossiers/" + patient + "/evaluations/nouvelle";
    }
}

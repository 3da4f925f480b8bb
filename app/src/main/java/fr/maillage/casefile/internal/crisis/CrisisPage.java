package fr.maillage.casefile.internal.crisis;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.CaseFiles.Crisis;
import fr.maillage.casefile.CrisisPlans.Directives;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The crisis plan, read or written.
///
/// @param facts what those who treat read besides, each with its origin
/// @param mayWrite whether it may be written by who reads
/// @param versions the former ones, for the clinical team
public record CrisisPage(
        Banner banner,
        Crisis crisis,
        List<Fact> facts,
        boolean mayWrite,
        List<Version> versions,
        Sent form,
        @Nullable String conflict) {

    /// @param origin since when and from whom, empty when nobody said
    public record Fact(String label, String text, String origin) {}

    public record Version(String when, String exact, String by, @Nullable String words) {}

    /// What may be answered about anticipated directives.
    public List<Directives> directives() {
        return List.of(Directives.values());
    }
}

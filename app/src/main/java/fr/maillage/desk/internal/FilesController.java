package fr.maillage.desk.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.patient.Patients;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The list of files, and search. What is typed about somebody is posted: names never stand in an
/// address.
@Controller
class FilesController {

    private static final int SHOWN = 30;
    private static final int SUGGESTED = 7;

    /// Namesakes weighed beyond those shown: the one somebody works with comes before those whose
    /// file is closed.
    private static final int CONSIDERED = 30;

    private final FilesScreens screens;
    private final SearchScreens search;
    private final Patients patients;
    private final Trail trail;

    FilesController(FilesScreens screens, SearchScreens search, Patients patients, Trail trail) {
        this.screens = screens;
        this.search = search;
        this.patients = patients;
        this.trail = trail;
    }

    @GetMapping("/dossiers")
    @PreAuthorize(Allowed.TEAM)
    ModelAndView list(
            @RequestParam(required = false) @Nullable String qui,
            @RequestParam(required = false) @Nullable String statut,
            @RequestParam(required = false) @Nullable String niveau,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String mt,
            @RequestParam(defaultValue = "1") int page) {
        var mine = SignedIn.current().role().clinical();
        var shown =
                screens.list(
                        FilesFilter.of(qui, statut, niveau, theme, commune, mt, mine),
                        Math.clamp(page, 1, 10_000));
        trail.listed(
                "DOSSIERS",
                shown.lines().stream().map(line -> UUID.fromString(line.id())).toList());
        return new ModelAndView("desk/files", Map.of("page", shown));
    }

    @PostMapping("/dossiers/recherche")
    @PreAuthorize(Allowed.TEAM)
    ModelAndView search(@RequestParam(defaultValue = "") String q) {
        return new ModelAndView("desk/search", Map.of("page", found(q, SHOWN)));
    }

    /// A page found by its address alone, reloaded: the search begins again.
    @GetMapping("/dossiers/recherche")
    @PreAuthorize(Allowed.TEAM)
    ModelAndView emptySearch() {
        return new ModelAndView(
                "desk/search", Map.of("page", new SearchPage("", List.of(), false, "", List.of())));
    }

    /// Suggestions of the palette (Ctrl K): persons, and what one may do for them. « appel leroy »
    /// is a gesture and a name.
    @PostMapping("/dossiers/recherche/palette")
    @PreAuthorize(Allowed.TEAM)
    ModelAndView palette(@RequestParam(defaultValue = "") String q) {
        var asked = PaletteWords.of(q, SignedIn.current().role());
        return new ModelAndView(
                "desk/_palette", Map.of("page", asked.page(found(asked.name(), SUGGESTED))));
    }

    private SearchPage found(String typed, int limit) {
        var found = search.found(typed, patients.near(typed, limit + CONSIDERED), limit);
        trail.listed("RECHERCHE", found.stream().map(f -> UUID.fromString(f.id())).toList());
        return new SearchPage(
                typed,
                found,
                found.size() == limit,
                FilesText.found(typed, found.size()),
                List.of());
    }
}

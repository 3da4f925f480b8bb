package fr.maillage.network.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.network.Setting;
import fr.maillage.network.internal.SettingsPages.CriteriaPage;
import fr.maillage.network.internal.SettingsPages.GridPage;
import fr.maillage.network.internal.SettingsPages.MemberPage;
import fr.maillage.network.internal.SettingsPages.PrinciplesPage;
import fr.maillage.network.internal.SettingsPages.StructurePage;
import fr.maillage.network.internal.SettingsPages.ThemesPage;
import fr.maillage.network.internal.SettingsPages.UnitsPage;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Settings of the structure, for its head; its ethical principles, for all its users.
@Controller
@PreAuthorize(Allowed.HEAD)
class SettingsController {

    private final SettingsService settings;
    private final SettingsScreens screens;
    private final MemberAccess access;
    private final SentForms forms;
    private final Clock clock;

    SettingsController(
            SettingsService settings,
            SettingsScreens screens,
            MemberAccess access,
            SentForms forms,
            Clock clock) {
        this.settings = settings;
        this.screens = screens;
        this.access = access;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/reglages")
    @PreAuthorize(Allowed.HEAD)
    public String all() {
        return "network/settings";
    }

    @GetMapping("/reglages/structure")
    @PreAuthorize(Allowed.HEAD)
    public String structure(Model model) {
        model.addAttribute(
                "page", new StructurePage(screens.structure(SignedIn.current().network()), null));
        return "network/structure";
    }

    @PostMapping("/reglages/structure")
    @PreAuthorize(Allowed.HEAD)
    public String saveStructure(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        var network = SignedIn.current().network();
        var outcome = send(form, "/reglages/structure", () -> settings.structure(network, form));
        return outcome.end(
                response,
                redirect,
                NetworkText.SAVED,
                () -> {
                    if (outcome.conflict() != null)
                        form.put("version", screens.structure(network).value("version"));
                    model.addAttribute("page", new StructurePage(form, outcome.conflict()));
                    return "network/structure";
                });
    }

    @GetMapping("/reglages/seuils")
    @PreAuthorize(Allowed.HEAD)
    public String thresholds(Model model) {
        return thresholds(screens.thresholds(), model);
    }

    private String thresholds(TypedForm form, Model model) {
        model.addAttribute("page", screens.thresholdsPage(form));
        return "network/thresholds";
    }

    @PostMapping("/reglages/seuils")
    @PreAuthorize(Allowed.HEAD)
    public String saveThresholds(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return send(
                        form,
                        "/reglages/seuils",
                        () -> settings.thresholds(form, List.of(Setting.values())))
                .end(response, redirect, NetworkText.SAVED, () -> thresholds(form, model));
    }

    @GetMapping("/reglages/criteres")
    @PreAuthorize(Allowed.HEAD)
    public String criteria(Model model) {
        return criteria(new TypedForm(Map.of()), model);
    }

    private String criteria(TypedForm form, Model model) {
        model.addAttribute(
                "page",
                new CriteriaPage(
                        form, NetworkText.CRITERIA, screens.allThemes(), screens.criteria()));
        return "network/criteria";
    }

    @PostMapping("/reglages/criteres")
    @PreAuthorize(Allowed.HEAD)
    public String addCriterion(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return send(form, "/reglages/criteres", () -> settings.addCriterion(form))
                .end(response, redirect, NetworkText.SAVED, () -> criteria(form, model));
    }

    @PostMapping("/reglages/criteres/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String saveCriterion(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return send(form, "/reglages/criteres", () -> settings.criterion(id, form))
                .end(response, redirect, NetworkText.SAVED, () -> criteria(form, model));
    }

    @GetMapping("/reglages/grille")
    @PreAuthorize(Allowed.HEAD)
    public String grid(Model model) {
        return grid(screens.grid(), model);
    }

    private String grid(TypedForm form, Model model) {
        model.addAttribute(
                "page",
                new GridPage(
                        form,
                        NetworkText.DIMENSIONS,
                        screens.gridLines(),
                        Setting.GRID_LEVEL_1.source()));
        return "network/grid";
    }

    @PostMapping("/reglages/grille")
    @PreAuthorize(Allowed.HEAD)
    public String saveGrid(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        var codes = screens.gridLines().stream().map(SettingsPages.GridLine::code).toList();
        return send(form, "/reglages/grille", () -> settings.grid(codes, form))
                .end(response, redirect, NetworkText.SAVED, () -> grid(form, model));
    }

    @GetMapping("/reglages/themes")
    @PreAuthorize(Allowed.HEAD)
    public String themes(Model model) {
        return themes(new TypedForm(Map.of("since", LocalDate.now(clock).toString())), model);
    }

    private String themes(TypedForm form, Model model) {
        var held = screens.themes();
        var closed = new LinkedHashMap<>(screens.allThemes());
        held.stream().filter(t -> t.until() == null).forEach(t -> closed.remove(t.code()));
        model.addAttribute("page", new ThemesPage(form, closed, held));
        return "network/themes";
    }

    @PostMapping("/reglages/themes")
    @PreAuthorize(Allowed.HEAD)
    public String openTheme(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return send(form, "/reglages/themes", () -> settings.openTheme(form))
                .end(response, redirect, NetworkText.SAVED, () -> themes(form, model));
    }

    @PostMapping("/reglages/themes/fin")
    @PreAuthorize(Allowed.HEAD)
    public String closeTheme(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return send(form, "/reglages/themes", () -> settings.closeTheme(form))
                .end(response, redirect, NetworkText.SAVED, () -> themes(form, model));
    }

    @GetMapping("/reglages/lieux")
    @PreAuthorize(Allowed.HEAD)
    public String units(Model model) {
        return units(null, new TypedForm(Map.of()), model);
    }

    @GetMapping("/reglages/lieux/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String unit(@PathVariable UUID id, Model model) {
        return units(id, screens.unit(id), model);
    }

    private String units(@Nullable UUID edited, TypedForm form, Model model) {
        model.addAttribute(
                "page",
                new UnitsPage(
                        form,
                        NetworkText.UNITS,
                        edited == null ? null : edited.toString(),
                        screens.units()));
        return "network/units";
    }

    @PostMapping("/reglages/lieux")
    @PreAuthorize(Allowed.HEAD)
    public String addUnit(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return send(form, "/reglages/lieux", () -> settings.unit(null, form))
                .end(response, redirect, NetworkText.SAVED, () -> units(null, form, model));
    }

    @PostMapping("/reglages/lieux/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String saveUnit(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return send(form, "/reglages/lieux", () -> settings.unit(id, form))
                .end(response, redirect, NetworkText.SAVED, () -> units(id, form, model));
    }

    @GetMapping("/reglages/equipe")
    @PreAuthorize(Allowed.HEAD)
    public String team(Model model) {
        model.addAttribute("page", screens.team());
        return "network/team";
    }

    @GetMapping("/reglages/equipe/nouveau")
    @PreAuthorize(Allowed.HEAD)
    public String newMember(Model model) {
        return member(
                null,
                new TypedForm(Map.of("fte", "1", "since", LocalDate.now(clock).toString())),
                null,
                model);
    }

    @GetMapping("/reglages/equipe/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String member(@PathVariable UUID id, Model model) {
        return member(id, screens.member(id), null, model);
    }

    private String member(@Nullable UUID id, TypedForm form, @Nullable String notice, Model model) {
        var units = new LinkedHashMap<String, String>();
        screens.units().forEach(u -> units.put(u.id(), u.name()));
        model.addAttribute(
                "page",
                new MemberPage(
                        id == null ? null : id.toString(),
                        id == null ? null : access.login(id).orElse(null),
                        form,
                        notice,
                        NetworkText.FUNCTIONS,
                        units,
                        screens.colleagues()));
        return "network/member";
    }

    @PostMapping("/reglages/equipe")
    @PreAuthorize(Allowed.HEAD)
    public String addMember(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        return send(form, "/reglages/equipe", () -> settings.member(null, form))
                .end(response, redirect, NetworkText.SAVED, () -> member(null, form, null, model));
    }

    @PostMapping("/reglages/equipe/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String saveMember(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = new TypedForm(typed);
        var current = screens.member(id); // not there, or not theirs
        var outcome = send(form, "/reglages/equipe", () -> settings.member(id, form));
        return outcome.end(
                response,
                redirect,
                NetworkText.SAVED,
                () -> {
                    if (outcome.conflict() != null) form.put("version", current.value("version"));
                    return member(id, form, outcome.conflict(), model);
                });
    }

    @GetMapping("/reglages/principes")
    @PreAuthorize(Allowed.FILES)
    public String principles(Model model) {
        model.addAttribute(
                "page",
                new PrinciplesPage(SignedIn.current().role() == Role.HEAD, screens.principles()));
        return "network/principles";
    }

    private FormOutcome send(TypedForm form, String to, Runnable act) {
        return FormOutcome.of(forms, form.value("_once"), to, act);
    }
}

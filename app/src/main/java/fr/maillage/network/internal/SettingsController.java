package fr.maillage.network.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.network.Setting;
import fr.maillage.network.SettingForms;
import fr.maillage.network.internal.SettingsPages.CriteriaPage;
import fr.maillage.network.internal.SettingsPages.GridPage;
import fr.maillage.network.internal.SettingsPages.MemberPage;
import fr.maillage.network.internal.SettingsPages.PrinciplesPage;
import fr.maillage.network.internal.SettingsPages.StructurePage;
import fr.maillage.network.internal.SettingsPages.ThemesPage;
import fr.maillage.network.internal.SettingsPages.UnitsPage;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Settings of the structure, for its head; its ethical principles, for all its users.
@Controller
@PreAuthorize(Allowed.HEAD)
class SettingsController {

    private static final String STRUCTURE = "/reglages/structure";
    private static final String THRESHOLDS = "/reglages/seuils";
    private static final String CRITERIA = "/reglages/criteres";
    private static final String GRID = "/reglages/grille";
    private static final String THEMES = "/reglages/themes";
    private static final String UNITS = "/reglages/lieux";
    private static final String TEAM = "/reglages/equipe";

    private final SettingsService settings;
    private final SettingForms thresholds;
    private final SettingsScreens screens;
    private final StaffService team;
    private final StaffScreens teams;
    private final MemberAccess access;
    private final Clock clock;

    SettingsController(
            SettingsService settings,
            SettingsScreens screens,
            StaffService team,
            StaffScreens teams,
            MemberAccess access,
            Clock clock,
            SettingForms thresholds) {
        this.thresholds = thresholds;
        this.settings = settings;
        this.screens = screens;
        this.team = team;
        this.teams = teams;
        this.access = access;
        this.clock = clock;
    }

    /// A setting that is saved and shown again, or refused beside its fields.
    private static String saved(
            Submission sent, String to, Runnable act, String view, Supplier<?> page) {
        return sent.end(Act.to(to, NetworkText.SAVED, act), _ -> sent.show(view, page.get()));
    }

    private static String show(Model model, String view, Object page) {
        model.addAttribute("page", page);
        return view;
    }

    @GetMapping("/reglages")
    @PreAuthorize(Allowed.HEAD)
    public String all() {
        return "network/settings";
    }

    @GetMapping(STRUCTURE)
    @PreAuthorize(Allowed.HEAD)
    public String structure(Model model) {
        var form = screens.structure(SignedIn.current().network());
        return show(model, "network/structure", new StructurePage(form, null));
    }

    @PostMapping(STRUCTURE)
    @PreAuthorize(Allowed.HEAD)
    public String saveStructure(Submission sent) {
        var form = sent.form();
        var network = SignedIn.current().network();
        return sent.end(
                Act.to(STRUCTURE, NetworkText.SAVED, () -> settings.structure(network, form)),
                outcome -> {
                    if (outcome.conflict() != null)
                        form.put("version", screens.structure(network).value("version"));
                    return sent.show(
                            "network/structure", new StructurePage(form, outcome.conflict()));
                });
    }

    @GetMapping(THRESHOLDS)
    @PreAuthorize(Allowed.HEAD)
    public String thresholds(Model model) {
        return show(model, "network/thresholds", screens.thresholdsPage(screens.thresholds()));
    }

    @PostMapping(THRESHOLDS)
    @PreAuthorize(Allowed.HEAD)
    public String saveThresholds(Submission sent) {
        var form = sent.form();
        return saved(
                sent,
                THRESHOLDS,
                () -> thresholds.save(form, Thresholds.OF_THE_PAGE),
                "network/thresholds",
                () -> screens.thresholdsPage(form));
    }

    @GetMapping(CRITERIA)
    @PreAuthorize(Allowed.HEAD)
    public String criteria(Model model) {
        return show(model, "network/criteria", criteria(Sent.of(Map.of())));
    }

    private CriteriaPage criteria(Sent form) {
        return new CriteriaPage(
                form, NetworkText.CRITERIA, screens.allThemes(), screens.criteria());
    }

    @PostMapping(CRITERIA)
    @PreAuthorize(Allowed.HEAD)
    public String addCriterion(Submission sent) {
        var form = sent.form();
        return saved(
                sent,
                CRITERIA,
                () -> settings.addCriterion(form),
                "network/criteria",
                () -> criteria(form));
    }

    @PostMapping(CRITERIA + "/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String saveCriterion(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return saved(
                sent,
                CRITERIA,
                () -> settings.criterion(id, form),
                "network/criteria",
                () -> criteria(form));
    }

    @GetMapping(GRID)
    @PreAuthorize(Allowed.HEAD)
    public String grid(Model model) {
        return show(model, "network/grid", grid(screens.grid()));
    }

    private GridPage grid(Sent form) {
        return new GridPage(
                form, NetworkText.DIMENSIONS, screens.gridLines(), Setting.GRID_LEVEL_1.source());
    }

    @PostMapping(GRID)
    @PreAuthorize(Allowed.HEAD)
    public String saveGrid(Submission sent) {
        var form = sent.form();
        var codes = screens.gridLines().stream().map(SettingsPages.GridLine::code).toList();
        return saved(
                sent, GRID, () -> settings.grid(codes, form), "network/grid", () -> grid(form));
    }

    @GetMapping(THEMES)
    @PreAuthorize(Allowed.HEAD)
    public String themes(Model model) {
        var blank = Sent.of(Map.of("since", LocalDate.now(clock).toString()));
        return show(model, "network/themes", themes(blank));
    }

    private ThemesPage themes(Sent form) {
        var held = screens.themes();
        var closed = new LinkedHashMap<>(screens.allThemes());
        held.stream().filter(t -> t.until() == null).forEach(t -> closed.remove(t.code()));
        return new ThemesPage(form, closed, held);
    }

    @PostMapping(THEMES)
    @PreAuthorize(Allowed.HEAD)
    public String openTheme(Submission sent) {
        var form = sent.form();
        return saved(
                sent, THEMES, () -> settings.openTheme(form), "network/themes", () -> themes(form));
    }

    @PostMapping(THEMES + "/fin")
    @PreAuthorize(Allowed.HEAD)
    public String closeTheme(Submission sent) {
        var form = sent.form();
        return saved(
                sent,
                THEMES,
                () -> settings.closeTheme(form),
                "network/themes",
                () -> themes(form));
    }

    @GetMapping(UNITS)
    @PreAuthorize(Allowed.HEAD)
    public String units(Model model) {
        return show(model, "network/units", units(null, Sent.of(Map.of())));
    }

    @GetMapping(UNITS + "/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String unit(@PathVariable UUID id, Model model) {
        return show(model, "network/units", units(id, teams.unit(id)));
    }

    private UnitsPage units(@Nullable UUID edited, Sent form) {
        return new UnitsPage(
                form, NetworkText.UNITS, edited == null ? null : edited.toString(), teams.units());
    }

    @PostMapping(UNITS)
    @PreAuthorize(Allowed.HEAD)
    public String addUnit(Submission sent) {
        return unit(null, sent);
    }

    @PostMapping(UNITS + "/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String saveUnit(@PathVariable UUID id, Submission sent) {
        return unit(id, sent);
    }

    private String unit(@Nullable UUID id, Submission sent) {
        var form = sent.form();
        return saved(
                sent, UNITS, () -> team.unit(id, form), "network/units", () -> units(id, form));
    }

    @GetMapping(TEAM)
    @PreAuthorize(Allowed.HEAD)
    public String team(Model model) {
        return show(model, "network/team", teams.team());
    }

    @GetMapping(TEAM + "/nouveau")
    @PreAuthorize(Allowed.HEAD)
    public String newMember(Model model) {
        var blank = Sent.of(Map.of("fte", "1", "since", LocalDate.now(clock).toString()));
        return show(model, "network/member", member(null, blank, null));
    }

    @GetMapping(TEAM + "/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String member(@PathVariable UUID id, Model model) {
        return show(model, "network/member", member(id, teams.member(id), null));
    }

    private MemberPage member(@Nullable UUID id, Sent form, @Nullable String notice) {
        var units = new LinkedHashMap<String, String>();
        teams.units().forEach(u -> units.put(u.id(), u.name()));
        return new MemberPage(
                id == null ? null : id.toString(),
                id == null ? null : access.login(id).orElse(null),
                form,
                notice,
                NetworkText.FUNCTIONS,
                units,
                teams.colleagues());
    }

    @PostMapping(TEAM)
    @PreAuthorize(Allowed.HEAD)
    public String addMember(Submission sent) {
        var form = sent.form();
        return saved(
                sent,
                TEAM,
                () -> team.member(null, form),
                "network/member",
                () -> member(null, form, null));
    }

    @PostMapping(TEAM + "/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String saveMember(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        var current = teams.member(id); // not there, or not theirs
        return sent.end(
                Act.to(TEAM, NetworkText.SAVED, () -> team.member(id, form)),
                outcome -> {
                    if (outcome.conflict() != null) form.put("version", current.value("version"));
                    return sent.show("network/member", member(id, form, outcome.conflict()));
                });
    }

    @GetMapping("/reglages/principes")
    @PreAuthorize(Allowed.FILES)
    public String principles(Model model) {
        return show(
                model,
                "network/principles",
                new PrinciplesPage(SignedIn.current().role() == Role.HEAD, screens.principles()));
    }
}

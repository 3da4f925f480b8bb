package fr.maillage.coverage.internal;

import fr.maillage.coverage.internal.PrioritiesPage.Line;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.territory.Territories;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormView;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Priorities, gaps and proposals, and the document of 2010–2011.
@Controller
@PreAuthorize(CoverageController.READERS)
class PriorityController {

    private static final String PRIORITIES = "/couverture/priorites";
    private static final String GAPS = "/couverture/zones";
    private static final String WRITERS = "hasRole('AGENCY')";

    private final Priorities priorities;
    private final GapsScreens gaps;
    private final SchemeScreens scheme;
    private final CoverageScreens coverage;
    private final SurveyReader reader;
    private final Territories territories;
    private final Networks networks;

    PriorityController(
            Priorities priorities,
            GapsScreens gaps,
            SchemeScreens scheme,
            CoverageScreens coverage,
            SurveyReader reader,
            Territories territories,
            Networks networks) {
        this.priorities = priorities;
        this.gaps = gaps;
        this.scheme = scheme;
        this.coverage = coverage;
        this.reader = reader;
        this.territories = territories;
        this.networks = networks;
    }

    private Scope scope(@Nullable String region) {
        return Scope.of(territories, networks, region);
    }

    @GetMapping(PRIORITIES)
    @PreAuthorize(CoverageController.READERS)
    public String list(@RequestParam(required = false) @Nullable String region, Model model) {
        model.addAttribute("page", page(scope(region), Sent.with(), null, null));
        return "coverage/priorities";
    }

    @PostMapping(PRIORITIES)
    @PreAuthorize(WRITERS)
    public String add(Submission sent) {
        var scope = scope(null);
        var form = sent.form();
        return sent.end(
                Act.to(PRIORITIES, CoverageText.SAVED, () -> priorities.add(scope, form)),
                _ -> sent.show("coverage/priorities", page(scope, form, null, null)));
    }

    @PostMapping(PRIORITIES + "/{id}")
    @PreAuthorize(WRITERS)
    public String change(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(PRIORITIES, CoverageText.SAVED, () -> priorities.change(id, form)),
                outcome ->
                        sent.show(
                                "coverage/priorities",
                                page(
                                        scope(null),
                                        Sent.with(),
                                        id,
                                        new Refused(sent.typed(), outcome))));
    }

    @PostMapping(PRIORITIES + "/{id}/retirer")
    @PreAuthorize(WRITERS)
    public String remove(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(PRIORITIES, CoverageText.REMOVED, () -> priorities.remove(id)),
                _ -> sent.show("coverage/priorities", page(scope(null), Sent.with(), null, null)));
    }

    private record Refused(Typed typed, FormOutcome outcome) {}

    private PrioritiesPage page(
            Scope scope, Sent form, @Nullable UUID refused, @Nullable Refused why) {
        var topics = new LinkedHashMap<>(coverage.labels());
        var material = reader.year(scope, reader.today().getYear());
        var lines =
                priorities.all(scope.region()).stream()
                        .map(p -> {
                            topics.remove(p.theme());
                            return line(
                                    scope,
                                    p,
                                    SurveyTables.share(Survey.of(material, p.theme())),
                                    p.id().equals(refused) ? why : null);
                        })
                        .toList();
        return new PrioritiesPage(scope.label(), scope.mayWrite(), lines, form, topics);
    }

    private static Line line(
            Scope scope,
            Priorities.Priority priority,
            CoveragePage.Shares shares,
            @Nullable Refused refused) {
        var here = PRIORITIES + "/" + priority.id();
        return new Line(
                "/couverture?theme=" + priority.theme() + "&region=" + scope.region(),
                priority.label(),
                priority.plan(),
                priority.widen(),
                priority.strategy(),
                priority.printedWords(),
                priority.note() == null ? null : Typography.held(priority.note()),
                priority.source(),
                shares,
                scope.mayWrite() ? form(here, priority, refused) : null,
                scope.mayWrite() ? here + "/retirer" : null);
    }

    private static FormView form(
            String here, Priorities.Priority priority, @Nullable Refused refused) {
        var typed = refused == null ? typed(priority) : refused.typed();
        return new FormView(
                "p-" + priority.theme().toLowerCase(java.util.Locale.ROOT),
                here,
                priority.label(),
                null,
                List.of(
                        FormFields.field("plan", "Plan national", null, "TEXT", typed, false),
                        FormFields.field(
                                "widen",
                                "Une couverture plus large est attendue",
                                null,
                                "CHECK",
                                typed,
                                false),
                        FormFields.field(
                                "strategy",
                                "Stratégie d’extension",
                                "Soutenable financièrement\u00A0: qui s’étend, où, avec quels moyens.",
                                "AREA",
                                typed,
                                true),
                        FormFields.field("note", "Note", null, "AREA", typed, true)),
                String.valueOf(priority.version()),
                refused == null ? null : refused.outcome().conflict(),
                refused == null ? new FormErrors() : refused.outcome().errors(),
                "Enregistrer",
                refused != null,
                null);
    }

    private static Typed typed(Priorities.Priority priority) {
        return Typed.of(
                Map.of(
                        "plan",
                        List.of(Objects.requireNonNullElse(priority.plan(), "")),
                        "widen",
                        List.of(priority.widen() ? "on" : ""),
                        "strategy",
                        List.of(Objects.requireNonNullElse(priority.strategy(), "")),
                        "note",
                        List.of(Objects.requireNonNullElse(priority.note(), ""))));
    }

    @GetMapping(GAPS)
    @PreAuthorize(CoverageController.READERS)
    public String gaps(
            @RequestParam(required = false) @Nullable Integer annee,
            @RequestParam(required = false) @Nullable String region,
            Model model) {
        model.addAttribute("page", gaps.page(scope(region), annee, Sent.with()));
        return "coverage/gaps";
    }

    @PostMapping(GAPS + "/propositions")
    @PreAuthorize(WRITERS)
    public String propose(Submission sent) {
        var scope = scope(null);
        var form = sent.form();
        return sent.end(
                Act.to(
                        GAPS + "#propositions",
                        CoverageText.PROPOSED,
                        () -> priorities.propose(scope, form)),
                _ -> sent.show("coverage/gaps", gaps.page(scope, null, form)));
    }

    @PostMapping(GAPS + "/propositions/{id}/retirer")
    @PreAuthorize(WRITERS)
    public String withdraw(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(
                        GAPS + "#propositions",
                        CoverageText.WITHDRAWN,
                        () -> priorities.withdraw(id)),
                _ -> sent.show("coverage/gaps", gaps.page(scope(null), null, Sent.with())));
    }

    @GetMapping("/couverture/schema-regional")
    @PreAuthorize(CoverageController.READERS)
    public String scheme(@RequestParam(required = false) @Nullable String region, Model model) {
        model.addAttribute("page", scheme.page(scope(region)));
        return "coverage/scheme";
    }
}

package fr.maillage.careplan.internal;

import fr.maillage.assessment.Assessments;
import fr.maillage.careplan.internal.PpsForms.Choices;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.Rights;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The forms in which a draft is written: sections, and lines one by one.
@Component
class EditScreens {

    private final PpsService service;
    private final CaseFiles files;
    private final Assessments assessments;
    private final Networks networks;
    private final Rights rights;
    private final Clock clock;

    EditScreens(
            PpsService service,
            CaseFiles files,
            Assessments assessments,
            Networks networks,
            Rights rights,
            Clock clock) {
        this.service = service;
        this.files = files;
        this.assessments = assessments;
        this.networks = networks;
        this.rights = rights;
        this.clock = clock;
    }

    /// The draft's forms; `shown` replaces the form that was refused, with what was typed in it.
    @Transactional(readOnly = true)
    public EditPage edit(OpenFile file, Pps pps, @Nullable FormView shown) {
        var choices = choices(pps);
        var c = pps.content();
        var href = PpsScreens.base(pps.patient()) + "/" + pps.id();
        var sections = new ArrayList<FormView>();
        for (var section : Topic.Section.values()) {
            sections.add(
                    sectionForm(
                            href,
                            section,
                            Tags.of(section, c),
                            PpsForms.typed(section, c),
                            choices,
                            null,
                            new FormErrors()));
        }
        var pathologies =
                lines(
                        href,
                        Line.PATHOLOGY,
                        c.pathologies().stream()
                                .map(p ->
                                        new Written(
                                                p.id(),
                                                Tags.of(p),
                                                PpsForms.typed(p),
                                                PpsText.pathology(p))),
                        new Typed(Map.of()),
                        choices);
        var goals =
                lines(
                        href,
                        Line.GOAL,
                        c.goals().stream()
                                .map(g ->
                                        new Written(
                                                g.id(),
                                                Tags.of(g),
                                                PpsForms.typed(g),
                                                g.title() + " · " + PpsText.goal(g))),
                        new Typed(Map.of()),
                        choices);
        var interventions =
                lines(
                        href,
                        Line.INTERVENTION,
                        c.interventions().stream()
                                .map(i ->
                                        new Written(
                                                i.id(),
                                                Tags.of(i),
                                                InterventionForms.typed(i),
                                                i.title() + " · " + PpsText.intervention(i))),
                        InterventionForms.blank(today()),
                        choices);
        var aids =
                lines(
                        href,
                        Line.AID,
                        c.aids().stream()
                                .map(a ->
                                        new Written(
                                                a.id(),
                                                Tags.of(a),
                                                AidForms.typed(a),
                                                a.title() + " · " + AidText.line(a))),
                        new Typed(Map.of()),
                        choices);
        if (shown != null) {
            for (var list : List.of(sections, pathologies, goals, interventions, aids)) {
                list.replaceAll(form -> form.key().equals(shown.key()) ? shown : form);
            }
        }
        return new EditPage(
                file.banner(),
                PpsScreens.base(pps.patient()),
                href,
                "Écrire le plan, version " + pps.number(),
                sections,
                pathologies,
                goals,
                interventions,
                aids,
                choices.problems(),
                service.obstaclesToSubmission(pps).stream().map(PpsText::of).toList(),
                PpsText.missing(c),
                pps.previous() != null);
    }

    /// A line of the draft, as its form needs it.
    private record Written(UUID id, String tag, Typed typed, String summary) {}

    /// A form for each line that is written, then one to add another.
    private List<FormView> lines(
            String href, Line line, Stream<Written> written, Typed blank, Choices choices) {
        var none = new FormErrors();
        var forms = new ArrayList<FormView>();
        written.forEach(w ->
                forms.add(
                        lineForm(
                                href,
                                line,
                                w.id(),
                                w.tag(),
                                w.typed(),
                                choices,
                                w.summary(),
                                null,
                                none)));
        forms.add(lineForm(href, line, null, "", blank, choices, null, null, none));
        return forms;
    }

    /// Lines of a draft.
    enum Line {
        PATHOLOGY("pathologies", "Pathologie"),
        GOAL("objectifs", "Objectif"),
        INTERVENTION("interventions", "Intervention"),
        AID("aides", "Aide");

        private final String path;
        private final String title;

        Line(String path, String title) {
            this.path = path;
            this.title = title;
        }

        /// The lines an address names.
        static Line of(String path) {
            for (var line : values()) if (line.path.equals(path)) return line;
            throw new IllegalArgumentException(path);
        }
    }

    FormView sectionForm(
            String href,
            Topic.Section section,
            String tag,
            Typed typed,
            Choices choices,
            @Nullable String conflict,
            FormErrors errors) {
        return new FormView(
                section.name().toLowerCase(java.util.Locale.ROOT),
                href + "/sections/" + section.name(),
                PpsText.of(section),
                null,
                PpsForms.fields(section, typed, choices),
                tag,
                conflict,
                errors,
                "Enregistrer",
                true,
                null);
    }

    FormView lineForm(
            String href,
            Line line,
            @Nullable UUID id,
            String tag,
            Typed typed,
            Choices choices,
            @Nullable String summary,
            @Nullable String conflict,
            FormErrors errors) {
        var fields =
                switch (line) {
                    case PATHOLOGY -> PpsForms.pathologyFields(typed);
                    case GOAL -> PpsForms.goalFields(typed);
                    case INTERVENTION -> InterventionForms.fields(typed, choices);
                    case AID -> AidForms.fields(typed, choices);
                };
        var path = href + "/" + line.path + (id == null ? "" : "/" + id);
        return new FormView(
                line.path + "-" + (id == null ? "nouveau" : id),
                path,
                id == null ? line.title + Typography.NBSP + ": ajouter" : line.title,
                summary,
                fields,
                tag,
                conflict,
                errors,
                id == null ? "Ajouter" : "Enregistrer",
                conflict != null || !errors.none(),
                id == null ? null : path + "/retirer");
    }

    @Transactional(readOnly = true)
    public Choices choices(Pps pps) {
        var problems = new ArrayList<String>();
        assessments.problems(pps.patient()).forEach(p -> problems.add(p.label()));
        pps.content()
                .goals()
                .forEach(g -> {
                    if (g.problem() != null && !problems.contains(g.problem()))
                        problems.add(g.problem());
                });
        return new Choices(
                files.circle(pps.patient(), today()),
                networks.coordinators(today()),
                pps.content().goals(),
                pps.content().interventions(),
                problems,
                rights.of(pps.patient()).stream()
                        .filter(r -> !r.closed() && !r.protection())
                        .map(r -> new FormView.Option(r.id().toString(), r.words(), false))
                        .toList());
    }

    /// The retained problem with this label, so that the goal stays tied to it.
    @Transactional(readOnly = true)
    public @Nullable UUID problem(PatientId patient, String label) {
        for (var problem : assessments.problems(patient))
            if (problem.label().equalsIgnoreCase(label)) return problem.id();
        return null;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

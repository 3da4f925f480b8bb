package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormView;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A draft being written: its sections and its lines, one form each, by coordinators and doctors of
/// the team.
@Controller
@RequestMapping("/dossiers/{patient}/pps")
@PreAuthorize(Allowed.CLINICAL)
class PpsEditController {

    /// Paths of [EditScreens.Line].
    private static final String LINES = "pathologies|objectifs|interventions|aides";

    private final PpsService service;
    private final PpsScreens screens;
    private final EditScreens editing;
    private final CaseFiles files;
    private final Clock clock;

    PpsEditController(
            PpsService service,
            PpsScreens screens,
            EditScreens editing,
            CaseFiles files,
            Clock clock) {
        this.service = service;
        this.screens = screens;
        this.editing = editing;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/{id}/modifier")
    @PreAuthorize(Allowed.CLINICAL)
    public String edit(@PathVariable UUID patient, @PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        var pps = screens.plan(file.patient(), id);
        if (!pps.draft()) return "redirect:" + PpsScreens.base(file.patient()) + "/" + id;
        model.addAttribute("page", editing.edit(file, pps, null));
        return "careplan/edit";
    }

    @PostMapping("/{id}/sections/{section}")
    @PreAuthorize(Allowed.CLINICAL)
    public String saveSection(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable Topic.Section section,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var pps = screens.plan(file.patient(), id);
        var typed = Typed.of(sent);
        var choices = editing.choices(pps);
        var errors = new FormErrors();
        var content =
                PpsForms.read(
                        section,
                        typed,
                        choices,
                        LocalDate.now(clock),
                        service.latestReassessment(file.patient()),
                        errors);
        var saving =
                errors.none()
                        ? service.saveSection(id, section, typed.text("_tag"), content)
                        : null;
        return answer(
                file,
                id,
                saving,
                section.name().toLowerCase(java.util.Locale.ROOT),
                model,
                response,
                after,
                conflict -> {
                    var now = screens.plan(file.patient(), id);
                    return editing.sectionForm(
                            href(now),
                            section,
                            conflict == null ? typed.text("_tag") : Tags.of(section, now.content()),
                            typed,
                            choices,
                            conflict,
                            errors);
                });
    }

    @PostMapping({"/{id}/{kind:" + LINES + "}", "/{id}/{kind:" + LINES + "}/{line}"})
    @PreAuthorize(Allowed.CLINICAL)
    public String saveLine(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable("kind") String path,
            @PathVariable(required = false) @Nullable UUID line,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var kind = EditScreens.Line.of(path);
        var typed = Typed.of(sent);
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var pps = screens.plan(file.patient(), id);
        var choices = editing.choices(pps);
        var errors = new FormErrors();
        var lineId = line == null ? Ids.next() : line;
        Function<Content, String> now = content -> tag(kind, content, lineId);
        var tag = typed.text("_tag");
        PpsService.@Nullable Saving saving = null;
        switch (kind) {
            case PATHOLOGY -> {
                var read = PpsForms.readPathology(lineId, typed, errors);
                if (read.isPresent()) saving = service.savePathology(id, tag, now, read.get());
            }
            case GOAL -> {
                var read =
                        PpsForms.readGoal(
                                lineId,
                                editing.problem(file.patient(), typed.text("problem")),
                                typed,
                                errors);
                if (read.isPresent()) saving = service.saveGoal(id, tag, now, read.get());
            }
            case INTERVENTION -> {
                var read = InterventionForms.read(lineId, typed, choices, errors);
                if (read.isPresent()) saving = service.saveIntervention(id, tag, now, read.get());
            }
            case AID -> {
                var read = AidForms.read(lineId, typed, choices, errors);
                if (read.isPresent()) saving = service.saveAid(id, tag, now, read.get());
            }
        }
        var key = editing.lineForm("", kind, line, "", typed, choices, null, null, errors).key();
        return answer(
                file,
                id,
                saving,
                key,
                model,
                response,
                after,
                conflict -> {
                    var plan = screens.plan(file.patient(), id);
                    // taken away meanwhile: saving again puts it back
                    return editing.lineForm(
                            href(plan),
                            kind,
                            line,
                            conflict == null ? tag : tag(kind, plan.content(), lineId),
                            typed,
                            choices,
                            null,
                            conflict,
                            errors);
                });
    }

    private static String tag(EditScreens.Line kind, Content content, UUID line) {
        return switch (kind) {
            case PATHOLOGY ->
                    content.pathologies().stream()
                            .filter(p -> p.id().equals(line))
                            .findFirst()
                            .map(Tags::of)
                            .orElse("");
            case GOAL ->
                    content.goals().stream()
                            .filter(g -> g.id().equals(line))
                            .findFirst()
                            .map(Tags::of)
                            .orElse("");
            case INTERVENTION ->
                    content.interventions().stream()
                            .filter(i -> i.id().equals(line))
                            .findFirst()
                            .map(Tags::of)
                            .orElse("");
            case AID ->
                    content.aids().stream()
                            .filter(a -> a.id().equals(line))
                            .findFirst()
                            .map(Tags::of)
                            .orElse("");
        };
    }

    /// Saved: back to the piece. Refused or overtaken: the same form with what was typed.
    private String answer(
            OpenFile file,
            UUID id,
            PpsService.@Nullable Saving saving,
            String anchor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after,
            Function<@Nullable String, FormView> again) {
        FormView shown;
        if (saving instanceof PpsService.Saving.Saved) {
            after.addFlashAttribute("toast", PpsText.SAVED);
            return "redirect:" + PpsScreens.base(file.patient()) + "/" + id + "/modifier#" + anchor;
        } else if (saving instanceof PpsService.Saving.Refused(var obstacle)) {
            after.addFlashAttribute("toast", PpsText.of(obstacle));
            return "redirect:" + PpsScreens.base(file.patient()) + "/" + id;
        } else if (saving instanceof PpsService.Saving.Conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            shown = again.apply(PpsText.CONFLICT);
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            shown = again.apply(null);
        }
        model.addAttribute("page", editing.edit(file, screens.plan(file.patient(), id), shown));
        return "careplan/edit";
    }

    @PostMapping("/{id}/{kind:" + LINES + "}/{line}/retirer")
    @PreAuthorize(Allowed.CLINICAL)
    public String remove(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable("kind") String path,
            @PathVariable UUID line,
            RedirectAttributes after) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        screens.plan(file.patient(), id);
        var saving = service.remove(id, EditScreens.Line.of(path), line);
        after.addFlashAttribute(
                "toast",
                saving instanceof PpsService.Saving.Refused(var obstacle)
                        ? PpsText.of(obstacle)
                        : PpsText.REMOVED);
        return "redirect:" + PpsScreens.base(file.patient()) + "/" + id + "/modifier";
    }

    private static String href(Pps pps) {
        return PpsScreens.base(pps.patient()) + "/" + pps.id();
    }
}

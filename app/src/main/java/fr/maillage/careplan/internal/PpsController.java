package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.internal.PpsForms.Typed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/// The plan of a person: read by whoever may open that part of the file, written by coordinators
/// and doctors of the team.
@Controller
@RequestMapping("/dossiers/{patient}/pps")
@PreAuthorize(Allowed.FILES)
class PpsController {

    private final PpsService service;
    private final PpsScreens screens;
    private final EditScreens editing;
    private final OpinionScreens opinions;
    private final PpsPdf pdf;
    private final CaseFiles files;
    private final SentForms forms;
    private final Trail trail;
    private final Clock clock;

    PpsController(
            PpsService service,
            PpsScreens screens,
            EditScreens editing,
            OpinionScreens opinions,
            PpsPdf pdf,
            CaseFiles files,
            SentForms forms,
            Trail trail,
            Clock clock) {
        this.service = service;
        this.screens = screens;
        this.editing = editing;
        this.opinions = opinions;
        this.pdf = pdf;
        this.files = files;
        this.forms = forms;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Allowed.FILES)
    public String current(@PathVariable UUID patient, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        var version = screens.mainVersion(file);
        if (version.isEmpty()) return none(file, model, List.of());
        model.addAttribute("page", screens.page(file, version.get(), new FormErrors(), ""));
        return "careplan/pps";
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allowed.FILES)
    public String version(@PathVariable UUID patient, @PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        model.addAttribute("page", screens.page(file, id, new FormErrors(), ""));
        return "careplan/pps";
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String begin(
            @PathVariable UUID patient,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "_once", required = false) @Nullable String once,
            Model model,
            HttpServletResponse response) {
        var id = new PatientId(patient);
        var file = files.openToWrite(id, Part.PPS);
        var obstacles = service.obstaclesToBegin(id, reason);
        if (!obstacles.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var version = screens.mainVersion(file);
            if (version.isEmpty())
                return none(file, model, obstacles.stream().map(PpsText::of).toList());
            model.addAttribute(
                    "page", screens.page(file, version.get(), errors("reason", obstacles), reason));
            return "careplan/pps";
        }
        return "redirect:"
                + forms.once(
                        once,
                        () ->
                                switch (service.begin(id, reason)) {
                                    case PpsService.Beginning.Done(var pps) ->
                                            PpsScreens.base(id) + "/" + pps + "/modifier";
                                    case PpsService.Beginning.Refused _ -> PpsScreens.base(id);
                                });
    }

    private String none(OpenFile file, Model model, List<String> why) {
        var obstacles =
                why.isEmpty()
                        ? service.obstaclesToBegin(file.patient(), "").stream()
                                .map(PpsText::of)
                                .toList()
                        : why;
        model.addAttribute(
                "page",
                new NoPlanPage(
                        file.banner(),
                        PpsScreens.base(file.patient()),
                        obstacles,
                        SignedIn.current().role().clinical()));
        return "careplan/none";
    }

    // ── writing ──

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

    @PostMapping({"/{id}/pathologies", "/{id}/pathologies/{line}"})
    @PreAuthorize(Allowed.CLINICAL)
    public String savePathology(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable(required = false) @Nullable UUID line,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return saveLine(
                EditScreens.Line.PATHOLOGY,
                new PatientId(patient),
                id,
                line,
                Typed.of(sent),
                model,
                response,
                after);
    }

    @PostMapping({"/{id}/objectifs", "/{id}/objectifs/{line}"})
    @PreAuthorize(Allowed.CLINICAL)
    public String saveGoal(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable(required = false) @Nullable UUID line,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return saveLine(
                EditScreens.Line.GOAL,
                new PatientId(patient),
                id,
                line,
                Typed.of(sent),
                model,
                response,
                after);
    }

    @PostMapping({"/{id}/interventions", "/{id}/interventions/{line}"})
    @PreAuthorize(Allowed.CLINICAL)
    public String saveIntervention(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable(required = false) @Nullable UUID line,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return saveLine(
                EditScreens.Line.INTERVENTION,
                new PatientId(patient),
                id,
                line,
                Typed.of(sent),
                model,
                response,
                after);
    }

    private String saveLine(
            EditScreens.Line kind,
            PatientId patient,
            UUID id,
            @Nullable UUID line,
            Typed typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = files.openToWrite(patient, Part.PPS);
        var pps = screens.plan(patient, id);
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
                                editing.problem(patient, typed.text("problem")),
                                typed,
                                errors);
                if (read.isPresent()) saving = service.saveGoal(id, tag, now, read.get());
            }
            case INTERVENTION -> {
                var read = PpsForms.readIntervention(lineId, typed, choices, errors);
                if (read.isPresent()) saving = service.saveIntervention(id, tag, now, read.get());
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
                    var plan = screens.plan(patient, id);
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
            after.addFlashAttribute("toast", "Enregistré.");
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

    @PostMapping("/{id}/pathologies/{line}/retirer")
    @PreAuthorize(Allowed.CLINICAL)
    public String removePathology(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable UUID line,
            RedirectAttributes after) {
        return remove(patient, id, EditScreens.Line.PATHOLOGY, line, after);
    }

    @PostMapping("/{id}/objectifs/{line}/retirer")
    @PreAuthorize(Allowed.CLINICAL)
    public String removeGoal(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable UUID line,
            RedirectAttributes after) {
        return remove(patient, id, EditScreens.Line.GOAL, line, after);
    }

    @PostMapping("/{id}/interventions/{line}/retirer")
    @PreAuthorize(Allowed.CLINICAL)
    public String removeIntervention(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable UUID line,
            RedirectAttributes after) {
        return remove(patient, id, EditScreens.Line.INTERVENTION, line, after);
    }

    private String remove(
            UUID patient, UUID id, EditScreens.Line kind, UUID line, RedirectAttributes after) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        screens.plan(file.patient(), id);
        var saving = service.remove(id, kind, line);
        after.addFlashAttribute(
                "toast",
                saving instanceof PpsService.Saving.Refused(var obstacle)
                        ? PpsText.of(obstacle)
                        : "Retiré de cette version.");
        return "redirect:" + PpsScreens.base(file.patient()) + "/" + id + "/modifier";
    }

    // ── life ──

    @PostMapping("/{id}/soumettre")
    @PreAuthorize(Allowed.CLINICAL)
    public String submit(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        screens.plan(file.patient(), id);
        return switch (service.submit(id)) {
            case Pps.Submission.Asked(_, var doctor) ->
                    to(
                            file,
                            id,
                            after,
                            "Soumis : la lettre à "
                                    + doctor.name()
                                    + " attend dans les courriers.");
            case Pps.Submission.InForce _ ->
                    to(
                            file,
                            id,
                            after,
                            "Plan en vigueur : il n’y a pas de médecin traitant à qui demander un avis.");
            case Pps.Submission.Refused(var obstacles) ->
                    refused(file, id, errors("submit", obstacles), "", model, response);
        };
    }

    @PostMapping("/{id}/reprendre")
    @PreAuthorize(Allowed.CLINICAL)
    public String takeBack(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        screens.plan(file.patient(), id);
        return switch (service.takeBack(id)) {
            case PpsService.TakenBack.Done(var told) -> {
                after.addFlashAttribute(
                        "toast", told ? PpsText.REQUEST_WITHDRAWN : PpsText.REQUEST_CANCELLED);
                yield "redirect:" + PpsScreens.base(file.patient()) + "/" + id + "/modifier";
            }
            case PpsService.TakenBack.Refused(var obstacles) ->
                    refused(file, id, errors("submit", obstacles), "", model, response);
        };
    }

    @PostMapping("/{id}/vigueur")
    @PreAuthorize(Allowed.CLINICAL)
    public String force(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        screens.plan(file.patient(), id);
        return switch (service.force(id, reason)) {
            case Pps.Decision.InForce _ ->
                    to(file, id, after, "Plan en vigueur par votre décision.");
            case Pps.Decision.Refused(var obstacles) ->
                    refused(file, id, errors("force-reason", obstacles), reason, model, response);
        };
    }

    @PostMapping("/{id}/remise")
    @PreAuthorize(Allowed.CLINICAL)
    public String handOver(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        screens.plan(file.patient(), id);
        var typed =
                new Typed(
                        sent.entrySet().stream()
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                Map.Entry::getKey, e -> List.of(e.getValue()))));
        var errors = new FormErrors();
        var on = PpsForms.date(typed, "on_date", true, errors);
        if (!List.of("MEDECIN", "COORDONNATEUR").contains(typed.text("by_quality")))
            errors.add("by_quality", PpsText.CHOOSE);
        if (!List.of("PERSONNE", "REPRESENTANT", "PROCHE").contains(typed.text("to_whom")))
            errors.add("to_whom", PpsText.CHOOSE);
        if (on == null || !errors.none()) return refused(file, id, errors, "", model, response);
        var obstacles =
                service.handOver(
                        id,
                        new PpsRepository.Handing(
                                on,
                                typed.text("by_name"),
                                typed.text("by_quality"),
                                typed.text("to_whom")));
        if (!obstacles.isEmpty())
            return refused(file, id, errors("on_date", obstacles), "", model, response);
        return to(file, id, after, "Remise notée.");
    }

    private String to(OpenFile file, UUID id, RedirectAttributes after, String toast) {
        after.addFlashAttribute(
                "toast", toast.replace(" :", fr.maillage.kernel.Typography.NBSP + ":"));
        return "redirect:" + PpsScreens.base(file.patient()) + "/" + id;
    }

    private String refused(
            OpenFile file,
            UUID id,
            FormErrors errors,
            String reason,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", screens.page(file, id, errors, reason));
        return "careplan/pps";
    }

    // ── versions, opinion, paper ──

    @GetMapping({"/versions", "/{id}/versions"})
    @PreAuthorize(Allowed.FILES)
    public String versions(
            @PathVariable UUID patient,
            @PathVariable(required = false) @Nullable UUID id,
            @RequestParam(name = "de", required = false) @Nullable UUID from,
            @RequestParam(name = "a", required = false) @Nullable UUID to,
            Model model,
            RedirectAttributes after) {
        var file = files.open(new PatientId(patient), Part.PPS);
        if (from != null && from.equals(to)) {
            after.addFlashAttribute("toast", PpsText.SAME_VERSION);
            return "redirect:" + PpsScreens.base(file.patient()) + "/" + to + "/versions";
        }
        model.addAttribute("page", screens.versions(file, from, to == null ? id : to));
        return "careplan/versions";
    }

    @GetMapping("/{id}/avis")
    @PreAuthorize(Allowed.CLINICAL)
    public String opinion(@PathVariable UUID patient, @PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        model.addAttribute("page", opinions.opinion(file, id, false, new FormErrors(), Map.of()));
        return "careplan/opinion";
    }

    @PostMapping("/{id}/avis")
    @PreAuthorize(Allowed.CLINICAL)
    public String record(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "_once", required = false) @Nullable String once,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var pps = screens.plan(file.patient(), id);
        var errors = new FormErrors();
        var channel = sent.getOrDefault("channel", "");
        if (!List.of("TELEPHONE", "COURRIER", "REUNION", "MSSANTE").contains(channel))
            errors.add("channel", PpsText.CHOOSE);
        var given =
                OpinionForm.read(
                        sent,
                        sent.getOrDefault("given_by", "").strip(),
                        null,
                        channel,
                        LocalDate.now(clock),
                        errors);
        if (given != null)
            pps.obstaclesToOpinion(given, LocalDate.now(clock))
                    .forEach(o -> errors.add(OpinionForm.field(o), PpsText.of(o)));
        if (given == null || !errors.none()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", opinions.opinion(file, id, false, errors, sent));
            return "careplan/opinion";
        }
        after.addFlashAttribute("toast", "Avis noté.");
        return "redirect:"
                + forms.once(
                        once,
                        () -> {
                            service.answer(id, given);
                            return PpsScreens.base(file.patient()) + "/" + id;
                        });
    }

    @GetMapping("/{id}/imprimer.pdf")
    @PreAuthorize(Allowed.FILES)
    public ResponseEntity<byte[]> print(@PathVariable UUID patient, @PathVariable UUID id) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var page = screens.page(file, id, new FormErrors(), "");
        trail.wrote(Trail.Action.PRINT, file.patient(), "PPS", id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("pps.pdf").build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf.of(page, file));
    }

    private static String href(Pps pps) {
        return PpsScreens.base(pps.patient()) + "/" + pps.id();
    }

    private static FormErrors errors(String field, List<Obstacle> obstacles) {
        var errors = new FormErrors();
        for (int k = 0; k < obstacles.size(); k++)
            errors.add(k == 0 ? field : field + "-" + k, PpsText.of(obstacles.get(k)));
        return errors;
    }
}

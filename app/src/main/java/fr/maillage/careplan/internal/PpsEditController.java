package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.careplan.internal.DraftService.Saving;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A draft being written: its sections and its lines, one form each, by coordinators and doctors of
/// the team.
@Controller
@RequestMapping("/dossiers/{patient}/pps")
@PreAuthorize(Allowed.CLINICAL)
class PpsEditController {

    /// Paths of [LineKind].
    private static final String LINES = "pathologies|objectifs|interventions|aides";

    private final DraftService drafts;
    private final PpsScreens screens;
    private final EditScreens editing;
    private final Presences presences;
    private final CaseFiles files;

    PpsEditController(
            DraftService drafts,
            PpsScreens screens,
            EditScreens editing,
            Presences presences,
            CaseFiles files) {
        this.drafts = drafts;
        this.screens = screens;
        this.editing = editing;
        this.presences = presences;
        this.files = files;
    }

    @GetMapping("/{id}/modifier")
    @PreAuthorize(Allowed.CLINICAL)
    public String edit(@PathVariable UUID patient, @PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        var pps = screens.plan(file.patient(), id);
        if (!pps.draft()) return "redirect:" + PpsScreens.base(file.patient()) + "/" + id;
        model.addAttribute(
                "page", editing.edit(file, pps, null, presences.here(file.patient(), id, null)));
        return "careplan/edit";
    }

    /// Tells that somebody is in the draft, and answers who else is.
    @PostMapping("/{id}/presence")
    @PreAuthorize(Allowed.CLINICAL)
    public String presence(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @RequestParam(name = "place", required = false) @Nullable String place,
            Model model) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        model.addAttribute("others", presences.here(file.patient(), id, place));
        return "careplan/_presence";
    }

    /// One form as it stands, for a page that saved it without leaving.
    @GetMapping("/{id}/formulaires/{key}")
    @PreAuthorize(Allowed.CLINICAL)
    public String piece(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable String key,
            Model model) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        model.addAttribute("form", editing.piece(screens.plan(file.patient(), id), key));
        model.addAttribute("draft", PpsScreens.base(file.patient()) + "/" + id + "-" + key);
        return "web/form-view";
    }

    @PostMapping("/{id}/sections/{section}")
    @PreAuthorize(Allowed.CLINICAL)
    public String saveSection(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable Topic.Section section,
            Submission sent) {
        return save(patient, id, new Piece.Section(section), false, sent);
    }

    @PostMapping({"/{id}/{kind:" + LINES + "}", "/{id}/{kind:" + LINES + "}/{line}"})
    @PreAuthorize(Allowed.CLINICAL)
    public String saveLine(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable("kind") String path,
            @PathVariable(required = false) @Nullable UUID line,
            Submission sent) {
        var piece = new Piece.Line(LineKind.of(path), line == null ? Ids.next() : line);
        return save(patient, id, piece, line == null, sent);
    }

    /// Saved: back to the piece. Refused or overtaken: the same form with what was typed.
    private String save(UUID patient, UUID id, Piece piece, boolean isNew, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        screens.plan(file.patient(), id);
        var typed = sent.typed();
        return sent.end(
                new Act(PpsText.SAVED, () -> save(file, id, piece, typed, sent)),
                outcome ->
                        sent.show(
                                "careplan/edit",
                                editing.edit(
                                        file,
                                        screens.plan(file.patient(), id),
                                        new EditScreens.Again(piece, isNew, typed, outcome),
                                        presences.here(file.patient(), id, piece.key()))));
    }

    /// Answers where to go.
    private String save(OpenFile file, UUID id, Piece piece, Typed typed, Submission sent) {
        var plan = PpsScreens.base(file.patient()) + "/" + id;
        return switch (drafts.save(id, piece, typed, null)) {
            case Saving.Saved(var theirs) -> {
                if (!theirs.isEmpty()) sent.say(DraftText.SAVED_WITH_THEIRS);
                yield plan + "/modifier#" + piece.key();
            }
            case Saving.Refused(var obstacle) -> {
                sent.say(PpsText.of(obstacle));
                yield plan;
            }
            case Saving.Wrong(var errors) -> throw new FormRefused(errors);
            case Saving.Conflict _ -> throw new OptimisticLockingFailureException("pps " + id);
        };
    }

    @PostMapping("/{id}/{kind:" + LINES + "}/{line}/retirer")
    @PreAuthorize(Allowed.CLINICAL)
    public String remove(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @PathVariable("kind") String path,
            @PathVariable UUID line,
            Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        screens.plan(file.patient(), id);
        return sent.end(
                Act.to(
                        PpsScreens.base(file.patient()) + "/" + id + "/modifier",
                        PpsText.REMOVED,
                        () -> {
                            if (drafts.remove(id, LineKind.of(path), line, null)
                                    instanceof Saving.Refused(var obstacle))
                                sent.say(PpsText.of(obstacle));
                        }),
                outcome ->
                        sent.show(
                                "careplan/edit",
                                editing.edit(
                                        file,
                                        screens.plan(file.patient(), id),
                                        null,
                                        presences.here(file.patient(), id, null))));
    }
}

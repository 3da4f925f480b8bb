package fr.maillage.protocol.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Applying protocols to the draft of a person's plan: chosen, seen line by line, adapted, taken.
@Controller
@RequestMapping("/dossiers/{patient}/pps/{pps}/protocoles")
@PreAuthorize(Allowed.CLINICAL)
class ApplyController {

    private final ApplyService service;
    private final ApplyScreens screens;
    private final CaseFiles files;

    ApplyController(ApplyService service, ApplyScreens screens, CaseFiles files) {
        this.service = service;
        this.screens = screens;
        this.files = files;
    }

    /// @param ids protocols whose preview is asked for
    /// @param walk the walk of an algorithm whose lines alone are asked for
    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String preview(
            @PathVariable UUID patient,
            @PathVariable UUID pps,
            @RequestParam(name = "p", defaultValue = "") List<String> ids,
            @RequestParam(name = "algorithme", required = false) @Nullable UUID walk,
            Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        model.addAttribute(
                "page", screens.page(file, pps, parsed(ids), walk, null, null, new FormErrors()));
        return "protocol/apply";
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String apply(@PathVariable UUID patient, @PathVariable UUID pps, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var typed = sent.typed();
        var ids = parsed(typed.all("p"));
        var walk = Ids.parse(typed.text("algorithme")).orElse(null);
        return sent.end(
                new Act(
                        ProtocolText.APPLIED,
                        () -> {
                            service.apply(file.patient(), pps, ids, walk, typed);
                            return "/dossiers/" + patient + "/pps/" + pps;
                        }),
                outcome ->
                        sent.show(
                                "protocol/apply",
                                screens.page(
                                        file,
                                        pps,
                                        ids,
                                        walk,
                                        typed,
                                        outcome.conflict() == null
                                                ? null
                                                : ProtocolText.PLAN_CHANGED,
                                        outcome.errors())));
    }

    private static List<UUID> parsed(List<String> ids) {
        return ids.stream().map(Ids::parse).flatMap(Optional::stream).toList();
    }
}

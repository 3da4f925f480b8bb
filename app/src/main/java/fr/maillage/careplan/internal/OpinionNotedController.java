package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.WebText;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The attending doctor's opinion written down by the coordinator, when it was given by telephone,
/// by letter, at a meeting.
@Controller
@RequestMapping("/dossiers/{patient}/pps/{id}/avis")
@PreAuthorize(Allowed.CLINICAL)
class OpinionNotedController {

    private static final List<String> CHANNELS =
            List.of("TELEPHONE", "COURRIER", "REUNION", "MSSANTE");

    private final PpsService service;
    private final PpsScreens screens;
    private final OpinionScreens opinions;
    private final CaseFiles files;
    private final SentForms forms;
    private final Clock clock;

    OpinionNotedController(
            PpsService service,
            PpsScreens screens,
            OpinionScreens opinions,
            CaseFiles files,
            SentForms forms,
            Clock clock) {
        this.service = service;
        this.screens = screens;
        this.opinions = opinions;
        this.files = files;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String page(@PathVariable UUID patient, @PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        return show(file, id, new FormErrors(), Map.of(), model);
    }

    @PostMapping
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
        var today = LocalDate.now(clock);
        var errors = new FormErrors();
        var channel = sent.getOrDefault("channel", "");
        if (!CHANNELS.contains(channel)) errors.add("channel", WebText.CHOOSE);
        var given =
                OpinionForm.read(
                        sent,
                        sent.getOrDefault("given_by", "").strip(),
                        null,
                        channel,
                        today,
                        errors);
        if (given != null)
            pps.obstaclesToOpinion(given, today)
                    .forEach(o -> errors.add(OpinionForm.field(o), PpsText.of(o)));
        var outcome =
                given == null || !errors.none()
                        ? FormOutcome.refused(errors)
                        : FormOutcome.of(
                                forms,
                                once,
                                PpsScreens.base(file.patient()) + "/" + id,
                                () -> service.answer(id, given));
        return outcome.end(
                response,
                after,
                PpsText.OPINION_NOTED,
                () -> show(file, id, outcome.errors(), sent, model));
    }

    private String show(
            OpenFile file, UUID id, FormErrors errors, Map<String, String> typed, Model model) {
        model.addAttribute("page", opinions.opinion(file, id, false, errors, typed));
        return "careplan/opinion";
    }
}

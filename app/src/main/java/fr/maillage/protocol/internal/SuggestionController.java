package fr.maillage.protocol.internal;

import fr.maillage.access.Allowed;
import fr.maillage.careplan.PlanSuggestions.Typed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What findings propose to a person's plan: added, added to be changed, set aside with a reason,
/// reconsidered.
@Controller
@RequestMapping("/dossiers/{patient}/propositions")
@PreAuthorize(Allowed.CLINICAL)
class SuggestionController {

    private final Suggestions suggestions;
    private final SuggestionScreens screens;
    private final CaseFiles files;

    SuggestionController(Suggestions suggestions, SuggestionScreens screens, CaseFiles files) {
        this.suggestions = suggestions;
        this.screens = screens;
        this.files = files;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String page(@PathVariable UUID patient, Model model) {
        var file = files.open(new PatientId(patient), Part.PPS);
        model.addAttribute("page", screens.page(file, Typed.NONE, null));
        return "protocol/suggestions";
    }

    /// Adds the lines named; with `puis=modifier`, the first one is opened in the plan.
    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String add(@PathVariable UUID patient, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        var typed = sent.typed();
        var change = typed.text("puis").equals("modifier");
        return sent.end(
                new Act(
                        change ? SuggestionText.ADDED_TO_CHANGE : SuggestionText.ADDED,
                        () -> {
                            var added =
                                    suggestions.add(
                                            file.patient(),
                                            typed.all("ligne"),
                                            typed.text("_seen"));
                            return change
                                    ? "/dossiers/"
                                            + patient
                                            + "/pps/"
                                            + added.pps()
                                            + "/modifier#"
                                            + (added.goal() ? "objectifs-" : "interventions-")
                                            + added.line()
                                    : back(file, sent);
                        }),
                outcome -> again(file, sent, outcome));
    }

    @PostMapping("/ecarter")
    @PreAuthorize(Allowed.CLINICAL)
    public String setAside(@PathVariable UUID patient, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        return sent.end(
                new Act(
                        SuggestionText.ASIDE,
                        () -> {
                            suggestions.setAside(file.patient(), sent.text("ligne"), sent.typed());
                            return back(file, sent);
                        }),
                outcome -> again(file, sent, outcome));
    }

    @PostMapping("/{aside}/reconsiderer")
    @PreAuthorize(Allowed.CLINICAL)
    public String reconsider(
            @PathVariable UUID patient, @PathVariable UUID aside, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        return sent.end(
                Act.to(
                        SuggestionScreens.href(file.patient()),
                        SuggestionText.AGAIN,
                        () -> suggestions.reconsider(file.patient(), aside)),
                outcome -> again(file, sent, outcome));
    }

    /// The page it was sent from: that of the draft, or that of the proposals.
    private static String back(OpenFile file, Submission sent) {
        return Ids.parse(sent.text("plan"))
                .map(pps ->
                        "/dossiers/" + file.patient() + "/pps/" + pps + "/modifier#propositions")
                .orElse(SuggestionScreens.href(file.patient()));
    }

    private String again(OpenFile file, Submission sent, FormOutcome outcome) {
        return sent.show(
                "protocol/suggestions",
                screens.page(
                        file,
                        new Typed(
                                sent.text("ligne"),
                                sent.text("motif"),
                                sent.text("precision"),
                                outcome.errors()),
                        outcome.conflict() == null ? null : SuggestionText.CHANGED));
    }
}

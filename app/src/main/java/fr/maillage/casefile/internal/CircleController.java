package fr.maillage.casefile.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import jakarta.servlet.http.HttpServletResponse;
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

@Controller
@RequestMapping("/dossiers/{id}/cercle")
@PreAuthorize(Allowed.FILES)
class CircleController {

    private final CaseFiles files;
    private final CircleService circle;
    private final ExitService supports;
    private final CircleScreens screens;
    private final CircleStart starts;
    private final CircleAccess access;

    CircleController(
            CaseFiles files,
            CircleService circle,
            ExitService supports,
            CircleScreens screens,
            CircleStart starts,
            CircleAccess access) {
        this.files = files;
        this.circle = circle;
        this.supports = supports;
        this.screens = screens;
        this.starts = starts;
        this.access = access;
    }

    @GetMapping
    @PreAuthorize(Allowed.FILES)
    public String show(@PathVariable UUID id, Model model) {
        model.addAttribute(
                "page",
                screens.circle(
                        files.open(new PatientId(id), Part.CERCLE),
                        Sent.with(),
                        FormOutcome.fresh()));
        return "casefile/circle";
    }

    @GetMapping("/ajouter")
    @PreAuthorize(Allowed.CLINICAL)
    public String blank(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "PROFESSIONNEL") String type,
            @RequestParam(required = false) @Nullable String rpps,
            @RequestParam(required = false) @Nullable String finess,
            @RequestParam(required = false) @Nullable UUID carnet,
            Model model) {
        var file = files.open(new PatientId(id), Part.CERCLE);
        var start = carnet == null ? starts.of(type, rpps, finess) : starts.of(carnet);
        return form(file, null, start, FormOutcome.fresh(), null, model);
    }

    /// Asks the directory; what is typed for it never stands in an address.
    @PostMapping("/recherche")
    @PreAuthorize(Allowed.CLINICAL)
    public String search(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "PROFESSIONNEL") String kind,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var file = files.openToWrite(new PatientId(id), Part.CERCLE);
        var start = starts.of(kind, null, null);
        var isNumber = q.replaceAll("\\s", "").matches("\\d{11}");
        start.values().add(isNumber ? "rpps" : "name", q.strip());
        start.values().add("q", q.strip());
        return form(file, null, start, FormOutcome.fresh(), q.strip(), model);
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String add(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.CERCLE);
        return sent.end(
                Act.to(
                        address(id),
                        CircleText.COMPLETED,
                        () -> circle.save(file.patient(), null, sent.form())),
                outcome ->
                        sent.show(
                                "casefile/member",
                                screens.form(file, null, sent.form(), outcome, null)));
    }

    @GetMapping("/{line}")
    @PreAuthorize(Allowed.CLINICAL)
    public String edit(@PathVariable UUID id, @PathVariable UUID line, Model model) {
        var file = files.open(new PatientId(id), Part.CERCLE);
        var member = circle.line(file.patient(), line);
        return form(file, member, starts.of(member), FormOutcome.fresh(), null, model);
    }

    @PostMapping("/{line}")
    @PreAuthorize(Allowed.CLINICAL)
    public String change(@PathVariable UUID id, @PathVariable UUID line, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.CERCLE);
        circle.line(file.patient(), line); // not there, or not theirs
        return sent.end(
                Act.to(
                        address(id),
                        CircleText.CHANGED,
                        () -> circle.save(file.patient(), line, sent.form())),
                outcome ->
                        sent.show(
                                "casefile/member",
                                screens.form(
                                        file,
                                        circle.line(file.patient(), line),
                                        sent.form(),
                                        outcome,
                                        null)));
    }

    @PostMapping("/{line}/fin")
    @PreAuthorize(Allowed.CLINICAL)
    public String end(@PathVariable UUID id, @PathVariable UUID line, Submission sent) {
        return act(
                id, sent, CircleText.ENDED, () -> circle.end(new PatientId(id), line, sent.form()));
    }

    /// Opens an access to a professional of the circle: an invitation, or their right in this
    /// structure when they have an account already. The link is in the answer itself: it is kept
    /// nowhere.
    @PostMapping("/{line}/invitation")
    @PreAuthorize(Allowed.CLINICAL)
    public String invite(
            @PathVariable UUID id,
            @PathVariable UUID line,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var file = files.openToWrite(new PatientId(id), Part.CERCLE);
        var issued = access.invite(file.patient(), line);
        if (issued.link() == null) {
            flash.addFlashAttribute("toast", issued.sentence());
            return "redirect:" + address(id);
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("name", issued.name());
        model.addAttribute("link", issued.link());
        model.addAttribute("why", issued.sentence());
        model.addAttribute("back", address(id));
        return "network/invited";
    }

    @PostMapping("/coordonnateur-de-cas")
    @PreAuthorize(Allowed.CLINICAL)
    public String caseCoordinator(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                CircleText.CASE_COORDINATOR_CHOSEN,
                () -> circle.chooseCaseCoordinator(new PatientId(id), sent.form()));
    }

    @PostMapping("/referent")
    @PreAuthorize(Allowed.CLINICAL)
    public String coordinator(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                CircleText.COORDINATOR_CHANGED,
                () -> supports.coordinator(new PatientId(id), sent.form()));
    }

    private String act(UUID id, Submission sent, String toast, Runnable act) {
        var file = files.openToWrite(new PatientId(id), Part.CERCLE);
        return sent.end(
                Act.to(address(id), toast, act),
                outcome ->
                        sent.show("casefile/circle", screens.circle(file, sent.form(), outcome)));
    }

    private static String address(UUID id) {
        return "/dossiers/" + id + "/cercle";
    }

    private String form(
            OpenFile file,
            CircleService.@Nullable Line line,
            Sent form,
            FormOutcome outcome,
            @Nullable String search,
            Model model) {
        model.addAttribute("page", screens.form(file, line, form, outcome, search));
        return "casefile/member";
    }
}

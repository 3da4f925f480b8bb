package fr.maillage.agenda.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.agenda.Outcome;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The agenda of the team by day, week and month; new appointments, and what became of them.
@Controller
@PreAuthorize(Allowed.DESK)
class AgendaController {

    private final AgendaService agenda;
    private final AgendaScreens screens;
    private final AppointmentScreens forms;
    private final SheetScreens sheets;
    private final Conflicts conflicts;

    AgendaController(
            AgendaService agenda,
            AgendaScreens screens,
            AppointmentScreens forms,
            SheetScreens sheets,
            Conflicts conflicts) {
        this.agenda = agenda;
        this.screens = screens;
        this.forms = forms;
        this.sheets = sheets;
        this.conflicts = conflicts;
    }

    @GetMapping("/agenda")
    @PreAuthorize(Allowed.DESK)
    public String list(
            @RequestParam(name = "jour", defaultValue = "") String day,
            @RequestParam(name = "vue", defaultValue = "jour") String view,
            @RequestParam(name = "qui", defaultValue = "") String who,
            @RequestParam(name = "membre", defaultValue = "") List<String> members,
            @RequestParam(name = "dossier", defaultValue = "") String patient,
            Model model) {
        if (!patient.isEmpty()) return fresh(day, "", "", patient, model);
        model.addAttribute("page", screens.page(day, view, who, members));
        return "agenda/agenda";
    }

    @GetMapping("/agenda/nouveau")
    @PreAuthorize(Allowed.DESK)
    public String fresh(
            @RequestParam(name = "jour", defaultValue = "") String day,
            @RequestParam(name = "heure", defaultValue = "") String time,
            @RequestParam(name = "membre", defaultValue = "") String member,
            @RequestParam(name = "dossier", defaultValue = "") String patient,
            Model model) {
        var start = new LinkedMultiValueMap<String, String>();
        start.add("day", day);
        start.add("time", time);
        start.add("member", member);
        start.add("patient", patient);
        model.addAttribute("page", forms.fresh(new AppointmentForm(start), new FormErrors()));
        return "agenda/new";
    }

    @PostMapping("/agenda")
    @PreAuthorize(Allowed.DESK)
    public String create(Submission sent) {
        var form = new AppointmentForm(sent.values());
        var errors = new FormErrors();
        var wanted = form.read(errors, SignedIn.current().member());
        var asked =
                wanted.flatMap(w -> Optional.ofNullable(w.series()))
                        .map(series -> series.dates().size());
        return sent.end(
                new Act(
                        wanted.map(w -> AgendaText.noted(w.spans().size(), asked.orElse(1)))
                                .orElse(""),
                        () -> make(wanted.orElse(null), form, errors)),
                outcome -> sent.show("agenda/new", forms.fresh(form, outcome.errors())));
    }

    private String make(
            @org.jspecify.annotations.Nullable Wanted wanted,
            AppointmentForm form,
            FormErrors errors) {
        if (wanted == null) throw new FormRefused(errors);
        if (!form.anyway())
            conflicts
                    .of(wanted, List.of())
                    .forEach(c -> errors.add("conflict-" + errors.all().size(), c));
        FormRefused.unless(errors);
        agenda.create(wanted);
        return "/agenda?jour=" + wanted.spans().getFirst().day() + "&membre=" + wanted.member();
    }

    @GetMapping("/agenda/sans-issue")
    @PreAuthorize(Allowed.DESK)
    public String waiting(
            @RequestParam(name = "qui", defaultValue = "") String who,
            @RequestParam(name = "membre", defaultValue = "") List<String> members,
            @RequestParam(name = "page", defaultValue = "0") String page,
            Model model) {
        model.addAttribute(
                "page",
                screens.waiting(
                        who, members, page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0));
        return "agenda/waiting";
    }

    @GetMapping("/agenda/feuille")
    @PreAuthorize(Allowed.DESK)
    public String sheet(
            @RequestParam(name = "jour", defaultValue = "") String day,
            @RequestParam(name = "qui", defaultValue = "") String who,
            @RequestParam(name = "membre", defaultValue = "") List<String> members,
            Model model) {
        model.addAttribute("page", sheets.page(day, who, members));
        return "agenda/sheet";
    }

    @PostMapping("/agenda/{id}/issue")
    @PreAuthorize(Allowed.DESK)
    public String close(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        var form = new AppointmentForm(sent);
        var chosen =
                Arrays.stream(Outcome.values())
                        .filter(o -> o.name().equals(form.text("outcome")))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("issue", id));
        var words = form.text("note");
        var before =
                agenda.close(
                        id,
                        chosen,
                        words.isEmpty()
                                ? null
                                : words.substring(0, Math.min(words.length(), 2_000)));
        flash.addFlashAttribute(
                "toast",
                before.map(AgendaText::alreadyClosed).orElseGet(() -> AgendaText.closed(chosen)));
        if (Back.given(form)) return "redirect:" + Back.of(form, "/agenda");
        var day = form.text("jour");
        return "redirect:/agenda" + (day.matches("\\d{4}-\\d{2}-\\d{2}") ? "?jour=" + day : "");
    }
}

package fr.maillage.agenda.internal;

import fr.maillage.agenda.Outcome;
import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormErrors;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
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

/// Appointments of the team, by day and by week.
@Controller
@PreAuthorize(Allowed.DESK)
class AgendaController {

    private final AgendaService agenda;
    private final AgendaScreens screens;
    private final SentForms forms;

    AgendaController(AgendaService agenda, AgendaScreens screens, SentForms forms) {
        this.agenda = agenda;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping("/agenda")
    @PreAuthorize(Allowed.DESK)
    public String list(
            @RequestParam(name = "jour", defaultValue = "") String day,
            @RequestParam(name = "vue", defaultValue = "jour") String view,
            @RequestParam(name = "membre", defaultValue = "") String member,
            @RequestParam(name = "dossier", defaultValue = "") String patient,
            Model model) {
        var start = new LinkedMultiValueMap<String, String>();
        start.add("patient", patient);
        start.add("day", day);
        model.addAttribute(
                "page",
                screens.page(
                        day,
                        view.equals("semaine"),
                        member,
                        AppointmentForm.of(start),
                        new FormErrors()));
        return "agenda/agenda";
    }

    @PostMapping("/agenda")
    @PreAuthorize(Allowed.DESK)
    public String create(
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var form = AppointmentForm.of(sent);
        var errors = new FormErrors();
        var appointment = form.read(errors, SignedIn.current().member());
        appointment
                .filter(_ -> !form.anyway())
                .flatMap(agenda::conflict)
                .ifPresent(sentence -> errors.add("conflict", sentence));
        if (appointment.isEmpty() || !errors.none()) {
            response.setStatus(422);
            model.addAttribute(
                    "page", screens.page(form.day(), false, form.member(), form, errors));
            return "agenda/agenda";
        }
        var location =
                forms.once(
                        form.once(),
                        () -> {
                            agenda.create(appointment.get());
                            return "/agenda?jour="
                                    + form.day()
                                    + "&membre="
                                    + appointment.get().member();
                        });
        flash.addFlashAttribute("toast", AgendaText.NOTED);
        return "redirect:" + location;
    }

    @PostMapping("/agenda/{id}/issue")
    @PreAuthorize(Allowed.DESK)
    public String close(
            @PathVariable UUID id,
            @RequestParam(name = "outcome", defaultValue = "") String outcome,
            @RequestParam(name = "note", defaultValue = "") String note,
            @RequestParam(name = "jour", defaultValue = "") String day,
            RedirectAttributes flash) {
        var chosen =
                Arrays.stream(Outcome.values())
                        .filter(o -> o.name().equals(outcome))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("issue", id));
        var words = note.replace("\0", "").strip();
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
        return "redirect:/agenda" + (day.matches("\\d{4}-\\d{2}-\\d{2}") ? "?jour=" + day : "");
    }
}

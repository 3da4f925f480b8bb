package fr.maillage.followup.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The log of contacts. The quick entry is in the frame of every page; it comes back here when a
/// name is not certain.
@Controller
@PreAuthorize(Allowed.DESK)
class ContactController {

    private final ContactService contacts;
    private final ContactScreens screens;
    private final SentForms forms;
    private final Clock clock;

    ContactController(
            ContactService contacts, ContactScreens screens, SentForms forms, Clock clock) {
        this.contacts = contacts;
        this.screens = screens;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/contacts")
    @PreAuthorize(Allowed.DESK)
    public String day(
            @RequestParam(name = "jour", required = false) @Nullable String day, Model model) {
        model.addAttribute("page", screens.day(screens.dayOr(day)));
        return "followup/contacts";
    }

    @GetMapping("/contacts/nouveau")
    @PreAuthorize(Allowed.DESK)
    public String blank(
            @RequestParam(name = "dossier", required = false) @Nullable String patient,
            Model model) {
        var start = patient == null ? Sent.with() : Sent.with("person", patient);
        model.addAttribute(
                "page", screens.form(ContactForm.of(start), new FormErrors(), List.of()));
        return "followup/contact-form";
    }

    @PostMapping("/contacts")
    @PreAuthorize(Allowed.DESK)
    public String log(
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = ContactForm.of(new Sent(sent));
        var errors = new FormErrors();
        var contact = form.read(errors, clock);
        var abouts =
                form.settled() || form.about().length() > 2_000
                        ? List.<About>of()
                        : contacts.whom(form.about());
        if (contact.isEmpty() || !abouts.stream().allMatch(About.Certain.class::isInstance)) {
            response.setStatus(422);
            model.addAttribute("page", screens.form(form, errors, abouts));
            return "followup/contact-form";
        }
        var about =
                Stream.concat(
                                form.persons().stream().flatMap(p -> PatientId.parse(p).stream()),
                                abouts.stream()
                                        .flatMap(a ->
                                                a instanceof About.Certain(var near)
                                                        ? Stream.of(near.id())
                                                        : Stream.empty()))
                        .distinct()
                        .toList();
        var location =
                forms.once(
                        form.once(),
                        () -> {
                            flash.addFlashAttribute(
                                    "toast", contacts.log(contact.get(), about).sentence());
                            return back(request.getHeader("Referer"));
                        });
        return "redirect:" + location;
    }

    /// Back to the page the call was noted from: one of ours that can be opened again, else the log
    /// of the day.
    private static String back(@Nullable String referer) {
        if (referer == null) return "/contacts";
        try {
            var path = URI.create(referer).getPath();
            return path != null
                            && path.matches(
                                    "/(journee|demandes|taches|agenda|dossiers)(/[0-9a-f-]{36})?")
                    ? path
                    : "/contacts";
        } catch (IllegalArgumentException _) {
            return "/contacts";
        }
    }
}

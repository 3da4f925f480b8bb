package fr.maillage.followup.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The log of contacts. Its form opens over any page; it comes back when a name is not certain.
@Controller
@PreAuthorize(Allowed.DESK)
class ContactController {

    /// Pages a call is noted from that can be opened again.
    private static final String FROM =
            "/(journee|demandes|taches|agenda|dossiers)(/[0-9a-f-]{36})?";

    private final ContactService contacts;
    private final ContactScreens screens;
    private final KnownPeople people;
    private final Clock clock;

    ContactController(
            ContactService contacts, ContactScreens screens, KnownPeople people, Clock clock) {
        this.contacts = contacts;
        this.screens = screens;
        this.people = people;
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
            @RequestParam(name = "dossier", defaultValue = "") List<String> persons, Model model) {
        var start = new LinkedMultiValueMap<String, String>();
        persons.forEach(p -> start.add("person", p));
        model.addAttribute(
                "page",
                screens.form(new ContactForm(new Sent(start)), new FormErrors(), List.of()));
        return "followup/contact-form";
    }

    @PostMapping("/contacts")
    @PreAuthorize(Allowed.DESK)
    public String log(Submission sent, HttpServletRequest request) {
        var form = new ContactForm(sent.form());
        var abouts = contacts.whom(form.names());
        return sent.end(
                Act.to(
                        Back.from(request, FROM, "/contacts"),
                        FollowUpText.CONTACT_LOGGED,
                        () -> sent.say(log(form, abouts))),
                outcome ->
                        sent.show(
                                "followup/contact-form",
                                screens.form(form, outcome.errors(), abouts)));
    }

    private String log(ContactForm form, List<About> abouts) {
        var errors = new FormErrors();
        var contact = form.read(people.around(form.persons()), errors, clock);
        if (contact.isEmpty()) throw new FormRefused(errors);
        if (!abouts.stream().allMatch(About.Certain.class::isInstance))
            throw FormRefused.because("about", FollowUpText.WHO_IS_IT);
        return contacts.log(
                        contact.get(),
                        Stream.concat(form.persons().stream(), About.certain(abouts))
                                .distinct()
                                .toList())
                .sentence();
    }
}

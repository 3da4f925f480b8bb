package fr.maillage.territory.internal.redraw;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Zones redrawn, by the agency of the region or a technician.
@Controller
@PreAuthorize(Allowed.TERRITORIES)
class RedrawController {

    private static final String HERE = "/territoires/decoupages";

    private final RedrawService redraws;
    private final PopulationService people;
    private final RedrawScreens screens;

    RedrawController(RedrawService redraws, PopulationService people, RedrawScreens screens) {
        this.redraws = redraws;
        this.people = people;
        this.screens = screens;
    }

    @GetMapping(HERE)
    @PreAuthorize(Allowed.TERRITORIES)
    public String start(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "") String zone,
            Model model) {
        model.addAttribute("page", screens.start(region, zone, null));
        return "territory/redraws";
    }

    @PostMapping(HERE)
    @PreAuthorize(Allowed.TERRITORIES)
    public String prepare(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Submission sent) {
        var form = sent.form();
        if (TooLarge.is(request)) {
            form.errors().add("file", RedrawText.TOO_LONG);
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return again(sent, form.errors());
        }
        return sent.end(
                new Act(RedrawText.PREPARED, () -> HERE + "/" + redraws.prepare(file, form)),
                outcome -> again(sent, outcome.errors()));
    }

    @PostMapping("/territoires/populations")
    @PreAuthorize(Allowed.TERRITORIES)
    public String populations(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Submission sent) {
        var form = sent.form();
        if (TooLarge.is(request)) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return people(sent, new FormErrors().add("file", RedrawText.TOO_LONG));
        }
        return sent.end(
                Act.to(
                        "/territoires/populations",
                        "",
                        () -> sent.say(RedrawText.populations(people.load(file, form)))),
                outcome -> people(sent, outcome.errors()));
    }

    @GetMapping("/territoires/populations")
    @PreAuthorize(Allowed.TERRITORIES)
    public String populations(Model model) {
        model.addAttribute("page", screens.people(Sent.with()));
        return "territory/populations";
    }

    private String people(Submission sent, FormErrors errors) {
        var form = sent.form();
        errors.all().forEach(e -> form.errors().add(e.getKey(), e.getValue()));
        return sent.show("territory/populations", screens.people(form));
    }

    private String again(Submission sent, FormErrors errors) {
        var form = sent.form();
        errors.all().forEach(e -> form.errors().add(e.getKey(), e.getValue()));
        return sent.show("territory/redraws", screens.start(form.text("region"), "", form));
    }

    @GetMapping(HERE + "/{id}")
    @PreAuthorize(Allowed.TERRITORIES)
    public String look(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.look(id, new FormErrors()));
        return "territory/redraw";
    }

    @PostMapping(HERE + "/{id}/appliquer")
    @PreAuthorize(Allowed.TERRITORIES)
    public String apply(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(
                        HERE + "/" + id,
                        RedrawText.APPLIED,
                        () -> redraws.apply(id, sent.text("_tag"))),
                outcome -> look(id, sent, outcome));
    }

    @PostMapping(HERE + "/{id}/abandonner")
    @PreAuthorize(Allowed.TERRITORIES)
    public String discard(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(HERE, RedrawText.DISCARDED, () -> redraws.discard(id)),
                outcome -> look(id, sent, outcome));
    }

    private String look(UUID id, Submission sent, FormOutcome outcome) {
        var errors = outcome.errors();
        if (outcome.conflict() != null) errors.add("redraw", RedrawText.OVERTAKEN);
        return sent.show("territory/redraw", screens.look(id, errors));
    }
}

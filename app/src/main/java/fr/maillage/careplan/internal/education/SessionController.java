package fr.maillage.careplan.internal.education;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Workshops and sessions of education, and the programmes offered.
@Controller
@RequestMapping("/education")
@PreAuthorize(Allowed.CLINICAL)
class SessionController {

    private final SessionService sessions;
    private final EducationService programmes;
    private final SessionScreens screens;

    SessionController(
            SessionService sessions, EducationService programmes, SessionScreens screens) {
        this.sessions = sessions;
        this.programmes = programmes;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String list(Submission sent) {
        return sent.show("careplan/sessions", screens.list(Shown.none()));
    }

    @PostMapping("/programmes")
    @PreAuthorize(Allowed.CLINICAL)
    public String offer(Submission sent) {
        return inList(
                "offre",
                EducationText.SAVED,
                sent,
                typed -> {
                    programmes.addModel(typed);
                    return "/education#programmes";
                });
    }

    @PostMapping("/programmes/{id}/retrait")
    @PreAuthorize(Allowed.CLINICAL)
    public String retire(@PathVariable UUID id, Submission sent) {
        return inList(
                "retrait",
                EducationText.SAVED,
                sent,
                _ -> {
                    programmes.retireModel(id);
                    return "/education#programmes";
                });
    }

    @PostMapping("/ateliers")
    @PreAuthorize(Allowed.CLINICAL)
    public String plan(Submission sent) {
        return inList(
                "seance",
                EducationText.SAVED,
                sent,
                typed -> "/education/ateliers/" + sessions.plan(typed));
    }

    private String inList(
            String form,
            String toast,
            Submission sent,
            java.util.function.Function<Typed, String> act) {
        return sent.end(
                new Act(toast, () -> act.apply(sent.typed())),
                form,
                "careplan/sessions",
                screens::list);
    }

    @GetMapping("/ateliers/{id}")
    @PreAuthorize(Allowed.CLINICAL)
    public String session(@PathVariable UUID id, Submission sent) {
        return sent.show("careplan/session", screens.page(id, Shown.none()));
    }

    @PostMapping("/ateliers/{id}/inscriptions")
    @PreAuthorize(Allowed.CLINICAL)
    public String enrol(@PathVariable UUID id, Submission sent) {
        return inSession(
                id,
                "inscription",
                EducationText.ENROLLED,
                sent,
                typed -> sessions.enrol(id, typed));
    }

    @PostMapping("/ateliers/{id}/presences")
    @PreAuthorize(Allowed.CLINICAL)
    public String mark(@PathVariable UUID id, Submission sent) {
        return inSession(
                id, "presences", EducationText.MARKED, sent, typed -> sessions.mark(id, typed));
    }

    @PostMapping("/ateliers/{id}/annulation")
    @PreAuthorize(Allowed.CLINICAL)
    public String callOff(@PathVariable UUID id, Submission sent) {
        return inSession(
                id,
                "annulation",
                EducationText.CALLED_OFF,
                sent,
                typed -> sessions.callOff(id, typed));
    }

    private String inSession(
            UUID id, String form, String toast, Submission sent, Consumer<Typed> act) {
        return sent.end(
                Act.to("/education/ateliers/" + id, toast, () -> act.accept(sent.typed())),
                form,
                "careplan/session",
                shown -> screens.page(id, shown));
    }
}

package fr.maillage.intake.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.intake.internal.Codes.ClosedReason;
import fr.maillage.intake.internal.Codes.ToldHow;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The board, the new request, one request and its answers.
@Controller
class ReferralController {

    private final ReferralService service;
    private final ReferralFormReader reader;
    private final BoardScreens board;
    private final NewReferralScreens blank;
    private final ReferralScreens screens;
    private final Answers answers;
    private final Arrivals arrivals;

    ReferralController(
            ReferralService service,
            ReferralFormReader reader,
            BoardScreens board,
            NewReferralScreens blank,
            ReferralScreens screens,
            Answers answers,
            Arrivals arrivals) {
        this.arrivals = arrivals;
        this.service = service;
        this.reader = reader;
        this.board = board;
        this.blank = blank;
        this.screens = screens;
        this.answers = answers;
    }

    @GetMapping("/demandes")
    @PreAuthorize(Allowed.TEAM)
    ModelAndView board(
            @RequestParam(defaultValue = "") String filtre,
            @RequestParam(defaultValue = "") String porte) {
        return new ModelAndView(
                "intake/board",
                Map.of("page", board.board(filtre, porte), "waiting", arrivals.waiting()));
    }

    @GetMapping("/demandes/nouvelle")
    @PreAuthorize(Allowed.DESK)
    ModelAndView blank(@RequestParam(required = false) @Nullable UUID arrivee) {
        return form(arrivee == null ? ReferralForm.blank() : arrivals.form(arrivee), false);
    }

    /// What came by the public page and waits to be checked.
    @GetMapping("/demandes/en-ligne")
    @PreAuthorize(Allowed.TEAM)
    ModelAndView waiting() {
        return new ModelAndView(
                "intake/waiting", Map.of("page", arrivals.waiting(), "errors", new FormErrors()));
    }

    @PostMapping("/demandes/en-ligne/{id}/ecarter")
    @PreAuthorize(Allowed.DESK)
    String dismiss(@PathVariable UUID id, Submission sent, Model model) {
        return sent.end(
                Act.to(
                        "/demandes/en-ligne",
                        PublicText.SET_ASIDE,
                        () -> arrivals.dismiss(id, sent.text("why"))),
                outcome -> {
                    model.addAttribute("errors", outcome.errors());
                    return sent.show("intake/waiting", arrivals.waiting());
                });
    }

    /// Without script: the same form, with what was found.
    @PostMapping("/demandes/nouvelle")
    @PreAuthorize(Allowed.DESK)
    ModelAndView search(
            @ModelAttribute ReferralForm form, @RequestParam(defaultValue = "") String q) {
        // from the search of persons: a blank form with the words already typed
        return form(q.isBlank() ? form : ReferralForm.about(q), true);
    }

    /// As one types.
    @PostMapping("/demandes/nouvelle/personnes")
    @PreAuthorize(Allowed.DESK)
    ModelAndView near(@RequestParam(defaultValue = "") String subject) {
        return new ModelAndView("intake/_near", Map.of("page", blank.near(subject, "")));
    }

    @PostMapping("/demandes")
    @PreAuthorize(Allowed.DESK)
    String receive(@ModelAttribute ReferralForm form, Submission sent, Model model) {
        return sent.end(
                new Act(
                        IntakeText.SAVED,
                        () ->
                                "/demandes/"
                                        + arrivals.receive(
                                                reader.read(form),
                                                Ids.parse(form.arrival()).orElse(null))),
                outcome -> {
                    model.addAttribute("attached", attached(form));
                    return sent.show("intake/new", blank.form(form, outcome.errors(), true));
                });
    }

    private ModelAndView form(ReferralForm form, boolean search) {
        return new ModelAndView(
                "intake/new",
                Map.of(
                        "page",
                        blank.form(form, new FormErrors(), search),
                        "attached",
                        attached(form)));
    }

    private List<String> attached(ReferralForm form) {
        return Ids.parse(form.arrival()).map(arrivals::documents).orElse(List.of()).stream()
                .map(UUID::toString)
                .toList();
    }

    @GetMapping("/demandes/{id}")
    @PreAuthorize(Allowed.TEAM)
    ModelAndView page(@PathVariable UUID id) {
        return new ModelAndView(
                "intake/referral",
                Map.of("page", screens.page(id, new FormErrors(), ReferralPage.Typed.NOTHING)));
    }

    @PostMapping("/demandes/{id}/prise")
    @PreAuthorize(Allowed.DESK)
    ModelAndView take(@PathVariable UUID id, RedirectAttributes after) {
        var done = service.take(id);
        after.addFlashAttribute("toast", done ? IntakeText.TAKEN : IntakeText.TAKEN_ALREADY);
        return back(id);
    }

    @PostMapping("/demandes/{id}/affectation")
    @PreAuthorize(Allowed.DESK)
    ModelAndView assign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String membre,
            RedirectAttributes after) {
        var member =
                membre.isBlank()
                        ? null
                        : Ids.parse(membre).orElseThrow(() -> new NotFound("membre", null));
        var done = service.assign(id, member);
        after.addFlashAttribute("toast", done ? IntakeText.ASSIGNED : IntakeText.ANSWERED_ALREADY);
        return back(id);
    }

    @PostMapping("/demandes/{id}/conseil")
    @PreAuthorize(Allowed.DESK)
    String advise(@PathVariable UUID id, Submission sent) {
        // a secretary answers what concerns nobody; advice about somebody is for the clinical team
        if (!SignedIn.current().role().clinical() && service.get(id).patient() != null)
            throw new NotFound("demande", id);
        return decide(id, sent, new Decision.Advise(sent.text("advice")), IntakeText.ADVISED);
    }

    @PostMapping("/demandes/{id}/attente")
    @PreAuthorize(Allowed.CLINICAL)
    String await(@PathVariable UUID id, Submission sent) {
        return decide(id, sent, new Decision.Await(sent.text("awaiting")), IntakeText.AWAITED);
    }

    @PostMapping("/demandes/{id}/cloture")
    @PreAuthorize(Allowed.CLINICAL)
    String close(@PathVariable UUID id, Submission sent) {
        return decide(
                id,
                sent,
                new Decision.Close(
                        Codes.of(ClosedReason.class, sent.text("reason")).orElse(null),
                        sent.text("note")),
                IntakeText.CLOSED);
    }

    @PostMapping("/demandes/{id}/proposition")
    @PreAuthorize(Allowed.CLINICAL)
    String propose(@PathVariable UUID id, Submission sent) {
        return decide(id, sent, new Decision.Propose(), IntakeText.PROPOSED);
    }

    private String decide(UUID id, Submission sent, Decision decision, String toast) {
        return sent.end(
                Act.to("/demandes/" + id, toast, () -> answers.answer(id, decision)),
                outcome ->
                        sent.show(
                                "intake/referral",
                                screens.page(
                                        id,
                                        IntakeText.errors(outcome),
                                        new ReferralPage.Typed(
                                                sent.text("advice"),
                                                sent.text("awaiting"),
                                                sent.text("reason"),
                                                sent.text("note")))));
    }

    /// The person is followed already: the request joins their file, and its référent's work.
    @PostMapping("/demandes/{id}/rattachement")
    @PreAuthorize(Allowed.CLINICAL)
    String attach(@PathVariable UUID id, Submission sent) {
        return decide(id, sent, new Decision.Attach(screens.followed(id)), IntakeText.ATTACHED);
    }

    @PostMapping("/demandes/{id}/reprise")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView reopen(@PathVariable UUID id, RedirectAttributes after) {
        if (answers.reopen(id)) after.addFlashAttribute("toast", IntakeText.REOPENED);
        return back(id);
    }

    @PostMapping("/demandes/{id}/mt")
    @PreAuthorize(Allowed.DESK)
    ModelAndView told(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String how,
            RedirectAttributes after) {
        var done = service.mtTold(id, Codes.of(ToldHow.class, how).orElse(ToldHow.TELEPHONE));
        after.addFlashAttribute("toast", done ? IntakeText.MT_TOLD : IntakeText.MT_NOT_TOLD);
        return back(id);
    }

    @GetMapping("/demandes/sans-inclusion")
    @PreAuthorize(Allowed.TEAM)
    ModelAndView notIncluded(@RequestParam(defaultValue = "") String motif) {
        return new ModelAndView("intake/not-included", Map.of("page", board.notIncluded(motif)));
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/demandes/" + id);
    }
}

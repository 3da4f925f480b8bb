package fr.maillage.indicators.internal;

import fr.maillage.access.Allowed;
import fr.maillage.indicators.internal.PublicationService.Prepared;
import fr.maillage.indicators.internal.PublicationService.Signing;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.SentForms;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Publications: prepared and signed by the head of the structure, read by the agency.
@Controller
@PreAuthorize(Allowed.SIGNED_IN)
class PublicationController {

    private static final String OWN = "/pilotage/publications";

    private final PublicationService publications;
    private final PublicationScreens screens;
    private final SentForms forms;

    PublicationController(
            PublicationService publications, PublicationScreens screens, SentForms forms) {
        this.publications = publications;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping(OWN)
    @PreAuthorize(Allowed.HEAD)
    public String own(Model model) {
        model.addAttribute("page", screens.all(null));
        return "indicators/publications";
    }

    @PostMapping(OWN)
    @PreAuthorize(Allowed.HEAD)
    public String prepare(
            @RequestParam(name = "_once", required = false) @Nullable String once,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var location =
                forms.once(
                        once,
                        () ->
                                switch (publications.prepare()) {
                                    case Prepared.Draft(var id) -> OWN + "/" + id;
                                    case Prepared.AlreadySigned _ -> "";
                                });
        if (location.isEmpty()) return refused(model, response, null);
        redirect.addFlashAttribute("toast", IndicatorsText.PREPARED);
        return "redirect:" + location;
    }

    @GetMapping(OWN + "/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String preview(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.sheet(id));
        model.addAttribute("own", true);
        return "indicators/publication";
    }

    @PostMapping(OWN + "/{id}/signer")
    @PreAuthorize(Allowed.HEAD)
    public String sign(
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (publications.sign(id)) {
            case Signing.Done _ -> {
                redirect.addFlashAttribute("toast", IndicatorsText.SIGNED);
                yield "redirect:" + OWN + "/" + id;
            }
            case Signing.WasSigned _ -> refused(model, response, IndicatorsText.IS_SIGNED);
            case Signing.AnotherOfTheDay(var day) ->
                    refused(
                            model,
                            response,
                            IndicatorsText.ALREADY_SIGNED.formatted(FrenchDates.date(day)));
        };
    }

    @PostMapping(OWN + "/{id}/abandonner")
    @PreAuthorize(Allowed.HEAD)
    public String discard(
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!publications.discard(id)) {
            screens.sheet(id); // not there, or not theirs
            return refused(model, response, IndicatorsText.IS_SIGNED);
        }
        redirect.addFlashAttribute("toast", IndicatorsText.DISCARDED);
        return "redirect:" + OWN;
    }

    private String refused(Model model, HttpServletResponse response, @Nullable String sentence) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var page = screens.all(null);
        model.addAttribute(
                "page",
                new PublicationsPage(
                        page.today(),
                        sentence == null
                                ? IndicatorsText.ALREADY_SIGNED.formatted(page.today())
                                : sentence,
                        page.groups()));
        return "indicators/publications";
    }

    @GetMapping("/publications")
    @PreAuthorize(Allowed.AGENCY)
    public String published(Model model) {
        model.addAttribute("page", screens.all(null));
        return "indicators/published";
    }

    @GetMapping("/publications/{id}")
    @PreAuthorize(Allowed.AGENCY)
    public String sheet(@PathVariable UUID id, Model model) {
        var page = screens.sheet(id);
        if (page.signature() == null)
            throw new NotFound("publication", id); // the policy already hides drafts from an agency
        model.addAttribute("page", page);
        model.addAttribute("own", false);
        return "indicators/publication";
    }
}

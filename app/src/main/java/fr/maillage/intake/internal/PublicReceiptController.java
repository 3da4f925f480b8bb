package fr.maillage.intake.internal;

import fr.maillage.access.Allowed;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.platform.SourceThrottle;
import fr.maillage.platform.Tenancy;
import fr.maillage.web.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the sender of a public form keeps, and where their request stands: never anything of the
/// person.
@Controller
@PreAuthorize(Allowed.EVERYBODY)
class PublicReceiptController {

    /// A code of eight signs is not guessed in that many tries.
    private static final int ASKED_IN_AN_HOUR = 30;

    private final PublicPlaces places;
    private final Arrivals arrivals;
    private final SourceThrottle throttle;

    PublicReceiptController(PublicPlaces places, Arrivals arrivals, SourceThrottle throttle) {
        this.places = places;
        this.arrivals = arrivals;
        this.throttle = throttle;
    }

    /// Shown in the sender's session alone.
    @GetMapping(PublicController.HOME + "/recu")
    @PreAuthorize(Allowed.EVERYBODY)
    String receipt(HttpSession session, Model model) {
        if (!(session.getAttribute(SentReceipt.KEY) instanceof SentReceipt sent))
            return "redirect:" + PublicController.HOME;
        model.addAttribute(
                "page",
                new PublicPage.Receipt(
                        sent.number(),
                        sent.code(),
                        sent.when(),
                        places.place(Ids.parse(sent.structure()).orElse(null))
                                .orElseThrow(() -> new NotFound("structure", null)),
                        sent.urgency().equals(Degree.URGENTE.name()),
                        sent.told() ? PublicText.MAILED : null));
        return "intake/public-receipt";
    }

    @GetMapping(PublicController.HOME + "/suivi")
    @PreAuthorize(Allowed.EVERYBODY)
    String follow(Model model) {
        return state("", "", null, new FormErrors(), model);
    }

    @PostMapping(PublicController.HOME + "/suivi")
    @PreAuthorize(Allowed.EVERYBODY)
    String state(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var errors = new FormErrors();
        var found = Optional.<PublicPage.Stage>empty();
        if (!throttle.may(request.getRemoteAddr(), "ETAT", ASKED_IN_AN_HOUR))
            errors.add("number", PublicText.TOO_MANY);
        else found = stage(number.strip(), code.strip());
        if (errors.none() && found.isEmpty()) errors.add("number", PublicText.NOT_FOUND);
        if (!errors.none()) response.setStatus(422);
        return state(number, code, found.orElse(null), errors, model);
    }

    private static String state(
            String number,
            String code,
            PublicPage.@Nullable Stage found,
            FormErrors errors,
            Model model) {
        model.addAttribute("page", new PublicPage.State(number, code, found, errors));
        return "intake/public-state";
    }

    /// The number begins with the last four signs of the structure's identifier.
    private Optional<PublicPage.Stage> stage(String number, String code) {
        if (!number.matches("[0-9a-f]{4}-\\d{1,9}")) return Optional.empty();
        return places.ending(number.substring(0, 4)).stream()
                .map(structure ->
                        Tenancy.of(new NetworkId(structure))
                                .call(() ->
                                        arrivals.state(
                                                Integer.parseInt(number.substring(5)), code)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}

package fr.maillage.access.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.internal.Acceptance.Accepted;
import fr.maillage.access.internal.Acceptance.Refused;
import fr.maillage.kernel.PersonName;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an invitation's link leads. Nobody is signed in; a link that is dead says why and shows no
/// form.
@Controller
class InvitationController {

    private final Acceptance acceptance;

    InvitationController(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @GetMapping("/invitation/{token}")
    @PreAuthorize(Allowed.EVERYBODY)
    public String page(@PathVariable String token, HttpServletResponse response, Model model) {
        var link = acceptance.look(token);
        var proposed = PersonName.searchKey(link.displayName()).replace(' ', '.');
        return page(token, link, proposed, Refused.NOTHING, response, model);
    }

    @PostMapping("/invitation/{token}")
    @PreAuthorize(Allowed.EVERYBODY)
    public String accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String identifiant,
            @RequestParam(defaultValue = "") String nouveau,
            @RequestParam(defaultValue = "") String encore,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (acceptance.accept(token, identifiant, nouveau, encore)) {
            case Accepted.Opened _ -> {
                request.getSession().setAttribute(ExpiredSession.INVITED, true);
                yield "redirect:/connexion?ouvert";
            }
            case Accepted.Wrong(var refused) ->
                    page(token, acceptance.look(token), identifiant, refused, response, model);
            case Accepted.Dead _ ->
                    page(
                            token,
                            acceptance.look(token),
                            identifiant,
                            Refused.NOTHING,
                            response,
                            model);
        };
    }

    private static String page(
            String token,
            Acceptance.Link link,
            String login,
            Refused refused,
            HttpServletResponse response,
            Model model) {
        if (link.state() == Acceptance.State.UNKNOWN)
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        else if (link.state() != Acceptance.State.OPEN)
            response.setStatus(HttpServletResponse.SC_GONE);
        else if (!refused.none()) response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        response.setHeader("Referrer-Policy", "no-referrer"); // the address is a secret
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute(
                "page",
                new InvitationPage(
                        link.state() == Acceptance.State.OPEN
                                ? null
                                : AccessText.dead(link.state()),
                        token,
                        link.displayName(),
                        link.role() == null ? "" : link.role().label(),
                        link.invitedBy(),
                        login,
                        refused));
        return "access/invitation";
    }
}

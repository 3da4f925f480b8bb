package fr.maillage.access.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

/// One's own account: second factors, recovery codes, open sessions.
@Controller
class MyAccountController {

    private final SecondFactors factors;
    private final Passkeys keys;
    private final OpenSessions sessions;
    private final ChosenPassword passwords;

    MyAccountController(
            SecondFactors factors, Passkeys keys, OpenSessions sessions, ChosenPassword passwords) {
        this.factors = factors;
        this.keys = keys;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    @GetMapping("/mon-compte")
    @PreAuthorize(Allowed.SIGNED_IN)
    public String page(HttpSession session, Model model) {
        var who = SignedIn.current();
        var own = session.getAttribute(OpenSessions.KEY);
        model.addAttribute(
                "page",
                new MyAccountPage(
                        who.displayName(),
                        who.getUsername(),
                        who.role().label(),
                        factors.held(who.accountId()),
                        factors.compelled(who),
                        factors.announced(who).map(AccessText::announced).orElse(null),
                        passwords.shared(who),
                        keys.findByUserId(Passkeys.handle(who.accountId())).stream()
                                .map(key ->
                                        new MyAccountPage.Key(
                                                key.getCredentialId().toBase64UrlString(),
                                                key.getLabel(),
                                                when(key.getCreated()),
                                                when(key.getLastUsed())))
                                .toList(),
                        sessions.of(who.accountId()).stream()
                                .map(s ->
                                        new MyAccountPage.Session(
                                                Agents.name(s.agent()),
                                                when(s.began()),
                                                when(s.seen()),
                                                s.id().equals(own)))
                                .toList()));
        return "access/my-account";
    }

    @PostMapping("/mon-compte/sessions")
    @PreAuthorize(Allowed.SIGNED_IN)
    public String endOthers(HttpSession session, RedirectAttributes redirect) {
        sessions.endAll(
                SignedIn.current().accountId(),
                session.getAttribute(OpenSessions.KEY) instanceof UUID own ? own : null);
        redirect.addFlashAttribute("toast", AccessText.SESSIONS_ENDED);
        return "redirect:/mon-compte";
    }

    @PostMapping("/mon-compte/code/retirer")
    @PreAuthorize(Allowed.SIGNED_IN)
    public String removeCodes(RedirectAttributes redirect) {
        var who = SignedIn.current();
        redirect.addFlashAttribute(
                "toast",
                passwords.shared(who)
                        ? AccessText.DEMONSTRATION_FACTOR
                        : factors.removeCodes(who)
                                ? AccessText.CODES_REMOVED
                                : AccessText.LAST_FACTOR);
        return "redirect:/mon-compte";
    }

    @PostMapping("/mon-compte/cles/{id}/retirer")
    @PreAuthorize(Allowed.SIGNED_IN)
    public String removeKey(@PathVariable String id, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "toast",
                factors.removeKey(SignedIn.current(), Bytes.fromBase64(id))
                        ? AccessText.PASSKEY_REMOVED
                        : AccessText.LAST_FACTOR);
        return "redirect:/mon-compte";
    }

    /// The answer is the page itself, not a redirect: the codes are shown once.
    @PostMapping("/mon-compte/secours")
    @PreAuthorize(Allowed.SIGNED_IN)
    public String recovery(HttpServletResponse response, Model model, RedirectAttributes redirect) {
        var who = SignedIn.current();
        if (passwords.shared(who)) {
            redirect.addFlashAttribute("toast", AccessText.DEMONSTRATION_FACTOR);
            return "redirect:/mon-compte";
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("codes", factors.renewRecovery(who));
        return "access/recovery";
    }

    /// « 02/06/2026 à 08:30 »: short enough for a telephone.
    private static String when(Instant at) {
        var there = LocalDateTime.ofInstant(at, FrenchDates.PARIS);
        return FrenchDates.numeric(there.toLocalDate()) + " à " + FrenchDates.time(there);
    }
}

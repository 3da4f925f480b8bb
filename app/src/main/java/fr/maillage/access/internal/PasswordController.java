package fr.maillage.access.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Choosing one's password; the only page that opens after a first sign-in (see
/// [PasswordToChoose]).
@Controller
class PasswordController {

    private final ChosenPassword passwords;

    PasswordController(ChosenPassword passwords) {
        this.passwords = passwords;
    }

    @GetMapping("/mot-de-passe")
    @PreAuthorize(Allowed.SIGNED_IN)
    public String page(Model model) {
        return page(new ChosenPassword.Refused(null, null, null), model);
    }

    @PostMapping("/mot-de-passe")
    @PreAuthorize(Allowed.SIGNED_IN)
    public String choose(
            @RequestParam(defaultValue = "") String actuel,
            @RequestParam(defaultValue = "") String nouveau,
            @RequestParam(defaultValue = "") String encore,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var refused = passwords.choose(SignedIn.current(), actuel, nouveau, encore);
        if (!refused.none()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(refused, model);
        }
        session.removeAttribute(PasswordToChoose.KEY);
        redirect.addFlashAttribute("toast", AccessText.CHOSEN);
        return "redirect:/";
    }

    private String page(ChosenPassword.Refused refused, Model model) {
        var who = SignedIn.current();
        model.addAttribute(
                "page", new PasswordPage(passwords.toChoose(who), who.getUsername(), refused));
        return "access/password";
    }
}

package fr.maillage.access.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Role;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Signing in, and getting back a form typed in a session that ended.
@Controller
@PreAuthorize(Allowed.EVERYBODY)
class SignInController {

    private final Accounts accounts;

    SignInController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/connexion")
    @PreAuthorize(Allowed.EVERYBODY)
    String signIn(
            @RequestParam(required = false) @Nullable String erreur,
            @RequestParam(required = false) @Nullable String patienter,
            @RequestParam(required = false) @Nullable String sorti,
            @RequestParam(required = false) @Nullable String ouvert,
            Model model) {
        var page =
                erreur != null
                        ? page(AccessText.WRONG, "error", null)
                        : patienter != null
                                ? page(AccessText.TOO_MANY, "error", null)
                                : sorti != null
                                        ? page(AccessText.SIGNED_OUT, "info", null)
                                        : ouvert != null
                                                ? page(AccessText.ACCOUNT_OPENED, "info", null)
                                                : page(null, "info", null);
        model.addAttribute("page", page);
        return "access/sign-in";
    }

    /// The session ended while a form was being sent: sign in, and it is offered again. Reached by
    /// forward only.
    @PostMapping("/session-expiree")
    @PreAuthorize(Allowed.EVERYBODY)
    String expired(HttpServletRequest request, Model model) {
        var typed =
                request.getAttribute(ExpiredSession.TYPED) instanceof ExpiredSession.KeptForm form
                        ? form
                        : null;
        model.addAttribute("page", page(AccessText.EXPIRED, "warning", typed));
        return "access/sign-in";
    }

    @GetMapping("/reprendre")
    @PreAuthorize(Allowed.SIGNED_IN)
    String resume(HttpSession session, Model model) {
        if (!(session.getAttribute(ExpiredSession.KEPT) instanceof ExpiredSession.KeptForm form))
            return "redirect:/";
        model.addAttribute(
                "page",
                new SignInPage(
                        AccessText.KEPT, "info", List.of(), form.action(), fields(form, "")));
        return "access/resume";
    }

    private SignInPage page(
            @Nullable String notice, String severity, ExpiredSession.@Nullable KeptForm typed) {
        var groups = new LinkedHashMap<Role, List<SignInPage.Person>>();
        accounts.demonstrationPeople().stream()
                .sorted(Comparator.comparing(Accounts.DemonstrationPerson::role))
                .forEach(p ->
                        groups.computeIfAbsent(p.role(), _ -> new java.util.ArrayList<>())
                                .add(
                                        new SignInPage.Person(
                                                p.login(),
                                                p.displayName(),
                                                p.note() == null ? "" : p.note())));
        return new SignInPage(
                notice,
                severity,
                groups.entrySet().stream()
                        .map(e ->
                                new SignInPage.Group(e.getKey().label(), List.copyOf(e.getValue())))
                        .toList(),
                typed == null ? null : typed.action(),
                typed == null ? List.of() : fields(typed, ExpiredSession.PREFIX));
    }

    private static List<SignInPage.Field> fields(ExpiredSession.KeptForm form, String prefix) {
        return form.fields().entrySet().stream()
                .flatMap((Map.Entry<String, List<String>> e) ->
                        e.getValue().stream()
                                .map(value -> new SignInPage.Field(prefix + e.getKey(), value)))
                .toList();
    }
}

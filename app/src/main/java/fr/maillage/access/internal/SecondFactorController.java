package fr.maillage.access.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.access.internal.SecondFactorRule.Factor;
import fr.maillage.access.internal.SecondFactors.Tried;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Optional;

/// After the password: the second factor is given, or chosen where one is asked and none is held.
/// These pages are outside the rule they serve; each looks by itself at who is there. A factor is
/// added by somebody who gave theirs, or has none yet: the password alone never adds one beside
/// another.
@Controller
class SecondFactorController {

    private static final String SECRET = "maillage.code-to-enrol";
    private static final String TO_ADD = "maillage.passkey-to-add";
    private static final String TO_GIVE = "maillage.passkey-to-give";
    private static final int LONGEST_LABEL = 60;

    private final SecondFactors factors;
    private final PasskeyCeremonies ceremonies;
    private final ChosenPassword passwords;
    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache asked = new HttpSessionRequestCache();

    SecondFactorController(
            SecondFactors factors, PasskeyCeremonies ceremonies, ChosenPassword passwords) {
        this.factors = factors;
        this.ceremonies = ceremonies;
        this.passwords = passwords;
    }

    @GetMapping("/second-facteur")
    @PreAuthorize(Allowed.EVERYBODY)
    public String page(Model model) {
        return SignedIn.find().map(who -> page(who, null, model)).orElse("redirect:/connexion");
    }

    private String page(SignedIn who, @Nullable String refused, Model model) {
        if (!SecondFactorRule.missing(authentication())) return "redirect:/";
        model.addAttribute("page", new SecondFactorPage(factors.held(who.accountId()), refused));
        return "access/second-factor";
    }

    @PostMapping("/second-facteur")
    @PreAuthorize(Allowed.EVERYBODY)
    public String code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return tried(
                who -> factors.code(who, code),
                Factor.CODE,
                AccessText.CODE_WRONG,
                request,
                response,
                model);
    }

    @PostMapping("/second-facteur/secours")
    @PreAuthorize(Allowed.EVERYBODY)
    public String recovery(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return tried(
                who -> factors.recovery(who, code),
                Factor.RECOVERY,
                AccessText.RECOVERY_WRONG,
                request,
                response,
                model);
    }

    private String tried(
            java.util.function.Function<SignedIn, Tried> look,
            Factor factor,
            String wrong,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var who = SignedIn.find();
        if (who.isEmpty()) return "redirect:/connexion";
        if (!SecondFactorRule.missing(authentication())) return "redirect:/";
        var tried = look.apply(who.get());
        if (tried == Tried.RIGHT) return "redirect:" + grant(factor, request, response);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(who.get(), tried == Tried.WRONG ? wrong : AccessText.CODES_TOO_MANY, model);
    }

    @GetMapping("/second-facteur/code")
    @PreAuthorize(Allowed.EVERYBODY)
    public String enrol(HttpServletRequest request, Model model) {
        var who = mayAdd();
        return who.isEmpty() ? "redirect:/second-facteur" : enrol(who.get(), null, request, model);
    }

    private static String enrol(
            SignedIn who, @Nullable String refused, HttpServletRequest request, Model model) {
        var secret =
                request.getSession().getAttribute(SECRET) instanceof String begun
                        ? begun
                        : OneTimeCodes.secret();
        request.getSession().setAttribute(SECRET, secret);
        model.addAttribute("page", EnrolPage.of(who.getUsername(), secret, refused));
        return "access/enrol";
    }

    @PostMapping("/second-facteur/code")
    @PreAuthorize(Allowed.EVERYBODY)
    public String enrolled(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var who = mayAdd();
        if (who.isEmpty() || !(request.getSession().getAttribute(SECRET) instanceof String secret))
            return "redirect:/second-facteur";
        var recovery = factors.enrol(who.get(), secret, code);
        if (recovery.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return enrol(who.get(), AccessText.ENROL_WRONG, request, model);
        }
        request.getSession().removeAttribute(SECRET);
        grant(Factor.CODE, request, response);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("codes", recovery);
        return "access/recovery";
    }

    @PostMapping(value = "/second-facteur/cle/nouvelle/options", produces = "application/json")
    @PreAuthorize(Allowed.EVERYBODY)
    public ResponseEntity<String> toAdd(HttpServletRequest request) {
        var authentication = authentication();
        if (mayAdd().isEmpty() || authentication == null) return ResponseEntity.status(401).build();
        var options = ceremonies.toAdd(authentication);
        request.getSession().setAttribute(TO_ADD, options);
        return json(ceremonies.json(options));
    }

    @PostMapping("/second-facteur/cle/nouvelle")
    @PreAuthorize(Allowed.EVERYBODY)
    public ResponseEntity<String> added(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String nom,
            HttpServletRequest request,
            HttpServletResponse response) {
        var options = request.getSession().getAttribute(TO_ADD);
        request.getSession().removeAttribute(TO_ADD);
        var label = nom.isBlank() ? AccessText.PASSKEY : nom.strip();
        if (mayAdd().isEmpty()
                || !(options instanceof PublicKeyCredentialCreationOptions creation)
                || !ceremonies.added(
                        creation,
                        answer,
                        label.substring(0, Math.min(label.length(), LONGEST_LABEL))))
            return refused();
        grant(Factor.PASSKEY, request, response);
        return ResponseEntity.ok("/mon-compte");
    }

    @PostMapping(value = "/second-facteur/cle/options", produces = "application/json")
    @PreAuthorize(Allowed.EVERYBODY)
    public ResponseEntity<String> toGive(HttpServletRequest request) {
        var authentication = authentication();
        if (SignedIn.find().isEmpty() || authentication == null)
            return ResponseEntity.status(401).build();
        var options = ceremonies.toGive(authentication);
        request.getSession().setAttribute(TO_GIVE, options);
        return json(ceremonies.json(options));
    }

    @PostMapping("/second-facteur/cle")
    @PreAuthorize(Allowed.EVERYBODY)
    public ResponseEntity<String> given(
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var who = SignedIn.find();
        var options = request.getSession().getAttribute(TO_GIVE);
        request.getSession().removeAttribute(TO_GIVE);
        if (who.isEmpty()
                || !(options instanceof PublicKeyCredentialRequestOptions asking)
                || !ceremonies.given(who.get(), asking, answer)) return refused();
        return ResponseEntity.ok(grant(Factor.PASSKEY, request, response));
    }

    private static ResponseEntity<String> json(String body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static ResponseEntity<String> refused() {
        return ResponseEntity.unprocessableContent().body(AccessText.PASSKEY_WRONG);
    }

    /// Who may add a factor; nobody when one is held and was not given, nor for an account that
    /// everybody shares.
    private Optional<SignedIn> mayAdd() {
        return SignedIn.find()
                .filter(who ->
                        (!SecondFactorRule.missing(authentication())
                                        || !factors.held(who.accountId()).any())
                                && !passwords.shared(who));
    }

    /// The factor was given: the session has it from now on, under another id. Returns where the
    /// person was going.
    private String grant(Factor factor, HttpServletRequest request, HttpServletResponse response) {
        var authentication = authentication();
        if (authentication == null) return "/connexion";
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                authentication.toBuilder().authorities(held -> held.add(factor.granted())).build());
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        contexts.saveContext(context, request, response);
        var saved = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        var to = saved == null ? "/" : java.net.URI.create(saved.getRedirectUrl()).getRawPath();
        return to.startsWith("/") && !to.startsWith("//") ? to : "/";
    }

    private static @Nullable Authentication authentication() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}

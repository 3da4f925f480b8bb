package fr.maillage.network.internal.signin;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.access.TeamSafety;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// What the structure asks at sign-in, for its head.
@Controller
@PreAuthorize(Allowed.HEAD)
class SignInPolicyController {

    private static final String HERE = "/reglages/connexion";

    /// Days left to choose a factor, when the head has no other day in mind.
    private static final int GRACE = 30;

    private final SignInPolicy policy;
    private final TeamSafety safety;
    private final Clock clock;

    SignInPolicyController(SignInPolicy policy, TeamSafety safety, Clock clock) {
        this.policy = policy;
        this.safety = safety;
        this.clock = clock;
    }

    @GetMapping(HERE)
    @PreAuthorize(Allowed.HEAD)
    public String show(Model model) {
        model.addAttribute("page", page(begun()));
        return "network/sign-in-policy";
    }

    @PostMapping(HERE)
    @PreAuthorize(Allowed.HEAD)
    public String set(Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(HERE, SignInPolicyText.SAVED, () -> policy.set(form)),
                _ -> sent.show("network/sign-in-policy", page(form)));
    }

    private Sent begun() {
        var today = LocalDate.now(clock);
        return policy.asked().stream()
                .filter(asked -> asked.requirement() != Requirement.AU_CHOIX)
                .findFirst()
                .map(asked ->
                        Sent.of(
                                Map.of(
                                        "requirement", asked.requirement().name(),
                                        "from", asked.from().toString())))
                .orElse(
                        Sent.of(
                                Map.of(
                                        "requirement", Requirement.AU_CHOIX.name(),
                                        "from", today.plusDays(GRACE).toString())));
    }

    private SignInPolicyPage page(Sent form) {
        var network = SignedIn.current().network();
        var today = LocalDate.now(clock);
        return new SignInPolicyPage(
                form,
                Requirement.choices(),
                SignInPolicyText.without(
                        safety.withoutFactor(network, Requirement.SANTE.roles(), today),
                        safety.withoutFactor(network, Set.of(), today)));
    }
}

package fr.maillage.network.internal;

import fr.maillage.access.Allowed;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The head opens an access to a member. The answer is the page itself, not a redirect: the
/// password is shown once and kept nowhere.
@Controller
class MemberAccessController {

    private final MemberAccess access;

    MemberAccessController(MemberAccess access) {
        this.access = access;
    }

    @PostMapping("/reglages/equipe/{id}/acces")
    @PreAuthorize(Allowed.HEAD)
    public String give(@PathVariable UUID id, Model model) {
        var given = access.give(id);
        model.addAttribute("id", id.toString());
        model.addAttribute("login", given.login());
        model.addAttribute("password", given.password());
        return "network/access";
    }
}

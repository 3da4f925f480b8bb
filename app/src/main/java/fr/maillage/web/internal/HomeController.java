package fr.maillage.web.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The address everybody opens: each role has its own first page.
@Controller
@PreAuthorize(Allowed.SIGNED_IN)
class HomeController {

    @GetMapping("/")
    @PreAuthorize(Allowed.SIGNED_IN)
    String home() {
        var entries = Navigation.of(SignedIn.current().role(), "/", Map.of());
        return "redirect:" + (entries.isEmpty() ? "/compte" : entries.getFirst().href());
    }
}

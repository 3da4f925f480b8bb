package fr.maillage.correspondence.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.Csv;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The ledger of letters, to look at, search, print or export.
@Controller
@PreAuthorize(Allowed.DESK)
class LedgerController {

    private final LedgerScreens screens;
    private final Clock clock;

    LedgerController(LedgerScreens screens, Clock clock) {
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/courriers/registre")
    @PreAuthorize(Allowed.DESK)
    public String page(Model model) {
        return search(Map.of(), model);
    }

    /// Sent, not asked for: a name is typed in it.
    @PostMapping("/courriers/registre")
    @PreAuthorize(Allowed.DESK)
    public String search(@RequestParam Map<String, String> typed, Model model) {
        model.addAttribute("page", screens.page(LedgerFilter.of(typed, LocalDate.now(clock))));
        return "correspondence/ledger";
    }

    @PostMapping("/courriers/registre.csv")
    @PreAuthorize(Allowed.DESK)
    public ResponseEntity<byte[]> csv(@RequestParam Map<String, String> typed) {
        return Csv.file(
                screens.csv(LedgerFilter.of(typed, LocalDate.now(clock))),
                "registre-courriers.csv");
    }
}

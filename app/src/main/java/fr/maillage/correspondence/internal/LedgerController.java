package fr.maillage.correspondence.internal;

import fr.maillage.access.Allowed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The ledger of letters, to look at, print or export.
@Controller
@PreAuthorize(Allowed.DESK)
class LedgerController {

    private final LedgerScreens screens;

    LedgerController(LedgerScreens screens) {
        this.screens = screens;
    }

    @GetMapping("/courriers/registre")
    @PreAuthorize(Allowed.DESK)
    public String page(
            @RequestParam(name = "du", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(name = "au", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            Model model) {
        model.addAttribute("page", screens.page(from, to));
        return "correspondence/ledger";
    }

    @GetMapping("/courriers/registre.csv")
    @PreAuthorize(Allowed.DESK)
    public ResponseEntity<byte[]> csv(
            @RequestParam(name = "du") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @RequestParam(name = "au") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate to) {
        return Papers.csv(screens.csv(from, to), "registre-courriers.csv");
    }
}

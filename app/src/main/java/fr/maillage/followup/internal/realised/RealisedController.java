package fr.maillage.followup.internal.realised;

import fr.maillage.access.Allowed;
import fr.maillage.web.Csv;
import fr.maillage.web.Sent;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Planned against done. Addresses hold codes and dates only.
@Controller
@RequestMapping("/realisation")
@PreAuthorize(Allowed.STEERING)
class RealisedController {

    private final RealisedScreens screens;

    RealisedController(RealisedScreens screens) {
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.STEERING)
    public String page(@RequestParam MultiValueMap<String, String> asked, Model model) {
        model.addAttribute("page", screens.page(new Sent(asked)));
        return "followup/realised";
    }

    @GetMapping("/actes")
    @PreAuthorize(Allowed.STEERING)
    public String acts(@RequestParam MultiValueMap<String, String> asked, Model model) {
        model.addAttribute("page", screens.acts(new Sent(asked)));
        return "followup/realised-acts";
    }

    @GetMapping("/chiffres.csv")
    @PreAuthorize(Allowed.STEERING)
    public ResponseEntity<byte[]> figures(@RequestParam MultiValueMap<String, String> asked) {
        return file("prevu-et-realise.csv", screens.figures(new Sent(asked)));
    }

    @GetMapping("/actes.csv")
    @PreAuthorize(Allowed.CLINICAL)
    public ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> asked) {
        return file("actes.csv", screens.file(new Sent(asked)));
    }

    private static ResponseEntity<byte[]> file(String name, List<List<String>> rows) {
        return Csv.file(Csv.of(rows.getFirst(), rows.stream().skip(1)), name);
    }
}

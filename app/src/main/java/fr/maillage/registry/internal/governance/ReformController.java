package fr.maillage.registry.internal.governance;

import fr.maillage.access.Allowed;
import fr.maillage.web.Csv;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of the agency: each network and where it stands in the reform in two steps.
@Controller
@PreAuthorize(Allowed.AGENCY)
class ReformController {

    private static final String ALL = "/registre/reforme";
    private static final List<String> HEADS =
            List.of(
                    "structure",
                    "type",
                    "étape",
                    "état des lieux",
                    "critères",
                    "conclusion",
                    "contrat");

    private final ReformScreens screens;

    ReformController(ReformScreens screens) {
        this.screens = screens;
    }

    @GetMapping(ALL)
    @PreAuthorize(Allowed.AGENCY)
    String page(@RequestParam(defaultValue = "") String etape, Model model) {
        model.addAttribute("page", screens.page(etape));
        return "registry/reform";
    }

    @GetMapping(ALL + "/export.csv")
    @PreAuthorize(Allowed.AGENCY)
    ResponseEntity<byte[]> csv() {
        return Csv.file(
                Csv.of(
                        HEADS,
                        screens.page("").lines().stream()
                                .map(l ->
                                        List.of(
                                                l.name(),
                                                l.type(),
                                                l.state(),
                                                l.reviewed(),
                                                l.criteria(),
                                                l.outcome(),
                                                l.contract()))),
                "Réforme en deux temps.csv");
    }
}

package fr.maillage.casefile.internal.succession;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// « Remplacé par », for whoever coordinates.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class SuccessionController {

    static final String HERE = "/remplacements";

    private final SuccessionService service;
    private final SuccessionScreens screens;

    SuccessionController(SuccessionService service, SuccessionScreens screens) {
        this.service = service;
        this.screens = screens;
    }

    @GetMapping(HERE)
    @PreAuthorize(Allowed.CLINICAL)
    public String all(Model model) {
        model.addAttribute("page", screens.all(""));
        return "casefile/successions";
    }

    @PostMapping(HERE + "/recherche")
    @PreAuthorize(Allowed.CLINICAL)
    public String search(Submission sent) {
        return sent.show("casefile/successions", screens.all(sent.text("q")));
    }

    @GetMapping(HERE + "/nouveau")
    @PreAuthorize(Allowed.CLINICAL)
    public String blank(
            @RequestParam UUID ligne,
            @RequestParam(required = false) @Nullable String rpps,
            Model model) {
        model.addAttribute("page", screens.one(ligne, "", screens.start(rpps), new FormErrors()));
        return "casefile/succession";
    }

    /// Asks the directory; what is typed for it never stands in an address.
    @PostMapping(HERE + "/nouveau/annuaire")
    @PreAuthorize(Allowed.CLINICAL)
    public String directory(Submission sent) {
        var page = screens.one(line(sent), sent.text("q"), screens.start(null), new FormErrors());
        return sent.show("casefile/succession", page);
    }

    @PostMapping(HERE)
    @PreAuthorize(Allowed.CLINICAL)
    public String note(Submission sent) {
        var line = line(sent);
        var form = sent.form();
        return sent.end(
                Act.to(HERE, SuccessionText.NOTED, () -> service.note(line, form)),
                outcome ->
                        sent.show(
                                "casefile/succession",
                                screens.one(line, "", form, outcome.errors())));
    }

    @PostMapping(HERE + "/{id}/fin")
    @PreAuthorize(Allowed.CLINICAL)
    public String end(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(HERE, SuccessionText.ENDED, () -> service.end(id)),
                _ -> sent.show("casefile/successions", screens.all("")));
    }

    private static UUID line(Submission sent) {
        return Ids.parse(sent.text("ligne"))
                .orElseThrow(() -> new NotFound("cercle", new UUID(0, 0)));
    }
}

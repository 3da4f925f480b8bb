package fr.maillage.offer.internal;

import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.access.Allowed;
import fr.maillage.offer.internal.NeedScreens.Filter;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What coordinators could not find: the list of the structure, and the form of another.
@Controller
@RequestMapping("/besoins-non-couverts")
@PreAuthorize(Allowed.TEAM)
class NeedController {

    private static final String LIST = "/besoins-non-couverts";

    private final CaseFiles files;
    private final NeedService service;
    private final NeedScreens screens;

    NeedController(CaseFiles files, NeedService service, NeedScreens screens) {
        this.files = files;
        this.service = service;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.TEAM)
    String list(
            @RequestParam(defaultValue = "") String besoin,
            @RequestParam(defaultValue = "OUVERT") String etat,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "1") String page,
            Submission sent) {
        var asked = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        return sent.show(
                "offer/needs",
                screens.page(
                        new Filter(besoin, etat.equals(NeedScreens.ALL) ? "" : etat, zone), asked));
    }

    /// @param besoin code of the need looked for
    /// @param commune code of where
    @GetMapping("/nouveau")
    @PreAuthorize(Allowed.TEAM)
    String blank(
            @RequestParam(defaultValue = "") String besoin,
            @RequestParam(defaultValue = "") String commune,
            Submission sent) {
        return sent.show("offer/need-new", screens.blank(LIST, besoin, commune, Shown.none()));
    }

    @PostMapping
    @PreAuthorize(Allowed.TEAM)
    String note(Submission sent) {
        return sent.end(
                Act.to(LIST, OfferText.NOTED, () -> service.note(sent.typed(), null)),
                "besoin",
                "offer/need-new",
                shown -> screens.blank(LIST, "", "", shown));
    }

    @PostMapping("/{id}")
    @PreAuthorize(Allowed.TEAM)
    String end(@PathVariable UUID id, Submission sent) {
        // a need of somebody is ended by who may write in their file
        var whose =
                service.of(id)
                        .map(patient -> files.openToWrite(patient, Part.SUIVI).patient())
                        .orElse(null);
        return sent.end(
                Act.to(LIST, OfferText.ENDED, () -> service.end(id, whose, sent.typed())),
                "fin-" + id,
                "offer/needs",
                shown -> screens.again(id, shown));
    }
}

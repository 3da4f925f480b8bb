package fr.maillage.space.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The spaces of who is signed in; one opened, looked at, changed, closed, searched.
@Controller
@RequestMapping("/espaces")
@PreAuthorize(Allowed.SPACES)
class SpaceController {

    static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final SpacesScreens list;
    private final SpaceScreens screens;
    private final OpeningService opening;
    private final ReadingService reading;
    private final SpaceSearch searching;

    SpaceController(
            SpacesScreens list,
            SpaceScreens screens,
            OpeningService opening,
            ReadingService reading,
            SpaceSearch searching) {
        this.list = list;
        this.screens = screens;
        this.opening = opening;
        this.reading = reading;
        this.searching = searching;
    }

    @GetMapping
    @PreAuthorize(Allowed.SPACES)
    String all(Model model) {
        model.addAttribute("page", list.page());
        return "space/spaces";
    }

    @GetMapping("/nouveau")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String blank(Model model) {
        model.addAttribute("page", opening.blank(new Sent(Map.of())));
        return "space/opening";
    }

    @PostMapping
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String open(Submission sent) {
        var form = sent.form();
        return sent.end(
                new Act(SpaceText.OPENED, () -> "/espaces/" + opening.open(form) + "/membres"),
                outcome -> {
                    told(outcome, form);
                    return sent.show("space/opening", opening.blank(form));
                });
    }

    @GetMapping(ONE)
    @PreAuthorize(Allowed.SPACES)
    String one(@PathVariable UUID id, @RequestParam(defaultValue = "") String tout, Model model) {
        model.addAttribute("page", screens.page(id, !tout.isEmpty()));
        return "space/space";
    }

    @GetMapping(ONE + "/modifier")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("page", opening.standing(id));
        return "space/opening";
    }

    @PostMapping(ONE + "/modifier")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String change(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to("/espaces/" + id, SpaceText.CHANGED, () -> opening.change(id, form)),
                outcome -> {
                    told(outcome, form);
                    return sent.show("space/opening", opening.again(id, form, outcome.conflict()));
                });
    }

    @PostMapping(ONE + "/clore")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String close(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to("/espaces/" + id, SpaceText.CLOSED, () -> opening.close(id, form)),
                outcome -> {
                    told(outcome, form);
                    return sent.show("space/opening", opening.again(id, form, outcome.conflict()));
                });
    }

    @PostMapping(ONE + "/rouvrir")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String reopen(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to("/espaces/" + id, SpaceText.REOPENED, () -> opening.reopen(id)),
                _ -> sent.show("space/space", screens.page(id, false)));
    }

    /// Everything of the space is read.
    @PostMapping(ONE + "/lu")
    @PreAuthorize(Allowed.SPACES)
    String read(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to("/espaces/" + id, SpaceText.ALL_READ, () -> reading.all(id)),
                _ -> sent.show("space/space", screens.page(id, false)));
    }

    /// Posted: what is typed goes into no address.
    @PostMapping(ONE + "/recherche")
    @PreAuthorize(Allowed.SPACES)
    String search(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("page", searching.page(id, q.replace("\0", "").strip()));
        return "space/search";
    }

    static void told(FormOutcome outcome, Sent form) {
        outcome.errors().all().forEach(e -> form.errors().add(e.getKey(), e.getValue()));
    }
}

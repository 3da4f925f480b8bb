package fr.maillage.partners.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The card of a partner. The number in its address is that of a professional or of a structure, as
/// the public file gives it; no person followed is named there.
@Controller
@PreAuthorize(Allowed.TEAM)
class CardController {

    private static final String CARD =
            SearchController.HERE
                    + "/{sort:professionnels|structures|offres}/{ref:[0-9A-Za-z._-]{1,64}}";

    private final CardScreens screens;
    private final KnowledgeService knowledge;
    private final MistakeService mistakes;
    private final AgreementService agreements;
    private final PersonService people;

    CardController(
            CardScreens screens,
            KnowledgeService knowledge,
            MistakeService mistakes,
            AgreementService agreements,
            PersonService people) {
        this.screens = screens;
        this.knowledge = knowledge;
        this.mistakes = mistakes;
        this.agreements = agreements;
        this.people = people;
    }

    @GetMapping(CARD)
    @PreAuthorize(Allowed.FILES)
    String show(@PathVariable String sort, @PathVariable String ref, Model model) {
        var partner = Partner.of(sort, ref);
        var present = screens.present(partner);
        if (!present.equals(partner)) return "redirect:" + present.address();
        model.addAttribute("page", screens.card(partner, "", null, null));
        return "partners/card";
    }

    @PostMapping(CARD + "/fiche")
    @PreAuthorize(Allowed.TEAM)
    String describe(@PathVariable String sort, @PathVariable String ref, Submission sent) {
        return act(
                sort,
                ref,
                "fiche",
                sent,
                PartnersText.SAVED,
                p -> () -> knowledge.describe(p, sent.form()));
    }

    @PostMapping(CARD + "/disponibilite")
    @PreAuthorize(Allowed.TEAM)
    String see(@PathVariable String sort, @PathVariable String ref, Submission sent) {
        return act(
                sort,
                ref,
                "disponibilite",
                sent,
                PartnersText.NOTED,
                p -> () -> knowledge.see(p, sent.form()));
    }

    @PostMapping(CARD + "/note")
    @PreAuthorize(Allowed.TEAM)
    String note(@PathVariable String sort, @PathVariable String ref, Submission sent) {
        return act(
                sort,
                ref,
                "note",
                sent,
                PartnersText.SAVED,
                p -> () -> knowledge.note(p, sent.form()));
    }

    @PostMapping(CARD + "/contact")
    @PreAuthorize(Allowed.TEAM)
    String contact(@PathVariable String sort, @PathVariable String ref, Submission sent) {
        return act(
                sort,
                ref,
                "contact",
                sent,
                PartnersText.SAVED,
                p -> () -> knowledge.contact(p, sent.form()));
    }

    @PostMapping(CARD + "/retirer/{id}")
    @PreAuthorize(Allowed.TEAM)
    String remove(
            @PathVariable String sort,
            @PathVariable String ref,
            @PathVariable UUID id,
            Submission sent) {
        return act(sort, ref, "", sent, PartnersText.REMOVED, p -> () -> knowledge.remove(p, id));
    }

    @PostMapping(CARD + "/erreur")
    @PreAuthorize(Allowed.TEAM)
    String report(@PathVariable String sort, @PathVariable String ref, Submission sent) {
        return act(
                sort,
                ref,
                "erreur",
                sent,
                PartnersText.REPORTED,
                p -> () -> mistakes.report(p, screens.get(p).name(), sent.form()));
    }

    @PostMapping(CARD + "/convention")
    @PreAuthorize(Allowed.HEAD)
    String sign(@PathVariable String sort, @PathVariable String ref, Submission sent) {
        return act(
                sort,
                ref,
                "convention",
                sent,
                PartnersText.SIGNED,
                p -> () -> agreements.sign(p, screens.get(p), sent.form()));
    }

    @PostMapping(SearchController.HERE + "/professionnels/{id}/rapprochement")
    @PreAuthorize(Allowed.TEAM)
    String join(@PathVariable UUID id, Submission sent) {
        return act(
                "professionnels",
                id.toString(),
                "rapprochement",
                sent,
                PartnersText.JOINED,
                _ -> () -> people.join(id, sent.form()));
    }

    private String act(
            String sort,
            String ref,
            String form,
            Submission sent,
            String toast,
            Function<Partner, Runnable> work) {
        var partner = Partner.of(sort, ref);
        screens.check(partner);
        return sent.end(
                Act.to(partner.address(), toast, work.apply(partner)),
                outcome ->
                        sent.show(
                                "partners/card",
                                screens.card(partner, form, sent.form(), outcome.conflict())));
    }
}

package fr.maillage.partners.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
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

    static final String CARD =
            SearchController.HERE
                    + "/{sort:professionnels|structures|offres}/{ref:[0-9A-Za-z._-]{1,64}}";

    /// What a form of the card does.
    private record Form(String toast, BiConsumer<Partner, Sent> work) {}

    private final CardScreens screens;
    private final KnowledgeService knowledge;
    private final AgreementService agreements;
    private final PersonService people;
    private final Map<String, Form> forms;

    CardController(
            CardScreens screens,
            KnowledgeService knowledge,
            MistakeService mistakes,
            AgreementService agreements,
            PersonService people) {
        this.screens = screens;
        this.knowledge = knowledge;
        this.agreements = agreements;
        this.people = people;
        this.forms =
                Map.of(
                        "fiche", new Form(PartnersText.SAVED, knowledge::describe),
                        "disponibilite", new Form(PartnersText.NOTED, knowledge::see),
                        "note", new Form(PartnersText.SAVED, knowledge::note),
                        "contact", new Form(PartnersText.SAVED, knowledge::contact),
                        "erreur",
                                new Form(
                                        PartnersText.REPORTED,
                                        (p, sent) ->
                                                mistakes.report(p, screens.get(p).name(), sent)));
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

    /// What the team learns: one form of the card.
    @PostMapping(CARD + "/{form:fiche|disponibilite|note|contact|erreur}")
    @PreAuthorize(Allowed.TEAM)
    String write(
            @PathVariable String sort,
            @PathVariable String ref,
            @PathVariable String form,
            Submission sent) {
        var done = Objects.requireNonNull(forms.get(form));
        return act(Partner.of(sort, ref), form, sent, done.toast(), done.work());
    }

    @PostMapping(CARD + "/retirer/{id}")
    @PreAuthorize(Allowed.TEAM)
    String remove(
            @PathVariable String sort,
            @PathVariable String ref,
            @PathVariable UUID id,
            Submission sent) {
        return act(
                Partner.of(sort, ref),
                "",
                sent,
                PartnersText.REMOVED,
                (p, _) -> knowledge.remove(p, id));
    }

    @PostMapping(CARD + "/convention")
    @PreAuthorize(Allowed.HEAD)
    String sign(@PathVariable String sort, @PathVariable String ref, Submission sent) {
        return act(
                Partner.of(sort, ref),
                "convention",
                sent,
                PartnersText.SIGNED,
                (p, form) -> agreements.sign(p, screens.get(p), form));
    }

    @PostMapping(SearchController.HERE + "/professionnels/{id}/rapprochement")
    @PreAuthorize(Allowed.TEAM)
    String join(@PathVariable UUID id, Submission sent) {
        return act(
                Partner.of("professionnels", id.toString()),
                "rapprochement",
                sent,
                PartnersText.JOINED,
                (_, form) -> people.join(id, form));
    }

    private String act(
            Partner partner,
            String form,
            Submission sent,
            String toast,
            BiConsumer<Partner, Sent> work) {
        screens.check(partner);
        return sent.end(
                Act.to(partner.address(), toast, () -> work.accept(partner, sent.form())),
                outcome ->
                        sent.show(
                                "partners/card",
                                screens.card(partner, form, sent.form(), outcome.conflict())));
    }
}

package fr.maillage.partners.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.directory.Finder;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Lists of the local knowledge: partner establishments, agreements, errors to be told, and whom
/// the national files do not know.
@Controller
@PreAuthorize(Allowed.TEAM)
class ListsController {

    private static final String AGREEMENTS = SearchController.HERE + "/conventions";
    private static final String MISTAKES = SearchController.HERE + "/signalements";
    private static final String NEW = SearchController.HERE + "/nouveau";
    private static final String NEW_STRUCTURE = SearchController.HERE + "/nouvelle-structure";

    private final PartnerScreens partners;
    private final AgreementService agreements;
    private final MistakeService mistakes;
    private final PersonService people;
    private final StructureService structures;
    private final Finder finder;

    ListsController(
            PartnerScreens partners,
            AgreementService agreements,
            MistakeService mistakes,
            PersonService people,
            StructureService structures,
            Finder finder) {
        this.partners = partners;
        this.agreements = agreements;
        this.mistakes = mistakes;
        this.people = people;
        this.structures = structures;
        this.finder = finder;
    }

    @GetMapping(SearchController.HERE + "/partenaires")
    @PreAuthorize(Allowed.TEAM)
    String partners(
            @RequestParam(defaultValue = "") String categorie,
            @RequestParam(defaultValue = "") String vue,
            Model model) {
        model.addAttribute("page", partners.page(categorie, vue.equals("cercles")));
        return "partners/partners";
    }

    @GetMapping(AGREEMENTS)
    @PreAuthorize(Allowed.TEAM)
    String agreements(Model model) {
        model.addAttribute("page", agreements(Sent.with(), ""));
        return "partners/agreements";
    }

    @PostMapping(AGREEMENTS + "/{id}/fin")
    @PreAuthorize(Allowed.HEAD)
    String end(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(AGREEMENTS, PartnersText.ENDED, () -> agreements.end(id, sent.form())),
                _ -> sent.show("partners/agreements", agreements(sent.form(), id.toString())));
    }

    private AgreementsPage agreements(Sent form, String failed) {
        return new AgreementsPage(
                agreements.all(null), form, failed, SignedIn.current().role() == Role.HEAD);
    }

    @GetMapping(MISTAKES)
    @PreAuthorize(Allowed.TEAM)
    String mistakes(Model model) {
        model.addAttribute("page", mistakes(Sent.with()));
        return "partners/mistakes";
    }

    @PostMapping(MISTAKES + "/{id}")
    @PreAuthorize(Allowed.TEAM)
    String move(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(MISTAKES, PartnersText.SAVED, () -> mistakes.move(id, sent.form())),
                _ -> sent.show("partners/mistakes", mistakes(sent.form())));
    }

    private MistakesPage mistakes(Sent form) {
        return new MistakesPage(mistakes.all(), PartnersText.MISTAKE_STATES, form);
    }

    @GetMapping(NEW)
    @PreAuthorize(Allowed.TEAM)
    String blank(Model model) {
        model.addAttribute("page", fresh(Sent.with()));
        return "partners/new";
    }

    @PostMapping(NEW)
    @PreAuthorize(Allowed.TEAM)
    String add(Submission sent) {
        return sent.end(
                new Act(
                        PartnersText.ADDED,
                        () -> SearchController.HERE + "/professionnels/" + people.add(sent.form())),
                _ -> sent.show("partners/new", fresh(sent.form())));
    }

    @GetMapping(NEW_STRUCTURE)
    @PreAuthorize(Allowed.TEAM)
    String blankStructure(Model model) {
        model.addAttribute("page", new NewStructurePage(Sent.with(), structures.kinds()));
        return "partners/new-structure";
    }

    @PostMapping(NEW_STRUCTURE)
    @PreAuthorize(Allowed.TEAM)
    String addStructure(Submission sent) {
        return sent.end(
                new Act(
                        HomeText.STRUCTURE_ADDED,
                        () -> SearchController.HERE + "/structures/" + structures.add(sent.form())),
                _ ->
                        sent.show(
                                "partners/new-structure",
                                new NewStructurePage(sent.form(), structures.kinds())));
    }

    private NewPersonPage fresh(Sent form) {
        var professions = new LinkedHashMap<String, String>();
        finder.professions().forEach(p -> professions.put(p.code(), p.label()));
        return new NewPersonPage(form, professions);
    }
}

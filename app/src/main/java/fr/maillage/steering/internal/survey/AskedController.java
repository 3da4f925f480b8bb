package fr.maillage.steering.internal.survey;

import fr.maillage.platform.PublicAddress;
import fr.maillage.steering.internal.Leaders;
import fr.maillage.steering.internal.survey.Addressees.Criteria;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Those a survey is addressed to: who they are, their links, the reminders.
@Controller
@PreAuthorize(Leaders.LEADERS)
class AskedController {

    private static final String HERE = "/enquetes/{id:[0-9a-f-]{36}}/destinataires";
    private static final String LINK = "survey-link";

    private final AddresseeScreens screens;
    private final Addressees addressees;
    private final Mailing mailing;
    private final PublicAddress address;

    AskedController(
            AddresseeScreens screens,
            Addressees addressees,
            Mailing mailing,
            PublicAddress address) {
        this.screens = screens;
        this.addressees = addressees;
        this.mailing = mailing;
        this.address = address;
    }

    private static String here(UUID id) {
        return "/enquetes/" + id + "/destinataires";
    }

    @GetMapping(HERE)
    @PreAuthorize(Leaders.LEADERS)
    String page(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> type,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String lieu,
            Submission sent,
            Model model) {
        return sent.show(
                "steering/addressees",
                screens.page(
                        id,
                        new Criteria(type, theme, lieu),
                        Sent.with(),
                        model.getAttribute(LINK) instanceof String link ? link : null,
                        null));
    }

    private static Criteria criteria(Sent form) {
        return new Criteria(form.all("type"), form.text("theme"), form.text("lieu"));
    }

    @PostMapping(HERE)
    @PreAuthorize(Leaders.LEADERS)
    String add(@PathVariable UUID id, Submission sent) {
        return adding(id, sent, () -> addressees.add(id, criteria(sent.form())));
    }

    @PostMapping(HERE + "/equipe")
    @PreAuthorize("hasAnyRole('HEAD','COORDINATOR')")
    String addTeam(@PathVariable UUID id, Submission sent) {
        return adding(id, sent, () -> addressees.addTeam(id, sent.form().all("functions")));
    }

    @PostMapping(HERE + "/partenaires")
    @PreAuthorize(Leaders.LEADERS)
    String addPartners(@PathVariable UUID id, Submission sent) {
        return adding(id, sent, () -> addressees.addPartners(id, sent.form()));
    }

    private String adding(UUID id, Submission sent, IntSupplier work) {
        return sent.end(
                Act.to(here(id), "", () -> sent.say(SurveyText.added(work.getAsInt()))),
                outcome -> again(id, sent, outcome));
    }

    private String again(UUID id, Submission sent, FormOutcome outcome) {
        var form = sent.form();
        return sent.show(
                "steering/addressees",
                screens.page(
                        id,
                        criteria(form),
                        form,
                        null,
                        form.errors().none() ? outcome.why() : null));
    }

    @PostMapping(HERE + "/{addressee:[0-9a-f-]{36}}/retirer")
    @PreAuthorize(Leaders.LEADERS)
    String remove(@PathVariable UUID id, @PathVariable UUID addressee, Submission sent) {
        return sent.end(
                Act.to(here(id), SurveyText.TAKEN_OFF, () -> addressees.remove(id, addressee)),
                outcome -> again(id, sent, outcome));
    }

    @PostMapping(HERE + "/{addressee:[0-9a-f-]{36}}/lien")
    @PreAuthorize(Leaders.LEADERS)
    String link(@PathVariable UUID id, @PathVariable UUID addressee, Submission sent) {
        return sent.end(
                Act.to(
                        here(id),
                        SurveyText.LINK_MADE,
                        () ->
                                sent.keep(
                                        LINK,
                                        address.of("/enquete/" + addressees.link(id, addressee)))),
                outcome -> again(id, sent, outcome));
    }

    /// Each mail is noted as it leaves: not one transaction.
    @PostMapping(HERE + "/ecrire")
    @PreAuthorize(Leaders.LEADERS)
    String write(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(here(id), "", () -> sent.say(SurveyText.written(mailing.write(id)))),
                outcome -> again(id, sent, outcome));
    }
}
